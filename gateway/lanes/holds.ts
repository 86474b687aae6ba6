import type { Redis } from 'ioredis';
import { type MayClose, mayClose } from '../../mappings/consent/may-close.ts';
import type { ConceptEvent, LaneEvent } from '../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { redisKeys } from '../redis/redis-keys.ts';

/** What a hold bears on: what would be shown of this child to this recipient; that of a request, only on that request. */
export interface HeldDisclosure {
  readonly centre: string;
  readonly child: string;
  readonly recipient: string;
  /** Business identifier at the centre. */
  readonly request: string;
}

/**
 * A consent that is taken back, refused or revised, and a request that is revised under a label or without an agreement, count from their
 * acknowledgement, and not from their sync (design.md §2.1): just before the event is written, a hold is; it stays until the record has the
 * event, and nothing that it bears on is shown meanwhile.
 */
export interface Holds {
  /** Before the event is written; nothing for an event that can only open something. */
  place(event: LaneEvent): Promise<void>;
  /** Once the record has it, or it was refused for good and its sender knows. One that is set aside holds until it is repaired or replaced. */
  lift(event: LaneEvent): Promise<void>;
  /** To be asked before the consents are read: what is lifted later was read, or bears on a send that had begun. */
  bearOn(disclosure: HeldDisclosure): Promise<boolean>;
  /** What is held back of one child: to be asked before anything is read, and answers for what was read then. */
  standingOn(centre: string, child: string): Promise<(about: Pick<HeldDisclosure, 'recipient' | 'request'>) => boolean>;
  /** Lifts those whose event was never written, or will never reach the record, since a person closed it. Gives how many. */
  liftOrphans(isPending: (exchange: string) => Promise<boolean>, at: Date): Promise<number>;
}

/** An event is written within moments of its hold, or never. */
const ORPHAN_AFTER_MS = 10 * 60_000;

interface Hold {
  readonly recipient: string;
  /** Business identifier of the consent, or of the request, that was revised. */
  readonly consent?: string;
  readonly request?: string;
  readonly at: string;
}

export function holdsIn(redis: Redis): Holds {
  const standingOn: Holds['standingOn'] = async (centre, child) => {
    const all = await standing(redisKeys.holds(centre, child));
    return ({ recipient, request }) =>
      all.some(([, hold]) => (hold.request === undefined ? hold.recipient === recipient : hold.request === request));
  };
  const standing = async (key: string): Promise<readonly (readonly [string, Hold])[]> =>
    // What stands there we wrote.
    Object.entries(await redis.hgetall(key)).map(([exchange, text]) => [exchange, JSON.parse(text) as Hold] as const);

  return {
    async place(event) {
      const closing = closingOf(event);
      if (closing === undefined) return;
      const key = keyOf(closing);
      const hold: Hold = {
        recipient: closing.recipient,
        [closing.what]: closing.event.root.value,
        at: event.recordedAt,
      };
      await redis.sadd(redisKeys.everyHold, key);
      await redis.hset(key, event.exchangeId, JSON.stringify(hold));
    },

    async lift(event) {
      // Also a version that closes nothing: it takes the place of older ones that were set aside.
      if (event.kind !== 'concept' || event.child === undefined || !isHeldConcept(event)) return;
      const key = redisKeys.holds(event.centre, event.child);
      for (const [exchange, { consent, request, at }] of await standing(key)) {
        const isOlder = (event.concept === 'consent' ? consent : request) === event.root.value && at < event.recordedAt;
        if (exchange === event.exchangeId || isOlder) await redis.hdel(key, exchange);
      }
    },

    bearOn: async ({ centre, child, ...about }) => (await standingOn(centre, child))(about),

    standingOn,

    async liftOrphans(isPending, now) {
      let lifted = 0;
      for (const key of await redis.smembers(redisKeys.everyHold)) {
        const all = await standing(key);
        if (all.length === 0) await redis.srem(redisKeys.everyHold, key);
        for (const [exchange, { at }] of all) {
          if (now.getTime() - Date.parse(at) < ORPHAN_AFTER_MS || (await isPending(exchange))) continue;
          await redis.hdel(key, exchange);
          lifted += 1;
        }
      }
      return lifted;
    },
  };
}

const keyOf = ({ event: { centre, child } }: MayClose): string => redisKeys.holds(centre, child);

const closingOf = (event: LaneEvent): MayClose | undefined => (event.kind === 'concept' ? mayClose(event) : undefined);

const isHeldConcept = ({ concept, centre, root }: ConceptEvent): boolean =>
  concept === 'consent' || root.system === IDENTIFIERS.request(centre);
