import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Closer } from '../process/closer.ts';

export const PAGE_QUEUE = 'page';
export const PAGE_PREFIX = '{page}';

/** What the secure page leaves to the workers; ids and hashes only. A kind that a worker does not know fails and is kept (page-worker.ts). */
export type PageJob =
  /** Send a code for this link, if it still opens anything. The door does not look: its answer is always the same. */
  | { readonly kind: 'code'; readonly link: string }
  /** Apply this answer, if it still stands. */
  | { readonly kind: 'answer'; readonly task: string; readonly id: string }
  /** Announce this request again, with a new link. */
  | { readonly kind: 'announce'; readonly task: string };

export interface PageQueue {
  sendCode(link: string): Promise<void>;
  applyAnswer(task: string, id: string, delayMs: number): Promise<void>;
  announce(task: string): Promise<void>;
}

/** A code that comes late is worth nothing: it is tried for half a minute. */
const CODE_TRIES = { attempts: 4, backoff: { type: 'exponential', delay: 2_000 } };
/** An answer was acknowledged: it is tried for a month, and one that fails for good is kept as long. */
const ANSWER_TRIES = {
  attempts: 8_640,
  backoff: { type: 'fixed', delay: 5 * 60_000 },
  removeOnFail: { age: 30 * 86_400 },
};

/** Opens the producers' side. */
export function openPageQueue(connection: Redis, closing: Closer): PageQueue {
  const queue = new Queue<PageJob>(PAGE_QUEUE, { connection, prefix: PAGE_PREFIX });
  queue.on('error', () => undefined);
  closing.add(() => queue.close());
  const kept = { removeOnComplete: true, removeOnFail: { age: 86_400, count: 1_000 } };
  return {
    async sendCode(link) {
      await queue.add('code', { kind: 'code', link }, { ...kept, ...CODE_TRIES });
    },
    async applyAnswer(task, id, delay) {
      await queue.add('answer', { kind: 'answer', task, id }, { ...kept, ...ANSWER_TRIES, jobId: id, delay });
    },
    async announce(task) {
      await queue.add('announce', { kind: 'announce', task }, { ...kept, ...CODE_TRIES });
    },
  };
}
