import { expect, test } from '@jest/globals';
import { fenceId } from '../../../../gateway/lanes/queues.ts';
import { motherFileMapping } from '../../../../mappings/concepts/mother-file.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { circleEvent, eventOf } from '../../../builders/concept-events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { aMotherFile } from '../../mappings/concepts/fixtures.ts';

const children = [{ child: 'enf-1', member: 'maman' }];
const fileEvent = (version: number, changes: Parameters<typeof aMotherFile>[0] = {}) =>
  eventOf(motherFileMapping, aMotherFile({ version, children, ...changes }));

const isHers = ({ identifier = [] }: fhir4.Patient): boolean =>
  identifier.some(({ system }) => system === IDENTIFIERS.motherFile('verdun'));

/** What stands of the child: everything but her file, its fence and its traces. */
async function aChildWithMother() {
  const bench = syncBench();
  await bench.put(circleEvent());
  const before = structuredClone(bench.record.resources());
  expect(await bench.put(fileEvent(1, { expectedOn: '2026-08' }))).toBe('synced');
  expect(await bench.put(fileEvent(2, { closed: true }))).toBe('synced');
  const ids = new Set(before.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const ofChild = bench.record.resources().filter(({ resourceType, id }) => ids.has(`${resourceType}/${id}`));
  return { ...bench, before, ofChild };
}

test('nothing in the child’s record changes when her file comes, is revised and closed, and nothing there points to it', async () => {
  const { record, before, ofChild } = await aChildWithMother();
  expect(ofChild).toEqual(before);
  const hers = record.ofType('Patient').find(isHers);
  expect(hers).toMatchObject({ active: false, meta: { versionId: '2' } });
  expect(JSON.stringify(ofChild)).not.toContain(`Patient/${hers?.id}`);
  expect(JSON.stringify(ofChild)).not.toContain(IDENTIFIERS.motherFile('verdun'));
});

test('her file stands behind a fence of its own, under its own number', async () => {
  const { record } = await aChildWithMother();
  const own = fenceId(`${IDENTIFIERS.motherFile('verdun')}|dossier-1`);
  expect(record.ofType('Basic').map(({ id }) => id)).toEqual([fenceId('verdun|enf-1'), own]);
});

test('it points to herself where the record holds her in the child’s circle', async () => {
  const { record } = await aChildWithMother();
  const [member] = record.ofType('RelatedPerson');
  expect(record.ofType('Patient').find(isHers)?.link?.[0]?.other.reference).toBe(`RelatedPerson/${member?.id}`);
});

test('a file that comes before the child’s circle waits for it', async () => {
  const { put, waiting } = syncBench();
  const event = fileEvent(1);
  expect(await put(event)).toBe('waiting');
  expect(waiting.get(event.exchangeId)).toEqual([`RelatedPerson ${IDENTIFIERS.member('verdun')}|enf-1:maman`]);
  await put(circleEvent());
  expect(await put(event)).toBe('synced');
});

test('closing her file asks nothing of anybody: nothing is sent, and the change feed tells its number only', async () => {
  const { deliveries, changes } = await aChildWithMother();
  expect(deliveries).toEqual([]);
  expect(changes.at(-1)).toEqual({
    exchange: expect.any(String),
    concept: 'mother-file',
    identifier: 'dossier-1',
    change: 'revised',
    version: 2,
    at: expect.any(String),
  });
});
