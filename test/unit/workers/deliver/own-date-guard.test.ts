import { expect, test } from '@jest/globals';
import { disclosures } from '../../../../gateway/disclosure/disclosure.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { ownDateGuard } from '../../../../workers/deliver/own-date-guard.ts';
import { aPatient } from '../../../builders/a-patient.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aTask } from '../../../builders/a-task.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';

const JOB = { task: 'a1b2c3d4-0000-5000-8000-000000000001', partner: 'clsc-verdun' };
const HOUR_MS = 3_600_000;
const HEARING = '2026-03-12T14:00:00Z';

const guard = (request: Partial<fhir4.ServiceRequest>, task: Partial<fhir4.Task> = {}) =>
  ownDateGuard({
    disclosures: disclosures({
      holds: { bearOn: async () => false },
      store: memoryRecord([aTask(task), aServiceRequest(request), aPatient()]),
      registry: aRegistry(),
      audit: { disclosure: async () => undefined, mayHaveLeft: async () => false },
      now: () => new Date('2026-03-10T12:00:00Z'),
    }),
    marginMs: 24 * HOUR_MS,
  });

test('a next try is too late once it comes within the margin before the hearing', async () => {
  const comesTooLate = guard({ occurrenceDateTime: HEARING });
  const margin = Date.parse('2026-03-11T14:00:00Z');
  expect([await comesTooLate(JOB, margin), await comesTooLate(JOB, margin + 1)]).toEqual([false, true]);
});

test('nothing comes too late for what has no date, for an answer, for what was taken back, or for what nobody knows', async () => {
  const far = Date.parse('2030-01-01T00:00:00Z');
  expect(await guard({})(JOB, far)).toBe(false);
  expect(await guard({ occurrenceDateTime: HEARING })({ ...JOB, about: 'answer' }, far)).toBe(false);
  expect(await guard({ occurrenceDateTime: HEARING }, { status: 'cancelled' })(JOB, far)).toBe(false);
  expect(await guard({ occurrenceDateTime: HEARING })({ ...JOB, task: 'another' }, far)).toBe(false);
});

test('while the record is away nobody knows its date: the delivery is tried on, and the watch looks again', async () => {
  const away = new GatewayError('unavailable', 'the record is away');
  const broken = new GatewayError('internal', 'x');
  const failing = (error: GatewayError) =>
    ownDateGuard({ disclosures: { read: () => Promise.reject(error) }, marginMs: 0 })(JOB, 0);
  expect(await failing(away)).toBe(false);
  await expect(failing(broken)).rejects.toBe(broken);
});
