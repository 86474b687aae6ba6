import { createHash } from 'node:crypto';
import { type JobsOptions, Queue, type Telemetry } from 'bullmq';
import type { Redis } from 'ioredis';
import { v5 as uuidFrom } from 'uuid';
import { present } from '../../mappings/concepts/present.ts';
import type { ConceptEvent, DispatchEvent, InboundEvent } from '../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { GatewayError } from '../failures.ts';
import type { Closer } from '../process/closer.ts';
import { keepStanding } from '../redis/redis.ts';
import { redisKeys } from '../redis/redis-keys.ts';

/** One lane's events, those of each key in order. */
export const LANE_QUEUE = 'lane';
/** Events beside a lane, until what they refer to arrives. */
export const BESIDE_QUEUE = 'beside';
/** Deliveries to one partner: a queue each, so that one partner down slows no other. */
export const deliveryQueueName = (partner: string): string => `deliver-${partner}`;
export const DELIVERY_PREFIX = '{deliver}';
/** To one partner, however many processes deliver: more workers are no heavier on it. */
export const DELIVERIES_AT_ONCE = 4;
/** Reads of one partner's Tasks: a queue each, as for deliveries. */
export const pollQueueName = (partner: string): string => `poll-${partner}`;
export const POLL_PREFIX = '{poll}';
export const WATCH_QUEUE = 'watch';
export const ALERTS_QUEUE = 'alerts';
export const FINDINGS_QUEUE = 'findings';
export const NOTICES_QUEUE = 'notices';
export const INDICATORS_QUEUE = 'indicators';
export const WATCH_PREFIX = '{watch}';

/** The hash tag keeps a lane's keys on one node of a Redis Cluster. */
export const lanePrefix = (lane: number): string => `{lane-${lane}}`;

/** A lane job carries its payload sealed; nothing else but ids. */
export interface LaneJob {
  readonly exchangeId: string;
  readonly sealed: string;
  /** Hash of what the sender sent under its `Idempotency-Key`: under one key, one content. */
  readonly keyed?: string;
  /** For an event that waited beside the lane: how often, and since when (epoch in milliseconds). */
  readonly waited?: { readonly rounds: number; readonly since: number };
  /** Put back by a person after it was parked: it counts only as long as its dead letter stands. */
  readonly replay?: true;
}

export interface BesideJob extends LaneJob {
  readonly lane: number;
  /** Business identifiers that the record does not know yet: `Type system|value`. */
  readonly awaits: readonly string[];
  readonly waited: { readonly rounds: number; readonly since: number };
}

/** Ids only: what leaves is read from the record at the last moment. */
export interface DeliveryJob {
  /** Pairwise identifier of the Task. */
  readonly task: string;
  readonly partner: string;
  /** Our answer to what the partner asked; absent for what we ask of it. */
  readonly about?: 'answer';
  /** The message by which the partner asked where its request stands: told even if it was told before. */
  readonly asked?: string;
  /** The shape it was written in (lane-envelope.ts). */
  readonly shape?: number;
  /** Put back by a person who knows that it may have arrived. */
  readonly again?: true;
}

/**
 * How every job of a lane is kept. One that is done stays, sealed, for a day and a little more, so that a record restored from yesterday's
 * backup gets it again (operate/backup/redo.ts); one option for all, since each job that ends clears away by its own.
 */
export const LANE_JOB = {
  attempts: 1,
  removeOnComplete: { age: 26 * 3_600, count: 5_000 },
  removeOnFail: false,
} as const satisfies JobsOptions;

const DELIVERY_FAILED_KEPT_SECONDS = 30 * 86_400;

/** One pending delivery at a time for each Task; one that comes while it runs is run once more. */
export const deliveryJobOptions = ({ task }: DeliveryJob, triesMax: number): JobsOptions => ({
  deduplication: { id: task, keepLastIfActive: true },
  attempts: triesMax,
  backoff: { type: 'full-jitter' },
  removeOnComplete: { count: 100 },
  removeOnFail: { age: DELIVERY_FAILED_KEPT_SECONDS },
});

