import { v5 as uuidFrom } from 'uuid';
import type { LaneEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import type { FailureKind } from '../failures.ts';
import type { DeliveryJob } from '../lanes/queues.ts';

/** Why something was set aside, in words for a person and as a kind for a filter. */
export interface LetterReason {
  readonly failure: FailureKind;
  readonly issues: readonly Issue[];
  /** FHIR instant. */
  readonly at: string;
}

/** What is told of something that was set aside: ids and the reason, never content. */
export interface DeadLetter {
  /** Of an event, its exchange; of a delivery, made from its Task; of what could not be heard, made from where it was. */
  readonly id: string;
  readonly kind: LaneEvent['kind'] | 'delivery' | 'unheard' | 'unreadable';
  /** Absent where nothing says any more whose it is: then no centre sees it. */
  readonly centre?: string;
  readonly concept?: string;
  /** Business identifier of the concept or of the request. */
  readonly identifier?: string;
  readonly version?: number;
  readonly lane?: number;
  readonly partner?: string;
  /** Pairwise number of a delivery's Task. */
  readonly task?: string;
  /** Of a delivery: our answer to what the partner asked; absent for what we ask of it. */
  readonly about?: 'answer';
  readonly failure: FailureKind;
  readonly issues: readonly Issue[];
  /** When it was first set aside: FHIR instant. */
  readonly since: string;
  /** When its event was accepted. */
  readonly recordedAt?: string;
  /** How often it has waited for what it names. */
  readonly rounds?: number;
  /** How often a person has put it back, and when last. */
  readonly replays?: { readonly count: number; readonly last: string };
}

/** Which letters a list or a replay is about; everything that is said must hold. */
export interface LetterFilter {
  readonly kind?: DeadLetter['kind'];
  readonly centre?: string;
  readonly partner?: string;
  readonly failure?: FailureKind;
}

export const letterPasses =
  (filter: LetterFilter) =>
  (letter: DeadLetter): boolean =>
    (['kind', 'centre', 'partner', 'failure'] as const).every(
      (name) => filter[name] === undefined || letter[name] === filter[name],
    );

/** Something that a partner's system said and that could not be read: only where it was, since nobody has looked at what it holds. */
export interface Unheard {
  readonly partner: string;
  /** Of the partner's Task, or of the delivery that it answered. */
  readonly where: string;
  readonly centre?: string;
  /** Business identifier of the request, where it is known. */
  readonly identifier?: string;
}

const UNHEARD = '0d2a8c4e-6a1f-5b7e-9d3c-2f4b6a8c0e15';

export const unheardLetterId = ({ partner, where }: Unheard): string =>
  `unheard-${uuidFrom(`${partner}|${where}`, UNHEARD)}`;

/** Why it could not be read, by the places that are wrong: a partner's words may hold anything. */
export const unheardIssues = (found: readonly Issue[]): readonly Issue[] => {
  const places = [...new Set(found.flatMap(({ expression }) => expression ?? []))];
  return (places.length > 0 ? places : [undefined]).map((expression) => ({
    ...UNREAD,
    ...(expression && { expression }),
  }));
};

const UNREAD: Issue = {
  severity: 'error',
  code: 'processing',
  text: {
    fr: 'Le système du partenaire a dit quelque chose qui ne peut pas être lu ici. Téléphonez-lui pour savoir ce qu’il répond, et notez-le ; son système doit corriger ce champ et renvoyer.',
    en: 'The partner’s system said something that cannot be read here. Telephone to learn what they answer, and write it down; their system must correct this field and send again.',
  },
};

/** Whether a partner's system said it: nobody here was told that it was refused. */
export const isFromPartner = (event: LaneEvent): boolean =>
  event.kind === 'answer' ? event.fromPartner !== undefined : event.kind === 'inbound' && event.said.what !== 'settled';

export const deliveryLetterId = (task: string): string => `delivery-${task}`;

/** What an event is, without what it says. */
export const eventTold = (event: LaneEvent): Omit<DeadLetter, 'id' | 'failure' | 'issues' | 'since'> => ({
  kind: event.kind,
  centre: event.centre,
  recordedAt: event.recordedAt,
  ...(event.kind === 'concept'
    ? { concept: event.concept, identifier: event.root.value }
    : { identifier: event.kind === 'inbound' ? event.referral : event.request }),
  ...(event.kind === 'concept' && event.version !== undefined && { version: event.version }),
  ...(event.kind === 'inbound' && { partner: event.sender }),
  ...(event.kind === 'answer' && event.fromPartner !== undefined && { partner: event.fromPartner }),
  ...(event.kind === 'dispatch' && event.recipient !== undefined && { partner: event.recipient }),
});

/** A delivery is ids only: what was to leave is read from the record again. */
export const deliveryTold = (
  { task, partner, about: what }: DeliveryJob,
  about: { readonly centre?: string; readonly request?: string },
): Omit<DeadLetter, 'failure' | 'issues' | 'since'> => ({
  id: deliveryLetterId(task),
  kind: 'delivery',
  partner,
  task,
  ...(what !== undefined && { about: what }),
  ...(about.centre !== undefined && { centre: about.centre }),
  ...(about.request !== undefined && { identifier: about.request }),
});

/**
 * Whether a letter is out of date once an event about the same identifier is in the record (design.md §2, law of order): by their
 * versions, or by when they were accepted where the sender gave none.
 */
export const isOvertaken = (
  letter: Pick<DeadLetter, 'version' | 'recordedAt'>,
  synced: { readonly version?: number; readonly recordedAt: string },
): boolean =>
  letter.version !== undefined && synced.version !== undefined
    ? letter.version <= synced.version
    : (letter.recordedAt ?? '') <= synced.recordedAt;
