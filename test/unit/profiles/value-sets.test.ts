import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CODE_SYSTEMS, FOREIGN } from '../../../mappings/domain/systems.ts';
import { COMPILED_FOLDER } from '../../../profiles/build/places.ts';
import { KINSHIPS, LEGAL_ROLES } from '../../../profiles/codes.ts';
import { loadSchemas } from '../../../profiles/load-schemas.ts';

/** The codes that a ValueSet of ours lists one by one, each as `system|code`. */
function codesOf(id: string): readonly string[] {
  const valueSet = JSON.parse(readFileSync(`${COMPILED_FOLDER}ValueSet-${id}.json`, 'utf8')) as fhir4.ValueSet;
  const included = valueSet.compose?.include ?? [];
  return included.flatMap(({ system, concept = [] }) => concept.map(({ code }) => `${system}|${code}`)).sort();
}

const codes = (system: string, table: object): readonly string[] =>
  Object.keys(table).map((code) => `${system}|${code}`);

test('the ties that the profile of a circle member names are those of the code tables', () => {
  expect(codesOf('circle-relationship')).toEqual(
    [...codes(FOREIGN.roleCode, KINSHIPS), ...codes(CODE_SYSTEMS.circleRole, LEGAL_ROLES)].sort(),
  );
});

test.each([
  ['contact-status', 'contact', {}],
  ['appointment-standing', 'appointment', { 'no-show': 'noshow' }],
  ['request-note-status', 'request-note', {}],
  ['letter-status', 'letter', {}],
] as const)(
  'the statuses that %s names are those that a sender may give, in FHIR’s spelling',
  (id, concept, spelling) => {
    const { [concept]: schema } = loadSchemas();
    const { status } = (schema as { properties: { status: { enum: string[] } } }).properties;
    const inFhir: Readonly<Record<string, string>> = spelling;
    expect(codesOf(id).map((code) => code.split('|')[1])).toEqual(
      status.enum.map((word) => inFhir[word] ?? word).sort(),
    );
  },
);
