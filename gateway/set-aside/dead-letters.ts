import type { Redis } from 'ioredis';
import type { LaneEvent } from '../../mappings/domain/lane-events.ts';
import type { ExchangeOutcome, Exchanges } from '../lanes/exchanges.ts';
import { openEvent, sealEvent } from '../lanes/lane-envelope.ts';
import { type DeliveryJob, type LaneJob, laneKey, laneOf } from '../lanes/queues.ts';
import type { Seal } from '../lanes/sealing.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import {
  type DeadLetter,
  deliveryLetterId,
  deliveryTold,
  eventTold,
  isFromPartner,
  isOvertaken,
  type LetterFilter,
  type LetterReason,
  letterPasses,
  type Unheard,
  unheardIssues,
  unheardLetterId,
} from './dead-letter.ts';

export interface DeadLettersDeps {
  readonly redis: Redis;
  readonly seal: Seal;
  readonly exchanges: Pick<Exchanges, 'settle'>;
  readonly laneCount: number;
  /** Whose request a number stands for, where Redis does not know it: nothing of it has left yet. */
  readonly about?: (task: string) => Promise<{ readonly centre: string; readonly request: string } | undefined>;
}

/** What failed for good: kept whole, sealed and for ever, until it is in the record, overtaken by a newer version, or closed by a person. */
export interface DeadLetters {
  /** Sets an event aside, and says so in its exchange. */
  park(job: LaneJob, lane: number, reason: LetterReason): Promise<void>;
  /** Sets a delivery aside: refused, without a basis, or tried until its time was over. */
  parkDelivery(job: DeliveryJob, reason: LetterReason): Promise<void>;
  find(id: string): Promise<DeadLetter | undefined>;
  /** Oldest first. */
  list(filter: LetterFilter): Promise<readonly DeadLetter[]>;
  /** The sealed event; undefined for a delivery. */
  sealed(id: string): Promise<string | undefined>;
  stands(id: string): Promise<boolean>;
  /** Keeps that a partner's system said something that could not be read. */
  keepUnheard(unheard: Unheard, reason: LetterReason): Promise<void>;
  /** It could be read after all. */
  heard(unheard: Unheard): Promise<void>;
  /**
   * What an event's end means for its own letter, and for older ones about the same identifier. What a partner said and the lane refused is
   * kept: the partner's system may have been told, and nobody here. What only repeats what the record holds (`isWritten` false) does not
   * overtake what was set aside without a version: that may still be newer.
   */
  settled(event: LaneEvent, outcome: ExchangeOutcome, isWritten?: boolean): Promise<void>;
  /** A delivery has gone well: nothing is set aside any more. */
  delivered(task: string): Promise<void>;
  /** Counts one more replay, before it is queued; its event then fails afresh. */
  replayed(letter: DeadLetter, at: string): Promise<DeadLetter>;
  /** Takes it off, by a person's decision. */
  close(letter: DeadLetter): Promise<void>;
}

