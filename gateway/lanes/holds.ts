import type { Redis } from 'ioredis';
import { present } from '../../mappings/concepts/present.ts';
import { OWN_STAFF } from '../../mappings/consent/bases.ts';
import { type MayClose, mayClose } from '../../mappings/consent/may-close.ts';
import type { ConceptEvent, LaneEvent } from '../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { redisKeys } from '../redis/redis-keys.ts';
import { contentHash } from './content-hash.ts';

/** What a hold bears on: what would be shown of this child to this recipient; that of a request, only on that request. */
export interface HeldDisclosure {
  readonly centre: string;
  readonly child: string;
  readonly recipient: string;
  /** Business identifier at the centre. */
  readonly request: string;
  /** Numbers of the letters that the record has go with it; absent: none. */
  readonly letters?: readonly string[];
}

/**
 * A consent that is taken back, refused or revised, a request that is revised under a label, without an agreement, or away from whom it was asked
 * of, a letter that is revised, and a label on a child’s file count from their acknowledgement, and not from their
 * sync (design.md §2.1): just before the event is written, a hold is; it stays until the record has the
 * event, and nothing that it bears on is shown meanwhile.
 */
export interface Holds {
  /**
   * Before the event is written; nothing for an event that can only open something. Gives whether it holds what this event did not hold already.
   * What another event of the same exchange holds stays: of two under one key at once, only the lane knows which was acknowledged.
   */
  place(event: LaneEvent): Promise<boolean>;
  /**
   * Once the event has come to its end, with the version that the record then holds of the same consent or request, where it came to hold
   * or was found to hold one. Its own hold goes; so do those of older versions, which the record would take no more.
   *
   * | what becomes of an event | its own hold | holds of other events about the same |
   * |---|---|---|
   * | committed | goes | those of older versions go |
   * | unchanged: the record holds it already | goes | those of versions older than what stands go |
   * | superseded: a newer version stands | goes | those of versions older than what stands go |
   * | refused for good, and its sender is told so | goes | stay |
   * | put back by a person and refused: it stays set aside | stays | stay |
   * | waits for what it names, fails and is tried again | stays | stay |
   * | set aside: refused by the record, or has waited for a day | stays | stay |
   * | never written, or set aside and then closed by a person or overtaken | goes by `liftOrphans` | stay |
   *
   * One without a version may still become the newest: only its own end lifts it, or `liftOrphans` once it can come no more. Of two events
   * with one version the other is refused, and lifted by that.
   */
  lift(event: LaneEvent, stands?: number): Promise<void>;
  /** To be asked before the consents are read: what is lifted later was read, or bears on a send that had begun. */
  bearOn(disclosure: HeldDisclosure): Promise<boolean>;
  /** What is held back of one child: to be asked before anything is read, and answers for what was read then. */
  standingOn(centre: string, child: string): Promise<(about: Omit<HeldDisclosure, 'centre' | 'child'>) => boolean>;
  /** Lifts those whose event was never written, or will never reach the record, since a person closed it. Gives how many. */
  liftOrphans(isPending: (exchange: string) => Promise<boolean>, at: Date): Promise<number>;
}

/** An event is written within moments of its hold, or never. */
const ORPHAN_AFTER_MS = 10 * 60_000;

interface Hold {
  /** Absent for a request that is asked of nobody any more, and for a child’s file: whoever it is. */
  readonly recipient?: string;
  /** Business identifier of the consent, the request or the letter that was revised, or of the circle that labels the child’s file. */
  readonly consent?: string;
  /** With a letter, the one with which it goes. */
  readonly request?: string;
  /** Of a request: it bears on whomever it was asked of before, and not on its recipient. Of a letter: wherever else it went. */
  readonly sparesRecipient?: true;
  readonly letter?: string;
  readonly file?: string;
  /** Absent where its sender gave none, and in what an earlier release held. */
  readonly version?: number;
  readonly at: string;
}

