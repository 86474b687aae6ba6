import { expect, test } from '@jest/globals';
import type { DeliveryJob } from '../../../../gateway/queues.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { queueUnsentRequests } from '../../../../workers/watch/unsent-requests.ts';
import { aReceipt, aTask } from '../../../builders/a-task.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';

const numbered = (value: string, changes: Partial<fhir4.Task> = {}) =>
  aTask({ id: value, identifier: [{ system: IDENTIFIERS.task, value }], ...changes });

const NOTHING_SET_ASIDE = { list: async () => [] };

test('what was set aside waits for a person, and is not sent again every minute', async () => {
  const jobs: DeliveryJob[] = [];
  const letter = { id: 'delivery-refused', kind: 'delivery', task: 'refused', failure: 'partnerRefused' } as const;
  const letters = { list: async () => [{ ...letter, issues: [], since: '2026-03-10T12:00:00.000Z' }] };
  const record = memoryRecord([numbered('unsent'), numbered('refused')]);
  expect(await queueUnsentRequests(record, async (job) => void jobs.push(job), letters)()).toBe(1);
  expect(jobs.map(({ task }) => task)).toEqual(['unsent']);
});

test('what was asked for and never left is queued, and nothing else', async () => {
  const jobs: DeliveryJob[] = [];
  const record = memoryRecord([
    numbered('unsent'),
    numbered('sent', { extension: [aReceipt()] }),
    numbered('draft', { status: 'draft' }),
    numbered('accepted', { status: 'accepted' }),
    numbered('promise', { intent: 'plan' }),
    numbered('abort', { code: { coding: [{ code: 'abort' }] } }),
    aTask({ id: 'theirs', identifier: [{ system: 'urn:theirs', value: '1' }] }),
  ]);
  expect(await queueUnsentRequests(record, async (job) => void jobs.push(job), NOTHING_SET_ASIDE)()).toBe(1);
  expect(jobs).toEqual([{ task: 'unsent', partner: 'clsc-verdun' }]);
});
