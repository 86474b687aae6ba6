import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { patientFromChild } from '../../../../mappings/concepts/child.ts';
import type { ChildSaid, PersonName } from '../../../../mappings/domain/concepts.ts';
import { matchChild } from '../../../../mappings/matching/match-child.ts';
import { compareNames } from '../../../../mappings/matching/name-words.ts';
import { childrenSaid } from '../../../generators/inbound-referrals.ts';
import { personNames } from '../../../generators/words.ts';

const CENTRE = 'verdun';
const card = (number: string) => [{ kind: 'nam' as const, number }];
const JADE: ChildSaid = {
  name: { family: 'Tremblay-Côté', given: ['Jade'] },
  birthDate: '2018-01-12',
  cards: card('TREJ18511214'),
};
const known = (id: string, said: ChildSaid): fhir4.Patient =>
  patientFromChild({ id, name: { text: 'sans nom' }, ...said }, CENTRE);
/** A file with what was said of a child, a name only if one was. */
const fileOf = (id: string, said: ChildSaid): fhir4.Patient => {
  const { name, ...patient } = known(id, said);
  return said.name === undefined || name === undefined ? patient : { ...patient, name };
};

test.each([
  ['Jade', 'Tremblay Côté'],
  ['JADE', 'TREMBLAY-COTE'],
  ['Jade Rose', 'tremblay-côte'],
])('card, birth date and name that all agree are the known child, however %s %s is written', (given, family) => {
  const said = { ...JADE, name: { family, given: [given] } };
  expect(matchChild(said, [known('enf-1', JADE)], CENTRE)).toEqual({ kind: 'known', child: 'enf-1' });
});

test.each<[string, ChildSaid]>([
  ['a card alone', { cards: JADE.cards ?? [] }],
  ['a card and a birth date', { cards: JADE.cards ?? [], birthDate: '2018-01-12' }],
  ['a card and a name', { cards: JADE.cards ?? [], name: { family: 'Tremblay-Côté', given: ['Jade'] } }],
  ['a name and a birth date', { name: { family: 'Tremblay-Côté', given: ['Jade'] }, birthDate: '2018-01-12' }],
  ['the card of a parent', { ...JADE, name: { family: 'Tremblay-Côté', given: ['Noé'] }, birthDate: '2026-10-02' }],
  ['a partial birth date', { ...JADE, birthDate: '2018-01' }],
])('%s is never enough: a person says which child it is', (_what, said) => {
  expect(matchChild(said, [known('enf-1', JADE)], CENTRE)).toMatchObject({
    kind: 'uncertain',
    candidates: [{ child: 'enf-1' }],
  });
});

test('two files that both agree are for a person', () => {
  expect(matchChild(JADE, [known('enf-1', JADE), known('enf-2', JADE)], CENTRE)).toMatchObject({
    kind: 'uncertain',
    candidates: [{ child: 'enf-1' }, { child: 'enf-2' }],
  });
});

test('a twin with the same card and birth date does not stand in the way of the other', () => {
  const twin = known('enf-2', { ...JADE, name: { family: 'Tremblay-Côté', given: ['Noé'] } });
  expect(matchChild(JADE, [twin, known('enf-1', JADE)], CENTRE)).toEqual({ kind: 'known', child: 'enf-1' });
});

test('why a candidate is proposed is told, what speaks against it too', () => {
  const said = { ...JADE, cards: card('AUTR18011299'), birthDate: '2017-01-12' };
  expect(matchChild(said, [known('enf-1', JADE)], CENTRE)).toEqual({
    kind: 'uncertain',
    candidates: [{ child: 'enf-1', because: ['other-card', 'other-birth-date', 'same-name'] }],
  });
});

test('nobody alike, with a name and a whole birth date, is a new child; with less, a person says', () => {
  const other = known('enf-9', { name: { family: 'Nguyễn', given: ['An'] }, birthDate: '2012-03-04' });
  expect(matchChild(JADE, [other], CENTRE)).toEqual({ kind: 'new' });
  for (const said of [
    undefined,
    { name: JADE.name ?? {} },
    { birthDate: '2018-01-12' },
    { ...JADE, birthDate: '2018' },
  ])
    expect(matchChild(said, [], CENTRE)).toEqual({ kind: 'uncertain', candidates: [] });
});

test('a child of another centre, or without a number, is nobody', () => {
  const elsewhere = patientFromChild({ id: 'enf-1', name: { text: 'x' }, ...JADE }, 'hochelaga');
  expect(matchChild(JADE, [elsewhere, { ...known('enf-1', JADE), identifier: [] }], CENTRE)).toEqual({ kind: 'new' });
});

test('whoever is recognized agrees in card, whole birth date and name, and nobody else does', () => {
  fc.assert(
    fc.property(childrenSaid, fc.array(childrenSaid, { maxLength: 4 }), fc.boolean(), (said, others, itself) => {
      const files = [...(itself ? [said] : []), ...others].map((one, nth) => fileOf(`enf-${nth}`, one));
      const match = matchChild(said, files, CENTRE);
      if (match.kind !== 'known') return;
      const file = files.find(({ identifier }) => identifier?.[0]?.value === match.child);
      expect(said.cards?.some(({ number }) => file?.identifier?.some(({ value }) => value === number))).toBe(true);
      expect(file?.birthDate).toBe(said.birthDate);
      expect(said.birthDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(said.name).toBeDefined();
      expect(files.filter((one) => matchChild(said, [one], CENTRE).kind === 'known')).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
});

test('a name compares with itself, in either order, and says the same both ways', () => {
  fc.assert(
    fc.property(personNames, personNames, (one, other) => {
      expect(compareNames(one, other)).toEqual(compareNames(other, one));
    }),
  );
});

test.each<[PersonName, PersonName, boolean, boolean]>([
  [{ family: 'Côté', given: ['Zoé'] }, { family: 'COTE', given: ['ZOE'] }, true, true],
  [{ family: "d'Arcy", given: ['Jean-François'] }, { family: 'D’ARCY', given: ['Jean', 'Francois'] }, true, true],
  [{ family: 'Đặng', given: ['Thị Hương'] }, { family: 'Dang', given: ['Thi Huong'] }, true, true],
  [{ text: 'Konwatsi’tsiaiénni' }, { text: "KONWATSI'TSIAIENNI" }, true, true],
  [{ text: 'Tremblay, Jade' }, { family: 'Tremblay', given: ['Jade'] }, true, true],
  [{ family: 'Tremblay', given: ['Jade'] }, { family: 'Tremblay-Roy', given: ['Jade'] }, false, true],
  [{ family: 'Tremblay', given: ['Jade'] }, { family: 'Tremblay', given: ['Jad'] }, true, false],
  [{ family: 'Tremblay' }, { family: 'Tremblay', given: ['Jade'] }, true, false],
  [{ text: '-' }, { text: '-' }, false, false],
])('%j and %j', (one, other, family, given) => {
  expect(compareNames(one, other)).toEqual({ family, given });
});
