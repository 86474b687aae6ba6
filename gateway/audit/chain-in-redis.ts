import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { GatewayError } from '../failures.ts';
import type { Closer } from '../process/closer.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import type { Head, Link, LinkedEntry } from './chain.ts';
import { type Appended, type ChainStore, LOST_OFTEN } from './chain-writer.ts';

/** The chain in Redis, until the record has its entries. */
export interface AuditStream extends ChainStore {
  /** Whether a disclosure of this (`Type/id`), or exactly this disclosure, was written while Redis remembers. */
  knows(of: string, id?: string): Promise<boolean>;
}

export interface AuditStreamDeps {
  readonly redis: Redis;
  readonly keptForSeconds: number;
  readonly log: Logger;
  readonly closing: Closer;
}

const WITHIN_MS = 5_000;

/**
 * A connection of its own that fails at once while Redis is away: what cannot be written is not disclosed, and a client that waits for ever is
 * told nothing. Nothing is sent again by itself: whoever was told that it failed does not disclose.
 */
export async function openAuditStream({ redis, keptForSeconds, log, closing }: AuditStreamDeps): Promise<AuditStream> {
  const own = redis.duplicate({
    autoResendUnfulfilledCommands: false,
    enableOfflineQueue: false,
    lazyConnect: true,
    commandTimeout: WITHIN_MS,
  });
  own.on('error', (error) => log.warn({ error: error.name }, 'audit stream'));
  closing.add(() => own.disconnect());
  await own.connect();
  return auditStream(own, keptForSeconds);
}

export function auditStream(redis: Redis, keptForSeconds: number): AuditStream {
  return {
    async append(head, entries, lost) {
      const seen = [...new Set(entries.flatMap(({ once }) => once?.of ?? []))];
      const keys = [
        redisKeys.auditStream,
        redisKeys.auditHead,
        redisKeys.auditLost,
        ...seen.map(redisKeys.auditDisclosed),
      ];
      const last = entries.at(-1)?.link;
      if (last === undefined) return { kind: 'written', othersLost: 0 };
      const words = entries.flatMap(({ once, link, event }) => [
        once === undefined ? 0 : seen.indexOf(once.of) + 4,
        once?.id ?? '',
        JSON.stringify({ link, event }),
      ]);
      const answer: unknown = await redis.eval(
        APPEND,
        keys.length,
        ...keys,
        textOf(head),
        textOf(last),
        keptForSeconds,
        lost < LOST_OFTEN ? 0 : lost,
        ...words,
      );
      return appended(answer);
    },

    async knows(of, id) {
      const key = redisKeys.auditDisclosed(of);
      return (id === undefined ? await redis.exists(key) : await redis.hexists(key, id)) === 1;
    },
  };
}

const WAITING_MAX = 10_000;

/** What waits to be moved to the record, the oldest first, ten thousand at most. */
export async function waitingIn(redis: Redis): Promise<readonly LinkedEntry[]> {
  const found = await redis.xrange(redisKeys.auditStream, '-', '+', 'COUNT', WAITING_MAX);
  return found.flatMap(([, fields]) => entryIn(fields) ?? []);
}

/** An entry of the stream; undefined where what stands there is none of ours. */
export function entryIn(fields: readonly string[]): LinkedEntry | undefined {
  const { link, event }: Partial<LinkedEntry> = objectIn(fields[1] ?? '') ?? {};
  return isLink(link) && event?.resourceType === 'AuditEvent' && typeof event.id === 'string'
    ? { link, event }
    : undefined;
}

const isLink = (link: Partial<Link> | undefined): link is Link =>
  typeof link?.n === 'number' && [link.chain, link.previous, link.hash].every((it) => typeof it === 'string');

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (head: Head | undefined): string =>
  head === undefined ? '' : JSON.stringify([head.chain, head.n, head.hash]);

/** The head that stands in Redis. Throws GatewayError `unavailable` where what stands there is none: behind it nothing can be written. */
export function headIn(text: string | null): Head | undefined {
  if (text === null || text === '') return undefined;
  const head = objectIn(text);
  const [chain, n, hash]: readonly unknown[] = Array.isArray(head) ? head : [];
  if (typeof chain !== 'string' || typeof n !== 'number' || typeof hash !== 'string')
    throw new GatewayError('unavailable', 'the head of the audit in Redis cannot be read');
  return { chain, n, hash };
}

function appended(answer: unknown): Appended {
  const [kind, ...rest] = Array.isArray(answer) ? answer.map(String) : [];
  if (kind === 'written') return { kind, othersLost: Number(rest[0]) };
  if (kind === 'moved') return { kind, head: headIn(rest[0] ?? null) };
  if (kind === 'known') return { kind, ids: new Set(rest) };
  throw new GatewayError('internal', 'Redis answered no known word to an audit entry');
}

/** All or nothing, in one step: behind the expected head, and nothing that was written before. */
const APPEND = `
local head = redis.call('GET', KEYS[2]) or ''
local lost = tonumber(ARGV[4])
if head ~= ARGV[1] then
  if lost > 0 then redis.call('SET', KEYS[3], lost, 'PX', 100) end
  return {'moved', head}
end
local known = {'known'}
for at = 5, #ARGV, 3 do
  local seen = tonumber(ARGV[at])
  if seen > 0 and redis.call('HEXISTS', KEYS[seen], ARGV[at + 1]) == 1 then known[#known + 1] = ARGV[at + 1] end
end
if #known > 1 then return known end
for at = 5, #ARGV, 3 do
  redis.call('XADD', KEYS[1], '*', 'entry', ARGV[at + 2])
  local seen = tonumber(ARGV[at])
  if seen > 0 then
    redis.call('HSET', KEYS[seen], ARGV[at + 1], '')
    redis.call('EXPIRE', KEYS[seen], ARGV[3])
  end
end
redis.call('SET', KEYS[2], ARGV[2])
if lost > 0 then redis.call('DEL', KEYS[3]) end
return {'written', redis.call('GET', KEYS[3]) or '0'}
`;
