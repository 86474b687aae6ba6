import type { Answer, Dispatch } from './concepts.ts';

/** What an owner says by its system or on the secure page, beside what a person can write down. */
export type AnswerSaid = Omit<Answer, 'channel'> & {
  readonly channel?: Answer['channel'] | 'system' | 'web-page';
};

interface OfOneCentre {
  readonly exchangeId: string;
  /** Centre whose record it is: business identifier. */
  readonly centre: string;
  /** When the gateway learnt of it: FHIR instant. */
  readonly recordedAt: string;
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
}

/** A request left for its recipient: by machine, or as a person wrote down. */
export interface DispatchEvent extends OfOneChild {
  readonly kind: 'dispatch';
  readonly request: string;
  readonly recipient?: string;
  /** Version of the request that left; absent when a person wrote it down: the version that stands. */
  readonly version?: number;
  readonly stage?: string;
  /** The recipient's own reference, where its system gave one. */
  readonly reference?: string;
  /** Where the recipient's dialect could not carry something: FHIRPaths, never values. */
  readonly notCarried?: readonly string[];
  readonly dispatch: Omit<Dispatch, 'how'> & { readonly how: Dispatch['how'] | 'system' | 'web-page' };
}

/** What waits in a lane. */
export type LaneEvent = ConceptEvent | AnswerEvent | DispatchEvent;
