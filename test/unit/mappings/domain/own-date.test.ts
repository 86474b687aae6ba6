import { expect, test } from '@jest/globals';
import { ownDateOf } from '../../../../mappings/domain/own-date.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aTask } from '../../../builders/a-task.ts';

const dateOf = (request: Partial<fhir4.ServiceRequest>, task: Partial<fhir4.Task> = {}) => {
  const at = ownDateOf(aServiceRequest(request), aTask(task));
  return at === undefined ? undefined : new Date(at).toISOString();
};

test('a hearing binds, the end of the time in which it is to be done too; of several the first', () => {
  const hearing = '2026-12-15T09:30:00-05:00';
  expect(dateOf({ occurrenceDateTime: hearing })).toBe('2026-12-15T14:30:00.000Z');
  expect(dateOf({ occurrencePeriod: { start: '2026-12-01T09:00:00Z', end: '2026-12-10T09:00:00Z' } })).toBe(
    '2026-12-10T09:00:00.000Z',
  );
  expect(dateOf({ occurrenceDateTime: hearing }, { restriction: { period: { end: '2026-12-11T09:00:00Z' } } })).toBe(
    '2026-12-11T09:00:00.000Z',
  );
});

test('a date without an hour binds from its first instant anywhere', () => {
  expect(dateOf({ occurrenceDateTime: '2026-12-15' })).toBe('2026-12-14T10:00:00.000Z');
});

test('nothing binds a request without a date of its own', () => {
  expect(dateOf({})).toBeUndefined();
  expect(dateOf({ occurrencePeriod: { start: '2026-12-01' } })).toBeUndefined();
});
