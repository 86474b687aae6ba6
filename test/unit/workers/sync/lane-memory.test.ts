import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { LaneEvent } from '../../../../mappings/domain/lane-events.ts';
import { type LaneMemory, laneMemory } from '../../../../workers/sync/lane-memory.ts';
import { circleEvent, fileEvents, planEvent, referralEvent, revisedEvents } from '../../../builders/concept-events.ts';
import { anAnswerEvent } from '../../../builders/events.ts';
import { type MemoryRecord, memoryRecord } from '../../../builders/memory-record.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { childFiles } from '../../../generators/child-files.ts';

const NOTHING_KEPT: LaneMemory = { take: () => undefined, keep: () => undefined, forgetAll: () => undefined };
const MOMENT = new Date('2026-03-10T16:00:01.000Z');

/** One event given to one of two workers, and what befalls it just before its transaction is committed, or just after. */
interface Step {
  /** Of those drawn, counted round. */
  readonly event: number;
  readonly worker: 0 | 1;
  /** The worker is paused before its transaction, and the other one processes these. */
  readonly meanwhile: readonly number[];
  readonly fault: 'none' | 'unavailable before' | 'unavailable after' | 'refused before';
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    event: fc.nat(60),
    worker: fc.constantFrom(0 as const, 1 as const),
    meanwhile: fc.oneof(fc.constant([]), fc.array(fc.nat(60), { minLength: 1, maxLength: 3 })),
    fault: fc.oneof(
      { weight: 6, arbitrary: fc.constant('none' as const) },
      { weight: 1, arbitrary: fc.constantFrom('unavailable before', 'unavailable after', 'refused before') },
    ),
  }),
  { minLength: 8, maxLength: 20 },
);

interface Life {
  /** The events of a child's file, in order. */
  readonly file: readonly LaneEvent[];
  /** Versions of a few of them, and answers: few, so that one worker often has what the other has gone past. */
  readonly more: readonly LaneEvent[];
}

const lives: fc.Arbitrary<Life> = childFiles().chain((child) => {
  const { centre, id: request } = child.service;
  const answers = (['accepted', 'completed'] as const).map((what, nth) =>
    anAnswerEvent(
      { what },
      { exchangeId: `00000000-0000-5000-8000-0000000000b${nth}`, centre, child: child.service.child.id, request },
    ),
  );
  const file = fileEvents(child);
  return fc
    .shuffledSubarray<readonly LaneEvent[]>([file.slice(0, 1), answers, ...revisedEvents(child)], {
      minLength: 2,
      maxLength: 4,
    })
    .map((more) => ({ file, more: more.flat() }));
});

/** What happens to the transactions of one worker. */
interface Fate {
  before?: () => Promise<void>;
  after?: () => void;
}

interface Saw {
  taken: number;
  forgot: number;
}

/** A memory that tells how often it had something, and how often it had to forget. */
function countedMemory(saw: Saw): LaneMemory {
  const memory = laneMemory(() => MOMENT);
  return {
    ...memory,
    take: (fence) => {
      const kept = memory.take(fence);
      if (kept !== undefined) saw.taken += 1;
      return kept;
    },
    forgetAll: () => {
      saw.forgot += 1;
      memory.forgetAll();
    },
  };
}

/** Two workers on one record; gives what was committed, and the events in the order in which they were processed, each with what became of it. */
async function played({ file, more }: Life, plan: readonly Step[], saw: Saw) {
  const record = memoryRecord();
  const fates: readonly [Fate, Fate] = [{}, {}];
  const benches = fates.map((fate) => syncBench(disturbed(record, fate), { memory: countedMemory(saw) }));
  const order: { readonly event: LaneEvent; readonly outcome?: unknown }[] = [];
  const processed = async (worker: number, event: LaneEvent): Promise<void> => {
    await benches[worker]?.put(event);
    order.push({ event, outcome: benches[worker]?.outcomes.get(event.exchangeId) });
  };
  const drawn = (nth: number) => more[nth % more.length] as LaneEvent;

  for (const event of file) await processed(0, event);
  for (const { event: nth, worker, meanwhile, fault } of plan) {
    const event = drawn(nth);
    const fate = fates[worker];
    const others = [...meanwhile];
    const othersProcessed = async () => {
      for (const other of others.splice(0)) await processed(1 - worker, drawn(other));
    };
    fate.before = async () => {
      delete fate.before;
      await othersProcessed();
      if (fault === 'unavailable before') throw new GatewayError('unavailable', 'x');
      if (fault === 'refused before') throw new GatewayError('recordRefused', 'x');
    };
    if (fault === 'unavailable after')
      fate.after = () => {
        delete fate.after;
        order.push({ event });
        throw new GatewayError('unavailable', 'x');
      };
    // A lane that holds gives it again.
    await processed(worker, event).catch(() => processed(worker, event));
    delete fate.before;
    delete fate.after;
    await othersProcessed();
  }
  return { committed: record.committed, order };
}

/** A record at which a worker's transactions have their fate. */
function disturbed(record: MemoryRecord, fate: Fate): MemoryRecord {
  return {
    ...record,
    transaction: async (bundle) => {
      await fate.before?.();
      const answer = await record.transaction(bundle);
      fate.after?.();
      return answer;
    },
  };
}

test('whatever two workers do, and whatever fails: with what they remember the same is committed as without', async () => {
  const saw: Saw = { taken: 0, forgot: 0 };
  await fc.assert(
    fc.asyncProperty(lives, steps, async (life, plan) => {
      const kept = await played(life, plan, saw);
      const reader = syncBench(memoryRecord(), { memory: NOTHING_KEPT });
      for (const { event, outcome } of kept.order) {
        await reader.put(event);
        if (outcome !== undefined) expect(outcome).toEqual(reader.outcomes.get(event.exchangeId));
      }
      expect(kept.committed).toEqual(reader.record.committed);
    }),
    { numRuns: 15 },
  );
  // It was used, and it was wrong.
  expect(saw.taken).toBeGreaterThan(25);
  expect(saw.forgot).toBeGreaterThan(5);
});

