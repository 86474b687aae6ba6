import { partnerIn } from '../domain/current-task.ts';
import type { ConceptEvent } from '../domain/lane-events.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import { labelsOnRequest } from '../lenses/labels.ts';
import { namesRecipient } from './agreements-on-request.ts';
import { OWN_STAFF } from './bases.ts';

/** An event about a child, as every consent and every request is. */
export type ChildsEvent = ConceptEvent & { readonly child: string };

/** What an event may close: everything about its child to one recipient (`consent`; the centre’s own staff too), or one request. */
export type MayClose =
  | { readonly what: 'consent'; readonly recipient: string; readonly event: ChildsEvent }
  /** `labelled`: only because it bears a label, and not for want of an agreement. */
  | {
      readonly what: 'request';
      readonly recipient: string;
      readonly event: ChildsEvent;
      readonly labelled: boolean;
    };

/**
 * Whether an event may close to its recipient what was open until now: a consent that is no first yes; a revision of a request that no longer
 * names an agreement with its recipient, or that bears a label, which may be new. Undefined for what can only open something.
 */
export function mayClose(event: ConceptEvent): MayClose | undefined {
  if (!isChilds(event)) return undefined;
  const root = event.bundle.entry?.map(({ resource }) => resource).find((it) => it !== undefined && isRoot(it, event));
  if (root?.resourceType === 'Consent') {
    const isFirstYes = event.version === 1 && root.status === 'active' && root.provision?.type === 'permit';
    const recipient = partnerIn(root.provision?.actor?.[0]?.reference) ?? OWN_STAFF;
    return isFirstYes ? undefined : { what: 'consent', recipient, event };
  }
  if (root?.resourceType !== 'ServiceRequest' || event.version === 1) return undefined;
  const recipient = partnerIn(root.performer?.[0]);
  if (recipient === undefined) return undefined;
  const isAgreed = root.status === 'active' && namesRecipient(root, recipient, new Date(event.recordedAt));
  return isAgreed && labelsOnRequest(root).length === 0
    ? undefined
    : { what: 'request', recipient, event, labelled: isAgreed };
}

const isChilds = (event: ConceptEvent): event is ChildsEvent => event.child !== undefined;

const isRoot = (resource: fhir4.FhirResource, { concept, root, centre }: ConceptEvent): boolean =>
  resource.resourceType === 'Consent'
    ? concept === 'consent'
    : resource.resourceType === 'ServiceRequest' &&
      root.system === IDENTIFIERS.request(centre) &&
      (resource.identifier?.some(({ system, value }) => system === root.system && value === root.value) ?? false);
