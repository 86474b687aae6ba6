import type { FailureKind } from '../../gateway/failures.ts';
import type { DeliveryJob } from '../../gateway/lanes/queues.ts';
import { DESTROYED } from '../../gateway/retention/destroyed.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import type { TypedIdentifier } from '../../mappings/domain/references.ts';

/** One resource to write: as a revision of what is there, or new. */
export interface Write {
  readonly resource: fhir4.FhirResource;
  readonly fullUrl: string;
  /** Present version; absent for what is new. */
  readonly ifMatch?: string;
  /** For what is new: the search that must find nothing, or whose match is taken instead. Absent for an id of our own choosing. */
  readonly ifNoneExist?: string;
}

/** What one event does to the record, decided from what the record holds, without looking at it again. */
export type Decision =
  | {
      readonly kind: 'commit';
      readonly writes: readonly Write[];
      readonly created: boolean;
      readonly version?: number;
      readonly issues: readonly Issue[];
      readonly deliver: readonly DeliveryJob[];
      /** In words of ours, for the change feed: `created`, `revised`, or the answer. */
      readonly change: string;
      /** Name of the concept that changed. */
      readonly concept: string;
      /** Of what it writes and has delivered, what whoever wrote it may not know of: `Type/id`, and numbers of Tasks. */
      readonly untold?: ReadonlySet<string>;
    }
  /** The record already says it: nothing is written; what follows from it is done once more if this very event (`again`) wrote it before. */
  | {
      readonly kind: 'unchanged';
      readonly concept: string;
      readonly again?: string;
      readonly version?: number;
      readonly issues: readonly Issue[];
      readonly deliver: readonly DeliveryJob[];
    }
  | { readonly kind: 'superseded'; readonly version: number }
  | { readonly kind: 'refused'; readonly failure: FailureKind; readonly issues: readonly Issue[] }
  /** It refers to what the record does not know yet. */
  | { readonly kind: 'waits'; readonly awaits: readonly TypedIdentifier[] };

/** Nothing brings a destroyed file back. */
export const REFUSED_AS_DESTROYED: Decision = { kind: 'refused', failure: 'destroyed', issues: [DESTROYED] };
