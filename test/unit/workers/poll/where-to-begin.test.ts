import { expect, test } from '@jest/globals';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { whereToBegin } from '../../../../workers/poll/where-to-begin.ts';
import { aTask, ownedBy } from '../../../builders/a-task.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';

const HOUR_MS = 3_600_000;
const begin = (...tasks: readonly fhir4.Task[]) =>
  whereToBegin({
    store: memoryRecord(tasks),
    queueAgeMaxMs: 72 * HOUR_MS,
    now: () => new Date('2026-03-10T12:00:00Z'),
  })('clsc-verdun');

test('a partner of which nothing is remembered is read from its oldest open request, a day of doubt before it', async () => {
  expect(
    await begin(
      aTask({ id: 'b', authoredOn: '2026-02-20T12:00:00Z', status: 'accepted' }),
      aTask({ id: 'a', authoredOn: '2026-02-10T12:00:00Z' }),
      aTask({ id: 'ended', authoredOn: '2025-01-01T12:00:00Z', status: 'completed' }),
      aTask({ id: 'elsewhere', authoredOn: '2025-02-01T12:00:00Z', owner: ownedBy('another') }),
    ),
  ).toBe('2026-02-09T12:00:00.000Z');
});

test('it is read at least as far back as a queue may have been that was lost, also when nothing is open there', async () => {
  const queued = '2026-03-06T12:00:00.000Z';
  expect(await begin(aTask({ authoredOn: '2026-03-10T11:00:00Z' }))).toBe(queued);
  expect(await begin(aTask({ status: 'completed' }))).toBe(queued);
  const centre = { identifier: { system: IDENTIFIERS.centre, value: 'verdun' } };
  expect(await begin(aTask({ requester: ownedBy('clsc-verdun'), owner: centre }))).toBe(queued);
});

test('a partner that the record does not know yet is read whole', async () => {
  expect(await begin(aTask({ owner: ownedBy('another') }))).toBeUndefined();
});
