import { expect, test } from '@jest/globals';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { ExchangeOutcome } from '../../../../gateway/lanes/exchanges.ts';
import { revisionOf } from '../../../../mappings/domain/revision-on-record.ts';
import { circleEvent, referralEvent } from '../../../builders/concept-events.ts';
import { type MemoryRecord, memoryRecord } from '../../../builders/memory-record.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

const lost = () => new GatewayError('versionConflict', 'lost a race');

/** A record whose first transactions fail. */
const failing = (times: number, error: () => GatewayError): MemoryRecord & { attempts: () => number } => {
  const record = memoryRecord();
  let attempts = 0;
  return {
    ...record,
    attempts: () => attempts,
    transaction: async (bundle) => {
      attempts += 1;
      if (attempts <= times) throw error();
      return record.transaction(bundle);
    },
  };
};

/** A record at which something else happens before the first transaction, after its worker has read. */
const pausedOnce = (record: MemoryRecord, meanwhile: () => Promise<unknown>): MemoryRecord => {
  let pauses = 1;
  return {
    ...record,
    transaction: async (bundle) => {
      if (pauses > 0) {
        pauses -= 1;
        await meanwhile();
      }
      return record.transaction(bundle);
    },
  };
};

test('a lost race is decided again from what the record then holds', async () => {
  const record = failing(3, lost);
  expect(await syncBench(record).put(circleEvent())).toBe('synced');
  expect(record.attempts()).toBe(4);
});

test('a race lost again and again is given back, and nothing is told', async () => {
  const record = failing(9, lost);
  const { put, changes, outcomes } = syncBench(record);
  await expect(put(circleEvent())).rejects.toMatchObject({ kind: 'versionConflict' });
  expect([record.attempts(), changes.length, outcomes.size]).toEqual([4, 0, 0]);
});

test.each(['unavailable', 'recordFailed', 'recordRefused'] as const)(
  '%s is given back at once, for the lane to hold or to set aside',
  async (kind) => {
    const record = failing(9, () => new GatewayError(kind, 'x'));
    await expect(syncBench(record).put(circleEvent())).rejects.toMatchObject({ kind });
    expect(record.attempts()).toBe(1);
  },
);

test('a worker that was paused between reading and writing changes nothing once another has gone on', async () => {
  const record = memoryRecord();
  const other = syncBench(record);
  await other.put(circleEvent());
  const paused = syncBench(pausedOnce(record, () => other.put(circleEvent({ version: 3, status: 'suspended' }))));
  const late = circleEvent({ version: 2, status: 'inactive' });
  expect(await paused.put(late)).toBe('superseded');
  const [circle] = record.ofType('CareTeam');
  expect([circle?.status, revisionOf(circle as fhir4.CareTeam).version]).toEqual(['suspended', 3]);
  expect(record.ofType('Provenance').map(({ id }) => id)).not.toContain(late.exchangeId);
});

test('two workers that both saw no fence do not both pass', async () => {
  const record = memoryRecord();
  const other = syncBench(record);
  const paused = syncBench(pausedOnce(record, () => other.put(circleEvent({ version: 2 }))));
  expect(await paused.put(circleEvent())).toBe('superseded');
  expect(record.ofType('CareTeam')).toHaveLength(1);
});

test('first the record, then who waits, deliveries, the change feed, and the exchange last', async () => {
  const steps: string[] = [];
  const record = memoryRecord();
  await syncBench(record).put(circleEvent());
  const { put } = syncBench(
    {
      ...record,
      transaction: async (bundle) => {
        steps.push('record');
        return record.transaction(bundle);
      },
    },
    {
      arrived: async () => void steps.push('arrived'),
      deliver: async () => void steps.push('deliver'),
      changes: { tell: async () => void steps.push('tell'), since: async () => ({ changes: [], next: '0' }) },
      exchanges: {
        open: async () => undefined,
        find: async () => undefined,
        failedAgain: async () => 1,
        settle: async (_id, { state }) => void steps.push(state),
      },
    },
  );
  await put(referralEvent());
  expect(steps).toEqual(['record', 'arrived', 'deliver', 'tell', 'synced']);
});

test.each(['arrived', 'deliver', 'tell', 'settle'])(
  'a worker that dies at «%s» leaves nothing undone: the next one does it',
  async (step) => {
    const record = memoryRecord();
    await syncBench(record).put(circleEvent());
    const dies = async (): Promise<never> => {
      throw new Error('killed');
    };
    const done = {
      open: async () => undefined,
      find: async () => undefined,
      failedAgain: async () => 1,
      settle: async () => undefined,
    };
    const dying = syncBench(record, {
      ...(step === 'arrived' && { arrived: dies }),
      ...(step === 'deliver' && { deliver: dies }),
      ...(step === 'tell' && { changes: { tell: dies, since: async () => ({ changes: [], next: '0' }) } }),
      ...(step === 'settle' && { exchanges: { ...done, settle: dies } }),
    });
    const event = referralEvent();
    await expect(dying.put(event)).rejects.toThrow('killed');
    const before = record.committed.length;

    const next = syncBench(record);
    expect(await next.put(event)).toBe('synced');
    expect(record.committed).toHaveLength(before);
    expect(next.deliveries).toHaveLength(1);
    expect(next.changes).toMatchObject([{ change: 'created', identifier: 'ref-1', version: 1 }]);
    expect(next.outcomes.get(event.exchangeId)).toMatchObject({ state: 'synced', created: true, version: 1 });
  },
);

