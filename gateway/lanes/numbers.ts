import type { Redis } from 'ioredis';
import type { ConceptEvent, LaneEvent } from '../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Issue } from '../../profiles/issue.ts';
import { GatewayError } from '../failures.ts';
import { redisKeys } from '../redis/redis-keys.ts';

/** What each number of a child’s file is remembered to stand for, so that a second child or kind under it is refused at the door. */
export interface Numbers {
  /** Remembers whose an event’s number is, unless somebody’s is remembered. Throws GatewayError `versionConflict` (`NOT_FREE`) for what is something else’s. */
  claim(event: LaneEvent): Promise<void>;
  /** Once the record refused it as not free: what was remembered of it was wrong, and would keep from it what it stands for. */
  release(event: LaneEvent): Promise<void>;
}

export function numbersIn(redis: Redis, keptForSeconds: number): Numbers {
  return {
    async claim(event) {
      for (const [key, value] of remembered(event)) {
        await redis.set(key, value, 'EX', keptForSeconds, 'NX');
        if (((await redis.get(key)) ?? value) !== value) throw notFree(event);
      }
    },

    async release(event) {
      for (const [key, value] of remembered(event)) if ((await redis.get(key)) === value) await redis.del(key);
    },
  };
}

/**
 * Two children have two lanes: without this, one identifier used for both would be a race between them. The kind, so that who may not see what
 * stands there hears of it at the same moment, and as of any number that is taken. What is no child's has its own identifier as lane key: there
 * is no second lane to keep it from.
 */
function remembered(event: LaneEvent): readonly (readonly [string, string])[] {
  if (event.kind !== 'concept' || event.child === undefined) return [];
  const { system, value } = event.root;
  return [
    [redisKeys.childOf(system, value), event.child],
    ...(isRequest(event) ? [[redisKeys.kindOf(system, value), event.concept] as const] : []),
  ];
}

const isRequest = ({ root, centre }: ConceptEvent): boolean => root.system === IDENTIFIERS.request(centre);

/**
 * What is told of a number that stands for something else: another child’s, a request of another kind, or what the caller may not know of. One
 * sentence for all, so that it does not say which; the lane answers it too, when Redis has forgotten what stands there.
 */
export const NOT_FREE: Issue = {
  severity: 'error',
  code: 'conflict',
  expression: 'id',
  text: {
    fr: 'Cet identifiant n’est pas libre. Prenez-en un nouveau.',
    en: 'This identifier is not free. Take a new one.',
  },
};

/** Whether that is why something was refused. */
export const isNotFree = (issues: readonly Issue[]): boolean => issues.some(({ text }) => text.en === NOT_FREE.text.en);

const notFree = (event: LaneEvent): GatewayError =>
  new GatewayError('versionConflict', `a number of ${event.exchangeId} already stands for something else`, {
    issues: [NOT_FREE],
  });
