import type { Redis } from 'ioredis';
import { type SealingKeys, sealWith } from '../../gateway/lanes/sealing.ts';
import { sealedAgain } from './sealed-again.ts';
import { resealRecord, type SealedRecord, sealedLines } from './sealed-in-record.ts';
import { sealedPayloads } from './sealed-places.ts';

/** How much lies sealed under one key. */
export interface KeyUse {
  readonly keyId: string;
  /** `seals`: the first, which seals what comes; `opens`: another that is configured; `unknown`: not configured, so that nothing of it opens. */
  readonly standing: 'seals' | 'opens' | 'unknown';
  readonly places: Readonly<Record<string, number>>;
  readonly total: number;
}

/** Every configured key and every one in use, in Redis or in the record, those configured first in their order. Throws GatewayError while the record is away. */
export async function keyUse(
  redis: Redis,
  record: Pick<SealedRecord, 'pages'>,
  keys: SealingKeys,
): Promise<readonly KeyUse[]> {
  const counts = new Map<string, Map<string, number>>(keys.map(({ id }) => [id, new Map()]));
  const count = (keyId: string, place: string): void => {
    const places = counts.get(keyId) ?? new Map<string, number>();
    counts.set(keyId, places.set(place, (places.get(place) ?? 0) + 1));
  };
  for await (const { keyId, place } of sealedPayloads(redis)) count(keyId, place);
  for await (const { keyId, place } of sealedLines(record)) count(keyId, place);
  return [...counts].map(([keyId, places]) => ({
    keyId,
    standing: keyId === keys[0]?.id ? 'seals' : keys.some(({ id }) => id === keyId) ? 'opens' : 'unknown',
    places: Object.fromEntries([...places].sort(([one], [other]) => (one < other ? -1 : 1))),
    total: [...places.values()].reduce((sum, count) => sum + count, 0),
  }));
}

export interface Resealed {
  readonly done: number;
  /** Their key is not configured, or they were altered: left as they are. */
  readonly shut: number;
}

/** Only if it is still what was read: a worker may have taken or changed it meanwhile. */
const SWAP_FIELD = `if redis.call('hget', KEYS[1], ARGV[1]) == ARGV[2] then
  redis.call('hset', KEYS[1], ARGV[1], ARGV[3]) return 1
end
return 0`;
const SWAP_TEXT = `if redis.call('get', KEYS[1]) == ARGV[1] then
  redis.call('set', KEYS[1], ARGV[2], 'KEEPTTL') return 1
end
return 0`;

/**
 * Seals under the first key whatever lies under another one, where it lies, while all is running: each opens under either. Every process must
 * know the first key by then.
 */
export async function reseal(
  redis: Redis,
  record: SealedRecord,
  keys: SealingKeys,
  progress: (done: number) => void,
): Promise<Resealed> {
  const seal = sealWith(keys);
  let { done, shut } = await resealRecord(record, seal, keys[0]?.id);
  for await (const { key, field, text, sealed, keyId } of sealedPayloads(redis)) {
    if (keyId === keys[0]?.id) continue;
    const again = sealedAgain(seal, sealed);
    if (again === undefined) {
      shut += 1;
      continue;
    }
    const next = text.replace(sealed, () => again);
    const swapped =
      field === undefined
        ? await redis.eval(SWAP_TEXT, 1, key, text, next)
        : await redis.eval(SWAP_FIELD, 1, key, field, text, next);
    if (swapped === 1) done += 1;
    progress(done);
  }
  return { done, shut };
}
