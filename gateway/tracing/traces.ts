import type { Telemetry } from 'bullmq';

/** What a span of ours tells beside its name: ids of the registry, never a person's data. */
export interface SpanAbout {
  readonly partner: string;
  readonly transport: string;
}

/** How what happens to an event is followed from the door through the queues and the record to the partner. */
export interface Traces {
  /** For BullMQ: the trace goes with the job. Absent when nothing is traced. */
  readonly telemetry?: Telemetry;
  /** Runs it within a span of its own; the failure passes as it is. */
  around<T>(name: string, about: SpanAbout, run: () => Promise<T>): Promise<T>;
  /** Hands over what was not exported yet. */
  stop(): Promise<void>;
}

/** Nothing is traced, and nothing of OpenTelemetry is loaded. */
export const NO_TRACES: Traces = { around: (_name, _about, run) => run(), stop: async () => undefined };
