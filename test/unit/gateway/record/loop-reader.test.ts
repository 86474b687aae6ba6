import { expect, test } from '@jest/globals';
import type { DeliveryStatus } from '../../../../gateway/disclosure/deliveries.ts';
import { loopReader } from '../../../../gateway/record/loop-reader.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aReceipt, aTask } from '../../../builders/a-task.ts';
import { circleEvent, referralEvent } from '../../../builders/concept-events.ts';
import { aDispatchEvent, anAnswerEvent } from '../../../builders/events.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

/** Where one Task stands, by what the record and Redis say. */
async function stateOf(task: Partial<fhir4.Task>, known?: Omit<DeliveryStatus, 'at'>): Promise<string | undefined> {
  const statuses = {
    note: async () => undefined,
    of: async () => (known === undefined ? undefined : { at: '2026-03-10T12:00:00Z', ...known }),
  };
  const { told } = loopReader({ store: memoryRecord(), statuses });
  return (await told(aServiceRequest(), [aTask(task)])).deliveries[0]?.state;
}
const sent = (version = 1, stage = 'request') => ({ extension: [aReceipt({ version, stage })] });

test.each([
  ['a draft', { status: 'draft' }, undefined, 'draft'],
  ['asked for, nothing tried', {}, undefined, 'to-send'],
  ['waiting to be printed', {}, { state: 'to-print', version: 1 }, 'to-print'],
  ['failing', {}, { state: 'failing' }, 'failing'],
  ['without a basis', {}, { state: 'no-basis' }, 'no-basis'],
  ['sent', sent(), { state: 'sent', version: 1 }, 'sent'],
  ['sent, Redis having forgotten', sent(), undefined, 'sent'],
  ['printed once, with a new version to print', sent(1), { state: 'to-print', version: 2 }, 'to-print'],
  ['printed and sent since', sent(2), { state: 'to-print', version: 2 }, 'sent'],
  ['sent once, the new version failing', sent(1), { state: 'failing' }, 'failing'],
  ['sent once, the new version without a basis', sent(1), { state: 'no-basis' }, 'no-basis'],
  ['cancelled before it left', { status: 'cancelled' }, undefined, 'not-sent'],
  ['cancelled, to be told', { status: 'cancelled', ...sent() }, { state: 'to-tell', version: 1 }, 'to-tell'],
  ['cancelled and told', { status: 'cancelled', ...sent(1, 'cancellation') }, { state: 'to-tell', version: 1 }, 'sent'],
] as const)('what is %s says so', async (_what, task, known, state) => {
  expect(await stateOf(task as Partial<fhir4.Task>, known)).toBe(state);
});

test('a loop is read with what happened to it, in the order in which it was known', async () => {
  const { put, record } = syncBench();
  await put(circleEvent());
  await put(referralEvent());
  await put(anAnswerEvent({ what: 'completed', happenedAt: '2026-03-08' }, { recordedAt: '2026-03-12T10:00:00.000Z' }));
  await put(aDispatchEvent({ recordedAt: '2026-03-09T10:00:00.000Z' }));
  const { read } = loopReader({ store: record, statuses: { note: async () => undefined, of: async () => undefined } });
  expect(await read('verdun', 'ref-1')).toMatchObject({
    loop: { state: 'completed', why: 'family-not-told' },
    deliveries: [{ recipient: 'clsc-verdun', state: 'sent', how: 'fax' }],
    acts: [
      { what: 'dispatched', knownAt: '2026-03-09T10:00:00.000Z', channel: 'fax' },
      {
        what: 'completed',
        happenedAt: '2026-03-08',
        knownAt: '2026-03-12T10:00:00.000Z',
        saidBy: 'Mme Tremblay, CLSC',
      },
    ],
  });
});

test('another centre’s request of the same id is another loop', async () => {
  const { put, record } = syncBench();
  await put(circleEvent());
  await put(referralEvent());
  const { read } = loopReader({ store: record, statuses: { note: async () => undefined, of: async () => undefined } });
  expect(await read('vanier', 'ref-1')).toMatchObject({ deliveries: [], acts: [] });
  await expect(read('vanier', `x,${IDENTIFIERS.request('verdun')}|ref-1`)).rejects.toMatchObject({ kind: 'notFound' });
});
