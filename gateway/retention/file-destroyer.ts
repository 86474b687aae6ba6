import type { Redis } from 'ioredis';
import { present } from '../../mappings/concepts/present.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { dueOn, type RetentionTerm } from '../../mappings/retention/due-on.ts';
import { identifiersIn } from '../../mappings/retention/identifiers-in.ts';
import { type Against, standsAgainst } from '../../mappings/retention/stands-against.ts';
import { GatewayError } from '../failures.ts';
import { fenceId, laneKey, laneOf, type Queues } from '../lanes/queues.ts';
import type { Seal } from '../lanes/sealing.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import { placeIn, type WholeFile } from './child-file.ts';
import { buryFile } from './destroyed.ts';
import type { Expunger } from './expunger.ts';
import { type FileOwner, fileReference, laneKeyOf, readFileOf } from './file-owner.ts';
import type { Owned } from './owned.ts';
import { queueTraces } from './queue-traces.ts';
import { isAtWork } from './queued-jobs.ts';
import { tombstoneTransaction } from './tombstone-transaction.ts';

export interface FileDestroyerDeps {
  readonly store: FhirStore;
  readonly redis: Redis;
  readonly queues: Queues;
  readonly seal: Seal;
  readonly partners: readonly string[];
  readonly expunger: Expunger;
  readonly now: () => Date;
}

export interface FileNamed {
  readonly centre: string;
  readonly owner: FileOwner;
  readonly term: RetentionTerm;
  /** At the centre. */
  readonly today: string;
}

type Counts = Readonly<Record<string, number>>;

/** What there is to destroy, by kind of resource in the record and by place in the queue; and what stands against it. */
export interface FileLooked {
  readonly record: Counts;
  readonly queue: Counts;
  readonly against: readonly Against[];
  /** Day of the last entry, and from which day it may be destroyed. */
  readonly lastEntry?: string;
  readonly due?: string;
  /** A destruction that began and did not end. */
  readonly begun: boolean;
}

export interface FileDestroyer {
  /** Touches nothing. Throws GatewayError `notFound`, `unavailable`. */
  look(named: FileNamed): Promise<FileLooked>;
  /**
   * Destroys it; `note` is written once all is known to be possible and before anything is touched. What was interrupted is done again by
   * calling it again. Throws GatewayError `notFound`, `recordRefused`, `unavailable`.
   */
  destroy(named: FileNamed, note: () => Promise<void>): Promise<Pick<FileLooked, 'record' | 'queue'>>;
}

const RACES_MAX = 5;
const IDLE_WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 100;
const WAITING_MAX = 10_000;
/** What a worker had in its hands may have left something behind: looked for again. */
const ROUNDS_MAX = 3;

