import type { AnswerSaid } from '../../domain/lane-events.ts';
import type { ReferralState } from '../../domain/referral-state.ts';
import type { RequestNumber } from '../dialect.ts';

/** What an outcome is written into: output of the Task, and the resources that it names. */
export interface OutcomeWritten {
  readonly output: fhir4.TaskOutput;
  readonly fullUrl: string;
  readonly identifier: fhir4.Identifier;
  readonly resource: fhir4.FhirResource;
}

export interface OutcomeFacts {
  readonly words: string;
  readonly happenedAt: string;
  /** When the message is made: FHIR instant. */
  readonly at: string;
  /** How the message names a part of itself. */
  readonly urlOf: (part: string) => string;
  readonly number: RequestNumber;
  readonly focus?: fhir4.Reference;
  readonly subject?: fhir4.Reference;
}

/** Where implementation guides that link by `Task.focus` differ (fhir.md §3): Gravity’s SDOH Clinical Care, BSeR. */
export interface Guide {
  readonly profiles: { readonly task: string; readonly request: string };
  /** A number of the one who asks, typed as this guide wants it. */
  numbered(number: RequestNumber): fhir4.Identifier;
  /** Codes for where a request stands, beside ours; none where the guide has none. */
  businessCodes(state: ReferralState, what?: AnswerSaid['what']): readonly fhir4.Coding[];
  /** The request with what this guide asks of one more, and the words that everybody must read first. */
  request(request: fhir4.ServiceRequest, callFirst: string): fhir4.ServiceRequest;
  outcome(facts: OutcomeFacts): OutcomeWritten;
  /** What the Task of accepted work says when it is asked to stop; without it, a Task of its own asks (COW). */
  readonly stopAsked?: fhir4.Coding;
}