/** A worker whose reads are counted. */
function watched(record: MemoryRecord = memoryRecord(), now: () => Date = () => MOMENT) {
  const asked: string[] = [];
  const bench = syncBench(
    {
      ...record,
      read: (type, id) => {
        asked.push(type);
        return record.read(type, id);
      },
      search: (type, params) => {
        asked.push(type);
        return record.search(type, params);
      },
    },
    { memory: laneMemory(now) },
  );
  return { ...bench, asked };
}

test('what a worker has just written it does not read again; requests and their Tasks it does', async () => {
  const { put, asked } = watched();
  await put(circleEvent());
  asked.length = 0;
  expect(await put(circleEvent({ version: 2, status: 'inactive' }))).toBe('synced');
  expect(asked).toEqual([]);
  expect(await put(referralEvent())).toBe('synced');
  expect(new Set(asked)).toEqual(new Set(['ServiceRequest', 'Task']));
});

test('what says that nothing is to be written is read first: only a commit meets the fence', async () => {
  const record = memoryRecord();
  const { put, asked } = watched(record);
  await put(circleEvent());
  await syncBench(record).put(circleEvent({ version: 2, status: 'inactive' }));
  asked.length = 0;
  // By what it remembers this is other content under the version that stands.
  expect(await put(circleEvent({ status: 'suspended' }))).toBe('superseded');
  expect(asked).toContain('CareTeam');
});

test.each(['recordRefused', 'recordFailed', 'versionConflict'] as const)(
  '%s to what was decided from what it remembers is not the event’s fault: it reads, and decides again',
  async (kind) => {
    const record = memoryRecord();
    let refusals = 0;
    const { put, asked } = watched({
      ...record,
      transaction: async (bundle) => {
        refusals -= 1;
        if (refusals === 0) throw new GatewayError(kind, 'x');
        return record.transaction(bundle);
      },
    });
    await put(circleEvent());
    [asked.length, refusals] = [0, 1];
    expect(await put(circleEvent({ version: 2, status: 'inactive' }))).toBe('synced');
    expect(asked).toContain('Basic');
  },
);

test('while the record is away nothing is decided again: the lane holds, and then it reads', async () => {
  const record = memoryRecord();
  let away = false;
  const { put, asked } = watched({
    ...record,
    transaction: async (bundle) => {
      if (away) throw new GatewayError('unavailable', 'x');
      return record.transaction(bundle);
    },
  });
  await put(circleEvent());
  asked.length = 0;
  away = true;
  await expect(put(circleEvent({ version: 2, status: 'inactive' }))).rejects.toMatchObject({ kind: 'unavailable' });
  expect(asked).toEqual([]);
  away = false;
  expect(await put(circleEvent({ version: 2, status: 'inactive' }))).toBe('synced');
  expect(asked).toContain('Basic');
});

test('it forgets after a minute, and the child that was written longest ago when there are too many', async () => {
  let at = MOMENT.getTime();
  const { put, asked } = watched(memoryRecord(), () => new Date(at));
  const circle = (child: number, version: number) =>
    circleEvent({
      id: `circle-${child}`,
      version,
      ...(version > 1 && { status: 'inactive' }),
      child: { id: `child-${child}`, name: { given: ['Mai'], family: 'Nguyễn' }, birthDate: '2023-05-04' },
    });
  for (let child = 0; child <= 100; child += 1) await put(circle(child, 1));
  const reads = async (child: number, version: number) => {
    asked.length = 0;
    await put(circle(child, version));
    return asked.length > 0;
  };
  expect([await reads(0, 2), await reads(2, 2)]).toEqual([true, false]);
  at += 61_000;
  expect(await reads(100, 2)).toBe(true);
});

test('a new resource whose like was there already is read the next time: it was not written', async () => {
  const record = memoryRecord();
  const { put, asked } = watched({
    ...record,
    transaction: async (bundle) => {
      const { entry = [], ...answer } = await record.transaction(bundle);
      return {
        ...answer,
        entry: entry.map(({ response }) => ({
          response: { status: '200', ...(response?.location !== undefined && { location: response.location }) },
        })),
      };
    },
  });
  await put(circleEvent());
  asked.length = 0;
  await put(circleEvent({ version: 2, status: 'inactive' }));
  expect(asked.sort()).toEqual(['CareTeam', 'Patient', 'RelatedPerson']);
});

test('of a new child nothing is looked for that only its own events could have written, since there were none', async () => {
  const { put, asked } = watched();
  expect(await put(circleEvent())).toBe('synced');
  expect(asked.sort()).toEqual(['Basic', 'CareTeam', 'Patient']);
  asked.length = 0;
  expect(await put(planEvent())).toBe('synced');
  expect(asked).toEqual(['CarePlan']);
});

test('of a child whom somebody else wrote everything that an event names is read', async () => {
  const record = memoryRecord();
  await syncBench(record).put(circleEvent());
  const { put, asked } = watched(record);
  expect(await put(circleEvent({ version: 2, status: 'inactive' }))).toBe('synced');
  expect(asked.sort()).toEqual(['Basic', 'CareTeam', 'Patient', 'RelatedPerson']);
  asked.length = 0;
  expect(await put(planEvent())).toBe('synced');
  expect(new Set(asked)).toEqual(new Set(['CarePlan', 'Goal']));
});