/** What an event is about, as far as its lane goes. */
export type LaneOwner =
  | { readonly centre: string; readonly child: string }
  | Pick<ConceptEvent, 'centre' | 'child' | 'root'>
  | Pick<DispatchEvent, 'centre' | 'child' | 'request'>
  | Pick<InboundEvent, 'centre' | 'referral'>;

/**
 * The child, or for what is no child's, or nobody's yet, its own identifier: everything under one key goes one after the other, behind one
 * fence.
 */
export function laneKey(owner: LaneOwner): string {
  if ('child' in owner && owner.child !== undefined) return `${owner.centre}|${owner.child}`;
  if ('root' in owner) return `${owner.root.system}|${owner.root.value}`;
  return `${IDENTIFIERS.request(owner.centre)}|${'referral' in owner ? owner.referral : numberOf(owner)}`;
}

const numberOf = (owner: LaneOwner): string => ('request' in owner ? owner.request : '');

export const laneOf = (key: string, laneCount: number): number =>
  createHash('sha256').update(key).digest().readUInt32BE(0) % laneCount;

const FENCES = '9c8a4f4e-5d0f-5c43-9d4e-7c6f1d1b6a52';

/** Id of a lane key's fence in the record; it tells nothing of the child. */
export const fenceId = (key: string): string => uuidFrom(key, FENCES);

/** A child stays in its lane as long as Redis holds events: every process has the same number. Throws GatewayError `internal`. */
export async function holdLaneCount(redis: Redis, laneCount: number): Promise<void> {
  await redis.set(redisKeys.laneCount, laneCount, 'NX');
  const held = await redis.get(redisKeys.laneCount);
  if (Number(held) !== laneCount)
    throw new GatewayError('internal', `Redis holds ${held} lanes, LANES says ${laneCount}: they must be the same`);
}

export interface Queues {
  readonly laneCount: number;
  lane(lane: number): Queue<LaneJob>;
  beside(lane: number): Queue<BesideJob>;
  delivery(partner: string): Queue<DeliveryJob>;
}

/** Opens the producers' side of every queue once; a trace goes with the jobs where there is one. Lanes have a global concurrency of 1 over any number of processes. */
export async function openQueues(
  connection: Redis,
  laneCount: number,
  partners: readonly string[],
  closing: Closer,
  telemetry?: Telemetry,
): Promise<Queues> {
  const open = <T>(name: string, prefix: string): Queue<T> => {
    const queue = new Queue<T>(name, { connection, prefix, ...present({ telemetry }) });
    // Every answer that waits for a job listens.
    queue.setMaxListeners(0);
    // Said once where the connection was made; without a listener BullMQ prints each on the terminal.
    queue.on('error', () => undefined);
    closing.add(() => queue.close());
    return queue;
  };
  const lanes = Array.from({ length: laneCount }, (_, lane) => open<LaneJob>(LANE_QUEUE, lanePrefix(lane)));
  const beside = lanes.map((_, lane) => open<BesideJob>(BESIDE_QUEUE, lanePrefix(lane)));
  const deliveries = new Map(
    partners.map((partner) => [partner, open<DeliveryJob>(deliveryQueueName(partner), DELIVERY_PREFIX)]),
  );
  await keepStanding(connection, () => Promise.all(lanes.map((queue) => queue.setGlobalConcurrency(1))));

  return {
    laneCount,
    lane: (lane) => known(lanes[lane], `lane ${lane}`),
    beside: (lane) => known(beside[lane], `lane ${lane}`),
    delivery: (partner) => known(deliveries.get(partner), `partner ${partner}`),
  };
}

function known<T>(queue: T | undefined, name: string): T {
  if (queue === undefined) throw new RangeError(`no queue for ${name}`);
  return queue;
}