export function holdsIn(redis: Redis): Holds {
  const standingOn: Holds['standingOn'] = async (centre, child) => {
    const all = await standing(redisKeys.holds(centre, child));
    return (about) => all.some(([, hold]) => bearsOn(hold, about));
  };
  const standing = async (key: string): Promise<readonly (readonly [string, Hold])[]> =>
    // What stands there we wrote.
    Object.entries(await redis.hgetall(key)).map(([exchange, text]) => [exchange, JSON.parse(text) as Hold] as const);

  return {
    async place(event) {
      const closing = closingOf(event);
      if (closing === undefined) return false;
      const key = keyOf(closing);
      const hold: Hold = {
        ...(closing.what !== 'file' && present({ recipient: closing.recipient })),
        ...(closing.what === 'letter' && present({ request: closing.request })),
        ...('because' in closing && closing.because === 'may-have-moved' && { sparesRecipient: true as const }),
        [closing.what]: closing.event.root.value,
        ...present({ version: closing.event.version }),
        at: event.recordedAt,
      };
      await redis.sadd(redisKeys.everyHold, key);
      const own = (await standing(key)).filter(([field]) => exchangeOf(field) === event.exchangeId);
      const same = own.find(([, other]) => isSameHold(other, hold));
      const field = same?.[0] ?? (own.length === 0 ? event.exchangeId : `${event.exchangeId}|${event.recordedAt}`);
      await redis.hset(key, field, JSON.stringify(hold));
      // Once more: it may have been found empty just before, and forgotten.
      await redis.sadd(redisKeys.everyHold, key);
      return same === undefined;
    },

    async lift(event, stands = 0) {
      // Also an event that closes nothing: it may take the place of older ones that were set aside.
      if (event.kind !== 'concept' || event.child === undefined) return;
      const what = heldAs(event);
      if (what === undefined) return;
      const key = redisKeys.holds(event.centre, event.child);
      for (const [field, hold] of await standing(key)) {
        const isSame = ownNumber(hold)[what] === event.root.value;
        const isOlder = isSame && hold.version !== undefined && hold.version < stands;
        if (exchangeOf(field) === event.exchangeId || isOlder) await redis.hdel(key, field);
      }
    },

    bearOn: async ({ centre, child, ...about }) => (await standingOn(centre, child))(about),

    standingOn,

    async liftOrphans(isPending, now) {
      let lifted = 0;
      for (const key of await redis.smembers(redisKeys.everyHold)) {
        const all = await standing(key);
        if (all.length === 0) await redis.srem(redisKeys.everyHold, key);
        for (const [field, { at }] of all) {
          if (now.getTime() - Date.parse(at) < ORPHAN_AFTER_MS || (await isPending(exchangeOf(field)))) continue;
          // Its event may be sent again meanwhile, and is held anew.
          const [, hold] = (await standing(key)).find(([other]) => other === field) ?? [];
          if (hold?.at !== at) continue;
          await redis.hdel(key, field);
          lifted += 1;
        }
      }
      return lifted;
    },
  };
}

/** A field is named by its exchange, or by it and more. */
const exchangeOf = (field: string): string => field.split('|')[0] ?? field;

const isSameHold = ({ at: _at, ...one }: Hold, { at: _other, ...other }: Hold): boolean =>
  contentHash(one) === contentHash(other);

const keyOf = ({ event: { centre, child } }: MayClose): string => redisKeys.holds(centre, child);

const closingOf = (event: LaneEvent): MayClose | undefined => (event.kind === 'concept' ? mayClose(event) : undefined);

/**
 * A consent bears on its recipient, a child’s file on everybody, a request or a letter with it on that request: also on whoever had it before,
 * whom only the record knows. The centre’s own staff never were asked. A letter bears also on whatever the record has it go with.
 */
const bearsOn = (
  hold: Hold,
  { recipient, request, letters = [] }: Omit<HeldDisclosure, 'centre' | 'child'>,
): boolean => {
  if (hold.letter !== undefined) {
    const isWhereItGoes = hold.request === request && hold.recipient === recipient;
    const goes = letters.includes(hold.letter) && !(hold.sparesRecipient === true && isWhereItGoes);
    return goes || (hold.sparesRecipient !== true && hold.request === request);
  }
  if (hold.request === undefined) return hold.recipient === undefined || hold.recipient === recipient;
  const isSpared = hold.sparesRecipient === true && (recipient === hold.recipient || recipient === OWN_STAFF);
  return hold.request === request && !isSpared;
};

/** Of a letter’s hold the request is not what was revised. */
const ownNumber = ({ request, ...hold }: Hold): Pick<Hold, MayClose['what']> =>
  hold.letter === undefined && request !== undefined ? { ...hold, request } : hold;

/** As what an event is held; undefined for what never is. Two of different kinds may bear the same number. */
function heldAs({ concept, centre, root }: ConceptEvent): MayClose['what'] | undefined {
  if (concept === 'consent' || concept === 'letter') return concept;
  if (concept === 'care-circle') return 'file';
  return root.system === IDENTIFIERS.request(centre) ? 'request' : undefined;
}
