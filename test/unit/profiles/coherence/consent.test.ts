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

const pro = { kind: 'professional', id: 'ts-1', name: 'x' };
const invoked = {
  ...consent,
  by: pro,
  recipient: 'clsc-1',
  ground: { what: 'emergency', provision: 'lrsss-74' },
  period: { end: '2026-11-23T12:00:00Z' },
};

test.each([
  ['an emergency until a stated time', {}],
  ['an order without an end', { ground: { what: 'order', provision: 'lrsss-other-bases' }, period: undefined }],
  [
    'a duty under another law',
    { regime: 'on-phipa', ground: { what: 'duty', provision: 'phipa-43' }, period: undefined },
  ],
])('%s, invoked by a professional, has nothing to be told', (_what, more) => {
  expect(found('consent', { ...invoked, ...more }, new Date('2026-11-22T12:00:00Z'))).toEqual([]);
});

test.each([
  ['by the family', { by: { kind: 'child' } }, ['error Consent.by']],
  ['to refuse', { decision: 'refuse' }, ['error Consent.decision']],
  ['for nobody', { recipient: undefined }, ['error Consent.recipient']],
  [
    'on a provision of another law',
    { ground: { what: 'emergency', provision: 'phipa-40' } },
    ['error Consent.ground.provision'],
  ],
  [
    'on a provision for another ground',
    { ground: { what: 'duty', provision: 'lrsss-74' }, period: undefined },
    ['error Consent.ground.provision'],
  ],
  ['without an end, an emergency', { period: undefined }, ['error Consent.period.end']],
  ['by nobody: a professional who consents', { ground: undefined }, ['error Consent.by']],
])('what is invoked %s is told', (_what, more, told) => {
  expect(found('consent', { ...invoked, ...more }, new Date('2026-11-22T12:00:00Z'))).toEqual(told);
});

const toCentre = { ...consent, otherCentre: 'centre-2', purpose: 'coordination' };

test.each([
  ['lets it be told that the child is followed here', {}],
  ['refuses it', { decision: 'refuse' }],
  ['refuses it without a list', { decision: 'refuse', information: undefined }],
])('what the family says of another centre %s: nothing to be told', (_what, more) => {
  expect(found('consent', { ...toCentre, ...more })).toEqual([]);
});

test.each([
  ['for a partner too', { recipient: 'clsc-1' }, ['error Consent.recipient']],
  ['for this very centre', { otherCentre: 'centre-1' }, ['error Consent.otherCentre']],
  ['for care', { purpose: 'care' }, ['error Consent.purpose']],
  ['of more than that', { information: ['identity', 'health'] }, ['error Consent.information']],
  ['of something else', { information: ['health'] }, ['error Consent.information']],
  [
    'in the family’s place',
    { by: pro, ground: { what: 'order', provision: 'lrsss-other-bases' } },
    ['error Consent.recipient', 'error Consent.ground'],
  ],
])('another centre is told nothing %s', (_what, more, told) => {
  expect(found('consent', { ...toCentre, ...more })).toEqual(told);
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
