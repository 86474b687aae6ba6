import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { circleTexts } from '../../../../../board/pages/child/circle/circle-texts.ts';
import { MOMENT_KINDS } from '../../../../../board/pages/child/life-line/moment-kinds.ts';
import { planTexts } from '../../../../../board/pages/child/plan/plan-texts.ts';
import { CENTRE_SERVICES, KINSHIPS } from '../../../../../profiles/codes.ts';
import { FORMATS } from '../../../../../profiles/formats.ts';
import { loadSchemas } from '../../../../../profiles/load-schemas.ts';
import { aLedgerAnswer, aRegisterAnswer, aTimelineAnswer } from '../../../../builders/board-answers.ts';

const schemas = loadSchemas();
const ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });
ajv.addSchema(schemas.datatypes ?? {});
ajv.addSchema(schemas.lists ?? {});

test.each([
  ['ChildLedger', aLedgerAnswer],
  ['Timeline', aTimelineAnswer],
  ['Register', aRegisterAnswer],
] as const)('what the board takes for a %s is what the API says that it gives', (name, answer) => {
  const validate = ajv.compile({ $ref: `https://fhir.passerelle.example/schemas/lists.schema.json#/$defs/${name}` });
  expect([validate(answer), validate.errors ?? []]).toEqual([true, []]);
});

test('every kind of moment that a course can have is one that the API names', () => {
  const validate = ajv.compile({ $ref: 'https://fhir.passerelle.example/schemas/lists.schema.json#/$defs/Timeline' });
  for (const kind of MOMENT_KINDS)
    expect([kind, validate({ ...aTimelineAnswer, entries: [{ ...aTimelineAnswer.entries[0], kind }] })]).toEqual([
      kind,
      true,
    ]);
});

test('kinships are said as the code tables say them, in both languages', () => {
  for (const language of ['fr', 'en'] as const)
    expect(circleTexts[language].kinships).toEqual(
      Object.fromEntries(Object.entries(KINSHIPS).map(([code, words]) => [code, words[language]])),
    );
});

test('every service of a centre that a plan can name has a name for families', () => {
  expect(Object.keys(planTexts.fr.services)).toEqual(Object.keys(CENTRE_SERVICES));
});
