import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { ROUTES } from '../../../gateway/doors/http/openapi-routes.ts';
import { conceptChecker } from '../../../profiles/check-concept.ts';
import { CONCEPT_PLURALS, type ConceptName } from '../../../profiles/concept-names.ts';

const TOP = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, TOP), 'utf8');
const PLURALS = Object.values(CONCEPT_PLURALS);
const check = conceptChecker({ now: () => new Date('2026-11-22T12:00:00Z') });

/** The rows of the tables whose first cell is written as code or as a link: their cells. */
const rows = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\| (`|\[`).*\|$/gm)].map(([line]) => line.split('|').map((cell) => cell.trim()));

/** `PUT /v1/care-circles/{id}` → its statuses, one row of the table standing for all concepts. */
const routesTold = (text: string): ReadonlyMap<string, string> =>
  new Map(
    rows(text)
      .filter(([, method = '']) => /^`[A-Z]+`$/.test(method))
      .flatMap(([, method = '', path = '', , answers = '']) =>
        (path.includes('{concepts}') ? PLURALS : ['']).map((plural) => [
          `${method} ${path}`.replaceAll('`', '').replace('{concepts}', plural),
          answers,
        ]),
      ),
  );

const routesServed = new Map(
  ROUTES.map(({ method, path, answers }) => [
    `${method.toUpperCase()} ${path}`,
    [...new Set(answers.map((name) => name.slice(0, 3)))].sort().join(' '),
  ]),
);

/** What the commands of the page send to the gateway, and which concept it is. */
const bodiesSent = (text: string): readonly (readonly [ConceptName, string])[] =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, commands = '']) =>
    [...commands.matchAll(/\/v1\/([a-z-]+)\/[\s\S]*?-d '(\{[\s\S]*?\})'\n/g)].map(
      ([, path = '', body = '']) => [conceptUnder(path), body] as const,
    ),
  );

const conceptUnder = (path: string): ConceptName =>
  path === 'care-circles' ? 'care-circle' : path === 'service-referrals' ? 'service-referral' : 'answer';

const headings = (text: string): readonly string[] => [...text.matchAll(/^(#+) /gm)].map(([, marks = '']) => marks);
const blocks = (text: string): number => [...text.matchAll(/^```/gm)].length;

describe.each(['README.md', 'README.fr.md'])('%s', (page) => {
  const text = read(page);

  test('tells every route of the API with its answers, and no other', () => {
    expect(Object.fromEntries(routesTold(text))).toEqual(Object.fromEntries(routesServed));
  });

  test('puts the routes that need no token last, as many as it says', () => {
    const open = ROUTES.filter(({ open }) => open === true).map(
      ({ method, path }) => `${method.toUpperCase()} ${path}`,
    );
    expect([...routesTold(text).keys()].slice(-open.length)).toEqual(open);
    expect(open).toHaveLength(8);
    expect(text).toMatch(/the last eight|les huit dernières/);
  });

  test('names every concept that has an address', () => {
    for (const plural of PLURALS) expect(text).toContain(`\`${plural}\``);
  });

  test('shows bodies that the gateway takes', () => {
    const sent = bodiesSent(text);
    expect(sent.map(([concept]) => concept)).toEqual(['care-circle', 'service-referral', 'answer']);
    for (const [concept, body] of sent) expect(check(concept, JSON.parse(body))).toEqual([]);
  });

  test('maps every folder of the sources, and only folders that are there', () => {
    const told = rows(text).flatMap(([, cell = '']) => /^\[`(\w+)\/`\]\((\w+)\)$/.exec(cell)?.slice(1, 2) ?? []);
    const there = readdirSync(TOP, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^[a-z]+$/.test(entry.name) && entry.name !== 'node_modules')
      .map(({ name }) => name)
      .filter((name) => !['docs', 'dist'].includes(name));
    expect([...told].sort()).toEqual(there.sort());
  });

  test('names only scripts and files that are there', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const [, script = ''] of text.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(script);
    const linked = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
    const run = [...text.matchAll(/\b(?:gateway|workers|sandbox)\/[\w./-]+\.(?:ts|sh|yaml)\b/g)].map(([path]) => path);
    for (const path of [...linked, ...run]) expect([path, existsSync(new URL(path, TOP))]).toEqual([path, true]);
  });

  test('points to the other language first', () => {
    const other = page === 'README.md' ? 'README.fr.md' : 'README.md';
    expect(text.split('\n')[0]).toContain(`(${other})`);
  });

  test('tells of no folder of the machine on which it was written', () => {
    expect(text).not.toMatch(/\/(tmp|root|work|home)\//);
  });
});

test('both languages say the same things in the same order', () => {
  const [french, english] = [read('README.fr.md'), read('README.md')];
  expect(headings(french)).toEqual(headings(english));
  expect(blocks(french)).toBe(blocks(english));
  expect([...routesTold(french).keys()]).toEqual([...routesTold(english).keys()]);
});

test.each(['CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE', '.env.example'])('%s is there', (path) => {
  expect(existsSync(fileURLToPath(new URL(path, TOP)))).toBe(true);
});

test('the changelog tells of the version that the package has', () => {
  expect(read('CHANGELOG.md')).toContain(`## [${JSON.parse(read('package.json')).version}]`);
});
