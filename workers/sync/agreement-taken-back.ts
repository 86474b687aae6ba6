import { v5 as uuidFrom } from 'uuid';
import type { MayBeShown } from '../../gateway/disclosure/disclosure.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { identifierToken } from '../../gateway/record/identifier-token.ts';
import { actProvenance } from '../../mappings/concepts/act-provenance.ts';
import { extensionIn, extensionsIn } from '../../mappings/concepts/extension.ts';
import { present } from '../../mappings/concepts/present.ts';
import { OWN_STAFF } from '../../mappings/consent/bases.ts';
import { mayClose } from '../../mappings/consent/may-close.ts';
import { isAsked, isReferralTask, isTakenBack, partnerIn } from '../../mappings/domain/current-task.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Write } from './decision.ts';
import { identifiersOf, tokenOf } from './references.ts';
import { endedAtOnce } from './revised-task.ts';
import { referenceToTask } from './task-meant.ts';

/** What the record holds that lets requests of one child be shown to one recipient, or to all. */
export interface Agreed {
  readonly child: fhir4.Patient;
  readonly consents: readonly fhir4.Consent[];
  readonly people: readonly fhir4.RelatedPerson[];
  /** What was ever asked of them about the child; each Task with its request. */
  readonly asked: readonly { readonly task: fhir4.Task; readonly request: fhir4.ServiceRequest }[];
}

/** For events that close nothing of what the centre asks. */
export const CLOSES_NOTHING: MayBeShown = () => false;

/** Read only for an event that may close something: a first yes, a circle or a plan costs nothing. Undefined for a child that the record does not know. */
export async function readAgreed(store: Pick<FhirStore, 'search'>, event: ConceptEvent): Promise<Agreed | undefined> {
  const closing = mayClose(event);
  // What a letter told is not asked: the request goes on without it.
  if (closing === undefined || closing.what === 'letter') return undefined;
  if (closing.what === 'request' && closing.because === 'may-have-moved') return undefined;
  if (closing.what === 'file') return readAsked(store, closing.event);
  // Nothing is asked of nobody, nor of the centre’s own staff.
  if (closing.recipient === undefined || closing.recipient === OWN_STAFF) return undefined;
  return readAsked(store, closing.event, closing.recipient);
}

/** The same of one recipient, or of everybody who was ever asked something about the child. */
export async function readAsked(
  store: Pick<FhirStore, 'search'>,
  { centre, child: number }: ConceptEvent,
  recipient?: string,
): Promise<Agreed | undefined> {
  if (number === undefined) return undefined;
  const around = await store.search('Patient', {
    identifier: identifierToken(IDENTIFIERS.child(centre), number),
    _revinclude: ['Consent:patient', 'RelatedPerson:patient'],
  });
  const child = around.find((it) => it.resourceType === 'Patient');
  if (child?.id === undefined) return undefined;
  const found = await store.search('Task', {
    patient: child.id,
    ...(recipient !== undefined && {
      'owner:Organization.identifier': identifierToken(IDENTIFIERS.partner, recipient),
    }),
    _include: 'Task:focus',
  });
  const requests = new Map(
    found.filter((it) => it.resourceType === 'ServiceRequest').map((it) => [`ServiceRequest/${it.id}`, it]),
  );
  return {
    child,
    consents: around.filter((it) => it.resourceType === 'Consent'),
    people: around.filter((it) => it.resourceType === 'RelatedPerson'),
    asked: found.filter(isOfOurs).flatMap((task) => {
      const request = requests.get(task.focus?.reference ?? '');
      return request === undefined ? [] : [{ task, request }];
    }),
  };
}

/** What a partner asks of the centre is not the centre’s to end. */
const isOfOurs = (resource: fhir4.FhirResource): resource is fhir4.Task =>
  isReferralTask(resource) && partnerIn(resource.owner) !== undefined;

/**
 * The Tasks that end because the event takes back, refuses or narrows what let their recipient have them, or puts a label under which its lens
 * shows nothing: it could be shown just before, and no more after. Each as it then stands: cancelled at once, whatever its owner had said, since
 * an agreement is not asked back (fhir.md §6).
 */
