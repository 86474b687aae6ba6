import { expect, test } from '@jest/globals';
import { choicesAmong, partnersShown, passes } from '../../../../../board/pages/partners/partners-shown.ts';
import type { DirectoryResource } from '../../../../../mappings/domain/concepts.ts';
import type { PartnerTold } from '../../../../../mappings/domain/partner-told.ts';

const partner = (id: string, changes: Partial<PartnerTold> = {}): PartnerTold => ({
  id,
  name: { fr: `${id} fr`, en: `${id} en` },
  province: 'QC',
  kind: 'clsc',
  lens: 'public-network',
  channel: 'fhir-rest',
  language: 'fr',
  ...changes,
});
const OFFER: DirectoryResource = {
  centre: 'verdun',
  happenedAt: '2026-03-01',
  name: 'Chorale',
  partner: 'b',
  languages: ['ht', 'fr'],
  territories: [{ id: 'verdun', name: 'Verdun' }, { id: 'sud' }],
};
const PARTNERS = partnersShown(
  [
    partner('b'),
    partner('É', { languages: ['vi'], programmes: ['clsc'] }),
    partner('a', { name: { fr: 'Zoé', en: 'Abe' }, territory: ['sud'] }),
  ],
  [OFFER],
  'fr',
);
const ANY = { programme: '', language: '', territory: '' };
const ids = (filter: Partial<typeof ANY>) => PARTNERS.filter(passes({ ...ANY, ...filter })).map(({ id }) => id);

test('partners stand by name in the reader’s language, accents where they belong', () => {
  expect(PARTNERS.map(({ id }) => id)).toEqual(['b', 'É', 'a']);
  expect(partnersShown(PARTNERS, [], 'en').map(({ id }) => id)).toEqual(['a', 'b', 'É']);
});

test('what the directory says of a partner adds to what the registry says', () => {
  expect(PARTNERS[0]).toMatchObject({ offers: [OFFER], speaks: ['ht', 'fr'], where: ['Verdun', 'sud'] });
  expect(PARTNERS[1]).toMatchObject({ offers: [], speaks: ['vi'], where: [] });
});

test('whatever is chosen must hold, and only what some partner has can be chosen', () => {
  expect([ids({}), ids({ language: 'ht' }), ids({ programme: 'clsc' }), ids({ territory: 'sud' })]).toEqual([
    ['b', 'É', 'a'],
    ['b'],
    ['É'],
    ['b', 'a'],
  ]);
  expect(ids({ language: 'ht', programme: 'clsc' })).toEqual([]);
  const { programmes, languages, territories } = choicesAmong(PARTNERS);
  expect([programmes, languages, territories]).toEqual([['clsc'], ['ht', 'fr', 'vi'], ['Verdun', 'sud']]);
});
