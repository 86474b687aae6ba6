import { expect, test } from '@jest/globals';
import type { BesideJob, Queues } from '../../../../gateway/lanes/queues.ts';
import { besideLane } from '../../../../workers/sync/wait-beside.ts';

interface Added {
  readonly data: BesideJob;
  readonly jobId: string;
  readonly delay: number;
}

/** The producers' side of one queue. */
function aLane(
  jobs: readonly { readonly data: Pick<BesideJob, 'awaits'>; readonly promote: () => Promise<void> }[] = [],
) {
  const added: Added[] = [];
  const parked: string[] = [];
  const queue = {
    add: async (_name: string, data: BesideJob, { jobId, delay }: { jobId: string; delay: number }) =>
      void added.push({ data, jobId, delay }),
    getDelayed: async () => jobs,
  };
  const beside = besideLane(
    {
      queues: { beside: () => queue } as unknown as Queues,
      letters: { park: async ({ exchangeId }) => void parked.push(exchangeId) },
      now: () => new Date(5_000),
      lookAgainMs: 700,
      waitMaxMs: 4_000,
    },
    2,
  );
  return { added, parked, beside };
}
const JOB = { exchangeId: 'x-1', sealed: 'k.sealed' };

test('an event waits with what it waits for, since when, and its payload sealed', async () => {
  const { added, beside } = aLane();
  await beside.wait(JOB, ['Patient s|1']);
  expect(added).toEqual([
    {
      data: { ...JOB, lane: 2, awaits: ['Patient s|1'], waited: { rounds: 1, since: 5_000 } },
      jobId: 'x-1-1',
      delay: 700,
    },
  ]);
});

test('an event that looks again goes on counting from when it began, under an id of its own', async () => {
  const { added, beside } = aLane();
  await beside.wait({ ...JOB, waited: { rounds: 4, since: 1_000 } }, ['Patient s|1']);
  expect(added).toMatchObject([{ jobId: 'x-1-5', data: { waited: { rounds: 5, since: 1_000 } } }]);
});

test('one that looked and still misses what it names is parked once it has waited too long, and not before', async () => {
  const { added, parked, beside } = aLane();
  expect(await beside.wait({ ...JOB, waited: { rounds: 4, since: 1_000 } }, ['Patient s|1'])).toBe('waiting');
  expect(await beside.wait({ ...JOB, waited: { rounds: 5, since: 999 } }, ['Patient s|1'])).toBe('parked');
  expect([added.length, parked]).toEqual([1, ['x-1']]);
});

test('only those who wait for what arrived look at once, and one that is gone holds nobody up', async () => {
  const looked: string[] = [];
  const waiting = (name: string, awaits: readonly string[], promote = async () => void looked.push(name)) => ({
    data: { awaits },
    promote,
  });
  const { beside } = aLane([
    waiting('gone', ['Patient s|1'], async () => {
      throw new Error('no such job');
    }),
    waiting('for it', ['Goal s|2', 'Patient s|1']),
    waiting('for another', ['Patient s|9']),
  ]);
  await beside.arrived(new Set(['Patient s|1', 'Patient s|3']));
  expect(looked).toEqual(['for it']);
});
