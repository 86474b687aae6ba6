import { expect, test } from '@jest/globals';
import { checkedRegistry, readRegistry, registryFrom } from '../../../gateway/registry.ts';
import { ASSESSED, aCentre, aPaperPartner, aPartner } from '../../builders/a-registry.ts';

test('centres and partners are found by their id, and nobody else is', () => {
  const { centre, partner } = registryFrom({ centres: [aCentre()], partners: [aPartner(), aPaperPartner()] });
  expect([centre('verdun')?.telephone, partner('sippe')?.fax]).toEqual(['514 555-0110', '514 555-0146']);
  expect([centre('sippe'), partner('verdun'), partner('toString')]).toEqual([undefined, undefined, undefined]);
});

test('the registry of the sandbox is valid', () => {
  expect(
    readRegistry(new URL('../../../sandbox/registry.yaml', import.meta.url).pathname).partners.length,
  ).toBeGreaterThan(3);
});

const { endpoint: _endpoint, ...unreachable } = aPartner();
test.each([
  ['no centre', { centres: [], partners: [] }, /centres/],
  ['a partner by machine without an address', { centres: [aCentre()], partners: [unreachable] }, /endpoint/],
  ['an unknown lens', { centres: [aCentre()], partners: [{ ...aPartner(), lens: 'everything' }] }, /lens/],
  ['a field nobody knows', { centres: [{ ...aCentre(), motto: 'x' }], partners: [] }, /centres\/0/],
  ['a name in one language', { centres: [{ ...aCentre(), name: { fr: 'x' } }], partners: [] }, /name/],
  ['an address that is none', { centres: [aCentre()], partners: [aPartner({ endpoint: 'chez nous' })] }, /endpoint/],
  [
    'two partners of one id',
    { centres: [aCentre()], partners: [aPartner(), aPaperPartner({ id: 'clsc-verdun' })] },
    /clsc-verdun stands twice/,
  ],
  [
    'a proposal of nobody',
    { centres: [aCentre()], partners: [aPartner({ proposes: ['personne'] })] },
    /personne, which is not a partner/,
  ],
  [
    'a time zone that is none',
    { centres: [aCentre({ timeZone: 'America/Verdun' })], partners: [] },
    /verdun.*time zone/,
  ],
  [
    'a centre that does not say under which law it decides',
    { centres: [{ ...aCentre(), regime: undefined }], partners: [] },
    /centres\/0 \(verdun\) .*regime.*docs\/consent\.md.*qc-lrsss.*on-cyfsa-x/,
  ],
  [
    'a rule of the watch that is none',
    { centres: [aCentre({ watchRules: { off: ['lazy'] } })], partners: [] },
    /verdun names lazy, which is no rule of the watch/,
  ],
  [
    'a rule of the watch turned both on and off',
    { centres: [aCentre({ watchRules: { on: ['silent'], off: ['silent'] } })], partners: [] },
    /verdun turns the rule silent both on and off/,
  ],
  [
    'a partner that does not say where it is',
    { centres: [aCentre()], partners: [{ ...aPartner(), province: undefined }] },
    /partners\/0 \(clsc-verdun\) .*'province'.*QC, ON.*outside-canada.*docs\/partners\.md/,
  ],
  [
    'a province that is none',
    { centres: [aCentre()], partners: [{ ...aPartner(), province: 'Québec' }] },
    /partners\/0\/province \(clsc-verdun\).*"QC".*"outside-canada"/,
  ],
  [
    'a partner named as assessed that nobody has',
    { centres: [aCentre({ otherProvinces: ASSESSED('clsc-verdun', 'personne') })], partners: [aPartner()] },
    /verdun names personne in otherProvinces, which is not a partner: take it out/,
  ],
  ['a law that is none', { centres: [{ ...aCentre(), regime: 'gdpr' }], partners: [] }, /centres\/0\/regime/],
  ['a text', 'centres: []', /object/],
])('%s is refused, and it is told where', (_what, content, told) => {
  expect(() => registryFrom(content)).toThrow(told);
});

test('everything that is wrong is told at once', () => {
  const content = { centres: [{ ...aCentre(), telephone: '' }], partners: [{ ...aPartner(), language: 'es' }] };
  expect(() => registryFrom(content)).toThrow(/telephone[\s\S]*language/);
});

test('what is missing of where a partner is, and whom nobody has, is told in both languages', () => {
  const { province: _nowhere, ...silent } = aPartner();
  const told = (content: unknown) => checkedRegistry(content).faults.map(({ text }) => text);
  expect(told({ centres: [aCentre()], partners: [silent] })).toEqual([
    { fr: expect.stringMatching(/clsc-verdun.*« province »/), en: expect.stringMatching(/clsc-verdun.*'province'/) },
  ]);
  expect(told({ centres: [aCentre({ otherProvinces: ASSESSED('personne') })], partners: [] })).toEqual([
    { fr: expect.stringMatching(/personne dans otherProvinces/), en: expect.stringMatching(/personne in otherProv/) },
  ]);
});