export function endedWith(
  event: ConceptEvent,
  agreed: Agreed | undefined,
  mayBeShown: MayBeShown,
): readonly fhir4.Task[] {
  if (agreed === undefined) return [];
  const at = new Date(event.recordedAt);
  const { consents, people } = agreed;
  const written = (event.bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
  return agreed.asked.flatMap(({ task, request }) => {
    if (!isAsked(task) || isTakenBack(task)) return [];
    const before = { task, child: agreed.child, people, request, consents };
    const after = {
      ...before,
      child: revised(before.child, written),
      request: revised(request, written),
      consents: allRevised(consents, written),
    };
    if (!mayBeShown(before, at) || mayBeShown(after, at)) return [];
    return [endedAtOnce(task, isFamilys(event) ? 'family-took-back' : 'withdrawn', event.recordedAt)];
  });
}

/** A label that is put, not something that was said of agreeing. */
function isLabel(event: ConceptEvent): boolean {
  const closing = mayClose(event);
  return closing?.what === 'file' || (closing?.what === 'request' && closing.because === 'labelled');
}

/**
 * What a professional invoked, or was entered in error, was never the family’s to take back, and a label is the centre’s: then the centre ends it,
 * and tells the family.
 */
function isFamilys(event: ConceptEvent): boolean {
  const consent = event.bundle.entry?.map(({ resource }) => resource).find((it) => it?.resourceType === 'Consent');
  if (consent?.resourceType !== 'Consent') return !isLabel(event);
  return consent.status !== 'entered-in-error' && extensionsIn(consent, EXTENSIONS.ground).length === 0;
}

/** The trace of each end, under an id made from the event's and the Task's: told by no name, the consent itself says whose it was. */
export const tracesOfEnds = (event: ConceptEvent, ended: readonly fhir4.Task[]): readonly Write[] =>
  ended.map((task) => {
    const id = uuidFrom(`${event.exchangeId}|${task.id}`, ENDS);
    const { centre, recordedAt, knownAt } = event;
    const act = actProvenance({
      event: { exchangeId: id, centre, recordedAt, ...present({ knownAt }) },
      targets: [referenceToTask(task)],
      activity: isFamilys(event) ? 'agreement-taken-back' : 'basis-ended',
      implied: [],
      contradicts: false,
      happenedAt: takenBackAt(event),
    });
    return { resource: act, fullUrl: `urn:uuid:${id}` };
  });

/** When the family said so; a narrowing counts from when we knew. */
function takenBackAt({ bundle, recordedAt }: ConceptEvent): string {
  const consent = bundle.entry?.map(({ resource }) => resource).find((it) => it?.resourceType === 'Consent');
  if (consent?.resourceType !== 'Consent') return recordedAt;
  const [withdrawal] = extensionsIn(consent, EXTENSIONS.withdrawal);
  const refusedAt = consent.status === 'rejected' ? consent.dateTime : undefined;
  return extensionIn(withdrawal, 'at', 'valueDateTime') ?? refusedAt ?? recordedAt;
}

/** What whoever sent it is told: what was read cannot be called back, and the family must know. */
export const endsTold = (event: ConceptEvent, ended: readonly fhir4.Task[]): readonly Issue[] =>
  ended.length === 0 ? [] : [isLabel(event) ? ENDS_UNDER_IT : ENDS_WITH_IT];

const revised = <T extends fhir4.FhirResource>(standing: T, written: readonly fhir4.FhirResource[]): T =>
  written.find((it): it is T => isSame(it, standing)) ?? standing;

/** With those that are new. */
const allRevised = (
  standing: readonly fhir4.Consent[],
  written: readonly fhir4.FhirResource[],
): readonly fhir4.Consent[] => [
  ...standing.filter((it) => !written.some((other) => isSame(other, it))),
  ...written.filter((it) => it.resourceType === 'Consent'),
];

function isSame(one: fhir4.FhirResource, other: fhir4.FhirResource): boolean {
  const tokens = new Set(identifiersOf(other).map(tokenOf));
  return identifiersOf(one).some((identifier) => tokens.has(tokenOf(identifier)));
}

const ENDS = '5f0c6a1e-7d0b-5c3e-9a52-41d8b6c7e290';

const ENDS_WITH_IT: Issue = {
  severity: 'warning',
  code: 'business-rule',
  text: {
    fr: 'Ce qui était demandé à ce destinataire sur cet accord prend fin : qui l’a reçu apprend que c’est annulé, et rien d’autre. Ce qui a été lu ne se reprend pas : dites-le à la famille.',
    en: 'What was asked of this recipient on that agreement ends: whoever received it is told that it is cancelled, and nothing else. What was read cannot be called back: tell the family so.',
  },
};

const ENDS_UNDER_IT: Issue = {
  severity: 'warning',
  code: 'business-rule',
  expression: 'labels',
  text: {
    fr: 'Sous cette étiquette, la vue d’un destinataire ne montre plus rien de ce qui lui était demandé : cela prend fin, et qui l’a reçu apprend que c’est annulé, rien d’autre. Ce qui a été lu ne se reprend pas. Sans l’étiquette, faites une nouvelle demande (replaces).',
    en: 'Under this label a recipient’s lens shows nothing any more of what was asked of them: that ends, and whoever received it is told that it is cancelled, nothing else. What was read cannot be called back. Without the label, make a new request (replaces).',
  },
};
