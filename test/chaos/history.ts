import type { Changes } from '../stack/concept-examples.ts';
import type { DoneFault } from './faults.ts';
import type { ConceptSent } from './load-plan.ts';
import type { Manner } from './partners.ts';

/**
 * Everything that could be seen from outside in one run, as plain data: a verdict is made from this alone, and can be made again from a file.
 */
export interface History {
  readonly sent: readonly SentVersion[];
  /** At the end, what each acknowledged exchange is. */
  readonly exchanges: readonly ExchangeSeen[];
  readonly record: RecordSeen;
  readonly partners: readonly PartnerSeen[];
  readonly letters: readonly LetterSeen[];
  /** What is left in each queue of events and deliveries. */
  readonly queues: readonly QueueSeen[];
  readonly poison: readonly PoisonSent[];
  readonly faults: readonly DoneFault[];
  /** Whether everything came to rest in the time that it had. */
  readonly quiet: { readonly reached: boolean; readonly afterMs: number; readonly waitsFor: readonly string[] };
}

/** One version of one concept as it was sent, however often. */
export interface SentVersion {
  readonly concept: ConceptSent;
  readonly id: string;
  readonly child: string;
  readonly version: number;
  readonly body: Changes;
  /** Milliseconds after the start of the load. */
  readonly firstSentMs: number;
  /** Each answer that said it was taken, and the exchange that it named. */
  readonly acknowledged: readonly { readonly atMs: number; readonly status: number; readonly exchange: string }[];
  /** It names something that is never sent. */
  readonly orphan?: true;
  /** The answer that refused it for good. */
  readonly refused?: number;
}

export interface ExchangeSeen {
  readonly id: string;
  /** `absent` when the gateway does not know it. */
  readonly state: string;
  readonly version?: number;
}

export interface RecordSeen {
  readonly roots: readonly RootSeen[];
  readonly tasks: readonly TaskSeen[];
  /** By the child's identifier: how many Patients bear it. */
  readonly children: Readonly<Record<string, number>>;
}

/** What HAPI holds under one business identifier. */
export interface RootSeen {
  readonly concept: ConceptSent;
  readonly id: string;
  /** How many resources bear the identifier. */
  readonly resources: number;
  /** The concept's version in each version that HAPI has had, oldest first. */
  readonly versions: readonly number[];
  /** How many times it was noted that it was created or revised (Provenance). */
  readonly noted: number;
  /** The concept as the API gives it back. */
  readonly held?: unknown;
}

/** One request at one recipient. */
export interface TaskSeen {
  readonly number: string;
  readonly request: string;
  readonly partner: string;
  readonly resources: number;
  /** Its status in each version that HAPI has had, oldest first. */
  readonly statuses: readonly string[];
  readonly stopAsked: boolean;
  /** What was noted of it (Provenance), each as often as it was noted. */
  readonly noted: readonly NotedSeen[];
}

export interface NotedSeen {
  readonly what: string;
  /** As whoever did it says. */
  readonly happenedAt: string;
}

export interface PartnerSeen {
  readonly id: string;
  readonly manner: Manner;
  readonly received: readonly MessageSeen[];
  readonly cases: readonly CaseSeen[];
}

/** One message in a partner's own log. */
export interface MessageSeen {
  readonly messageId: string;
  /** The request and the version that its words name; absent from what takes one back. */
  readonly mark?: { readonly id: string; readonly version: number };
  readonly number?: string;
}

/** A request as it stands at a partner. */
export interface CaseSeen {
  readonly number: string;
  readonly mark?: { readonly id: string; readonly version: number };
  readonly status: string;
  readonly withdrawn: boolean;
  readonly stopAsked: boolean;
  readonly answers: readonly { readonly act: string; readonly result: string }[];
}

export interface LetterSeen {
  readonly id: string;
  readonly kind: string;
  readonly failure: string;
  readonly identifier?: string;
  /** In words. */
  readonly reason: string;
}

export interface QueueSeen {
  readonly name: string;
  /** What still waits, runs, or failed without a letter. */
  readonly left: number;
}

/** A message that can never be processed: refused at the door, or set aside with a reason. */
export interface PoisonSent {
  readonly what: 'unreadable-job' | 'malformed-body' | 'garbage-over-mllp' | 'orphan';
  /** Of what was queued: its exchange. */
  readonly exchange?: string;
  /** Of what was sent to a door: whether it was refused, and nothing else broke. */
  readonly refused?: boolean;
}
