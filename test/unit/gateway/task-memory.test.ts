import { expect, test } from '@jest/globals';
import { auditInRecord } from '../../../gateway/audit.ts';
import { disclosures } from '../../../gateway/disclosure.ts';
import { taskMemory } from '../../../gateway/task-memory.ts';
import { aMother, aPatient } from '../../builders/a-patient.ts';
import { aRegistry } from '../../builders/a-registry.ts';
import { aServiceRequest } from '../../builders/a-service-request.ts';
import { aTask } from '../../builders/a-task.ts';
import { memoryRecord } from '../../builders/memory-record.ts';
import { memoryRedis } from '../../builders/memory-redis.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';

test('what may have left is remembered, and when Redis has forgotten it, told by the audit in the record', async () => {
  const record = memoryRecord([aTask(), aServiceRequest(), aPatient(), aMother()]);
  const shown = disclosures({
    holds: { bearOn: async () => false },
    store: record,
    registry: aRegistry(),
    audit: auditInRecord(record),
    now: () => new Date('2026-03-10T12:00:00Z'),
  });
  const found = await shown.read(NUMBER);
  if (found === undefined) throw new Error('not in the record');
  const before = taskMemory(memoryRedis().redis, record, 60);
  expect(await before.mayHaveArrived(found)).toBe(false);
  await before.remember(found);
  expect(await before.mayHaveArrived(found)).toBe(true);

  const afterLoss = taskMemory(memoryRedis().redis, record, 60);
  expect(await afterLoss.mayHaveArrived(found)).toBe(false);
  await shown.disclose(found, 'fhir-rest');
  expect(await afterLoss.mayHaveArrived(found)).toBe(true);
});