export function deadLetters({ redis, seal, exchanges, laneCount, about }: DeadLettersDeps): DeadLetters {
  const write = (letter: DeadLetter) => redis.hset(redisKeys.deadLetters, letter.id, JSON.stringify(letter));

  /** The event that was sealed; undefined when its key is gone, or a later release wrote it. */
  const opened = (sealed: string): LaneEvent | undefined => {
    try {
      return openEvent(seal, sealed);
    } catch {
      return undefined;
    }
  };

  const told = (id: string, sealed: string): Pick<DeadLetter, 'id' | 'kind'> & Partial<DeadLetter> => {
    const event = opened(sealed);
    return event === undefined
      ? { id, kind: 'unreadable' }
      : { ...eventTold(event), id, lane: laneOf(laneKey(event), laneCount) };
  };

  const described = async (id: string): Promise<DeadLetter | undefined> => {
    const text = await redis.hget(redisKeys.deadLetters, id);
    return text === null ? undefined : JSON.parse(text);
  };

  const find = async (id: string): Promise<DeadLetter | undefined> => {
    const letter = await described(id);
    if (letter !== undefined) return letter;
    const sealed = await redis.hget(redisKeys.parked, id);
    return sealed === null ? undefined : undescribed(told(id, sealed));
  };

  const take = async ({ id, kind }: Pick<DeadLetter, 'id' | 'kind'>): Promise<void> => {
    const sealed = kind === 'concept' ? await redis.hget(redisKeys.parked, id) : null;
    const event = sealed === null ? undefined : opened(sealed);
    if (event?.kind === 'concept')
      await redis.srem(redisKeys.deadLettersAbout(event.root.system, event.root.value), id);
    // The payload last: as long as it is there the letter stands, and what was begun here is done again.
    await redis.hdel(redisKeys.deadLetters, id);
    await redis.hdel(redisKeys.parked, id);
  };

  const keepRefused = async (event: LaneEvent, outcome: ExchangeOutcome, own?: DeadLetter): Promise<void> => {
    const { exchangeId: id, recordedAt } = event;
    if (own === undefined) await redis.hset(redisKeys.parked, id, sealEvent(seal, event));
    const before = own ?? {
      ...eventTold(event),
      id,
      lane: laneOf(laneKey(event), laneCount),
      failure: 'invalidInput',
      issues: [],
      since: recordedAt,
    };
    const { failure = before.failure, issues = before.issues } = outcome;
    await write({ ...before, failure, issues });
  };

  return {
    find,

    // The payload first: whatever dies between two of these, the job that brought it here is processed once more.
    async park({ exchangeId, sealed, waited }, lane, { failure, issues, at }) {
      await redis.hset(redisKeys.parked, exchangeId, sealed);
      const event = opened(sealed);
      if (event?.kind === 'concept')
        await redis.sadd(redisKeys.deadLettersAbout(event.root.system, event.root.value), exchangeId);
      const before = await described(exchangeId);
      await write({
        ...told(exchangeId, sealed),
        lane,
        failure,
        issues,
        since: before?.since ?? at,
        ...(waited !== undefined && { rounds: waited.rounds }),
        ...(before?.replays !== undefined && { replays: before.replays }),
      });
      await exchanges.settle(exchangeId, { state: 'parked', failure, issues });
    },

    async parkDelivery(job, { failure, issues, at }) {
      const known = await redis.hgetall(redisKeys.task(job.task));
      // It is set aside also while nobody can say whose it is: then no centre sees it, and operators do.
      const whose = known.centre === undefined ? await about?.(job.task).catch(() => undefined) : known;
      const before = await find(deliveryLetterId(job.task));
      await write({ ...before, ...deliveryTold(job, whose ?? {}), failure, issues, since: before?.since ?? at });
    },

    async keepUnheard(unheard, { failure, issues, at }) {
      const id = unheardLetterId(unheard);
      const { where: _where, ...whose } = unheard;
      const before = await described(id);
      await write({
        ...whose,
        id,
        kind: 'unheard',
        failure,
        issues: unheardIssues(issues),
        since: before?.since ?? at,
      });
    },

    async heard(unheard) {
      await redis.hdel(redisKeys.deadLetters, unheardLetterId(unheard));
    },

    async list(filter) {
      const letters = Object.values(await redis.hgetall(redisKeys.deadLetters)).map(
        (text): DeadLetter => JSON.parse(text),
      );
      const known = new Set(letters.map(({ id }) => id));
      const others = Object.entries(await redis.hgetall(redisKeys.parked))
        .filter(([id]) => !known.has(id))
        .map(([id, sealed]) => undescribed(told(id, sealed)));
      return [...others, ...letters]
        .filter(letterPasses(filter))
        .sort((a, b) => (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1));
    },

    sealed: async (id) => (await redis.hget(redisKeys.parked, id)) ?? undefined,

    stands: async (id) => (await redis.hexists(redisKeys.parked, id)) === 1,

    async settled(event, outcome, isWritten = true) {
      if (outcome.state === 'waiting') return;
      const stood = (await redis.hexists(redisKeys.parked, event.exchangeId)) === 1;
      const own = stood ? await find(event.exchangeId) : undefined;
      if (outcome.state === 'refused') {
        // Of a file that was destroyed nothing is kept.
        if (outcome.failure === 'destroyed') await (own && take(own));
        else if (own !== undefined || isFromPartner(event)) await keepRefused(event, outcome, own);
        return;
      }
      if (own !== undefined) await take(own);
      if (outcome.state !== 'synced' || event.kind !== 'concept') return;
      const { recordedAt, root } = event;
      const { version = event.version } = outcome;
      for (const id of await redis.smembers(redisKeys.deadLettersAbout(root.system, root.value))) {
        const letter = await find(id);
        const by = version === undefined ? {} : { version };
        if (letter === undefined || (letter.version === undefined && !isWritten)) continue;
        if (!isOvertaken(letter, { recordedAt, ...by })) continue;
        await exchanges.settle(id, { ...by, state: 'superseded', syncedAt: outcome.syncedAt ?? recordedAt });
        await take(letter);
      }
    },

    async delivered(task) {
      await redis.hdel(redisKeys.deadLetters, deliveryLetterId(task));
    },

    async replayed(letter, at) {
      const counted = { ...letter, replays: { count: (letter.replays?.count ?? 0) + 1, last: at } };
      await write(counted);
      if (letter.kind !== 'delivery') await redis.hdel(redisKeys.exchange(letter.id), 'failures');
      return counted;
    },

    close: take,
  };
}

/** Set aside by a release that kept no reason. */
const undescribed = (letter: Pick<DeadLetter, 'id' | 'kind'> & Partial<DeadLetter>): DeadLetter => ({
  since: letter.recordedAt ?? '',
  failure: 'internal',
  issues: [NO_REASON],
  ...letter,
});

const NO_REASON = {
  severity: 'error',
  code: 'exception',
  text: {
    fr: 'Mis de côté par une version antérieure de la passerelle, qui ne notait pas la raison.',
    en: 'Set aside by an earlier release of the gateway, which noted no reason.',
  },
} as const;
