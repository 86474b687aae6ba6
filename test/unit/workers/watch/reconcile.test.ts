import { expect, test } from '@jest/globals';
import type { DeliveryJob } from '../../../../gateway/lanes/queues.ts';
import type { SearchParams } from '../../../../gateway/record/fhir-store.ts';
import type { DeadLetter } from '../../../../gateway/set-aside/dead-letter.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { reconciler } from '../../../../workers/watch/reconcile.ts';
import { reconcileMemory } from '../../../../workers/watch/reconcile-memory.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { aRevision, aServiceRequest } from '../../../builders/a-service-request.ts';
import { aReceipt, aTask, ownedBy, saying } from '../../../builders/a-task.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';
import { quietLog } from '../../../builders/quiet-log.ts';

const HOUR_MS = 3_600_000;
const numbered = (value: string, changes: Partial<fhir4.Task> = {}) =>
  aTask({ id: value, identifier: [{ system: IDENTIFIERS.task, value }], ...changes });

/** Looks at a record whose request stands in version 2, at a moment that the test moves. */
function aWatch(
  tasks: readonly fhir4.FhirResource[],
  setAside: readonly string[] = [],
  /** What becomes of a delivery between the moment when the letters were read and the one when it is looked at. */
  becomes: Readonly<Record<string, 'pending' | 'set aside'>> = {},
) {
  const record = memoryRecord([aServiceRequest({ extension: [aRevision(2)] }), ...tasks]);
  const [jobs, searched, settled]: [DeliveryJob[], SearchParams[], string[]] = [[], [], []];
  let at = new Date('2026-03-10T16:01:00Z');
  const { redis, hashes } = memoryRedis();
  const letters = setAside.map((task) => ({ id: `delivery-${task}`, kind: 'delivery', task }) as DeadLetter);
  const look = reconciler({
    store: {
      pages: (type, params) => {
        searched.push(params);
        return record.pages(type, params);
      },
    },
    registry: aRegistry(),
    deliver: async (job) => void jobs.push(job),
    isPending: async ({ task }) => becomes[task] === 'pending',
    letters: {
      list: async () => letters,
      find: async (id) =>
        becomes[id.replace('delivery-', '')] === 'set aside' ? ({ id, kind: 'delivery' } as DeadLetter) : undefined,
      delivered: async (task) => void settled.push(task),
    },
    memory: reconcileMemory(redis),
    wholeEveryMs: 24 * HOUR_MS,
    now: () => at,
    log: quietLog(),
  });
  const later = (hours: number) => {
    at = new Date(at.getTime() + hours * HOUR_MS);
  };
  return { look, jobs, searched, settled, later, hashes };
}

test('told to stop, it stops where it is, and the next look begins where this one did', async () => {
  const { look, jobs } = aWatch([numbered('n-1'), numbered('n-2')]);
  const stop = new AbortController();
  stop.abort();
  await expect(look(stop.signal)).rejects.toThrow();
  expect(jobs).toEqual([]);
  await look();
  expect(jobs.map(({ task }) => task).sort()).toEqual(['n-1', 'n-2']);
});

test('what its recipient does not have is queued: never sent, an older version, not stopped, not cancelled; nothing else', async () => {
  const [old, newest] = [aReceipt({ version: 1 }), aReceipt({ version: 2 })];
  const { look, jobs } = aWatch([
    numbered('unsent'),
    numbered('older', { status: 'accepted', extension: [old] }),
    numbered('knows', { status: 'in-progress', extension: [newest] }),
    numbered('to-stop', { status: 'accepted', businessStatus: saying('cancel-requested'), extension: [newest] }),
    numbered('cancelled', { status: 'cancelled', extension: [newest] }),
    numbered('told', { status: 'cancelled', extension: [aReceipt({ version: 2, stage: 'cancellation' })] }),
    numbered('declined', { status: 'rejected', extension: [old] }),
    numbered('draft', { status: 'draft' }),
    numbered('passed-on', { partOf: [{ reference: 'Task/knows' }] }),
    // Set aside where it is queued, with a reason.
    numbered('left', { owner: ownedBy('who-left-the-registry') }),
    aTask({ id: 'theirs', identifier: [{ system: 'urn:theirs', value: '1' }] }),
  ]);
  expect(await look()).toBe(5);
  expect(jobs.map(({ task }) => task)).toEqual(['unsent', 'older', 'to-stop', 'left', 'cancelled']);
  expect(jobs[0]).toEqual({ task: 'unsent', partner: 'clsc-verdun' });
});

