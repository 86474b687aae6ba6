import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Issue } from '../../profiles/issue.ts';
import { GatewayError } from '../failures.ts';
import type { Closer } from '../process/closer.ts';
import { redisKeys } from './redis-keys.ts';

/** Whether what was written stands on enough replicas of Redis too. */
export interface Replicas {
  /**
   * To be taken before the first write. What it gives resolves once all that was written since is on disk here and on enough replicas.
   * Throws GatewayError `unavailable` when they do not say so in time, or when another server has taken this one's place meanwhile:
   * what was written may then be lost, and may not be acknowledged.
   */
  begin(): () => Promise<void>;
}

/** Redis alone is enough. */
export const NO_REPLICAS: Replicas = { begin: () => async () => undefined };

export interface ReplicasDeps {
  readonly redis: Redis;
  /** How many replicas must have it; 0 for none. */
  readonly acked: number;
  readonly log: Logger;
  readonly closing: Closer;
}

const WITHIN_MS = 2_000;

/**
 * One round at a time for all who wait, on a connection of its own: `WAITAOF` holds up whatever else its connection has to do. Replication is
 * one ordered stream, so that what was answered before the round's own write is with the replicas once that write is.
 * Rejects when Redis does not answer. `WAITAOF 1 n` needs Redis 7.2; before it, `WAIT n` says that the replicas have it, and on disk only if they too run with
 * `appendfsync always`.
 */
export async function openReplicas({ redis, acked, log, closing }: ReplicasDeps): Promise<Replicas> {
  if (acked === 0) return NO_REPLICAS;
  const connected = async (): Promise<Redis> => {
    // Nothing is sent again by itself: on another server it would speak for writes that it never saw.
    const options = { autoResendUnfulfilledCommands: false, enableOfflineQueue: false, lazyConnect: true };
    const connection = redis.duplicate(options);
    connection.on('error', (error) => log.warn({ error: error.name }, 'replicas'));
    closing.add(() => connection.disconnect());
    await connection.connect();
    return connection;
  };
  const [own, nudging] = await Promise.all([connected(), connected()]);
  let connections = 1;
  own.on('ready', () => {
    connections += 1;
  });

  let command: 'WAITAOF' | 'WAIT' = 'WAITAOF';
  const have = async (): Promise<number> => {
    const round = own.pipeline().set(redisKeys.lastRound, connections, 'EX', 60);
    if (command === 'WAITAOF') {
      round.call('WAITAOF', 1, acked, WITHIN_MS);
      nudge(nudging, acked);
    } else round.call('WAIT', acked, WITHIN_MS);
    const [written, answered] = (await round.exec()) ?? [];
    if (command === 'WAITAOF' && isUnknown(answered?.[0])) {
      command = 'WAIT';
      log.warn(
        'this Redis has no WAITAOF (7.2): replicas have what is acknowledged, on disk only with appendfsync always',
      );
      return have();
    }
    const failure = written?.[0] ?? answered?.[0];
    if (failure) throw failure;
    return replicasIn(answered?.[1]);
  };

  const round = async (): Promise<void> => {
    const count = await have().catch((cause: unknown) => {
      throw notCopied('Redis does not say what its replicas have', cause);
    });
    if (count < acked) throw notCopied(`${count} of ${acked} replicas have what was written`);
  };
  const rounds = oneAtATime(round);

  return {
    begin() {
      const since = connections;
      return async () => {
        await rounds();
        if (since !== connections) throw notCopied('another connection than the one that was written to');
      };
    },
  };
}

/** Whoever comes while one runs shares the next one, which begins after they came. */
export function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        running = run();
        return running;
      });
    return next;
  };
}

/**
 * A replica says what it has on disk once a second, or when it is asked what it has, and then as of before that question: asked twice, it
 * says it in milliseconds (measured with Redis 8.2: 15 ms instead of 880).
 */
function nudge(connection: Redis, acked: number): void {
  const round = connection.pipeline();
  for (let asked = 0; asked < 2; asked += 1)
    round.set(redisKeys.lastRound, asked, 'EX', 60).call('WAIT', acked, NUDGE_MS);
  // Without it the answer comes all the same, later.
  round.exec().catch(() => undefined);
}

const NUDGE_MS = 100;

const isUnknown = (error: unknown): boolean => error instanceof Error && /unknown command/i.test(error.message);

/** `WAITAOF` answers how many have it on disk, here and elsewhere; `WAIT` how many replicas have it. */
function replicasIn(answer: unknown): number {
  const [here, elsewhere] = Array.isArray(answer) ? answer : [1, answer];
  return here === 1 && typeof elsewhere === 'number' ? elsewhere : 0;
}

const RETRY_AFTER_MS = 5_000;

const notCopied = (message: string, cause?: unknown): GatewayError =>
  new GatewayError('unavailable', message, { cause, issues: [NOT_COPIED], retryAfterMs: RETRY_AFTER_MS });

export const NOT_COPIED: Issue = {
  severity: 'error',
  code: 'transient',
  text: {
    fr: 'La file n’a pas confirmé ses copies : rien n’est promis. Renvoyez le même envoi après le délai de Retry-After ; s’il était déjà noté, il ne compte qu’une fois.',
    en: 'The queue did not confirm its copies: nothing is promised. Send the same again after the delay of Retry-After; if it was already noted, it counts once.',
  },
};
