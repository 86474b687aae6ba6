import { createHash } from 'node:crypto';
import type { QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import type { LaneEvent } from '../../mappings/domain/lane-events.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import { GatewayError } from '../failures.ts';
import type { Metrics } from '../operations/metrics.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import { NO_REPLICAS, type Replicas } from '../redis/replicas.ts';
import { fileDestroyed, isDestroyed } from '../retention/destroyed.ts';
import { type Exchange, type Exchanges, isInRecord } from './exchanges.ts';
import type { Holds } from './holds.ts';
import { sealEvent } from './lane-envelope.ts';
import { numbersIn } from './numbers.ts';
import { fenceId, LANE_JOB, laneKey, laneOf, type Queues } from './queues.ts';
import type { Seal } from './sealing.ts';

export interface IntakeDeps {
  readonly redis: Redis;
  readonly queues: Queues;
  readonly exchanges: Exchanges;
  /** Holds back what a consent that is taken back bears on, from before its event is written. */
  readonly holds: Pick<Holds, 'place' | 'lift'>;
  readonly seal: Seal;
  /** Where the end of a lane's job is told; without it no answer waits for a sync. */
  readonly laneEvents?: (lane: number) => QueueEvents;
  /** Who must have it beside Redis itself; nobody when absent. */
  readonly replicas?: Replicas;
  readonly keptForSeconds: number;
  /** Events that may wait in one lane before new ones are refused with 503. */
  readonly laneLengthMax: number;
}

export interface Acceptance {
  readonly event: LaneEvent;
  /** Business identifier that the exchange is about. */
  readonly identifier: string;
  /** Sender's key and the hash of what it sent under it. */
  readonly idempotency?: { readonly key: string; readonly contentHash: string };
  /** Warnings found at the door. */
  readonly issues: readonly Issue[];
  /** How long the answer may wait for the sync: milliseconds, 0 for not at all. */
  readonly waitMs: number;
}

export interface Intake {
  /**
   * Makes the event durable, then waits a little for its sync. When it returns, Redis has it on disk (`appendfsync always`), and so
   * have its replicas where they are to.
   * Throws GatewayError `keyReused`, `destroyed`, `unavailable`.
   */
  accept(acceptance: Acceptance): Promise<Exchange>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export function intake({
  redis,
  queues,
  exchanges,
  holds,
  seal,
  laneEvents,
  replicas = NO_REPLICAS,
  keptForSeconds,
  laneLengthMax,
}: IntakeDeps): Intake {
  const numbers = numbersIn(redis, keptForSeconds);
  /** Writes the value unless there is one; gives the one that stands. */
  const firstSaid = async (name: string, value: string): Promise<string> => {
    await redis.set(name, value, 'EX', keptForSeconds, 'NX');
    return (await redis.get(name)) ?? value;
  };

  /** The record of a key is written after the job whose id is made from the same key: a crash between the two loses neither. */
  const rememberKey = async (centre: string, { key, contentHash }: { key: string; contentHash: string }) => {
    if ((await firstSaid(redisKeys.idempotency(centre, sha256(key)), contentHash)) !== contentHash) throw keyReused();
  };

  const knownUnder = async (centre: string, key: string): Promise<string | null> =>
    redis.get(redisKeys.idempotency(centre, sha256(key)));

  /** Nothing more comes of it: the record has it, or it was refused and its job, which stands under its id, is not done again. */
  const isOver = async (queue: Pick<ReturnType<Queues['lane']>, 'getJob'>, id: string): Promise<boolean> => {
    const [exchange, job] = await Promise.all([exchanges.find(id), queue.getJob(id)]);
    if (exchange === undefined) return false;
    return isInRecord(exchange) || (exchange.state === 'refused' && job?.finishedOn !== undefined);
  };

  return {
    async accept({ event, identifier, idempotency, issues, waitMs }) {
      const { centre, exchangeId } = event;
      if (idempotency !== undefined) {
        const known = await knownUnder(centre, idempotency.key);
        if (known !== null && known !== idempotency.contentHash) throw keyReused();
      }
      const copied = replicas.begin();
      const key = laneKey(event);
      const lane = laneOf(key, queues.laneCount);
      const queue = queues.lane(lane);
      const [waiting, destroyed, before] = await Promise.all([
        queue.getWaitingCount(),
        isDestroyed(redis, fenceId(key)),
        exchanges.find(exchangeId),
      ]);
      if (destroyed) throw fileDestroyed();
      if (waiting >= laneLengthMax) throw new GatewayError('unavailable', `lane ${lane} is full`);

      await numbers.claim(event);
      // What is sent again once the record has it closes nothing more, and its lane may not look at it again: nothing would lift its hold.
      const isHeldAnew = (before === undefined || !isInRecord(before)) && (await holds.place(event));
      const job = await queue.add(
        'event',
        {
          exchangeId,
          sealed: sealEvent(seal, event),
          ...(idempotency !== undefined && { keyed: idempotency.contentHash }),
        },
        { ...LANE_JOB, jobId: exchangeId },
      );
      // Two under one key at once: the lane has the first one's content, and only that one may be acknowledged.
      if (idempotency !== undefined) {
        const queued = await queue.getJob(exchangeId);
        const kept = queued?.data.keyed;
        if (kept !== undefined && kept !== idempotency.contentHash) throw keyReused();
      }
      await exchanges.open(
        {
          id: exchangeId,
          centre,
          kind: event.kind,
          ...(event.kind === 'concept' && { concept: event.concept }),
          ...(event.kind === 'inbound' && { concept: 'inbound-referral' }),
          identifier,
          acceptedAt: event.recordedAt,
          issues,
        },
        idempotency && sha256(idempotency.key),
      );
      if (event.kind === 'concept')
        await redis.set(redisKeys.lastExchange(event.root.system, event.root.value), exchangeId, 'EX', keptForSeconds);
      if (idempotency !== undefined) await rememberKey(centre, idempotency);
      await copied();
      if (isHeldAnew && (await isOver(queue, exchangeId))) await holds.lift(event);

      const mayWait = waitMs > 0 && (await redis.exists(redisKeys.recordAway)) === 0;
      // A timeout of the wait is no failure: the event is on disk, and the exchange says where it stands.
      if (mayWait && laneEvents !== undefined)
        await job.waitUntilFinished(laneEvents(lane), waitMs).catch(() => undefined);
      const exchange = await exchanges.find(exchangeId);
      if (exchange === undefined)
        throw new GatewayError('unavailable', `exchange ${exchangeId} is not in Redis after it was written`);
      return exchange;
    },
  };
}

/** The same intake, counting what it has made durable. */
export const countedIntake = (taken: Intake, { accepted }: Pick<Metrics, 'accepted'>): Intake => ({
  async accept(acceptance) {
    const exchange = await taken.accept(acceptance);
    accepted(acceptance.event.kind);
    return exchange;
  },
});

const keyReused = (): GatewayError =>
  new GatewayError('keyReused', 'an Idempotency-Key came again with other content', {
    issues: [
      {
        severity: 'error',
        code: 'conflict',
        expression: 'http.Idempotency-Key',
        text: {
          fr: 'Cette clé Idempotency-Key a déjà servi pour un autre contenu. Prenez une nouvelle clé, ou renvoyez le même contenu.',
          en: 'This Idempotency-Key was already used for other content. Take a new key, or send the same content again.',
        },
      },
    ],
  });
