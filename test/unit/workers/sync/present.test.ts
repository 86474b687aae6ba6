import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fenceId, laneKey } from '../../../../gateway/lanes/queues.ts';
import type { SearchParams } from '../../../../gateway/record/fhir-store.ts';
import type { ConceptEvent } from '../../../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { readPresent } from '../../../../workers/sync/present.ts';
import { circleEvent, fileEvents, referralEvent } from '../../../builders/concept-events.ts';
import { anAnswerEvent, anEntryEvent } from '../../../builders/events.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { childFiles } from '../../../generators/child-files.ts';

test('whatever is looked for has a whole identifier: an empty one would match everybody', async () => {
  await fc.assert(
    fc.asyncProperty(childFiles(), async (file) => {
      const asked: SearchParams[] = [];
      const store = {
        ...memoryRecord(),
        search: async (_type: string, params: SearchParams) => {
          asked.push(params);
          return [];
        },
      };
      for (const event of fileEvents(file)) await readPresent(store, event);
      for (const { _revinclude: _with, ...params } of asked)
        for (const token of Object.values(params).flatMap((value) => String(value).split(',')))
          expect(token).toMatch(/^https:\/\/[^|,\s]+\|[^|,\s]+$/);
    }),
    { numRuns: 25 },
  );
});

test('a child who is new has a fence that nobody has passed', async () => {
  const event = circleEvent();
  const { fence, found, tasks, applied } = await readPresent(memoryRecord(), event);
  expect(fence).toEqual({ id: fenceId(laneKey(event)), version: '0', counter: 0 });
  expect([found.size, tasks, applied]).toEqual([0, [], undefined]);
});

test('a fence for what is no child’s is its own, and stays the same over its versions', async () => {
  const event = anEntryEvent('École des Fleurs');
  const again = anEntryEvent('École Notre-Dame', {
    exchangeId: '00000000-0000-5000-8000-00000000000f',
    contentHash: 'b'.repeat(64),
  });
  const { put, record } = syncBench();
  expect([await put(event), await put(again)]).toEqual(['synced', 'synced']);
  const { fence } = await readPresent(record, event);
  expect(fence).toMatchObject({ id: fenceId(`${event.root.system}|${event.root.value}`), counter: 2 });
  expect(record.ofType('Basic')).toHaveLength(1);
  expect(record.ofType('Organization')).toMatchObject([{ name: 'École Notre-Dame', meta: { versionId: '2' } }]);
});

test('what stands is read with its version, the fence with its count, the Tasks with the request', async () => {
  const { put, record } = syncBench();
  await put(circleEvent());
  const event = referralEvent();
  await put(event);
  const { fence, found, tasks, applied } = await readPresent(record, event);
  expect(fence).toMatchObject({ version: '2', counter: 2 });
  expect(applied?.id).toBe(event.exchangeId);
  expect(tasks).toHaveLength(1);
  expect([...found.keys()]).toEqual(
    expect.arrayContaining([
      `ServiceRequest ${IDENTIFIERS.request('verdun')}|ref-1`,
      `Patient ${IDENTIFIERS.child('verdun')}|enf-1`,
    ]),
  );
});

test('an event’s own trace is looked for only where the root says that it may have been written', async () => {
  const { put, record } = syncBench();
  const traced: string[] = [];
  const watched = {
    ...record,
    read: (type: string, id: string) => {
      if (type === 'Provenance') traced.push(id);
      return record.read(type, id);
    },
  };
  const [first, second] = [circleEvent(), circleEvent({ version: 2, status: 'inactive' })];
  expect((await readPresent(watched, first)).applied).toBeUndefined();
  await put(first);
  expect((await readPresent(watched, second)).applied).toBeUndefined();
  expect(traced).toEqual([]);
  await put(second);
  // Processed once more, the newer one and the older one both find their own.
  for (const event of [first, second]) expect((await readPresent(watched, event)).applied?.id).toBe(event.exchangeId);
  expect(traced).toEqual([first.exchangeId, second.exchangeId]);
});

test('an answer reads its request, its child and who rated', async () => {
  const { put, record } = syncBench();
  await put(circleEvent());
  await put(referralEvent());
  const { found, tasks } = await readPresent(
    record,
    anAnswerEvent({
      what: 'completed',
      ratings: [{ factor: 'belonging', rating: 3, by: { kind: 'member', id: 'maman' } }],
    }),
  );
  expect([...found.values()].map(({ resourceType }) => resourceType).sort()).toEqual([
    'Patient',
    'RelatedPerson',
    'ServiceRequest',
  ]);
  expect(tasks).toHaveLength(1);
});

/** An event that writes another Patient too, and tells so. */
const withAnother = (event: ConceptEvent, value: string): ConceptEvent => {
  const resource = {
    resourceType: 'Patient' as const,
    identifier: [{ system: IDENTIFIERS.motherFile('verdun'), value }],
  };
  const fullUrl = 'urn:uuid:00000000-0000-5000-8000-0000000000aa';
  const told = (event.bundle.entry ?? []).map((entry) =>
    entry.resource?.resourceType === 'Provenance'
      ? { ...entry, resource: { ...entry.resource, target: [...entry.resource.target, { reference: fullUrl }] } }
      : entry,
  );
  const entry = [...told, { fullUrl, resource, request: { method: 'PUT' as const, url: 'Patient' } }];
  return { ...event, bundle: { ...event.bundle, entry } };
};

test('those of a child who is known are looked for, whoever else is not found', async () => {
  const { put, record } = syncBench();
  await put(circleEvent());
  const again = circleEvent({ version: 2 });
  const child = `Patient ${IDENTIFIERS.child('verdun')}|enf-1`;
  const { found, fence } = await readPresent(record, again);
  const kept = { found: new Map([...found].filter(([token]) => token === child)), fence, isAllOfChild: false };
  expect(kept.found.size).toBe(1);
  const present = await readPresent(record, withAnother(again, 'nobody-has-it'), kept);
  expect([...present.found.keys()]).toContain(`RelatedPerson ${IDENTIFIERS.member('verdun')}|enf-1:maman`);
});

test('those of a child who is new are not looked for, whoever else is found', async () => {
  const { put, record } = syncBench();
  await put(withAnother(circleEvent(), 'dossier-1'));
  const asked: string[] = [];
  const watched = {
    ...record,
    search: (type: string, params: SearchParams) => {
      asked.push(type);
      return record.search(type, params);
    },
  };
  const members = [{ kind: 'family', id: 'papa', name: { text: 'Minh' }, kinship: 'FTH' }] as const;
  const stranger = circleEvent({ id: 'cercle-2', child: { id: 'enf-2', name: { given: ['Ana'] } }, members });
  const { found } = await readPresent(watched, withAnother(stranger, 'dossier-1'));
  expect([...found.keys()]).toEqual([`Patient ${IDENTIFIERS.motherFile('verdun')}|dossier-1`]);
  expect(asked).toContain('Patient');
  expect(asked).not.toContain('RelatedPerson');
});

test('two children, and two centres that know the same one, have fences of their own', () => {
  const keys = fc.record({
    centre: fc.constantFrom('verdun', 'vanier'),
    child: fc.stringMatching(/^[a-z0-9.-]{1,8}$/),
  });
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      const same = one.centre === other.centre && one.child === other.child;
      expect(fenceId(laneKey(one)) === fenceId(laneKey(other))).toBe(same);
    }),
  );
});
