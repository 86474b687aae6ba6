import { expect, test } from '@jest/globals';
import { checkCoherence } from '../../../../profiles/check-coherence.ts';

const found = (concept: Parameters<typeof checkCoherence>[0], body: unknown, now?: Date): string[] =>
  checkCoherence(concept, body, now).map(({ severity, expression }) => `${severity} ${expression}`);

const reading = { id: 'lecture-1', centre: 'centre-1', happenedAt: '2026-09-14', child: { id: 'enfant-1' } };

test('a reading that follows another, each part with its own identifier, has nothing to be told', () => {
  const domains = [
    { domain: 'development', observations: [{ id: 'a', words: 'x', how: 'ASQ-3' }, { words: 'x' }] },
    { domain: 'health', observations: [{ id: 'b', words: 'x', observedOn: '2026-09-01' }] },
  ];
  const stresses = [{ id: 'a', words: 'x', known: true, since: '2024' }, { words: 'x' }];
  expect(
    found('shared-assessment', { ...reading, previous: 'lecture-0', domains, stresses }, new Date('2026-09-14T12:00Z')),
  ).toEqual([]);
});

test('a reading does not follow itself', () => {
  expect(found('shared-assessment', { ...reading, previous: 'lecture-1' })).toEqual([
    'error SharedAssessment.previous',
  ]);
});

test('a domain is read once, and its observations share no identifier with those of another', () => {
  const domains = [
    { domain: 'school', observations: [{ id: 'a', words: 'x' }] },
    { domain: 'school' },
    { domain: 'rights', observations: [{ words: 'x' }, { id: 'a', words: 'y' }] },
  ];
  expect(found('shared-assessment', { ...reading, domains })).toEqual([
    'error SharedAssessment.domains[1].domain',
    'error SharedAssessment.domains[2].observations[1].id',
  ]);
});

test.each(['EDI', 'l’IMDPE, janvier', 'Early development instrument', 'résultat edi'])(
  'nothing individual from the EDI is kept (%s)',
  (how) => {
    const domains = [{ domain: 'school', observations: [{ words: 'x', how }] }];
    expect(found('shared-assessment', { ...reading, domains })).toEqual([
      'error SharedAssessment.domains[0].observations[0].how',
    ]);
  },
);

test('a word that only holds the letters of the EDI is another word', () => {
  const domains = [{ domain: 'school', observations: [{ words: 'x', how: 'édition 2, Medina, crédit' }] }];
  expect(found('shared-assessment', { ...reading, domains })).toEqual([]);
});

test('two stresses share no identifier, and one known before without its identifier is accepted with a warning', () => {
  const stresses = [
    { id: 'a', words: 'x' },
    { id: 'a', words: 'y' },
    { words: 'z', known: true },
  ];
  expect(found('shared-assessment', { ...reading, stresses })).toEqual([
    'error SharedAssessment.stresses[1].id',
    'warning SharedAssessment.stresses[2].id',
  ]);
});

test('what was seen, and since when something weighs, is not in the future', () => {
  const domains = [{ domain: 'health', observations: [{ words: 'x', observedOn: '2027' }] }];
  const stresses = [{ words: 'x', since: '2026-12' }];
  expect(found('shared-assessment', { ...reading, domains, stresses }, new Date('2026-09-14T12:00Z'))).toEqual([
    'error SharedAssessment.domains[0].observations[0].observedOn',
    'error SharedAssessment.stresses[0].since',
  ]);
});