test('the outcome names each resource and version that was written, and the change only ids', async () => {
  const { put, outcomes, changes, record } = syncBench();
  const event = circleEvent();
  await put(event);
  const { fhir = [] } = outcomes.get(event.exchangeId) ?? {};
  expect(fhir.map(({ reference }) => reference).sort()).toEqual(
    record
      .resources()
      .filter(({ resourceType }) => resourceType !== 'Basic')
      .map(({ resourceType, id }) => `${resourceType}/${id}`)
      .sort(),
  );
  expect(changes).toEqual([
    {
      exchange: event.exchangeId,
      concept: 'care-circle',
      identifier: 'cercle-1',
      child: 'enf-1',
      change: 'created',
      version: 1,
      at: '2026-03-10T16:00:01.000Z',
    },
  ]);
});

test('what waits says for what, by ids, in both languages', async () => {
  const { put, outcomes } = syncBench();
  const event = referralEvent();
  await put(event);
  const [issue] = outcomes.get(event.exchangeId)?.issues ?? [];
  expect(issue).toMatchObject({
    severity: 'warning',
    text: { fr: expect.stringContaining('enf-1'), en: expect.stringContaining('enf-1') },
  });
});

test('those who wait are told of everything that arrived', async () => {
  const { put, arrived } = syncBench();
  await put(circleEvent());
  expect(arrived).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Patient .*\|enf-1$/),
      expect.stringMatching(/^RelatedPerson .*\|enf-1:maman$/),
    ]),
  );
});

test('what was not sealed by us is not processed', async () => {
  const { record } = syncBench();
  const foreign = syncBench(record, {
    seal: {
      seal: () => '',
      open: () => {
        throw new GatewayError('internal', 'x');
      },
    },
  });
  await expect(foreign.put(circleEvent())).rejects.toMatchObject({ kind: 'internal' });
  expect(record.resources()).toEqual([]);
});

test('an event that a person put back counts only while its dead letter stands', async () => {
  const standing = (stands: boolean) =>
    syncBench(memoryRecord(), { letters: { ...LETTERS, stands: async () => stands } });
  const [overtaken, stands] = [standing(false), standing(true)];
  expect(await overtaken.put(circleEvent(), { replay: true })).toBe('superseded');
  expect([overtaken.record.resources(), overtaken.outcomes.size]).toEqual([[], 0]);
  expect(await stands.put(circleEvent(), { replay: true })).toBe('synced');
});

test('how each event ended is told to the dead letters, after everything else', async () => {
  const told: string[] = [];
  const { put, changes } = syncBench(memoryRecord(), {
    letters: { ...LETTERS, settled: async (_event, { state }) => void told.push(`${state}, ${changes.length} told`) },
  });
  await put(referralEvent());
  await put(circleEvent());
  expect(told).toEqual(['waiting, 0 told', 'synced, 1 told']);
});

const LETTERS = { stands: async () => true, settled: async () => undefined };

test('a request that nothing lets be shown is kept all the same, and its answer says what is missing', async () => {
  const missing = {
    severity: 'warning',
    code: 'business-rule',
    text: { fr: 'Le jeune décide.', en: 'The young person decides.' },
  } as const;
  const asked: string[] = [];
  const { put, outcomes, record } = syncBench(memoryRecord(), {
    missingBasis: async (task) => {
      asked.push(task);
      return [missing];
    },
  });
  await put(circleEvent());
  const event = referralEvent();
  expect(await put(event)).toBe('synced');
  expect(outcomes.get(event.exchangeId)?.issues).toEqual([missing]);
  expect(asked).toEqual([record.ofType('Task')[0]?.identifier?.[0]?.value]);
});

test('a hold is lifted once the record has its event, and not while it waits', async () => {
  const lifted: string[] = [];
  const { put } = syncBench(memoryRecord(), {
    holds: { lift: async ({ exchangeId }) => void lifted.push(exchangeId) },
  });
  const [circle, referral] = [circleEvent(), referralEvent()];
  expect(await put(referral)).toBe('waiting');
  expect(lifted).toEqual([]);
  await put(circle);
  await put(referral);
  expect([...new Set(lifted)]).toEqual([circle.exchangeId, referral.exchangeId]);
});

test('what is sent again, and held again, between its commit and the telling of it is not held for ever', async () => {
  const held = new Set<string>();
  const referral = referralEvent();
  const outcomes = new Map<string, ExchangeOutcome>();
  const { put } = syncBench(memoryRecord(), {
    holds: { lift: async ({ exchangeId }) => void held.delete(exchangeId) },
    exchanges: {
      open: async () => undefined,
      settle: async (id, outcome) => {
        if (outcome.state === 'synced') held.add(id);
        outcomes.set(id, outcome);
      },
      find: async () => undefined,
      failedAgain: async () => 1,
    },
  });
  await put(circleEvent());
  expect(await put(referral)).toBe('synced');
  expect(outcomes.has(referral.exchangeId)).toBe(true);
  expect([...held]).toEqual([]);
});