test('an answer of the centre that whoever asked was not told is queued as an answer', async () => {
  const asked = {
    requester: ownedBy('clsc-verdun'),
    owner: { identifier: { system: IDENTIFIERS.centre, value: 'verdun' } },
  };
  const { look, jobs } = aWatch([
    numbered('untold', { ...asked, status: 'accepted', extension: [aRevision(1)] }),
    numbered('told', { ...asked, status: 'accepted', extension: [aRevision(1), aReceipt({ stage: 'answer' })] }),
    numbered('open', asked),
  ]);
  await look();
  expect(jobs).toEqual([{ task: 'untold', partner: 'clsc-verdun', about: 'answer' }]);
});

test('what was set aside waits for a person, and is taken off once the record says that it was told', async () => {
  const { look, jobs, settled } = aWatch(
    [numbered('refused'), numbered('told-by-telephone', { extension: [aReceipt({ version: 2 })] })],
    ['refused', 'told-by-telephone'],
  );
  expect(await look()).toBe(0);
  expect([jobs, settled]).toEqual([[], ['told-by-telephone']]);
});

test('what is being made already, or was given up while the look was made, is not begun again', async () => {
  const { look, jobs } = aWatch([numbered('made'), numbered('given-up'), numbered('orphan')], [], {
    made: 'pending',
    'given-up': 'set aside',
  });
  await look();
  expect(jobs.map(({ task }) => task)).toEqual(['orphan']);
});

test('everything is compared first, and once a day; in between only what changed since the last look', async () => {
  const { look, jobs, searched, later } = aWatch([numbered('unsent')]);
  await look();
  expect([searched.map(({ _lastUpdated }) => _lastUpdated), jobs.length]).toEqual([
    [undefined, 'ge2026-02-08T16:01:00.000Z'],
    1,
  ]);
  later(1);
  await look();
  expect(searched.at(-1)).toMatchObject({ _lastUpdated: 'ge2026-03-10T15:56:00.000Z' });
  later(1);
  // Nothing changed since.
  await look();
  expect([searched.length, jobs.length]).toEqual([4, 2]);
  later(22);
  await look();
  expect([searched.length, jobs.length]).toEqual([6, 3]);
});

test('when Redis has forgotten everything, everything is compared again', async () => {
  const { look, jobs, hashes, later } = aWatch([numbered('unsent')]);
  await look();
  later(1);
  await look();
  later(1);
  await look();
  expect(jobs).toHaveLength(2);
  hashes.clear();
  await look();
  expect(jobs).toHaveLength(3);
});

test('a look that fails is made again from where it began', async () => {
  const { redis } = memoryRedis();
  const memory = reconcileMemory(redis);
  await memory.looked('2026-03-10T10:00:00.000Z', true);
  const look = reconciler({
    store: {
      async *pages() {
        yield [];
        throw new Error('the record is away');
      },
    },
    registry: aRegistry(),
    deliver: async () => undefined,
    isPending: async () => false,
    letters: { list: async () => [], find: async () => undefined, delivered: async () => undefined },
    memory,
    wholeEveryMs: 24 * HOUR_MS,
    now: () => new Date('2026-03-10T12:00:00Z'),
    log: quietLog(),
  });
  await expect(look()).rejects.toThrow('away');
  expect(await memory.looks()).toMatchObject({ last: '2026-03-10T10:00:00.000Z' });
});
