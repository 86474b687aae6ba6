import { v5 as uuidFrom } from 'uuid';
import { type Agreed, closedBy, readAsked } from '../../gateway/disclosure/closed-by.ts';
import type { MayBeShown } from '../../gateway/disclosure/disclosure.ts';
import { endNamed, endsUnderIt } from '../../gateway/disclosure/ends-under-label.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { actProvenance } from '../../mappings/concepts/act-provenance.ts';
import { extensionIn, extensionsIn } from '../../mappings/concepts/extension.ts';
import { present } from '../../mappings/concepts/present.ts';
import { isPartnersRecipient } from '../../mappings/consent/bases.ts';
import { mayClose } from '../../mappings/consent/may-close.ts';
import type { ConceptEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { EXTENSIONS } from '../../mappings/domain/systems.ts';
import type { Write } from './decision.ts';
import { endedAtOnce } from './revised-task.ts';
import { referenceToTask } from './task-meant.ts';

/** For events that close nothing of what the centre asks. */
export const CLOSES_NOTHING: MayBeShown = () => false;

/** Read only for an event that may close something: a first yes, a circle or a plan costs nothing. Undefined for a child that the record does not know. */
export async function readAgreed(store: Pick<FhirStore, 'search'>, event: ConceptEvent): Promise<Agreed | undefined> {
  const closing = mayClose(event);
  // What a letter told is not asked: the request goes on without it.
  if (closing === undefined || closing.what === 'letter') return undefined;
  if (closing.what === 'request' && closing.because === 'may-have-moved') return undefined;
  if (closing.what === 'file') return readAsked(store, closing.event);
  // Nothing is asked of nobody, nor of the centre’s own staff, nor of another centre.
  if (closing.recipient === undefined || !isPartnersRecipient(closing.recipient)) return undefined;
  return readAsked(store, closing.event, closing.recipient);
}

/** The Tasks that an event closes to their recipients, each as it then stands: cancelled at once, whatever its owner had said, since an agreement is not asked back (fhir.md §6). */
export const endedWith = (
  event: ConceptEvent,
  agreed: Agreed | undefined,
  mayBeShown: MayBeShown,
): readonly fhir4.Task[] =>
  closedBy(event, agreed, mayBeShown).map(({ task }) =>
    endedAtOnce(task, isFamilys(event) ? 'family-took-back' : 'withdrawn', event.recordedAt),
  );

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

/**
 * The trace of each end, under an id made from the event's and the Task's: told by no name, the consent itself says whose it was. `untold`: whoever
 * wrote the event may not know of it, and somebody else must tell the family.
 */
export const tracesOfEnds = (
  event: ConceptEvent,
  ended: readonly fhir4.Task[],
  { untold = false }: { readonly untold?: boolean } = {},
): readonly Write[] =>
  ended.map((task) => {
    const id = uuidFrom(`${event.exchangeId}|${task.id}`, ENDS);
    const { centre, recordedAt, knownAt } = event;
    const act = actProvenance({
      event: { exchangeId: id, centre, recordedAt, ...present({ knownAt }) },
      targets: [referenceToTask(task)],
      activity: isFamilys(event) ? 'agreement-taken-back' : 'basis-ended',
      implied: [],
      contradicts: false,
      untold,
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

/** What whoever sent it is told: what was read cannot be called back, and the family must know; under a label, which requests end and where. */
export const endsTold = (event: ConceptEvent, ended: readonly fhir4.Task[]): readonly Issue[] =>
  ended.length === 0 ? [] : [isLabel(event) ? endsUnderIt(ended.map(endNamed)) : ENDS_WITH_IT];

const ENDS = '5f0c6a1e-7d0b-5c3e-9a52-41d8b6c7e290';

const ENDS_WITH_IT: Issue = {
  severity: 'warning',
  code: 'business-rule',
  text: {
    fr: 'Ce qui était demandé à ce destinataire sur cet accord prend fin : qui l’a reçu apprend que c’est annulé, et rien d’autre. Ce qui a été lu ne se reprend pas : dites-le à la famille.',
    en: 'What was asked of this recipient on that agreement ends: whoever received it is told that it is cancelled, and nothing else. What was read cannot be called back: tell the family so.',
  },
};
