import type { KeyObject } from 'node:crypto';
import { accessEvent } from '../../gateway/audit/access-event.ts';
import { type LinkedEntry, linked } from '../../gateway/audit/chain.ts';
import { makeCheckpoint } from '../../gateway/audit/make-checkpoint.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { type Doubt, type Verified, verifyAudit } from '../../operate/audit/verify-audit.ts';
import { memoryRedis } from './memory-redis.ts';

/** An entry of who read what, by an id and at a time. */
export const readingAt = (id: string, at: string) =>
  accessEvent({
    id,
    centre: 'verdun',
    by: { of: { centre: 'verdun' }, client: 'dossier' },
    how: 'read',
    kind: 'care-circle',
    on: [],
    children: ['enf-1'],
    at,
  });

/** The entries of a chain, nine at most: one a day. */
export const chained = (chain: string, count: number): readonly LinkedEntry[] =>
  linked(
    undefined,
    () => chain,
    Array.from({ length: count }, (_, nth) => readingAt(`${chain}-${nth + 1}`, `2026-01-0${nth + 1}T12:00:00.000Z`)),
  );

type Store = Parameters<typeof verifyAudit>[0]['store'];

export const holding = (record: readonly fhir4.AuditEvent[]): Store => ({
  async *pages() {
    yield record;
  },
});

/** Redis in memory with a head and a stream, and checkpoints in a folder, each of the day after the one before. */
export function verifyBench(folder: string) {
  const { redis: plain, texts } = memoryRedis();
  /** In the stream. */
  const waiting: (LinkedEntry | string)[] = [];
  const redis = {
    ...plain,
    xrange: async (_key: string, from: string, _to: string, _count: string, limit: number) => {
      const after = from === '-' ? 0 : Number.parseInt(from.replace('(', ''), 10);
      return waiting
        .slice(after, after + limit)
        .map((it, nth) => [`${after + nth + 1}-0`, ['entry', typeof it === 'string' ? it : JSON.stringify(it)]]);
    },
  } as unknown as typeof plain;
  let day = 0;
  const nextDay = (): Date => {
    day += 1;
    return new Date(Date.UTC(2026, 1, day));
  };
  const verify = (store: Store, publicKeys: readonly KeyObject[]): Promise<Verified> =>
    verifyAudit({
      redis,
      store,
      folder,
      publicKeys,
      now: () => new Date('2026-06-01T12:00:00Z'),
      progress: () => undefined,
    });
  return {
    waiting,
    verify,
    headIs: (text: string): void => void texts.set(redisKeys.auditHead, text),
    standAt: (entry: LinkedEntry | undefined): void => {
      if (entry === undefined) texts.delete(redisKeys.auditHead);
      else texts.set(redisKeys.auditHead, JSON.stringify([entry.link.chain, entry.link.n, entry.link.hash]));
    },
    sign: (privateKey: KeyObject, now = nextDay, ended?: LinkedEntry['link']) =>
      makeCheckpoint({ redis, privateKey, folder, now, ...(ended && { ended }) }),
    doubts: async (
      record: readonly fhir4.AuditEvent[],
      ...publicKeys: readonly KeyObject[]
    ): Promise<readonly Doubt[]> => (await verify(holding(record), publicKeys)).doubts,
  };
}
