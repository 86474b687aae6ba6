import { expect, test } from '@jest/globals';
import { conceptChecker } from '../../../profiles/check-concept.ts';
import { CONCEPT_NAMES, type ConceptName } from '../../../profiles/concept-names.ts';
import { conceptExamples } from '../../../profiles/load-examples.ts';
import { MALFORMED_BODIES } from './malformed-bodies.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const check = conceptChecker({ now: () => NOW });
const checkAtAnyTime = conceptChecker();

const concepts = Object.keys(CONCEPT_NAMES) as ConceptName[];
const examples = concepts.flatMap((concept) =>
  Object.entries(conceptExamples(concept)).map(([name, body]) => ({ concept, name, body })),
);

test.each(examples)('the example $concept/$name is valid', ({ concept, body }) => {
  expect(checkAtAnyTime(concept, body)).toEqual([]);
});

test.each(concepts)('%s has at least two examples', (concept) => {
  expect(Object.keys(conceptExamples(concept)).length).toBeGreaterThanOrEqual(2);
});

test('of a body with tens of thousands of errors the first is told, not one after the other against all before', () => {
  const members = Array.from({ length: 30_000 }, () => ({ kind: 'x' }));
  expect(check('care-circle', { version: 1, members })).toHaveLength(1);
  expect(check('care-circle', { version: 1, members: members.slice(0, 20) }).length).toBeGreaterThan(20);
});

test('at least fifty malformed bodies are tried', () => {
  expect(MALFORMED_BODIES.length).toBeGreaterThanOrEqual(50);
});

test.each(MALFORMED_BODIES)('$wrong is refused at $expression', ({ concept, body, expression, code }) => {
  const errors = check(concept, body).filter(({ severity }) => severity === 'error');
  expect(errors).toContainEqual(expect.objectContaining({ expression, code }));
});

test.each(MALFORMED_BODIES)(
  '$wrong is said once, with the field in both languages',
  ({ concept, body, expression }) => {
    const here = check(concept, body).filter((issue) => issue.expression === expression);
    const field = expression.split('.').slice(1).join('.');
    expect(here).toHaveLength(1);
    expect(here[0]?.text.fr.startsWith(field === '' ? '' : `${field} : `)).toBe(true);
    expect(here[0]?.text.en.startsWith(field === '' ? '' : `${field}: `)).toBe(true);
    expect(here[0]?.text.fr).not.toBe(here[0]?.text.en);
  },
);

test('one wrong field is one issue', () => {
  const issues = check('care-circle', {
    centre: 'c',
    happenedAt: '2026',
    child: { id: 'e', name: { text: 'x' }, cards: [{ kind: 'nam', number: 3 }] },
    members: [{ kind: 'family', id: 'a', name: { text: 'x' } }],
    pivot: 'a',
  });
  expect(issues.map(({ expression }) => expression)).toEqual(['CareCircle.child.cards[0].number']);
});

test('a field left out, a field that is wrong and a field unknown are all said at once', () => {
  const issues = check('care-circle', { happenedAt: 'hier', child: { id: 'e', name: { text: 'x' } }, membres: [] });
  expect(issues.map(({ expression }) => expression).sort()).toEqual([
    'CareCircle.centre',
    'CareCircle.happenedAt',
    'CareCircle.membres',
  ]);
});

test('a misspelt field is told the right one', () => {
  const [issue] = check('dispatch', { happenedAt: '2026', how: 'fax', recordedBy: 'a', recipent: 'r' });
  expect(issue?.text.fr).toContain('« recipient »');
  expect(issue?.text.en).toContain('"recipient"');
});

test('an unknown code is told the codes and what they mean', () => {
  const [issue] = check('answer', {
    what: 'declined',
    happenedAt: '2026',
    saidBy: 'a',
    recordedBy: 'b',
    priority: 'P0',
  });
  expect(issue?.text.fr).toContain('P3 (P3 : 30 jours au plus)');
  expect(issue?.text.en).toContain('P3 (P3: within 30 days)');
});

test('no issue ever says a value, since values are people’s data', () => {
  const secret = 'SECRET-de-famille';
  const bodies: unknown[] = [
    {
      centre: [secret],
      happenedAt: secret,
      child: { id: `${secret} `, name: { text: [secret] }, gender: secret, birthDate: secret },
    },
    { members: [{ kind: secret }, { kind: 'family', kinship: secret, legalRole: secret, languages: [`${secret} `] }] },
    {
      child: { cards: [{ kind: 'nam', number: secret }], address: { province: secret, noFixedAddress: secret } },
      [`${secret} x`]: 1,
    },
  ];
  const said = JSON.stringify(bodies.map((body) => check('care-circle', body)));
  expect(said).toContain('CareCircle.members[0].kind');
  expect(said).not.toContain(secret);
});

test('a thousand errors make a short answer', () => {
  const members = Array.from({ length: 1_000 }, () => ({ kind: 'x' }));
  const issues = check('care-circle', {
    centre: 'c',
    happenedAt: '2026',
    child: { id: 'e', name: { text: 'x' } },
    members,
  });
  expect(issues).toHaveLength(51);
  expect(issues.at(-1)?.text.en).toContain('other errors');
});

test('record is what the server adds, and is accepted and not looked at', () => {
  const body = { happenedAt: '2026-09-14', centre: 'c', child: { id: 'e' }, record: { fhir: [{ x: [1, null] }] } };
  expect(check('action-plan', body)).toEqual([]);
});
