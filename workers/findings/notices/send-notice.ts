import { type Job, UnrecoverableError } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { isOn } from '../../../gateway/access/switches.ts';
import type { Audit } from '../../../gateway/audit/audit.ts';
import { GatewayError, isTransient } from '../../../gateway/failures.ts';
import { redisKeys } from '../../../gateway/redis/redis-keys.ts';
import type { Registry } from '../../../gateway/registry.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import { dateOf } from '../../../mappings/ledger/day.ts';
import { localDayIn } from '../../../mappings/ledger/local-day.ts';
import { countMail } from './count-words.ts';
import type { NoticeChannels } from './notice-channels.ts';
import type { NoticeJob } from './notices.ts';

export interface SendNoticeDeps {
  readonly channels: NoticeChannels;
  readonly registry: Pick<Registry, 'centre'>;
  readonly redis: Pick<Redis, 'set' | 'del'>;
  readonly audit: Pick<Audit, 'act'>;
  /** How many children wait for somebody at a centre. */
  readonly linesOf: (centre: string) => Promise<number>;
  readonly now: () => Date;
  readonly log: Logger;
}

const MARK_SECONDS = 3 * 86_400;
const LATE_MS = 2 * 60_000;

/**
 * Sends what a job names, if its centre still lets it: each try is written to the audit before anything leaves. Throws UnrecoverableError
 * when it will not succeed later.
 */
export function sendNotice(
  deps: SendNoticeDeps,
): (job: Pick<Job<NoticeJob>, 'data'>, token?: string, signal?: AbortSignal) => Promise<void> {
  return async ({ data }, _token, signal = AbortSignal.timeout(LATE_MS)) => {
    try {
      if (data.kind === 'webhook') await sendWebhook(deps, data, signal);
      else if (data.kind === 'mail') await sendCount(deps, data);
      else throw new GatewayError('newerRelease', 'a notice of a kind that this release does not know');
    } catch (error) {
      const kind = error instanceof GatewayError ? error.kind : 'internal';
      deps.log.warn({ notice: data.kind, kind }, 'notice not sent');
      throw isTransient(error) ? error : new UnrecoverableError(kind);
    }
  };
}

type Of<K extends NoticeJob['kind']> = Extract<NoticeJob, { readonly kind: K }>;

async function sendWebhook(deps: SendNoticeDeps, { centre, id }: Of<'webhook'>, signal: AbortSignal): Promise<void> {
  const sender = deps.channels.webhook(centre);
  if (sender === undefined) return;
  await written(deps, 'tell-webhook', centre);
  await sender.send(id, signal);
}

/** A channel that ends at a person is used once: begun before and not known to have ended is not begun again. */
async function sendCount(deps: SendNoticeDeps, { centre: id, day }: Of<'mail'>): Promise<void> {
  const { channels, registry, redis, linesOf, now, log } = deps;
  const centre = registry.centre(id);
  const to = centre?.watchTo?.email;
  if (centre === undefined || to === undefined || channels.mail === undefined || !isOn(centre, 'watchMail')) return;
  // The count of a day that is over is of no use.
  if (dateOf(localDayIn(centre.timeZone)(now().getTime())) !== day) return;
  const lines = await linesOf(id);
  if (lines === 0) return;
  const mark = redisKeys.findingsMailed(id, day);
  if ((await redis.set(mark, '1', 'EX', MARK_SECONDS, 'NX')) !== 'OK') return;
  try {
    await written(deps, 'tell-mail', id);
    if ((await channels.mail.send({ to, ...countMail(lines) })) === 'in-doubt')
      log.warn({ notice: 'mail' }, 'nobody knows whether it left: not sent again');
  } catch (error) {
    // What was refused, or reached nobody, did not leave.
    await redis.del(mark);
    throw error;
  }
}

/** Each try is an entry of its own. */
function written({ audit, now }: SendNoticeDeps, what: 'tell-webhook' | 'tell-mail', centre: string): Promise<void> {
  const at = now().toISOString();
  return audit.act({
    what,
    by: { centre },
    on: [{ type: 'Organization', identifier: { system: IDENTIFIERS.centre, value: centre } }],
    at,
  });
}
