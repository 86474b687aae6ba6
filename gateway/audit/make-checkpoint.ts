import type { KeyObject } from 'node:crypto';
import type { Redis } from 'ioredis';
import { redisKeys } from '../redis/redis-keys.ts';
import type { Head } from './chain.ts';
import { headIn } from './chain-in-redis.ts';
import { type Checkpoint, checkpointHash, signedCheckpoint } from './checkpoint.ts';
import { checkpointsIn, keepCheckpoint, newestOf } from './checkpoint-folder.ts';

export interface MakeCheckpointDeps {
  readonly redis: Redis;
  readonly privateKey: KeyObject;
  readonly folder: string;
  readonly now: () => Date;
  /** The end of a chain that is written no more, where somebody who has looked at it says that it is ours; without it, where the chain stands now. */
  readonly ended?: Head;
}

/** Signs where a chain stands, in a file of its own; undefined while nothing was ever written. Throws GatewayError `unavailable` where the head cannot be read. */
export async function makeCheckpoint({
  redis,
  privateKey,
  folder,
  now,
  ended,
}: MakeCheckpointDeps): Promise<{ readonly file: string; readonly checkpoint: Checkpoint } | undefined> {
  const head = ended ?? headIn(await redis.get(redisKeys.auditHead));
  if (head === undefined) return undefined;
  const last = newestOf(await checkpointsIn(folder));
  const madeAt = now().toISOString();
  const checkpoint: Checkpoint = { format: 1, madeAt, head, previous: last === undefined ? '' : checkpointHash(last) };
  return { file: await keepCheckpoint(folder, signedCheckpoint(checkpoint, privateKey), madeAt), checkpoint };
}
