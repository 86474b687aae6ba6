import type { Redis } from 'ioredis';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { GatewayError } from '../failures.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import { type FileOwner, laneKeyOf } from './file-owner.ts';

/** What is left of a file that was destroyed: ids only, so that nothing that comes late brings it back. */
export type Tombstone = FileOwner & {
  readonly centre: string;
  /** FHIR instant. */
  readonly at: string;
};

/** The file behind this fence (queues.ts) takes nothing any more. */
export const isDestroyed = async (redis: Redis, fence: string): Promise<boolean> =>
  (await redis.hexists(redisKeys.destroyed, fence)) === 1;

export async function buryFile(redis: Redis, fences: readonly string[], tombstone: Tombstone): Promise<void> {
  for (const fence of fences) await redis.hset(redisKeys.destroyed, fence, JSON.stringify(tombstone));
}

/** The files of a centre that were destroyed, each once, as far as Redis knows. */
export async function buriedOf(redis: Redis, centre: string): Promise<readonly Tombstone[]> {
  const all = Object.values(await redis.hgetall(redisKeys.destroyed)).map((text): Tombstone => JSON.parse(text));
  const own = all.filter((it) => it.centre === centre);
  return [...new Map(own.map((it) => [laneKeyOf(centre, it), it])).values()];
}

/** The same words to whoever sends something to it, also where the lane finds it out. */
export const DESTROYED: Issue = {
  severity: 'error',
  code: 'deleted',
  text: {
    fr: 'Ce dossier a été détruit : rien ne s’y écrit plus. Si la personne revient, ouvrez-lui un dossier sous un nouveau numéro.',
    en: 'This file was destroyed: nothing is written there any more. If the person comes back, open a file under a new number.',
  },
};

export const fileDestroyed = (): GatewayError =>
  new GatewayError('destroyed', 'an event for a file that was destroyed', { issues: [DESTROYED] });
