import type { Redis } from 'ioredis';
import type { Issue } from '../../mappings/domain/mapped.ts';
import type { FailureKind } from '../failures.ts';
import { redisKeys } from '../redis/redis-keys.ts';

export type ExchangeState = 'accepted' | 'waiting' | 'synced' | 'superseded' | 'refused' | 'parked';

/** What became of one acknowledged event; ids only. */
export interface Exchange {
  readonly id: string;
  readonly centre: string;
  readonly kind: 'concept' | 'answer' | 'dispatch' | 'inbound';
  /** Name of the concept; for an answer or a dispatch, that of the request it is about is not known here. */
  readonly concept?: string;
  readonly identifier: string;
  readonly version?: number;
  readonly state: ExchangeState;
  readonly acceptedAt: string;
  readonly syncedAt?: string;
  readonly created?: boolean;
  readonly failure?: FailureKind;
  readonly fhir?: readonly { readonly reference: string; readonly versionId: string }[];
  readonly issues?: readonly Issue[];
}

export type ExchangeOpening = Pick<
  Exchange,
  'id' | 'centre' | 'kind' | 'concept' | 'identifier' | 'acceptedAt' | 'issues'
>;
export type ExchangeOutcome = Pick<Exchange, 'version' | 'syncedAt' | 'created' | 'failure' | 'fhir' | 'issues'> & {
  readonly state: ExchangeState;
};

export interface Exchanges {
  /** Writes what is not written yet: a worker may have been faster. `keyHash`: of the sender’s key, so that its record goes with the exchange. */
  open(opening: ExchangeOpening, keyHash?: string): Promise<void>;
  /** Writes what became of it. Issues are added to those found at the door. */
  settle(id: string, outcome: ExchangeOutcome): Promise<void>;
  find(id: string): Promise<Exchange | undefined>;
  /** Counts one more failed attempt and says how many there were. */
  failedAgain(id: string): Promise<number>;
}

/** What was refused is kept where a partner said it, and may be put back by a person. */
const FINAL: ReadonlySet<string> = new Set(['synced', 'superseded']);

/** The record has it, or a newer version of it: it changes nothing there any more, however often it comes. */
export const isInRecord = ({ state }: Pick<Exchange, 'state'>): boolean => FINAL.has(state);

export function exchanges(redis: Redis, keptForSeconds: number): Exchanges {
  const find = async (id: string): Promise<Exchange | undefined> => {
    const fields = await redis.hgetall(redisKeys.exchange(id));
    return fields.opening === undefined && fields.outcome === undefined ? undefined : exchangeFrom(id, fields);
  };

  return {
    find,

    async open(opening, keyHash) {
      const key = redisKeys.exchange(opening.id);
      const writing = redis.multi().hsetnx(key, 'opening', JSON.stringify(opening));
      if (keyHash !== undefined) writing.hset(key, 'key', keyHash);
      await writing.expire(key, keptForSeconds).exec();
    },

    async settle(id, outcome) {
      const key = redisKeys.exchange(id);
      const before = await find(id);
      // An event that is processed once more finds its own work done: what was first said of it stands, `created` too.
      if (before !== undefined && isInRecord(before)) return;
      await redis.multi().hset(key, 'outcome', JSON.stringify(outcome)).expire(key, keptForSeconds).exec();
    },

    failedAgain: (id) => redis.hincrby(redisKeys.exchange(id), 'failures', 1),
  };
}

/** The two halves are written by the gateway and by a worker, in either order. */
function exchangeFrom(id: string, fields: Readonly<Record<string, string>>): Exchange {
  const opening: Partial<ExchangeOpening> = fields.opening === undefined ? {} : JSON.parse(fields.opening);
  const outcome: Partial<ExchangeOutcome> = fields.outcome === undefined ? {} : JSON.parse(fields.outcome);
  const issues = [...(opening.issues ?? []), ...(outcome.issues ?? [])];
  return {
    centre: '',
    kind: 'concept',
    identifier: '',
    acceptedAt: '',
    state: 'accepted',
    ...opening,
    ...outcome,
    id,
    issues,
  };
}
