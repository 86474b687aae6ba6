import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { R4_PACKAGE } from '../../../../profiles/build/places.ts';
import { isUcumUnit } from '../../../../profiles/checker-runtime/ucum.ts';

const common: fhir4.ValueSet = JSON.parse(readFileSync(join(R4_PACKAGE, 'ValueSet-ucum-common.json'), 'utf8'));

test('every unit that R4 lists as common is one', () => {
  const codes = (common.compose?.include ?? []).flatMap(({ concept = [] }) => concept.map(({ code }) => code));
  expect(codes.length).toBeGreaterThan(1_000);
  expect(codes.filter((code) => !isUcumUnit(code))).toEqual([]);
});

test.each([
  'mg/dL',
  '10*3/uL',
  'mm[Hg]',
  '{score}',
  '/min',
  'mg{dry}/(24.h)',
  'B[10.nV]',
  'm2',
  's-1',
  '1',
  '%',
  'k[IU]',
])('%s is a unit', (code) => expect(isUcumUnit(code)).toBe(true));

test.each([
  '',
  'pomme',
  'mmHg',
  'day',
  'mg/',
  '//',
  '()',
  '(mg',
  'mg)',
  'kg m',
  '2mg',
  '{x}mg',
  'k%',
  'é',
  'mg..l',
  '['.repeat(300),
])('“%s” is none', (code) => expect(isUcumUnit(code)).toBe(false));
