import type { Redis } from 'ioredis';
import { type Exchange, exchanges } from '../../gateway/lanes/exchanges.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { OperateProblem } from '../gateway-client.ts';
import { keysLike } from './redo.ts';
import type { Words } from './words.ts';

export interface MissingFound {
  /** Exchanges that said that they are in the record. */
  readonly looked: number;
  readonly missing: readonly Exchange[];
}

export interface MissingDeps {
  readonly redis: Redis;
  readonly hapiUrl: string;
  readonly keptForSeconds: number;
  readonly words: Words;
  readonly progress: (looked: number) => void;
}

const ASKED_AT_ONCE = 100;
const ASK_TIMEOUT_MS = 60_000;

/** What Redis says is in the record, version by version, and the record does not have. Throws OperateProblem when the record does not answer. */
export async function missingFromRecord({
  redis,
  hapiUrl,
  keptForSeconds,
  words,
  progress,
}: MissingDeps): Promise<MissingFound> {
  const known = exchanges(redis, keptForSeconds);
  const prefix = redisKeys.exchange('');
  const ids = (await keysLike(redis, redisKeys.exchange('*'))).map((key) => key.slice(prefix.length));
  const missing: Exchange[] = [];
  let looked = 0;
  for (let at = 0; at < ids.length; at += ASKED_AT_ONCE) {
    const found = await Promise.all(ids.slice(at, at + ASKED_AT_ONCE).map((id) => known.find(id)));
    const said = found.flatMap((it) => (it?.state === 'synced' && it.fhir !== undefined ? [it] : []));
    looked += said.length;
    missing.push(...(await notHeld(hapiUrl, said, words)));
    progress(looked);
  }
  return { looked, missing };
}

/** Each says it whether one of its versions is not there; all are asked in one batch. */
async function notHeld(hapiUrl: string, said: readonly Exchange[], words: Words): Promise<readonly Exchange[]> {
  const wanted = [...new Set(said.flatMap(proofsOf))];
  if (wanted.length === 0) return [];
  const response = await fetch(hapiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json', 'cache-control': 'no-cache' },
    body: JSON.stringify({
      resourceType: 'Bundle',
      type: 'batch',
      entry: wanted.map((url) => ({ request: { method: 'GET', url } })),
    }),
    signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
  }).catch(() => undefined);
  if (!response?.ok) throw new OperateProblem(words.noRecord(hapiUrl));
  // A batch is answered entry by entry, in its order (http.html#trules).
  const { entry = [] } = (await response.json()) as fhir4.Bundle;
  const gone = new Set(wanted.filter((_, nth) => !entry[nth]?.response?.status?.startsWith('200')));
  return said.filter((exchange) => proofsOf(exchange).some((proof) => gone.has(proof)));
}

/**
 * What proves that an event is in the record: its own Provenance, whose id no other event ever has. An older record gives the ids of what it
 * lost to others: only where there is no Provenance are the versions themselves asked for.
 */
function proofsOf({ id, fhir = [] }: Exchange): readonly string[] {
  const own = `Provenance/${id}`;
  return fhir.some(({ reference }) => reference === own)
    ? [own]
    : fhir.map(({ reference, versionId }) => `${reference}/_history/${versionId}`);
}

/** Says so in their exchanges: whoever asks is told to send it again, and what is then sent is processed. */
export async function markMissing(redis: Redis, missing: readonly Exchange[], keptForSeconds: number): Promise<void> {
  const known = exchanges(redis, keptForSeconds);
  for (const { id } of missing) {
    // What is final is not written over; this was not.
    await redis.hdel(redisKeys.exchange(id), 'outcome', 'failures');
    await known.settle(id, { state: 'parked', failure: 'notFound', issues: [LOST] });
  }
}

const LOST: Issue = {
  severity: 'error',
  code: 'not-found',
  text: {
    fr: 'Le dossier a été restauré d’une sauvegarde faite avant cet envoi, qui n’y est plus. Envoyez-le de nouveau.',
    en: 'The record was restored from a backup made before this was sent, and no longer has it. Send it again.',
  },
};
