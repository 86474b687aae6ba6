import { expect, test } from '@jest/globals';
import { receiptOf } from '../../../../mappings/domain/receipt-on-task.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aReceipt } from '../../../builders/a-task.ts';
import { circleEvent, referralEvent } from '../../../builders/concept-events.ts';
import { aDispatchEvent, anAnswerEvent } from '../../../builders/events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

async function aReferralOnRecord() {
  const bench = syncBench();
  await bench.put(circleEvent());
  await bench.put(referralEvent({ version: 7 }));
  return { ...bench, task: () => bench.record.ofType('Task')[0] as fhir4.Task };
}
const receiptsOn = ({ extension = [] }: fhir4.Task) => extension.filter(({ url }) => url === EXTENSIONS.delivery);
const FAXED = { happenedAt: '2026-03-10T10:30:00-05:00', how: 'fax', recordedBy: 'la coordonnatrice' } as const;

test('a page that was faxed stands on the Task, of the version that stands, with when it happened', async () => {
  const { put, task, changes } = await aReferralOnRecord();
  expect(await put(aDispatchEvent({ dispatch: FAXED }))).toBe('synced');
  expect(receiptsOn(task())).toEqual([aReceipt({ version: 7, at: FAXED.happenedAt, how: 'fax', child: '1' })]);
  expect(task().status).toBe('requested');
  expect(changes.at(-1)).toMatchObject({ change: 'dispatched', identifier: 'ref-1' });
});

test('a system’s receipt says which version and stage left, and the recipient’s own reference', async () => {
  const { put, task } = await aReferralOnRecord();
  await put(
    aDispatchEvent({
      recipient: 'clsc-verdun',
      version: 6,
      stage: 'facts',
      reference: 'HTTP 200',
      dispatch: { ...FAXED, how: 'system' },
    }),
  );
  const [receipt] = receiptsOn(task());
  expect(receipt?.extension).toEqual([
    ...(aReceipt({ version: 6, stage: 'facts', at: FAXED.happenedAt }).extension ?? []),
    { url: 'reference', valueString: 'HTTP 200' },
  ]);
});

test('once a system has sent what stands nothing more is queued for its partner; an older version, or what a person wrote down, is looked at again', async () => {
  const queuedAfter = async (given: Parameters<typeof aDispatchEvent>[0]) => {
    const { put, deliveries } = await aReferralOnRecord();
    const before = deliveries.length;
    await put(aDispatchEvent(given));
    return deliveries.length - before;
  };
  expect(await queuedAfter({ version: 7, dispatch: { ...FAXED, how: 'system' } })).toBe(0);
  expect(await queuedAfter({ version: 6, dispatch: { ...FAXED, how: 'system' } })).toBe(1);
  expect(await queuedAfter({ dispatch: FAXED })).toBe(1);
});

test('of the child a receipt names the version that a system was shown, and of what a person told the one that stands; of what was taken back none', async () => {
  const { put, task } = await aReferralOnRecord();
  const childGiven = () => receiptOf(task())?.child;
  await put(circleEvent({ version: 2, child: { id: 'enf-1', name: { given: ['May'] } } }));
  await put(aDispatchEvent({ version: 7, childVersion: '1' }));
  expect(childGiven()).toBe('1');
  // Whoever sent it did not say so yet: what stands may have come after.
  await put(aDispatchEvent({ version: 7, exchangeId: '00000000-0000-5000-8000-00000000000e' }));
  expect(childGiven()).toBeUndefined();
  await put(aDispatchEvent({ dispatch: FAXED, exchangeId: '00000000-0000-5000-8000-00000000000f' }));
  expect(childGiven()).toBe('2');
  await put(aDispatchEvent({ stage: 'cancellation', exchangeId: '00000000-0000-5000-8000-000000000010' }));
  expect(childGiven()).toBeUndefined();
});

test('a second receipt takes the place of the first, and both traces stay', async () => {
  const { put, task, record } = await aReferralOnRecord();
  await put(aDispatchEvent({ version: 6 }));
  await put(aDispatchEvent({ version: 7, exchangeId: '00000000-0000-5000-8000-00000000000e' }));
  expect(receiptsOn(task())).toHaveLength(1);
  const traces = record.ofType('Provenance').filter(({ activity }) => activity?.coding?.[0]?.code === 'dispatched');
  expect(traces).toHaveLength(2);
  expect(traces[0]?.target).toEqual([
    { reference: `Task/${task().id}`, type: 'Task', identifier: task().identifier?.[0] },
  ]);
});

test('the same receipt twice is as once', async () => {
  const { put, record } = await aReferralOnRecord();
  await put(aDispatchEvent());
  const before = JSON.stringify(record.resources());
  await put(aDispatchEvent());
  expect(JSON.stringify(record.resources())).toBe(before);
});

test('telling by telephone that a request was withdrawn is told once: the receipt is of the cancellation', async () => {
  const { put, task } = await aReferralOnRecord();
  await put(aDispatchEvent({ dispatch: FAXED }));
  await put(anAnswerEvent({ what: 'family-ended' }));
  await put(
    aDispatchEvent({ exchangeId: '00000000-0000-5000-8000-00000000000e', dispatch: { ...FAXED, how: 'telephone' } }),
  );
  expect(receiptsOn(task())).toEqual([
    aReceipt({ version: 7, stage: 'cancellation', at: FAXED.happenedAt, how: 'telephone' }),
  ]);
});

test('a receipt keeps what the recipient said', async () => {
  const { put, task } = await aReferralOnRecord();
  await put(anAnswerEvent({ what: 'accepted', priority: 'P1' }));
  await put(aDispatchEvent());
  expect(task()).toMatchObject({
    status: 'accepted',
    extension: [{ valueCode: 'P1' }, { url: EXTENSIONS.lastWord }, { url: EXTENSIONS.delivery }],
  });
});

test('a receipt of a request that is not there waits for it', async () => {
  const bench = syncBench();
  expect(await bench.put(aDispatchEvent())).toBe('waiting');
  expect([...bench.waiting.values()]).toEqual([[`ServiceRequest ${IDENTIFIERS.request('verdun')}|ref-1`]]);
});
