import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { mayBeShown } from '../../gateway/disclosure/disclosure.ts';
import type { Change } from '../../gateway/lanes/changes.ts';
import type { Exchange, ExchangeOutcome } from '../../gateway/lanes/exchanges.ts';
import type { DeliveryJob, LaneJob } from '../../gateway/lanes/queues.ts';
import { sealWith } from '../../gateway/lanes/sealing.ts';
import type { LaneEvent } from '../../mappings/domain/lane-events.ts';
import { laneMemory } from '../../workers/sync/lane-memory.ts';
import { processLaneEvent } from '../../workers/sync/process-lane-event.ts';
import { aRegistry } from './a-registry.ts';
import { type MemoryRecord, memoryRecord } from './memory-record.ts';
import { withoutTrace } from './without-trace.ts';

/** The sync of one lane on a record in memory, and all that it told. */
export interface SyncBench {
  readonly record: MemoryRecord;
  readonly outcomes: Map<string, ExchangeOutcome>;
  readonly changes: Change[];
  readonly deliveries: DeliveryJob[];
  /** Events that wait, and for what. */
  readonly waiting: Map<string, readonly string[]>;
  readonly arrived: string[];
  /** Puts an event through; gives the state that its exchange is in. */
  put(event: LaneEvent, job?: Pick<LaneJob, 'replay'>): Promise<string>;
}

export function syncBench(
  record: MemoryRecord = memoryRecord(),
  overrides: Partial<Parameters<typeof processLaneEvent>[0]> = {},
): SyncBench {
  const outcomes = new Map<string, ExchangeOutcome>();
  const changes: Change[] = [];
  const deliveries: DeliveryJob[] = [];
  const waiting = new Map<string, readonly string[]>();
  const arrived: string[] = [];
  const seal = sealWith([{ id: 'k', key: randomBytes(32) }]);
  const process = processLaneEvent({
    store: traced(record),
    seal,
    exchanges: {
      open: async () => undefined,
      settle: async (id, outcome) => void outcomes.set(id, outcome),
      find: async (id) => outcomes.get(id) as Exchange | undefined,
      failedAgain: async () => 1,
    },
    changes: {
      tell: async (_centre, change) => void changes.push(change),
      since: async () => ({ changes, next: '0' }),
    },
    letters: { stands: async () => true, settled: async () => undefined },
    mayBeShown: mayBeShown(aRegistry()),
    deliver: async (job) => void deliveries.push(job),
    missingBasis: async () => [],
    holds: { lift: async () => undefined },
    numbers: { release: async () => undefined },
    waitBeside: async ({ exchangeId }: LaneJob, awaits) => {
      waiting.set(exchangeId, awaits);
      return 'waiting';
    },
    arrived: async (tokens) => void arrived.push(...tokens),
    memory: laneMemory(() => new Date('2026-03-10T16:00:01.000Z')),
    now: () => new Date('2026-03-10T16:00:01.000Z'),
    log: pino({ level: 'silent' }),
    ...overrides,
  });
  return {
    record,
    outcomes,
    changes,
    deliveries,
    waiting,
    arrived,
    put: (event, job = {}) => process({ exchangeId: event.exchangeId, sealed: seal.seal(event), ...job }),
  };
}

/** The record, as long as each change that is brought to it brings its trace: whatever test puts events through holds the law. */
const traced = (record: MemoryRecord): MemoryRecord => ({
  ...record,
  transaction: async (bundle) => {
    const untold = withoutTrace(bundle);
    if (untold.length > 0) throw new Error(`changed without a trace: ${untold.join(', ')}`);
    return record.transaction(bundle);
  },
});
