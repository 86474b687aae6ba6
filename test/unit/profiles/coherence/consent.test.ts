import { expect, test } from '@jest/globals';
import { checkCoherence } from '../../../../profiles/check-coherence.ts';

const found = (concept: Parameters<typeof checkCoherence>[0], body: unknown, now?: Date): string[] =>
  checkCoherence(concept, body, now).map(({ severity, expression }) => `${severity} ${expression}`);

const consent = {
  centre: 'centre-1',
  happenedAt: '2026-09-14',
  child: { id: 'enfant-1' },
  by: { kind: 'child' },
  decision: 'permit',
  purpose: 'care',
  regime: 'qc-lrsss',
  information: ['identity'],
};
const heard = { how: 'oral', said: { words: 'oui' }, witness: { kind: 'person', name: 'x' } };
const { information: _kinds, ...toEverything } = consent;

test.each([
  ['a written yes', {}],
  ['an oral yes with its words and a witness', heard],
  ['an oral yes that is only asked for', { how: 'oral', status: 'proposed' }],
  ['an oral no', { how: 'oral', decision: 'refuse' }],
  ['a yes taken back', { status: 'withdrawn', withdrawal: { at: '2026-09' } }],
  ['a mistake that was taken back too', { status: 'entered-in-error', withdrawal: { at: '2026-10-01' } }],
])('%s has nothing to be told', (_what, more) => {
  expect(found('consent', { ...consent, ...more }, new Date('2026-11-22T12:00:00Z'))).toEqual([]);
});

test('a no to everything needs no list of what', () => {
  expect(found('consent', { ...toEverything, decision: 'refuse' })).toEqual([]);
});

test.each([
  ['a yes to everything', { information: undefined }, ['error Consent.information']],
  ['an oral yes without its words', { ...heard, said: undefined }, ['error Consent.said']],
  ['an oral yes that nobody heard', { ...heard, witness: undefined }, ['warning Consent.witness']],
  ['a no before an answer', { decision: 'refuse', status: 'proposed' }, ['error Consent.status']],
  ['a withdrawal that the status denies', { withdrawal: { at: '2026-10-01' } }, ['error Consent.withdrawal']],
  [
    'a withdrawal before the consent',
    { status: 'withdrawn', withdrawal: { at: '2026-09-13' } },
    ['error Consent.withdrawal.at'],
  ],
  ['a withdrawal to come', { status: 'withdrawn', withdrawal: { at: '2026-12-01' } }, ['error Consent.withdrawal.at']],
  ['an end before the start', { period: { start: '2026-09', end: '2026-08' } }, ['error Consent.period.end']],
])('%s is told', (_what, more, told) => {
  expect(found('consent', { ...consent, ...more }, new Date('2026-11-22T12:00:00Z'))).toEqual(told);
});
