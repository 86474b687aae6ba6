import type { Redis } from 'ioredis';
import type { Audit } from '../audit/audit.ts';
import type { Exchanges } from '../lanes/exchanges.ts';
import type { Queues } from '../lanes/queues.ts';
import type { Seal } from '../lanes/sealing.ts';
import type { Registry } from '../registry.ts';
import { type DeadLetters, deadLetters } from '../set-aside/dead-letters.ts';
import { type ReplayAsked, type ReplayOutcome, replayer } from '../set-aside/replay.ts';
import { type PartnerControl, partnerControl } from './partner-control.ts';

export interface OperationsDeps {
  readonly redis: Redis;
  readonly queues: Queues;
  readonly exchanges: Exchanges;
  readonly registry: Registry;
  readonly seal: Seal;
  readonly audit: Audit;
  /** How often a delivery is tried, unless its partner's entry says otherwise. */
  readonly triesMax: number;
  readonly now: () => Date;
}

/** What those who run the gateway do with it: see what was set aside, put it back, pause a partner. */
export interface Operations {
  readonly letters: DeadLetters;
  readonly replay: (asked: ReplayAsked, by: string) => Promise<ReplayOutcome>;
  readonly control: PartnerControl;
  readonly seal: Seal;
  readonly audit: Audit;
}

export function operations({
  redis,
  queues,
  exchanges,
  registry,
  seal,
  audit,
  triesMax,
  now,
}: OperationsDeps): Operations {
  const letters = deadLetters({ redis, seal, exchanges, laneCount: queues.laneCount });
  const triesFor = (id: string): number | undefined => {
    const partner = registry.partner(id);
    return partner && (partner.retry?.triesMax ?? triesMax);
  };
  return {
    letters,
    replay: replayer({ letters, queues, audit, triesMax: triesFor, now }),
    control: partnerControl({ redis, registry, queues, letters, audit, now }),
    seal,
    audit,
  };
}
