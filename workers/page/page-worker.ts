import { type Job, UnrecoverableError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { failureKindOf, GatewayError, isTransient } from '../../gateway/failures.ts';
import { PAGE_PREFIX, PAGE_QUEUE, type PageJob } from '../../gateway/partner-page/page-queue.ts';
import type { Closer } from '../../gateway/process/closer.ts';

export interface PageWorkerDeps {
  readonly connection: Redis;
  readonly sendCode: (link: string, signal: AbortSignal) => Promise<void>;
  readonly applyAnswer: (task: string, id: string) => Promise<void>;
  /** Announces a request again. */
  readonly announce: (task: string, signal: AbortSignal) => Promise<void>;
  readonly log: Logger;
  readonly closing: Closer;
}

const CODE_LATE_MS = 2 * 60_000;

/** One thing that the page left to be done. Throws UnrecoverableError when it will not succeed later. */
export function pageProcessor({
  sendCode,
  applyAnswer,
  announce,
  log,
}: Omit<PageWorkerDeps, 'connection' | 'closing'>): (
  job: Pick<Job<PageJob>, 'data'>,
  token?: string,
  signal?: AbortSignal,
) => Promise<void> {
  return async ({ data }, _token, signal = AbortSignal.timeout(CODE_LATE_MS)) => {
    try {
      if (data.kind === 'code') await sendCode(data.link, signal);
      else if (data.kind === 'answer') await applyAnswer(data.task, data.id);
      else if (data.kind === 'announce') await announce(data.task, signal);
      else throw new GatewayError('newerRelease', 'a page job of a kind that this release does not know');
    } catch (error) {
      const kind = failureKindOf(error);
      log.warn({ page: data.kind, kind }, 'page job not done');
      throw isTransient(error) ? error : new UnrecoverableError(kind);
    }
  };
}

export function startPageWorker(deps: PageWorkerDeps): void {
  const { connection, log, closing } = deps;
  const worker = new Worker<PageJob>(PAGE_QUEUE, pageProcessor(deps), {
    connection,
    prefix: PAGE_PREFIX,
    concurrency: 4,
    drainDelay: 2,
    maxStalledCount: 1_000,
  });
  worker.on('error', (error) => log.error({ error: error.name }, 'page worker'));
  closing.add(() => worker.close());
}
