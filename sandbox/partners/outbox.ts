import { setTimeout as wait } from 'node:timers/promises';
import type { AnsweredFact, Attempt } from './journal.ts';

/** Brings one Task to the gateway, once. Never throws: every way it can end is an Attempt; whether to retry is ours. */
export type SendAnswer = (task: fhir4.Task, signal: AbortSignal) => Promise<Attempt>;

export interface OutboxOptions {
  readonly send: SendAnswer;
  /** How long to wait before each retry; as many retries as there are waits. */
  readonly retryWaitsMs: readonly number[];
  readonly attempted: (answerId: string, attempt: Attempt) => void;
}

/** Sends answers, in order for each Task: a later answer does not overtake one that is being retried. */
export interface Outbox {
  /** Resolves when the answer was taken or refused, or the retries are used up. */
  post(fact: Pick<AnsweredFact, 'answerId' | 'task' | 'resource'>): Promise<void>;
  /** Gives up what is on its way, and resolves once that is written down. */
  stop(): Promise<void>;
}

/** Starts with nothing to send. */
export function createOutbox({ send, retryWaitsMs, attempted }: OutboxOptions): Outbox {
  const stopping = new AbortController();
  const lanes = new Map<string, Promise<void>>();

  return {
    post({ answerId, task, resource }) {
      const lane = `${task.system}|${task.value}`;
      const before = lanes.get(lane)?.catch(() => undefined) ?? Promise.resolve();
      const sending = before.then(async () => {
        for (const [tries, waitMs] of [0, ...retryWaitsMs].entries()) {
          await waitUnlessStopped(waitMs, stopping.signal);
          const attempt = stopping.signal.aborted ? STOPPED : await send(resource, stopping.signal);
          if (attempt.result !== 'not-delivered') {
            attempted(answerId, attempt);
            return;
          }
          const willRetry = attempt.willRetry && tries < retryWaitsMs.length && !stopping.signal.aborted;
          attempted(answerId, { ...attempt, willRetry });
          if (!willRetry) return;
        }
      });
      lanes.set(lane, sending);
      return sending;
    },
    async stop() {
      stopping.abort();
      await Promise.allSettled(lanes.values());
    },
  };
}

const STOPPED: Attempt = { result: 'not-delivered', willRetry: false, because: 'the partner was stopped' };

const waitUnlessStopped = (waitMs: number, signal: AbortSignal): Promise<void> =>
  wait(waitMs, undefined, { signal }).catch(() => undefined);