/** One file, a child’s or an expectant mother’s, in the record and in Redis, for good: what is left of it is ids (destroyed.ts, the register). */
export function fileDestroyer(deps: FileDestroyerDeps): FileDestroyer {
  const { store, redis, queues, seal, expunger, now } = deps;

  const known = async ({ centre, owner, term }: FileNamed) => {
    const fence = fenceId(laneKeyOf(centre, owner));
    const [file, counter, begun] = await Promise.all([
      readFileOf(store, centre, owner),
      store.read('Basic', fence),
      redis.smembers(redisKeys.destroying(fence)),
    ]);
    if (file === undefined && begun.length === 0) throw new GatewayError('notFound', 'no file of this number');
    const lastEntry = counter?.meta?.lastUpdated?.slice(0, 10);
    const birthDate = file?.patient.birthDate;
    const due =
      lastEntry === undefined ? undefined : dueOn(term, { lastEntry, ...(birthDate !== undefined && { birthDate }) });
    return { fence, file, begun, owned: ownedBy(centre, owner, file), lastEntry, due };
  };

  const lanesOf = ({ centre, owner }: FileNamed, file: WholeFile | undefined) => {
    const keys = [laneKeyOf(centre, owner), ...(file?.inbound ?? []).map((referral) => laneKey({ centre, referral }))];
    return { fences: keys.map(fenceId), lanes: [...new Set(keys.map((key) => laneOf(key, queues.laneCount)))] };
  };

  const untilIdle = (lanes: readonly number[], owned: Owned): Promise<void> =>
    until(async () => !(await isAtWork(queues, lanes, seal, owned)), 'a worker still has an event of this file');

  /** An entry of the register that still waits for the record would be refused there, once what it points to is gone. */
  const untilMoved = (places: readonly string[]): Promise<void> =>
    until(async () => {
      const waiting = JSON.stringify(await redis.xrange(redisKeys.auditStream, '-', '+', 'COUNT', WAITING_MAX));
      // Inside a text inside a list, where quotes are escaped.
      return !places.some((place) => waiting.includes(`${place}\\"`));
    }, 'the register still waits for the record');

  const emptyQueue = async (lanes: readonly number[], owned: Owned): Promise<Counts> => {
    const counts: Record<string, number> = {};
    for (let round = 0, found = 1; found > 0 && round < ROUNDS_MAX; round += 1) {
      found = 0;
      for await (const { place, remove } of queueTraces(deps, lanes, owned)) {
        await remove();
        counts[place] = (counts[place] ?? 0) + 1;
        found += 1;
      }
    }
    return counts;
  };

  /** All of it in one transaction behind its fences: whoever wrote meanwhile makes it be read again. */
  const deleteFile = async (named: FileNamed, fence: string, day: string): Promise<void> => {
    for (let race = 1; ; race += 1) {
      const file = await readFileOf(store, named.centre, named.owner);
      if (file === undefined) return;
      const places = file.resources.map(placeIn);
      await redis.sadd(redisKeys.destroying(fence), ...places);
      const fences = await Promise.all(
        lanesOf(named, file).fences.map(async (id) => ({
          id,
          version: (await store.read('Basic', id))?.meta?.versionId ?? '0',
        })),
      );
      try {
        await store.transaction(tombstoneTransaction(fences, places, day));
        return;
      } catch (error) {
        const isRace = error instanceof GatewayError && error.kind === 'versionConflict';
        if (!isRace || race >= RACES_MAX) throw error;
      }
    }
  };

  return {
    async look(named) {
      const { file, begun, owned, lastEntry, due } = await known(named);
      const queue: Record<string, number> = {};
      for await (const { place } of queueTraces(deps, lanesOf(named, file).lanes, owned))
        queue[place] = (queue[place] ?? 0) + 1;
      const { centre, today } = named;
      const against =
        file === undefined
          ? []
          : standsAgainst({
              ...file,
              centre,
              today,
              setAside: queue['set-aside'] ?? 0,
              ...(due !== undefined && { due }),
            });
      return {
        record: countedByType(file?.resources.map(placeIn) ?? begun),
        queue,
        against,
        begun: begun.length > 0,
        ...(lastEntry !== undefined && { lastEntry }),
        ...(due !== undefined && { due }),
      };
    },

    async destroy(named, note) {
      const { fence, file, owned } = await known(named);
      const { centre, owner, today } = named;
      const { fences, lanes } = lanesOf(named, file);
      await expunger.mustBeAllowed(fence);
      await note();
      await buryFile(redis, fences, { centre, ...owner, at: now().toISOString() });
      await untilIdle(lanes, owned);
      await untilMoved(file?.resources.map(placeIn) ?? []);
      const first = await emptyQueue(lanes, owned);
      await deleteFile(named, fence, today);
      const places = await redis.smembers(redisKeys.destroying(fence));
      await expunger.expunge(tracesFirst(places));
      const later = await emptyQueue(lanes, owned);
      await redis.del(redisKeys.destroying(fence));
      return { record: countedByType(places), queue: summed(first, later) };
    },
  };
}

/** Throws `unavailable` with what is still so when the time is over. */
async function until(holds: () => Promise<boolean>, otherwise: string): Promise<void> {
  const deadlineMs = performance.now() + IDLE_WITHIN_MS;
  while (!(await holds())) {
    if (performance.now() > deadlineMs) throw new GatewayError('unavailable', otherwise);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** Traces point to all else, and nothing to them. */
const tracesFirst = (places: readonly string[]): readonly string[] => {
  const isTrace = (place: string): boolean => place.startsWith('Provenance/');
  return [...places.filter(isTrace), ...places.filter((place) => !isTrace(place))];
};

const ownedBy = (centre: string, owner: FileOwner, file: WholeFile | undefined): Owned => {
  const identifiers = (file?.resources ?? []).flatMap((it) => identifiersIn(it).map((one) => [it, one] as const));
  const values = (system: string) =>
    identifiers.flatMap(([, one]) => (one.system === system && one.value !== undefined ? [one.value] : []));
  const hers = owner.child === undefined ? fileReference(centre, owner).identifier : undefined;
  return {
    centre,
    ...present({ child: owner.child }),
    requests: new Set(values(IDENTIFIERS.request(centre))),
    tasks: new Set(values(IDENTIFIERS.task)),
    // A trace has the id of its exchange.
    exchanges: new Set(
      (file?.resources ?? []).flatMap((it) => (it.resourceType === 'Provenance' ? (it.id ?? []) : [])),
    ),
    // Her own too where only her number is left, of a destruction that was interrupted.
    tokens: new Set(
      [...identifiers.map(([, one]) => one), hers ?? {}].map(({ system, value }) => `${system}|${value}`),
    ),
    links: new Set(),
  };
};

function countedByType(places: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const place of places) {
    const [type = ''] = place.split('/');
    counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

const summed = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [
      name,
      (one[name] ?? 0) + (other[name] ?? 0),
    ]),
  );
