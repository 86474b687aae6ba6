import { present } from '../concepts/present.ts';
import { partnerIn } from '../domain/current-task.ts';
import type { ConceptEvent } from '../domain/lane-events.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import { labelsOf, labelsOnRequest } from '../lenses/labels.ts';
import { namesRecipient } from './agreements-on-request.ts';
import { OWN_STAFF, recipientAtCentre } from './bases.ts';

/** An event about a child, as every consent and every request is. */
export type ChildsEvent = ConceptEvent & { readonly child: string };

/** What an event may close: everything about its child to one recipient (`consent`; the centre’s own staff too) or to all, one request, or a letter with one. */
export type MayClose =
  | { readonly what: 'consent'; readonly recipient: string; readonly event: ChildsEvent }
  | {
      readonly what: 'request';
      readonly event: ChildsEvent;
      /** Whom it is asked of from now on; nobody when absent. */
      readonly recipient?: string;
      /** Why: it names no agreement with its recipient, it bears a label, or it may have been asked of somebody else until now. */
      readonly because: 'not-agreed' | 'labelled' | 'may-have-moved';
    }
  /**
   * A letter that bears a label, or was taken back, and the number of the request with which it goes; or one that may have gone with another
   * request, or to somebody else, until now.
   */
  | ({ readonly what: 'letter'; readonly event: ChildsEvent } & (
      | { readonly because: 'closed'; readonly recipient: string; readonly request: string }
      | { readonly because: 'may-have-moved'; readonly recipient?: string; readonly request?: string }
    ))
  /** The child’s whole file bears a label: whoever is asked anything about the child. */
  | { readonly what: 'file'; readonly event: ChildsEvent };

/**
 * Whether an event may close what was open until now: a consent that is no first yes closes its recipient; a revision of a request closes the
 * request to everybody where it no longer names an agreement with its recipient or bears a label, which may be new, and to everybody else
 * always: only the record knows whom it was asked of before. A letter that bears a label or was taken back closes the request with which it
 * goes, and each revision of one what the record has it go with, a label on a child’s file everything. Undefined for what can only open something.
 */
export function mayClose(event: ConceptEvent): MayClose | undefined {
  if (!isChilds(event)) return undefined;
  const written = (event.bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
  if (written.some((it) => it.resourceType === 'Patient' && labelsOf(it).length > 0)) return { what: 'file', event };
  const root = written.find((it) => isRoot(it, event));
  if (root?.resourceType === 'Consent') {
    const isFirstYes = event.version === 1 && root.status === 'active' && root.provision?.type === 'permit';
    return isFirstYes ? undefined : { what: 'consent', recipient: recipientOfConsent(root), event };
  }
  if (event.version === 1) return undefined;
  if (root?.resourceType === 'DocumentReference') return closedByLetter(root, event);
  if (root?.resourceType !== 'ServiceRequest') return undefined;
  const recipient = partnerIn(root.performer?.[0]);
  if (recipient === undefined) return { what: 'request', event, because: 'may-have-moved' };
  const isAgreed = root.status === 'active' && namesRecipient(root, recipient, new Date(event.recordedAt));
  if (!isAgreed) return { what: 'request', event, recipient, because: 'not-agreed' };
  const because = labelsOnRequest(root).length > 0 ? 'labelled' : 'may-have-moved';
  return { what: 'request', event, recipient, because };
}

/** Whom a consent is for: a partner, another centre, or the centre’s own staff. It stays with them (version-order.ts). */
export function recipientOfConsent({ organization, provision }: fhir4.Consent): string {
  const named = provision?.actor?.[0]?.reference;
  const { system, value = '' } = named?.identifier ?? {};
  if (system !== IDENTIFIERS.centre || value === organization?.[0]?.identifier?.value)
    return partnerIn(named) ?? OWN_STAFF;
  return recipientAtCentre(value);
}

function closedByLetter(letter: fhir4.DocumentReference, event: ChildsEvent): MayClose {
  const about = letter.context?.related ?? [];
  const recipient = about.map(partnerIn).find((it) => it !== undefined);
  const request = about.find(({ identifier }) => identifier?.system === IDENTIFIERS.request(event.centre));
  const number = request?.identifier?.value;
  const isClosed = letter.status !== 'current' || labelsOf(letter).length > 0;
  return isClosed && recipient !== undefined && number !== undefined
    ? { what: 'letter', because: 'closed', recipient, request: number, event }
    : { what: 'letter', because: 'may-have-moved', ...present({ recipient, request: number }), event };
}

const isChilds = (event: ConceptEvent): event is ChildsEvent => event.child !== undefined;

const isRoot = (resource: fhir4.FhirResource, { concept, root, centre }: ConceptEvent): boolean =>
  resource.resourceType === 'Consent' || resource.resourceType === 'DocumentReference'
    ? concept === ROOT_OF[resource.resourceType]
    : resource.resourceType === 'ServiceRequest' &&
      root.system === IDENTIFIERS.request(centre) &&
      (resource.identifier?.some(({ system, value }) => system === root.system && value === root.value) ?? false);

/** A consent writes the words said beside it as a document too: that is no letter. */
const ROOT_OF = { Consent: 'consent', DocumentReference: 'letter' } as const;
