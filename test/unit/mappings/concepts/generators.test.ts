import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { actionPlans } from '../../../generators/action-plans.ts';
import { answers, dispatches } from '../../../generators/answers.ts';
import { careCircles } from '../../../generators/care-circles.ts';
import { childFiles } from '../../../generators/child-files.ts';
import { legalReferrals, serviceReferrals, socialPrescriptions } from '../../../generators/requests.ts';

const SCHEMAS = new URL('../../../../profiles/schemas/', import.meta.url);
const FORMATS = ['text', 'business-identifier', 'fhir-date', 'fhir-dateTime', 'language-tag', 'nam', 'ohip'];

async function schema(name: string) {
  return JSON.parse(await readFile(new URL(`${name}.schema.json`, SCHEMAS), 'utf8'));
}

async function validator(name: string) {
  // What the formats mean is the gateway's to test; here the shapes must fit.
  const formats = Object.fromEntries(FORMATS.map((format) => [format, true as const]));
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats });
  ajv.addSchema(await schema('datatypes'));
  return ajv.compile(await schema(name));
}

test.each([
  ['care-circle', careCircles()],
  ['action-plan', actionPlans()],
  ['social-prescription', socialPrescriptions()],
  ['legal-referral', legalReferrals()],
  ['service-referral', serviceReferrals()],
  ['answer', answers()],
  ['dispatch', dispatches()],
])('every generated %s satisfies its schema', async (name, concepts: fc.Arbitrary<unknown>) => {
  const isValid = await validator(name);
  fc.assert(
    fc.property(concepts, (concept) => {
      isValid(concept);
      expect(isValid.errors ?? []).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('every generated child file satisfies the schemas and names only what it has', async () => {
  const isCircle = await validator('care-circle');
  const isPlan = await validator('action-plan');
  const isPrescription = await validator('social-prescription');
  fc.assert(
    fc.property(childFiles(), ({ circle, plan, prescription }) => {
      expect([isCircle(circle), isPlan(plan), isPrescription(prescription)]).toEqual([true, true, true]);
      const members = new Set((circle.members ?? []).map(({ id }) => id));
      const goals = new Set((plan.goals ?? []).map(({ id }) => id));
      for (const who of plan.contributors ?? []) if (who.kind === 'member') expect(members).toContain(who.id);
      for (const goal of prescription.goals ?? []) expect(goals).toContain(goal);
      expect([undefined, circle.id]).toContain(plan.circle);
      expect([undefined, plan.id]).toContain(prescription.plan);
    }),
    { numRuns: 100 },
  );
});
