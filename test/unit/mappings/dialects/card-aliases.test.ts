import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWellFormedCard, normalised } from '../../../../mappings/dialects/card-aliases.ts';
import { EXTENSIONS, FOREIGN } from '../../../../mappings/domain/systems.ts';
import { NAMING_SYSTEMS_OF_OTHERS } from '../../../../profiles/naming-systems.ts';
import { healthCards } from '../../../generators/health-cards.ts';

const names = (preferred: string): fc.Arbitrary<string> => {
  const aliases = NAMING_SYSTEMS_OF_OTHERS.find((it) => it.preferred === preferred)?.aliases ?? [];
  return fc.constantFrom(
    preferred,
    ...aliases.flatMap(({ type, value }) => (type === 'oid' ? [value, `urn:oid:${value}`] : [value, `${value}/`])),
  );
};

const written = (number: string): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('', '', ' ', '-'), { minLength: number.length, maxLength: number.length })
    .map((between) => [...number].map((char, nth) => (nth === 0 ? char : `${between[nth]}${char}`)).join(''))
    .chain((spaced) => fc.constantFrom(spaced, spaced.toLowerCase()));

const card = { coding: [{ system: FOREIGN.identifierType, code: 'JHN' }] };

test('a card is one card whatever its sender calls its system and wherever spaces stand in its number', () => {
  fc.assert(
    fc.property(
      healthCards.chain((held) => {
        const system = held.kind === 'nam' ? FOREIGN.nam : FOREIGN.ohip;
        const version = held.kind === 'ohip' ? (held.versionCode ?? '') : '';
        return fc.tuple(fc.constant(held), names(system), written(`${held.number}${version}`));
      }),
      ([held, system, value]) => {
        const version = held.kind === 'ohip' ? held.versionCode : undefined;
        const found = normalised({ system, value });
        expect(found).toEqual({
          type: card,
          system: held.kind === 'nam' ? FOREIGN.nam : FOREIGN.ohip,
          value: held.number,
          ...(version !== undefined &&
            version !== 'ON' && { extension: [{ url: EXTENSIONS.healthCardVersion, valueString: version }] }),
        });
        expect(isWellFormedCard(found)).toBe(true);
        expect(normalised(found)).toEqual(found);
      },
    ),
  );
});

test.each([
  'http://ehealthontario.ca/fhir/StructureDefinition/ext-id-health-card-version-code',
  'http://hl7.org/fhir/ca/baseline/StructureDefinition/ext-identifierversion',
])('a version code that stands apart under %s comes to stand in ours', (url) => {
  const extension = [{ url, valueString: 'jr' }];
  expect(normalised({ system: FOREIGN.ohip, value: '4326 578 905', extension })).toEqual({
    type: card,
    system: FOREIGN.ohip,
    value: '4326578905',
    extension: [{ url: EXTENSIONS.healthCardVersion, valueString: 'JR' }],
  });
});

test('the province behind an Ontario number is no version code', () => {
  expect(normalised({ system: FOREIGN.ohip, value: '4326578905 ON' })).not.toHaveProperty('extension');
});

test('a number that does not hold is not repaired, and is no card', () => {
  const found = normalised({ system: 'urn:oid:2.16.124.10.101.1.60.100', value: 'TREM 1234' });
  expect(found).toMatchObject({ system: FOREIGN.nam, value: 'TREM 1234' });
  expect(isWellFormedCard(found)).toBe(false);
  expect(isWellFormedCard({ system: FOREIGN.nam, value: '' })).toBe(false);
  expect(isWellFormedCard({ system: FOREIGN.nam })).toBe(false);
});

test('what is no card comes back as it is', () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.string(), (system, value) => {
      expect(normalised({ system, value })).toEqual({ system, value });
      expect(isWellFormedCard({ system, value })).toBe(false);
    }),
  );
});
