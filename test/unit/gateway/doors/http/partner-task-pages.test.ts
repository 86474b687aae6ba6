import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EXTENSIONS, IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { aCollectingDoor, aTaskToCollect, numberOf, pagesFrom } from '../../../../builders/a-collecting-door.ts';
import { aRevision } from '../../../../builders/a-service-request.ts';
import type { AnApp } from '../../../../builders/an-app.ts';

const opened: AnApp[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.stop();
});

async function aDoor(resources: readonly fhir4.FhirResource[]) {
  const door = await aCollectingDoor(resources);
  opened.push(door.app);
  return door;
}

/** Ways for a Task to be none of the partner’s business yet. */
const HIDDEN = {
  'nobody agreed': { agreed: false },
  'it was cancelled before it was seen': { task: { status: 'cancelled' } },
  'it is a draft': { task: { status: 'draft' } },
} as const;
type Hidden = keyof typeof HIDDEN;
const WAYS = Object.keys(HIDDEN) as Hidden[];

/** Tasks in order of change: shown, or hidden in one of these ways. */
const tasksOf = (row: readonly (Hidden | 'shown')[]) =>
  row.flatMap((way, nth) => aTaskToCollect(nth, way === 'shown' ? {} : HIDDEN[way]));

test('hidden Tasks change nothing in a partner’s list: the same pages as without them, each full, and no link that names one', async () => {
  const rows = fc.array(fc.constantFrom<Hidden | 'shown'>('shown', ...WAYS), { maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 3 }), async (row, count) => {
      const withHidden = await aDoor(tasksOf(row));
      const shown = row.flatMap((way, nth) => (way === 'shown' ? [nth] : []));
      const without = await aDoor(shown.flatMap((nth) => aTaskToCollect(nth)));
      const path = `/fhir/Task?_count=${count}`;
      const [pages, twins] = [await pagesFrom(withHidden.app, path), await pagesFrom(without.app, path)];
      expect(pages.map(({ ids }) => ids)).toEqual(twins.map(({ ids }) => ids));
      expect(pages.flatMap(({ ids }) => ids)).toEqual(shown.map(numberOf));
      expect(pages).toHaveLength(Math.max(1, Math.ceil(shown.length / count)));
      for (const { text } of pages)
        for (const [nth] of row.entries())
          if (!shown.includes(nth)) expect(decodeURIComponent(text)).not.toContain(numberOf(nth));
      await withHidden.app.stop();
      await without.app.stop();
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('only what is on the page is disclosed: to see whether there is another page discloses nothing', async () => {
  const { app, audited } = await aDoor([0, 1, 2, 3].flatMap((nth) => aTaskToCollect(nth)));
  const [first] = await pagesFrom(app, '/fhir/Task?_count=2', 1);
  expect(first?.next).toBeDefined();
  expect(audited.map(({ request }) => request)).toEqual(['Task/task-0', 'Task/task-1']);
});

test('the link to the next page says nothing that can be read, and opens for its own partner and a short while only', async () => {
  const { app } = await aDoor([0, 1].flatMap((nth) => aTaskToCollect(nth)));
  const [first] = await pagesFrom(app, '/fhir/Task?_count=1', 1);
  expect(decodeURIComponent(first?.next ?? '')).not.toMatch(/2026-|a1b2c3d4/);
  const old = encodeURIComponent(`2026-03-02T15:00:00.000Z|${numberOf(0)}`);
  for (const cursor of [old, 'x', `${new URLSearchParams(first?.next).get('_after')}x`]) {
    const { status, body } = await app.call('GET', `/fhir/Task?_count=1&_after=${cursor}`);
    expect([status, body.issue[0].expression]).toEqual([400, ['http._after']]);
  }
});

test('the record is asked of fifty together and of each once: of what is new for a partner, and later of what is on the page', async () => {
  const { app, searches } = await aDoor(Array.from({ length: 60 }, (_one, nth) => aTaskToCollect(nth)).flat());
  await pagesFrom(app, '/fhir/Task?_count=20', 1);
  // What changed; then sixty in three questions for each fifty: whose each is, then it, and what the child’s file says. What is shown is what was looked at.
  expect(searches).toHaveLength(1 + 2 * 3);
  await pagesFrom(app, '/fhir/Task?_count=20', 1);
  expect(searches).toHaveLength(7 + 1 + 3);
});

/** A letter that the Task names, in this version; what the record holds of it says whether it is shown. */
const goingWith = (version: number, kept: Partial<fhir4.DocumentReference>) => ({
  task: { extension: [{ url: EXTENSIONS.letterAlong, valueString: `lettre-1|${version}` }] },
  letters: [
    {
      resourceType: 'DocumentReference' as const,
      id: 'letter-1',
      extension: [aRevision(version)],
      identifier: [{ system: IDENTIFIERS.letter('verdun'), value: 'lettre-1' }],
      status: 'current' as const,
      subject: { identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' } },
      description: `Titre ${version}`,
      content: [{ attachment: { contentType: 'text/plain', data: 'Qm9uam91cg==' } }],
      context: { related: [{ reference: 'Task/task-1' }] },
      ...kept,
    },
  ],
});

test('a letter that is not shown leaves the version of the Task as it is, in its ETag and in the list; one that is shown makes another, and so does each revision of it', async () => {
  const versionsOf = async (resources: readonly fhir4.FhirResource[]) => {
    const { app } = await aDoor(resources);
    const read = await app.call('GET', `/fhir/Task/${numberOf(1)}`);
    const [listed] = (await app.call('GET', '/fhir/Task')).body.entry;
    expect(read.headers.get('etag')).toBe(`W/"${listed.resource.meta.versionId}"`);
    return { etag: read.headers.get('etag'), meta: listed.resource.meta };
  };
  const none = await versionsOf(aTaskToCollect(1));
  const hidden = await versionsOf(aTaskToCollect(1, goingWith(1, { status: 'entered-in-error' })));
  expect(hidden).toEqual(none);
  const shown = await Promise.all([1, 2].map((nth) => versionsOf(aTaskToCollect(1, goingWith(nth, {})))));
  expect(new Set([none, ...shown].map(({ etag }) => etag)).size).toBe(3);
});
