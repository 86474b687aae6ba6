import type { Answer, Dispatch, InboundReferral, Letter } from './concepts.ts';
import type { RequestKind } from './request-kind.ts';

/** What an owner says by its system or on the secure page, beside what a person can write down. */
export type AnswerSaid = Omit<Answer, 'channel'> & {
  readonly channel?: Answer['channel'] | 'system' | 'web-page';
  /** The state of its Task beside a business status that by itself tells less: an appointment or an absence before or after the service has begun. */
  readonly stands?: 'accepted' | 'in-progress';
};

/** A letter or report as it came, file and all: checked, and not yet told of which request. */
export type LetterHeard = Pick<Letter, 'kind' | 'title' | 'happenedAt' | 'contentType'> & { readonly content: string };

interface OfOneCentre {
  readonly exchangeId: string;
  /** Centre whose record it is: business identifier. */
  readonly centre: string;
  /** When the gateway learnt of it: FHIR instant. */
  readonly recordedAt: string;
  /** Since when it was known, where a program that may says so: what was written down elsewhere before. Absent: since `recordedAt`. */
  readonly knownAt?: string;
}

interface OfOneChild extends OfOneCentre {
  /** Child's business identifier at the centre. */
  readonly child: string;
}

/** A concept created or revised, already mapped. */
export interface ConceptEvent extends OfOneCentre {
  readonly kind: 'concept';
  readonly concept: string;
  /** Child's business identifier at the centre; absent for what is no child's: a directory entry, a file apart. */
  readonly child?: string;
  readonly root: { readonly type: string; readonly system: string; readonly value: string };
  /** Absent when the sender has none: the lane gives the present one + 1. */
  readonly version?: number;
  /** The version that the sender says it revises (`If-Match`). */
  readonly ifMatch?: number;
  /** The kinds of request of which whoever wrote it may not know: what is about one is to them as if it were not there. */
  readonly hides?: readonly RequestKind[];
  readonly contentHash: string;
  readonly bundle: fhir4.Bundle<fhir4.FhirResource>;
}

/** What a recipient or the family answered, from a system or written down by a person. */
export interface AnswerEvent extends OfOneChild {
  readonly kind: 'answer';
  /** Business identifier of the request. */
  readonly request: string;
  /** The partner whose system said it; absent when a person of the centre wrote it down. */
  readonly fromPartner?: string;
  readonly answer: AnswerSaid;
  /** Letters that came with it, from that partner. */
  readonly letters?: readonly LetterHeard[];
}

/** What an answer says, whichever child it is about. */
export type AnswerGiven = Omit<AnswerEvent, 'child' | 'request'>;

/** A request left for its recipient, or our answer for whoever asked: by machine, or as a person wrote down. */
export interface DispatchEvent extends OfOneCentre {
  readonly kind: 'dispatch';
  /** Absent for the answer to a request whose child nobody recognized. */
  readonly child?: string;
  readonly request: string;
  readonly recipient?: string;
  /** Version of the request that left; absent when a person wrote it down: the version that stands. */
  readonly version?: number;
  readonly stage?: string;
  /** The recipient's own reference, where its system gave one. */
  readonly reference?: string;
  /** Where the recipient's dialect could not carry something: FHIRPaths, never values. */
  readonly notCarried?: readonly string[];
  /** Letters that were to go along, whether or not they were carried; absent when a person wrote it down: those that are there. */
  readonly going?: readonly string[];
  /** Version in the record of the child that a system was shown; absent when a person wrote it down: the one that stands. */
  readonly childVersion?: string;
  readonly dispatch: Omit<Dispatch, 'how'> & { readonly how: Dispatch['how'] | 'system' | 'web-page' };
}

/** Who the child of an inbound referral is, as a person decided; or that the centre does not take it. */
export type Settlement =
  | { readonly child: string }
  | { readonly newChild: true }
  | { readonly notForUs: NonNullable<Answer['reason']>; readonly words?: string };

/** What one message or one person says of an inbound referral. */
export type SaidOfInbound =
  /** Asked, or asked again with other words. What the sender says of the child stands in it. */
  | {
      readonly what: 'asked';
      readonly referral: InboundReferral;
      /** Letters that came with it. */
      readonly letters?: readonly LetterHeard[];
    }
  /** Letters that came later, with words or alone. */
  | { readonly what: 'letters'; readonly letters: readonly LetterHeard[] }
  | {
      readonly what: 'taken-back';
      readonly state: 'cancelled' | 'entered-in-error';
      /** Absent when the sender did not say. */
      readonly happenedAt?: string;
    }
  | {
      readonly what: 'settled';
      readonly settlement: Settlement;
      readonly decidedBy: string;
      readonly happenedAt: string;
    }
  /** The sender asks where it stands; the message's id, so that each asking is answered once. */
  | { readonly what: 'status-asked'; readonly messageId: string };

/** What a partner asks of the centre, from the door to the day on which somebody has said which child it is, and what it says of it later. */
export interface InboundEvent extends OfOneCentre {
  readonly kind: 'inbound';
  /** The partner that asks. */
  readonly sender: string;
  /** Our number for it, made from the sender and its own number: its lane. */
  readonly referral: string;
  /** As the directory names them. */
  readonly names: { readonly centre: string; readonly sender: string };
  readonly said: SaidOfInbound;
}

/** What waits in a lane. */
export type LaneEvent = ConceptEvent | AnswerEvent | DispatchEvent | InboundEvent;
