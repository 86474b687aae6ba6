import { expect, test } from '@jest/globals';
import { deliveryTries } from '../../../../gateway/disclosure/delivery-tries.ts';
import { disclosures } from '../../../../gateway/disclosure/disclosure.ts';
import { taskMemory } from '../../../../gateway/record/task-memory.ts';
import { aMother, aPatient } from '../../../builders/a-patient.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aTask } from '../../../builders/a-task.ts';
import { memoryAudit } from '../../../builders/memory-audit.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';

test('what may have left is remembered, and when Redis has forgotten it, told by the audit: by what is still in its chain, then by the record', async () => {
  const record = memoryRecord([aTask(), aServiceRequest(), aPatient(), aMother()]);
  const { audit, chain, events } = memoryAudit(record);
  const shown = disclosures({
    holds: { bearOn: async () => false },
    store: record,
    registry: aRegistry(),
    audit,
    now: () => new Date('2026-03-10T12:00:00Z'),
  });
  const found = await shown.read(NUMBER);
  if (found === undefined) throw new Error('not in the record');
  const before = taskMemory(memoryRedis().redis, audit, 60);
  expect(await before.mayHaveArrived(found)).toBe(false);
  await before.remember(found);
  expect(await before.mayHaveArrived(found)).toBe(true);

  const afterLoss = taskMemory(memoryRedis().redis, audit, 60);
  expect(await afterLoss.mayHaveArrived(found)).toBe(false);
  expect(await shown.wasDisclosed(found, 'fhir-rest')).toBe(false);
  await shown.disclose(found, 'fhir-rest');
  expect(await afterLoss.mayHaveArrived(found)).toBe(true);
  expect(await shown.wasDisclosed(found, 'fhir-rest')).toBe(true);
  expect(await shown.wasDisclosed(found, 'paper')).toBe(false);

  chain.forget();
  expect(await afterLoss.mayHaveArrived(found)).toBe(false);
  for (const event of events()) await record.put(event);
  expect(await afterLoss.mayHaveArrived(found)).toBe(true);
  expect(await shown.wasDisclosed(found, 'fhir-rest')).toBe(true);
  expect(await shown.wasDisclosed(found, 'paper')).toBe(false);
});

test('what was only made ready has not left; once a try began, or it was shown, it may have', async () => {
  const record = memoryRecord([aTask(), aServiceRequest(), aPatient(), aMother()]);
  const { audit } = memoryAudit(record);
  const shown = disclosures({
    holds: { bearOn: async () => false },
    store: record,
    registry: aRegistry(),
    audit,
    now: () => new Date('2026-03-10T12:00:00Z'),
  });
  const found = await shown.read(NUMBER);
  if (found === undefined) throw new Error('not in the record');
  const { redis } = memoryRedis();
  const [memory, tries] = [taskMemory(redis, audit, 60), deliveryTries(redis, 60)];
  await shown.disclose(found, 'fhir-rest');
  await memory.prepare(found);
  expect(await memory.mayHaveArrived(found)).toBe(false);
  await tries.begin({ number: NUMBER, what: '1|request' });
  await tries.end({ number: NUMBER });
  // Made ready once more, as for a newer version: what was tried stays so.
  await memory.prepare(found);
  expect(await memory.mayHaveArrived(found)).toBe(true);

  const onPage = taskMemory(memoryRedis().redis, audit, 60);
  await onPage.prepare(found);
  await onPage.remember(found);
  expect(await onPage.mayHaveArrived(found)).toBe(true);
});
