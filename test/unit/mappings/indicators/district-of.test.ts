import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { patientFromChild } from '../../../../mappings/concepts/child.ts';
import { securityFrom } from '../../../../mappings/concepts/sensitivity-labels.ts';
import type { Address, SensitivityLabel } from '../../../../mappings/domain/concepts.ts';
import { districtOf } from '../../../../mappings/indicators/district-of.ts';
import { LABELS } from '../../../../profiles/codes/labels.ts';

const child = (address?: Address) =>
  patientFromChild({ id: 'enf-1', name: { text: 'Léa' }, ...(address !== undefined && { address }) }, 'verdun');
const isLabel = (name: string): name is SensitivityLabel => Object.hasOwn(LABELS, name);
const request = (label: SensitivityLabel): fhir4.ServiceRequest => {
  const security = securityFrom([label]);
  return {
    resourceType: 'ServiceRequest',
    ...(security !== undefined && { meta: { security } }),
    status: 'active',
    intent: 'order',
    subject: { reference: 'Patient/1' },
  };
};

test.each(['H4G', 'H4G 1A1', 'h4g1a1', ' H4G 1A1 '])(
  'of %j the first three characters are told, and no more',
  (postalCode) => {
    expect(districtOf([child({ lines: ['1, rue X'], city: 'Montréal', province: 'QC', postalCode })])).toBe('H4G');
  },
);

test('whatever else stands where the postal code should is never told', () => {
  fc.assert(
    fc.property(fc.string(), (postalCode) => {
      expect(districtOf([child({ postalCode })]) ?? 'H4G').toMatch(/^[A-Z]\d[A-Z]$/);
    }),
  );
  for (const postalCode of ['Verdun', '12345', 'H4', 'H4G1', 'D1A 1A1', 'H4G 1A1 app. 3'])
    expect(districtOf([child({ postalCode })])).toBeUndefined();
});

test('a child without an address, without a postal code or without a fixed address is not said', () => {
  expect(districtOf([child()])).toBeUndefined();
  expect(districtOf([child({ city: 'Montréal' })])).toBeUndefined();
  expect(districtOf([child({ postalCode: 'H4G 1A1', noFixedAddress: true })])).toBeUndefined();
  expect(districtOf([])).toBeUndefined();
});

test('a child whose file bears any label, known or not, is not said', () => {
  const codings = [
    ...Object.keys(LABELS)
      .filter(isLabel)
      .flatMap((it) => securityFrom([it]) ?? []),
    { code: 'X' },
  ];
  for (const coding of codings) {
    const patient = child({ postalCode: 'H4G 1A1' });
    expect(districtOf([{ ...patient, meta: { security: [coding] } }])).toBeUndefined();
  }
});

test.each(['whereabouts', 'violence', 'domestic-or-sexual-violence'] as const)(
  'a child of whom one request says %s is not said',
  (label) => {
    const patient = child({ postalCode: 'H4G 1A1' });
    expect(districtOf([request('restricted'), patient])).toBe('H4G');
    expect(districtOf([patient, request('restricted'), request(label)])).toBeUndefined();
  },
);
