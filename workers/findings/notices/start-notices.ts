import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { v4 as randomUuid } from 'uuid';
import type { Audit } from '../../../gateway/audit/audit.ts';
import { findingsDesk } from '../../../gateway/continuity/findings-desk.ts';
import { NOTICES_QUEUE, WATCH_PREFIX } from '../../../gateway/lanes/queues.ts';
import type { Closer } from '../../../gateway/process/closer.ts';
import type { FhirStore } from '../../../gateway/record/fhir-store.ts';
import type { Registry } from '../../../gateway/registry.ts';
import { type NoticeConfig, noticeChannels } from './notice-channels.ts';
import { type NoticeJob, type Notices, notices } from './notices.ts';
import { sendNotice } from './send-notice.ts';

export interface StartNoticesDeps {
  readonly connection: Redis;
  readonly store: FhirStore;
  readonly registry: Registry;
  readonly audit: Pick<Audit, 'act'>;
  readonly config: NoticeConfig;
  readonly now: () => Date;
  readonly log: Logger;
  readonly closing: Closer;
}

const NOTHING: Notices = { note: async () => undefined, tell: async () => undefined };

/** What the watch tells centres that have turned it on; where none has, nothing is opened and nothing is kept. Throws GatewayError `internal`. */
export function startNotices({ connection, config, ...deps }: StartNoticesDeps): Notices {
  const { store, registry, now, log, closing } = deps;
  const channels = noticeChannels(config, registry, now);
  if (channels === undefined) return NOTHING;
  const desk = findingsDesk(store, now);
  const send = sendNotice({
    ...deps,
    channels,
    redis: connection,
    async linesOf(centre) {
      const pivots = await desk.list({ centre, language: 'fr' });
      return pivots.reduce((sum, { lines, waiting }) => sum + lines.length + waiting, 0);
    },
  });
  const queue = new Queue<NoticeJob>(NOTICES_QUEUE, { connection, prefix: WATCH_PREFIX });
  queue.on('error', (error) => log.error({ error: error.name }, 'notices'));
  closing.add(() => queue.close());
  const worker = new Worker<NoticeJob>(NOTICES_QUEUE, send, {
    connection,
    prefix: WATCH_PREFIX,
    concurrency: 2,
    drainDelay: 2,
    maxStalledCount: 1_000,
  });
  worker.on('error', (error) => log.error({ error: error.name }, 'notices'));
  closing.add(() => worker.close());
  return notices({ redis: connection, queue, registry, now, newId: randomUuid });
}
