import type { AnswerSaid } from '../domain/lane-events.ts';
import type { Issue, Mapped } from '../domain/mapped.ts';
import type { ReferralState } from '../domain/referral-state.ts';

/** A number under which both sides know a request; a partner's own may come without a system. Never empty. */
export interface RequestNumber {
  readonly system?: string;
  readonly value: string;
}

/** Who sends or receives, as the other side needs to know it: whom to call back. */
export interface PartyCard {
  readonly id: string;
  readonly name: string;
  readonly telephone?: string;
}

/** A request on its way between two organizations, in either direction: resources of ours that a lens has cut (`psc-*` profiles). */
export interface TravellingRequest {
  readonly number: RequestNumber;
  /** Status, priority, authoredOn, lastModified; no reference. */
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
  /** Absent where the lens shows nothing of the child. */
  readonly child?: fhir4.Patient;
  /** Letters and reports that come with it. */
  readonly letters: readonly fhir4.DocumentReference[];
}

/** What the owner of a request says about it, on its way to whoever asked. */
export interface TravellingAnswer {
  readonly number: RequestNumber;
  readonly answer: AnswerSaid;
  /** Where the request stands after it. */
  readonly state: ReferralState;
  readonly letters: readonly fhir4.DocumentReference[];
  /** What the dialect gave with the request for the answer to stand in its thread; opaque to everybody else. */
  readonly thread?: string;
  /** Whoever asked wanted to know where it stands: the same answer again is no news. */
  readonly statusAsked?: boolean;
}

/** A request taken back by whoever asked: number and that it is withdrawn, nothing else (fhir.md §6). */
export interface TravellingCancellation {
  readonly number: RequestNumber;
  readonly state: 'cancelled' | 'entered-in-error';
  /** Work had been accepted: the owner is asked to stop, and answers (COW: a Task with code `abort`). */
  readonly accepted: boolean;
  /** FHIR dateTime with offset; a bare cancellation has none. */
  readonly happenedAt?: string;
}

/** What goes over the wire, before any transport. */
export type Message =
  | { readonly form: 'fhir'; readonly bundle: fhir4.Bundle<fhir4.FhirResource> }
  /** Segments end in CR (HL7 v2.5.1 §2.3). */
  | { readonly form: 'hl7v2'; readonly text: string };

/** A message, and what it could not carry of what it was made from: field and reason, never a value. */
export interface Written {
  readonly message: Message;
  readonly lost: readonly Issue[];
}

/** How a partner's HL7 v2 messages are addressed and written: from its entry in the registry. */
export interface Hl7v2Address {
  /** MSH-3 of its messages, MSH-5 of ours. */
  readonly application: string;
  /** MSH-4 of its messages, MSH-6 of ours. */
  readonly facility: string;
  /** MSH-18 of what we write, and what an empty one means in what it writes. */
  readonly charset?: string;
  readonly acknowledgement?: 'enhanced' | 'original';
}

export interface OutgoingContext {
  /** Made from request, partner and version: sending again gives the same. A UUID. */
  readonly messageId: string;
  /** When it is made: FHIR instant. */
  readonly at: string;
  readonly sender: PartyCard;
  readonly recipient: PartyCard;
  readonly language: 'fr' | 'en';
  /** Nothing has left for this recipient before. */
  readonly first: boolean;
  /** For a recipient that speaks HL7 v2. */
  readonly hl7v2?: Hl7v2Address;
}

/** Words that came without a slot of their own: a person reads them before they are kept. */
export interface WordsHeard {
  /** Where they stood: `NTE-3`, `Task.note`. */
  readonly where: string;
  readonly words: string;
}

/** One thing that a message says. */
export type Heard =
  | {
      readonly kind: 'request';
      readonly request: TravellingRequest;
      /** The centre that is asked, by its id, where the message names one of ours; whoever hears it knows when there is only one. */
      readonly centre?: string;
      /** Who asks there, in words, where the message says so. */
      readonly askedBy?: PartyCard;
      readonly words: readonly WordsHeard[];
      readonly thread?: string;
    }
  | {
      readonly kind: 'answer';
      readonly number: RequestNumber;
      readonly answer: AnswerSaid;
      readonly letters: readonly fhir4.DocumentReference[];
      readonly words: readonly WordsHeard[];
    }
  /** By whoever asked. An owner that stopped, as it was asked to, says it by an answer: `cancelled`. */
  | ({ readonly kind: 'cancellation'; readonly words: readonly WordsHeard[] } & TravellingCancellation)
  /** Something said about a request that exists, by either side. */
  | {
      readonly kind: 'note';
      readonly number: RequestNumber;
      readonly happenedAt: string;
      readonly words: readonly WordsHeard[];
      readonly letters: readonly fhir4.DocumentReference[];
    }
  | { readonly kind: 'status-asked'; readonly number: RequestNumber };

export interface HeardMessage {
  /** The sender's own id of the message: the same one again is the same message. */
  readonly messageId: string;
  readonly heard: readonly Heard[];
  /** What could not be carried, and what is never kept: warnings that name the place, never the value. */
  readonly issues: readonly Issue[];
}

export interface IncomingContext {
  /** The partner that sends: known by its credentials, not by what it says of itself. */
  readonly partner: string;
  /** IANA zone of times that come without an offset (HL7 v2); absent: that of our centres. */
  readonly timeZone?: string;
}

/** A language that is only heard: who speaks it takes no messages, and is answered by a person. */
export interface ReadingDialect {
  read(message: Message, context: IncomingContext): Mapped<HeardMessage>;
}

/**
 * A partner's language, pure, both ways. What is written and read again is the same but for the losses that `mappings/README.md` lists;
 * nothing is dropped in silence, nothing invented. A message that cannot be read gives every reason at once.
 */
export interface Dialect extends ReadingDialect {
  writeRequest(request: TravellingRequest, context: OutgoingContext): Written;
  writeCancellation(cancellation: TravellingCancellation, context: OutgoingContext): Written;
  writeAnswer(answer: TravellingAnswer, context: OutgoingContext): Written;
}
