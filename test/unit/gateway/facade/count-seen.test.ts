import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countSeen } from '../../../../gateway/facade/count-seen.ts';
import { facade } from '../../../../gateway/facade/facade.ts';
import { pageCursors } from '../../../../gateway/facade/page-cursor.ts';
import type { RecordEntry, RecordPage, RecordPages } from '../../../../gateway/facade/record-pages.ts';
import { searchAsked } from '../../../../gateway/facade/search-asked.ts';
import { sealWith } from '../../../../gateway/lanes/sealing.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';

const seal = sealWith([{ id: 'k', key: randomBytes(32) }]);

/** A record that gives whatever it has, page by page: also what is then dropped. */
function aRecord(entries: readonly RecordEntry[]): RecordPages {
  const from = (start: number, count: number): RecordPage => ({
    entries: entries.slice(start, start + count),
    ...(start + count < entries.length && { next: `${start + count}|${count}` }),
  });
  return {
    first: async (_type, _params, { count }) => from(0, count),
    next: async (name) => {
      const [start = 0, count = 0] = name.split('|').map(Number);
      return from(start, count);
    },
    history: async () => undefined,
    version: async () => undefined,
  };
}

const goal = (id: number, centres: readonly string[]): RecordEntry => ({
  isIncluded: false,
  resource: {
    resourceType: 'Goal',
    id: `${id}`,
    identifier: centres.map((centre) => ({ system: IDENTIFIERS.goal(centre), value: `b-${id}` })),
    lifecycleStatus: 'active',
    description: { text: 'parler' },
    subject: {},
  },
});
/** What was brought along is no match. */
const along = (id: number): RecordEntry => ({
  isIncluded: true,
  resource: {
    resourceType: 'Patient',
    id: `p${id}`,
    identifier: [{ system: IDENTIFIERS.child('verdun'), value: 'e' }],
  },
});

test('the total and the count are of what is shown on all the pages, whatever else the record has and drops', async () => {
  const owners = fc.subarray(['verdun', 'vanier']);
  const rows = fc.array(fc.oneof(owners, fc.constant('along' as const)), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 8 }), async (row, count) => {
      const pages = aRecord(row.map((one, nth) => (one === 'along' ? along(nth) : goal(nth, one))));
      const store = { read: async () => undefined };
      const door = facade({ store, pages, cursors: pageCursors({ seal, now: () => new Date(0) }) });
      for (const centre of ['verdun', 'vanier']) {
        const asked = (query: string) => searchAsked('Goal', new URLSearchParams(query));
        const first = await door.search(centre, asked(`_count=${count}&_total=accurate`));
        const shown = [...first.entries];
        for (let next = first.next; next !== undefined; ) {
          const page = await door.next(centre, 'search', 'Goal', next);
          shown.push(...page.entries);
          next = page.next;
        }
        const matches = shown.filter(({ isIncluded }) => !isIncluded).length;
        expect(first.total).toBe(matches);
        expect(await door.search(centre, asked('_summary=count'))).toEqual({ entries: [], total: matches });
        expect(await door.search(centre, asked(`_count=${count}`))).not.toHaveProperty('total');
      }
    }),
    { numRuns: 60 },
  );
});

test('what is too many to be looked at is not counted, and whoever asks is told to narrow it', async () => {
  const endless: RecordPages = { ...aRecord([]), next: async () => ({ entries: [], next: 'more' }) };
  const first = async () => ({ entries: [], next: 'more' });
  await expect(countSeen({ ...endless, first }, 'Goal', {}, 'verdun', new Set())).rejects.toMatchObject({
    kind: 'malformed',
    issues: [{ code: 'too-costly', expression: 'http._total' }],
  });
});
