import { expect, test } from '@jest/globals';
import type { DeliveryStatus } from '../../../gateway/deliveries.ts';
import { loopReader } from '../../../gateway/loop-reader.ts';
import { aServiceRequest } from '../../builders/a-service-request.ts';
import { aReceipt, aTask } from '../../builders/a-task.ts';
import { memoryRecord } from '../../builders/memory-record.ts';

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
