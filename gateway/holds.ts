import type { Redis } from 'ioredis';
import { partnerIn } from '../mappings/domain/current-task.ts';
import type { ConceptEvent, LaneEvent } from '../mappings/domain/lane-events.ts';
import { redisKeys } from './redis-keys.ts';

/** What a hold bears on: what would be shown of this child to this recipient. */
export interface HeldDisclosure {
  readonly centre: string;
  readonly child: string;
  readonly recipient: string;
}

/**
 * A consent that is taken back, refused or revised counts from its acknowledgement, and not from its sync (design.md §2.1): just before its event
 * is written, a hold is; it stays until the record has the event, and nothing that it bears on is shown meanwhile.
 */
export interface Holds {
  /** Before the event is written; nothing for an event that can only open something. */
  place(event: LaneEvent): Promise<void>;
  /** Once the record has it, or it was refused for good and its sender knows. One that is set aside holds until it is repaired or replaced. */
  lift(event: LaneEvent): Promise<void>;
  /** To be asked before the consents are read: what is lifted later was read, or bears on a send that had begun. */
  bearOn(disclosure: HeldDisclosure): Promise<boolean>;
  /** Lifts those whose event was never written: whoever sent it was not answered. Gives how many. */
  liftOrphans(isKnown: (exchange: string) => Promise<boolean>, at: Date): Promise<number>;
}

/** An event is written within moments of its hold, or never. */
const ORPHAN_AFTER_MS = 10 * 60_000;

interface Hold {
  readonly recipient: string;
  readonly consent: string;
  readonly at: string;
}

export function holdsIn(redis: Redis): Holds {
  const standing = async (key: string): Promise<readonly (readonly [string, Hold])[]> =>
    // What stands there we wrote.
    Object.entries(await redis.hgetall(key)).map(([exchange, text]) => [exchange, JSON.parse(text) as Hold] as const);

  return {
    async place(event) {
      if (!isConsent(event)) return;
      const recipient = closedTo(event);
      if (recipient === undefined) return;
      const key = keyOf(event);
      const hold: Hold = { recipient, consent: event.root.value, at: event.recordedAt };
      await redis.sadd(redisKeys.everyHold, key);
      await redis.hset(key, event.exchangeId, JSON.stringify(hold));
    },

    async lift(event) {
      if (!isConsent(event)) return;
      const key = keyOf(event);
      // A newer version takes the place of those that were set aside.
      for (const [exchange, { consent, at }] of await standing(key))
        if (exchange === event.exchangeId || (consent === event.root.value && at < event.recordedAt))
          await redis.hdel(key, exchange);
    },

    async bearOn({ centre, child, recipient }) {
      const all = await standing(redisKeys.holds(centre, child));
      return all.some(([, hold]) => hold.recipient === recipient);
    },

    async liftOrphans(isKnown, now) {
      let lifted = 0;
      for (const key of await redis.smembers(redisKeys.everyHold)) {
        const all = await standing(key);
        if (all.length === 0) await redis.srem(redisKeys.everyHold, key);
        for (const [exchange, { at }] of all) {
          if (now.getTime() - Date.parse(at) < ORPHAN_AFTER_MS || (await isKnown(exchange))) continue;
          await redis.hdel(key, exchange);
          lifted += 1;
        }
      }
      return lifted;
    },
  };
}

type ConsentEvent = ConceptEvent & { readonly child: string };

const keyOf = ({ centre, child }: ConsentEvent): string => redisKeys.holds(centre, child);

const isConsent = (event: LaneEvent): event is ConsentEvent =>
  event.kind === 'concept' && event.concept === 'consent' && event.child !== undefined;

/** The recipient to whom this may close something; undefined for what is about the centre itself, or is a first yes. */
function closedTo(event: ConsentEvent): string | undefined {
  const consent = event.bundle.entry?.map(({ resource }) => resource).find((it) => it?.resourceType === 'Consent');
  if (consent?.resourceType !== 'Consent') return undefined;
  const isFirstYes = event.version === 1 && consent.status === 'active' && consent.provision?.type === 'permit';
  return isFirstYes ? undefined : partnerIn(consent.provision?.actor?.[0]?.reference);
}
