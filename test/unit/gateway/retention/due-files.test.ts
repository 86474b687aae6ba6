import { expect, test } from '@jest/globals';
import { fenceId, laneKey } from '../../../../gateway/lanes/queues.ts';
import { dueFiles } from '../../../../gateway/retention/due-files.ts';
import { termOf } from '../../../../gateway/retention/term-of.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';

const CENTRE = 'verdun';
const CHILDREN = {
  old: { lastEntry: '2020-01-01', birthDate: '2000-05-04' },
  older: { lastEntry: '2019-01-01', birthDate: '2000-05-04' },
  young: { lastEntry: '2020-01-01', birthDate: '2020-05-04' },
  recent: { lastEntry: '2045-12-31', birthDate: '2000-05-04' },
  unknown: { lastEntry: '2021-01-01', birthDate: undefined },
} as const;

/** Its fences moved last on these days; two pages of children, and the file apart of an expectant mother. */
const record = () => {
  const patients = Object.entries(CHILDREN).map(
    ([value, { birthDate }]): fhir4.Patient => ({
      resourceType: 'Patient',
      identifier: [{ system: IDENTIFIERS.child(CENTRE), value }],
      ...(birthDate !== undefined && { birthDate }),
    }),
  );
  const mother: fhir4.Patient = {
    resourceType: 'Patient',
    identifier: [{ system: IDENTIFIERS.motherFile(CENTRE), value: 'm' }],
  };
  const fences = Object.entries(CHILDREN).map(
    ([child, { lastEntry }]): fhir4.Basic => ({
      resourceType: 'Basic',
      id: fenceId(laneKey({ centre: CENTRE, child })),
      code: {},
      meta: { lastUpdated: `${lastEntry}T12:00:00Z` },
    }),
  );
  const motherKey = laneKey({
    centre: CENTRE,
    root: { type: 'Patient', system: IDENTIFIERS.motherFile(CENTRE), value: 'm' },
  });
  fences.push({
    resourceType: 'Basic',
    id: fenceId(motherKey),
    code: {},
    meta: { lastUpdated: '2035-01-01T12:00:00Z' },
  });
  return {
    ...memoryRecord(),
    async *pages() {
      yield patients.slice(0, 2);
      yield [...patients.slice(2), mother];
    },
    search: async (_type: string, { _id = '' }: Readonly<Record<string, string | readonly string[]>>) =>
      fences.filter(({ id = '' }) => String(_id).split(',').includes(id)),
  };
};
const asked = { centre: CENTRE, term: { years: 10, afterMajority: 10 }, today: '2046-03-02', limit: 100 };

test('files whose time is over are listed, the oldest first; of whom nobody knows the age, without a day; the others are not', async () => {
  expect(await dueFiles(record(), asked)).toEqual({
    files: [
      { child: 'older', lastEntry: '2019-01-01', due: '2029-01-01' },
      { child: 'old', lastEntry: '2020-01-01', due: '2030-01-01' },
      { child: 'unknown', lastEntry: '2021-01-01' },
      { motherFile: 'm', lastEntry: '2035-01-01' },
    ],
    due: 4,
    all: 6,
  });
});

test('a shorter list says how many there are in all', async () => {
  expect(await dueFiles(record(), { ...asked, limit: 1 })).toMatchObject({ files: [{ child: 'older' }], due: 4 });
});

test('the day itself is due, and the day before is not', async () => {
  const only = async (today: string) =>
    (await dueFiles(record(), { ...asked, today })).files.map(({ child }) => child).includes('older');
  expect([await only('2028-12-31'), await only('2029-01-01')]).toEqual([false, true]);
});

test('a centre’s own term counts, and that nobody at the centre has said one is told', () => {
  const own = { years: 7, rule: 'Calendrier', by: 'RPRP', since: '2026-12-01' };
  expect(termOf({ regime: 'qc-lrsss', retention: own }, 'fr')).toEqual({ ...own, confirmed: false });
  const standing = termOf({ regime: 'on-phipa' }, 'en');
  expect(standing).toMatchObject({ years: 10, afterMajority: 10, confirmed: false });
  expect(standing.by).toBeUndefined();
});
