import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Child } from '../../../../../mappings/domain/concepts.ts';
import { circleIdFor } from '../../../../../operate/administration/load/circle-from-row.ts';
import { LOAD_COLUMNS, type LoadColumn } from '../../../../../operate/administration/load/columns.ts';
import { type LoadLine, readLines } from '../../../../../operate/administration/load/read-lines.ts';
import { OperateProblem } from '../../../../../operate/gateway-client.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { healthCards } from '../../../../generators/health-cards.ts';
import { partialDates } from '../../../../generators/moments.ts';

const check = conceptChecker({ now: () => new Date('2026-11-26T12:00:00Z') });
const read = (text: string, isTable = true): readonly LoadLine[] =>
  readLines(text, isTable, { centre: 'verdun', check, language: 'en' });

/** A child as a table can say it: names without spaces at their ends, one card of each kind at most. */
const NAME = fc.stringMatching(/^[A-ZÉ][a-zéï'-]{0,9}(,|;|"|\t)?[a-z]$/);
const CHILDREN: fc.Arbitrary<Child> = fc
  .record({
    id: fc.stringMatching(/^[a-z]{3}-[a-z]{1,8}$/),
    name: fc.oneof(
      NAME.map((text) => ({ text })),
      fc.record({
        family: NAME,
        given: fc.array(
          NAME.filter((it) => !it.includes('\t')),
          { minLength: 1, maxLength: 3 },
        ),
      }),
    ),
    birthDate: fc.option(partialDates, { nil: undefined }),
    gender: fc.option(fc.constantFrom('male', 'female', 'other', 'unknown'), { nil: undefined }),
    cards: fc.uniqueArray(healthCards, { maxLength: 2, selector: ({ kind }) => kind }),
    languages: fc.subarray(['fr', 'en', 'ht', 'iu']),
    interpreterRequired: fc.option(fc.boolean(), { nil: undefined }),
    address: fc.option(fc.record({ city: NAME, postalCode: fc.constant('H4G 1A1') }), { nil: undefined }),
  })
  .map(({ cards, languages, ...child }) => ({
    ...(JSON.parse(JSON.stringify(child)) as Child),
    ...(languages.length > 0 && { languages }),
    ...(cards.length > 0 && { cards: cards.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)) }),
  }));

/** The row that a person would write of a child: the other way of circleFromRow, in words of one language. */
function rowOf(child: Child, language: 'fr' | 'en'): Partial<Record<LoadColumn, string>> {
  const nam = child.cards?.find(({ kind }) => kind === 'nam');
  const ohip = child.cards?.flatMap((card) => (card.kind === 'ohip' ? [card] : []))[0];
  const yes = { fr: ['oui', 'non'], en: ['yes', 'no'] }[language];
  const genders = {
    fr: { male: 'Masculin', female: 'Féminin', other: 'autre', unknown: 'inconnu' },
    en: { male: 'male', female: 'Female', other: 'other', unknown: 'unknown' },
  }[language];
  const cells = {
    child: child.id,
    since: '2024-03-01',
    name: child.name.text,
    family: child.name.family,
    given: child.name.given?.join(' '),
    birthDate: child.birthDate,
    gender: child.gender && genders[child.gender],
    languages: child.languages?.join(' '),
    interpreter: child.interpreterRequired === undefined ? undefined : yes[child.interpreterRequired ? 0 : 1],
    nam: nam?.number,
    ohip: ohip?.number.replace(/^(\d{4})(\d{3})/, '$1-$2-'),
    ohipVersion: ohip?.versionCode,
    city: child.address?.city,
    postalCode: child.address?.postalCode,
    pivot: 'pro-1',
    pivotName: 'Dre d’Arcy',
  };
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined));
}

const KEYS = Object.keys(LOAD_COLUMNS) as LoadColumn[];
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test('a child goes into a row and comes back the same, in either language, whatever separates the columns and in whatever order they stand', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(CHILDREN, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
      fc.constantFrom('fr' as const, 'en' as const),
      fc.constantFrom(',', ';', '\t'),
      fc.shuffledSubarray(KEYS, { minLength: KEYS.length }),
      fc.boolean(),
      (children, language, separator, order, bom) => {
        const columns = order.filter((key) => key !== 'circle');
        const rows = children.map((child) => rowOf(child, language));
        const lines = [
          columns.map((key) => LOAD_COLUMNS[key][language][0]?.toUpperCase()).join(separator),
          ...rows.map((row) => columns.map((key) => quoted(row[key] ?? '')).join(separator)),
        ];
        const loaded = read(`${bom ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`);
        expect(loaded.map(({ faults }) => faults)).toEqual(children.map(() => []));
        expect(loaded.map(({ line }) => line)).toEqual(children.map((_, index) => index + 2));
        expect(loaded.map(({ body }) => body)).toEqual(
          children.map((child) => ({
            id: circleIdFor(child.id),
            version: 1,
            centre: 'verdun',
            happenedAt: '2024-03-01',
            child,
            members: [{ kind: 'professional', id: 'pro-1', name: 'Dre d’Arcy' }],
            pivot: 'pro-1',
          })),
        );
      },
    ),
    { numRuns: 60 },
  );
});

