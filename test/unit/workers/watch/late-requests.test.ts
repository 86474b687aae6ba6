import { expect, test } from '@jest/globals';
import type { DeliveryStatus } from '../../../../gateway/disclosure/deliveries.ts';
import type { DeliveryJob } from '../../../../gateway/lanes/queues.ts';
import type { DeadLetter, LetterReason } from '../../../../gateway/set-aside/dead-letter.ts';
import { lateRequests } from '../../../../workers/watch/late-requests.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { aRevision, aServiceRequest } from '../../../builders/a-service-request.ts';
import { aReceipt, aTask, ownedBy, saying } from '../../../builders/a-task.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';

const HOUR_MS = 3_600_000;
/** An hour after everything in the record was written. */
const NOW = new Date('2026-03-10T17:00:00Z');
const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const hoursAway = (hours: number): string => new Date(NOW.getTime() + hours * HOUR_MS).toISOString();

interface Standing {
  readonly hearing?: string;
  readonly task?: Partial<fhir4.Task>;
  readonly setAside?: readonly string[];
  readonly graceMs?: number;
}

async function looked({ hearing = hoursAway(20), task = {}, setAside = [], graceMs = 60_000 }: Standing = {}) {
  const record = memoryRecord([
    aServiceRequest({ extension: [aRevision(2)], occurrenceDateTime: hearing }),
    aTask({ owner: ownedBy('avocate'), ...task }),
  ]);
  const [parked, notes]: [(DeliveryJob & LetterReason)[], DeliveryStatus[]] = [[], []];
  const look = lateRequests({
    store: record,
    registry: aRegistry(),
    statuses: { note: async (_task, note) => void notes.push(note) },
    letters: {
      list: async () => setAside.map((it) => ({ id: `delivery-${it}`, kind: 'delivery', task: it }) as DeadLetter),
      parkDelivery: async (job, reason) => void parked.push({ ...job, ...reason }),
    },
    marginMs: 24 * HOUR_MS,
    waitMaxMs: HOUR_MS,
    graceMs,
    now: () => NOW,
  });
  return { shown: await look(), parked, notes };
}

test('a request that waits, whatever holds it, is shown to a person before its own date', async () => {
  const { shown, parked, notes } = await looked();
  expect(shown).toBe(1);
  expect(parked).toMatchObject([{ task: NUMBER, partner: 'avocate', failure: 'notInTime' }]);
  expect(notes).toMatchObject([{ state: 'telephone', version: 2, why: 'notInTime' }]);
});

test.each([
  ['just before the margin and the longest wait', 24.9, 1],
  ['just after it', 25.1, 0],
  ['yesterday', -24, 1],
  ['last month: somebody has known for long', -720, 0],
])('a hearing %s: %#', async (_when, hours, shown) => {
  expect((await looked({ hearing: hoursAway(hours) })).shown).toBe(shown);
});

test.each([
  ['that its recipient has', { task: { extension: [aReceipt({ version: 2 })] } }],
  ['that was declined', { task: { status: 'rejected' } }],
  ['that was taken back', { task: { status: 'cancelled' } }],
  ['that is to stop', { task: { status: 'accepted', businessStatus: saying('cancel-requested') } }],
  ['that is a draft', { task: { status: 'draft' } }],
  ['that a person carries', { task: { owner: ownedBy('sippe') } }],
  ['that a person knows of already', { setAside: [NUMBER] }],
  ['that was written just now', { graceMs: 2 * HOUR_MS }],
] as const satisfies readonly (readonly [string, Standing])[])(
  'nobody is disturbed for one %s',
  async (_which, standing) => {
    expect(await looked(standing)).toMatchObject({ shown: 0, parked: [], notes: [] });
  },
);

test('a newer version that has not left is as late as a first one', async () => {
  expect(
    (await looked({ task: { status: 'accepted', extension: [aReceipt({ version: 1, stage: 'facts' })] } })).shown,
  ).toBe(1);
});
