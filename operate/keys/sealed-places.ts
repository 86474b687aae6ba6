import type { Redis } from 'ioredis';

/** One sealed payload, where it lies. */
export interface SealedPayload {
  readonly key: string;
  /** Of a hash; undefined for a text. */
  readonly field: string | undefined;
  /** What lies there, whole. */
  readonly text: string;
  /** The sealed part of it: all of it, or the `sealed` of a job. */
  readonly sealed: string;
  readonly keyId: string;
  /** What kind of thing it is, from the name of its key: `lane`, `parked`, `words` … */
  readonly place: string;
}

/** As sealing.ts writes it: a key's id, a dot, and at least nonce, tag and the shortest gzip. */
const SEALED = /^(?<keyId>[A-Za-z0-9_-]+)\.[A-Za-z0-9_-]{56,}$/;
const COUNT = 500;

/**
 * Everything sealed that Redis holds, wherever it lies: looked for by its form and not in a list of places, so that what is sealed tomorrow
 * elsewhere is not overlooked when somebody asks whether a key may go.
 */
export async function* sealedPayloads(redis: Redis): AsyncGenerator<SealedPayload> {
  for await (const keys of redis.scanStream({ count: COUNT })) yield* payloadsUnder(redis, keys);
}

async function* payloadsUnder(redis: Redis, keys: readonly string[]): AsyncGenerator<SealedPayload> {
  for (const key of keys) {
    const type = await redis.type(key);
    if (type === 'string') yield* payloadsIn(key, undefined, (await redis.get(key)) ?? '');
    if (type !== 'hash') continue;
    for await (const pairs of redis.hscanStream(key, { count: COUNT }))
      for (let at = 0; at < pairs.length; at += 2) yield* payloadsIn(key, pairs[at], pairs[at + 1]);
  }
}

function* payloadsIn(key: string, field: string | undefined, text: string): Generator<SealedPayload> {
  const sealed = text.startsWith('{') ? sealedOfJob(text) : text;
  const keyId = SEALED.exec(sealed)?.groups?.keyId;
  if (keyId !== undefined) yield { key, field, text, sealed, keyId, place: placeOf(key) };
}

function sealedOfJob(text: string): string {
  try {
    const job: unknown = JSON.parse(text);
    return typeof job === 'object' && job !== null && 'sealed' in job && typeof job.sealed === 'string'
      ? job.sealed
      : '';
  } catch {
    return '';
  }
}

/** `passerelle:words:<centre>` → words, `passerelle:page:answer:<task>` → page-answer, `{lane-3}:beside:<id>` → beside. */
function placeOf(key: string): string {
  const [root = '', name = '', next = ''] = key.split(':');
  if (root !== 'passerelle') return name || root;
  return name === 'page' ? `page-${next}` : name;
}
