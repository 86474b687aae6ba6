import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CODE_SYSTEMS, FOREIGN } from '../../../mappings/domain/systems.ts';
import { COMPILED_FOLDER } from '../../../profiles/build/places.ts';
import { KINSHIPS, LEGAL_ROLES } from '../../../profiles/codes.ts';

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