const HEAD = 'child,since,name,birth date,nam\n';

test('what is wrong is told by line and field, and nothing of what the row holds', () => {
  const [, ...rows] =
    `${HEAD}enf-a,2024-01-01,Zébulon,2020-13-45,\nenf-b,,Zébulon,2020-01-01,\nenf-c,2024-01-01,Zébulon\nBOUF97551209,2024-01-01,Zébulon,,\nenf-e,2024-01-01,"Zébulon"x,,\n`.split(
      '\n',
    );
  const lines = read(HEAD + rows.join('\n'));
  expect(lines.map(({ line, child, faults }) => [line, child, faults.length > 0])).toEqual([
    [2, 'enf-a', true],
    [3, 'enf-b', true],
    [4, undefined, true],
    [5, undefined, true],
    [6, undefined, true],
  ]);
  expect(lines[0]?.faults[0]?.field).toBe('CareCircle.child.birthDate');
  expect(lines[1]?.faults[0]?.field).toBe('CareCircle.happenedAt');
  const told = JSON.stringify(lines.map(({ faults, child }) => ({ faults, child })));
  for (const word of ['Zébulon', '2020-13-45', 'BOUF97551209']) expect(told).not.toContain(word);
});

test('a line keeps its number after empty lines and a cell of several lines', () => {
  const lines = read(`${HEAD}\nenf-a,2024-01-01,"Zoé\nRose",,\n\nenf-b,2024-01-01,Léo,,\n`);
  expect(lines.map(({ line, child }) => [line, child])).toEqual([
    [3, 'enf-a'],
    [6, 'enf-b'],
  ]);
});

test.each([
  ['an unknown column, by its place and not by its word', 'child,since,NAS 046 454 286\n', /Column 3/],
  ['no column at all: the first line is somebody’s data', 'enf-a,2024-01-01,Zébulon\n', /Column 1/],
  ['a column that is missing', 'child,name\n', /"since"/],
  ['a column twice', 'child,since,enfant\n', /twice/],
  ['an empty file', '', /empty/],
])('a table with %s is refused whole', (_what, text, told) => {
  expect(() => read(text)).toThrow(OperateProblem);
  expect(() => read(text)).toThrow(told);
  expect(() => read(text)).not.toThrow(/046|Zébulon/);
});

test('each line of NDJSON is a concept, a circle unless it says otherwise; without an id, of another centre or of no kind it is wrong', () => {
  const circle = { id: 'c-1', happenedAt: '2024-01-01', child: { id: 'enf-a', name: { text: 'Zoé' } } };
  const note = { concept: 'mystery', id: 'n-1' };
  const rows = [circle, { ...circle, id: undefined }, { ...circle, id: 'c-2', centre: 'vanier' }, note, circle];
  const lines = read([...rows.map((row) => JSON.stringify(row)), '', '{"id":', '[1]'].join('\n'), false);
  expect(lines.map(({ line, faults }) => [line, faults.map(({ field }) => field)])).toEqual([
    [1, []],
    [2, ['id']],
    [3, ['centre']],
    [4, ['concept']],
    [5, ['id']],
    [7, ['']],
    [8, ['']],
  ]);
  expect(lines[0]).toMatchObject({ concept: 'care-circle', id: 'c-1', body: { version: 1, centre: 'verdun' } });
});

test('the key of a line is that of its content: the same from another file and place, another for other content', () => {
  const row = 'enf-a,2024-01-01,Zoé,2020-01-01,\n';
  const [one] = read(HEAD + row);
  const [, other] = read(
    `since,child,name,birth date\n2024-02-02,enf-z,Léo,2019-01-01\n2024-01-01,enf-a,Zoé,2020-01-01\n`,
  );
  expect(other?.key).toBe(one?.key);
  expect(read(HEAD + row.replace('2020', '2021'))[0]?.key).not.toBe(one?.key);
});
