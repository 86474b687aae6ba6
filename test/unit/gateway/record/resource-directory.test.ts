import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { resourceDirectory } from '../../../../gateway/record/resource-directory.ts';
import type { Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { resourceMapping } from '../../../../mappings/concepts/resource.ts';
import type { DirectoryResource } from '../../../../mappings/domain/concepts.ts';
import { eventOf } from '../../../builders/concept-events.ts';
import { syncBench } from '../../../builders/sync-bench.ts';
import { resources } from '../../../generators/resources.ts';
import { OPEN_WORLD } from '../../../generators/world.ts';
import { aResource } from '../../mappings/concepts/fixtures.ts';

/** A directory that was filled through the sync. */
async function aDirectory(...entries: readonly Identified<DirectoryResource>[]) {
  const { record, put } = syncBench();
  for (const entry of entries) expect(await put(eventOf(resourceMapping, { version: 1, ...entry }))).toBe('synced');
  const directory = resourceDirectory({ store: record });
  return {
    directory,
    ids: async (filter: Parameters<typeof directory.find>[1] = {}, centre = 'verdun') =>
      (await directory.find(centre, filter, { limit: 100 })).resources.map(({ id }) => id),
  };
}

const ORCHESTRA = aResource({
  id: 'orchestre',
  name: 'Orchestre',
  kinds: ['arts-music'],
  languages: ['fr-CA', 'en'],
  territories: [{ id: 'verdun' }, { id: 'lasalle' }],
  places: [{ id: 'salle', name: 'Salle' }],
});
const SKATING = aResource({
  id: 'patin',
  name: 'École de patin',
  kinds: ['sport'],
  languages: ['fr'],
  territories: [{ id: 'verdun' }],
});
const FOOD = aResource({ id: 'cuisine', name: 'Cuisine', kinds: ['food-aid'] });

test('a centre’s resources are found by name, with everything that was said of them', async () => {
  const { directory } = await aDirectory(ORCHESTRA, SKATING, FOOD);
  const { resources: found, last } = await directory.find('verdun', {}, { limit: 100 });
  expect(found).toEqual([FOOD, SKATING, ORCHESTRA].map((entry) => ({ version: 1, ...entry })));
  expect(last).toBeUndefined();
});

test.each([
  [{ kind: 'sport' }, ['patin']],
  [{ kind: 'respite' }, []],
  [{ territory: 'lasalle' }, ['orchestre']],
  [{ territory: 'ailleurs' }, []],
  [{ language: 'fr' }, ['patin', 'orchestre']],
  [{ language: 'fr-CA' }, ['orchestre']],
  [{ language: 'f' }, []],
  [{ territory: 'verdun', language: 'en' }, ['orchestre']],
  [{ territory: 'verdun', language: 'en', kind: 'sport' }, []],
] as const)('looking for %j finds %j', async (filter, found) => {
  const { ids } = await aDirectory(ORCHESTRA, SKATING, FOOD);
  expect(await ids(filter)).toEqual(found);
});

test('what is no longer offered is not found, and what says nothing of it is', async () => {
  const { ids } = await aDirectory({ ...FOOD, active: false }, { ...SKATING, active: true }, ORCHESTRA);
  expect(await ids()).toEqual(['patin', 'orchestre']);
});

test('a centre sees its own directory only', async () => {
  const { ids } = await aDirectory(ORCHESTRA, { ...SKATING, centre: 'vanier' });
  expect(await ids()).toEqual(['orchestre']);
  expect(await ids({}, 'vanier')).toEqual(['patin']);
});

test('pages, whatever their size, give each resource once and all of them in the order of the whole list', async () => {
  const entries = fc.uniqueArray(resources({ ...OPEN_WORLD, centre: fc.constant('verdun') }), {
    minLength: 1,
    maxLength: 6,
    selector: ({ id }) => id,
  });
  await fc.assert(
    fc.asyncProperty(entries, fc.integer({ min: 1, max: 3 }), async (drawn, limit) => {
      const { directory, ids } = await aDirectory(...drawn);
      const paged: string[] = [];
      for (let after: Awaited<ReturnType<typeof directory.find>>['last'] | null = null; after !== undefined; ) {
        const page = await directory.find('verdun', {}, { limit, ...(after !== null && { after }) });
        expect(page.resources.length).toBeLessThanOrEqual(limit);
        paged.push(...page.resources.map(({ id }) => id));
        after = page.last;
      }
      expect(paged).toEqual(await ids());
      expect([...paged].sort()).toEqual(drawn.flatMap(({ id, active }) => (active === false ? [] : [id])).sort());
    }),
    { numRuns: 50 },
  );
});

test('an entry that somebody else wrote under our numbers is a failure of ours to look at, never left out in silence', async () => {
  const { record, put } = syncBench();
  await put(eventOf(resourceMapping, SKATING));
  const [standing] = record.ofType('HealthcareService');
  const { name: _name, ...nameless } = standing as fhir4.HealthcareService & { id: string };
  await record.put(nameless);
  await expect(resourceDirectory({ store: record }).find('verdun', {}, { limit: 10 })).rejects.toMatchObject({
    kind: 'internal',
    issues: [{ expression: 'HealthcareService.name' }],
  });
});
