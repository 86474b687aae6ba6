import { expect, test } from '@jest/globals';
import { isClosedElsewhere } from '../../../../gateway/access/other-provinces.ts';
import { ASSESSED, aCentre, aPartner } from '../../../builders/a-registry.ts';

test.each([
  ['qc-lrsss', 'QC', false],
  ['qc-private', 'QC', false],
  ['qc-private', 'ON', true],
  ['qc-private', 'outside-canada', true],
  ['on-phipa', 'ON', false],
  ['on-cyfsa-x', 'ON', false],
  ['on-phipa', 'QC', true],
  ['on-cyfsa-x', 'NB', true],
] as const)('to a centre under %s a partner in %s is closed: %s', (regime, province, closed) => {
  expect(isClosedElsewhere(aCentre({ regime }), aPartner({ province }))).toBe(closed);
});

test('a partner elsewhere is open to the centre that named it, and no other partner is, nor it to another centre', () => {
  const [named, other] = [aPartner({ province: 'ON' }), aPartner({ id: 'clsc-rideau', province: 'ON' })];
  const opened = aCentre({ otherProvinces: ASSESSED('clsc-verdun') });
  expect([isClosedElsewhere(opened, named), isClosedElsewhere(opened, other)]).toEqual([false, true]);
  expect(isClosedElsewhere(aCentre({ id: 'autre' }), named)).toBe(true);
  expect(isClosedElsewhere(aCentre({ otherProvinces: false }), named)).toBe(true);
});
