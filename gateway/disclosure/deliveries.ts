import type { Redis } from 'ioredis';
import { redisKeys } from '../redis/redis-keys.ts';

/** Where one delivery stands beside what the record says: what Redis alone knows. */
export interface DeliveryStatus {
  readonly state:
    | 'to-send'
    | 'to-print'
    | 'to-tell'
    | 'sent'
    | 'failing'
    | 'telephone'
    | 'refused'
    | 'in-doubt'
    | 'no-basis'
    /** It ended before it left: there was nobody to tell. */
    | 'not-sent';
  /** Version of the request that this is about. */
  readonly version?: number;
  /** Kind of the last failure, never its words. */
  readonly why?: string;
  readonly at: string;
  /** Of what was sent: all that its receipt says, so that it can be written although whoever sent it died. */
  readonly left?: {
    readonly stage: string;
    readonly reference: string;
    readonly notCarried: readonly string[];
    readonly letters?: readonly string[];
  };
}

export interface DeliveryStatuses {
  note(task: string, status: DeliveryStatus): Promise<void>;
  of(task: string): Promise<DeliveryStatus | undefined>;
}

const FAILED: ReadonlySet<string> = new Set(['failing', 'telephone', 'refused', 'in-doubt', 'no-basis']);

/** The last try did not go well: what succeeds is noted as sent. */
export const isFailed = ({ state }: Pick<DeliveryStatus, 'state'>): boolean => FAILED.has(state);

export function deliveryStatuses(redis: Redis, keptForSeconds: number): DeliveryStatuses {
  return {
    async note(task, status) {
      await redis.set(redisKeys.delivery(task), JSON.stringify(status), 'EX', keptForSeconds);
    },
    async of(task) {
      const text = await redis.get(redisKeys.delivery(task));
      return text === null ? undefined : JSON.parse(text);
    },
  };
}
