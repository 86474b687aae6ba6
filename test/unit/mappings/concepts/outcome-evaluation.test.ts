import { expect, test } from '@jest/globals';
import { outcomeEvaluationMapping } from '../../../../mappings/concepts/outcome-evaluation.ts';
import { socialPrescriptionMapping } from '../../../../mappings/concepts/social-prescription.ts';
import type { OutcomeEvaluation } from '../../../../mappings/domain/concepts.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { anEvaluation, aPrescription, CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const resources = (evaluation: Partial<OutcomeEvaluation> = {}) =>
  resourcesOf(outcomeEvaluationMapping.toBundle(anEvaluation(evaluation), CONTEXT));
const observationsIn = (list: readonly fhir4.FhirResource[]) =>
  list.flatMap((resource) => (resource.resourceType === 'Observation' ? [resource] : []));
const valuesOf = (observations: readonly fhir4.Observation[]) =>
  observations.map(({ identifier }) => identifier?.[0]?.value);
/** The evaluation itself, then its ratings. */
const split = (evaluation: Partial<OutcomeEvaluation> = {}) => {
  const [panel, ...ratings] = observationsIn(resources(evaluation));
  return { panel, ratings };
};
const reasonsOf = (list: readonly fhir4.FhirResource[]) => {
  const read = outcomeEvaluationMapping.fromResources(list);
  return read.ok ? [] : read.issues.map(({ expression }) => expression);
};
/** The same, the evaluation itself changed by somebody else. */
const withPanel = (change: Partial<fhir4.Observation>) => {
  const [panel, ...others] = resources();
  return [{ ...panel, ...change } as fhir4.Observation, ...others];
};

const own = [{ factor: 'belonging', rating: 2, by: { kind: 'child' } }] as const;

test('a rating of the child before, given with the prescription, is the same Observation', () => {
  const prescribed = observationsIn(
    resourcesOf(socialPrescriptionMapping.toBundle(aPrescription({ ratingsBefore: own }), CONTEXT)),
  );
  const { ratings } = split({ request: 'ref-3', moment: 'before', about: 'child', ratings: own });
  expect(valuesOf(ratings)).toEqual(valuesOf(prescribed));
  const [said] = prescribed;
  const { reference: _urn, ...asked } = said?.basedOn?.[0] ?? {};
  expect(ratings).toEqual([{ ...said, basedOn: [asked] }]);
});

test.each([
  ['after', { moment: 'after' }],
  ['of the family', { about: 'family' }],
  ['of another request', { request: 'ref-9' }],
] as const)('a rating %s is another one', (_what, change) => {
  const before = split({ request: 'ref-3', moment: 'before', about: 'child', ratings: own });
  const other = split({ request: 'ref-3', moment: 'before', about: 'child', ratings: own, ...change });
  expect(valuesOf(other.ratings)).not.toEqual(valuesOf(before.ratings));
});

test('two evaluations after the same request each keep their ratings', () => {
  const spring = split({ id: 'eval-1', moment: 'after', ratings: own });
  const autumn = split({ id: 'eval-2', moment: 'after', ratings: own });
  expect(valuesOf(spring.ratings)).not.toEqual(valuesOf(autumn.ratings));
});

test('before and after share their codes, for the whole and for each factor', () => {
  const codesOf = (moment: 'before' | 'after') =>
    observationsIn(resources({ moment })).map(({ code }) => code.coding?.[0]);
  expect(codesOf('before')).toEqual(codesOf('after'));
});

test('the whole and each rating are based on the request, which is not in the Bundle', () => {
  for (const { basedOn } of observationsIn(resources()))
    expect(basedOn).toEqual([
      { type: 'ServiceRequest', identifier: { system: IDENTIFIERS.request('verdun'), value: 'ref-1' } },
    ]);
});

test.each(['family', 'community'] as const)('the %s is a Group without name, number or member', (about) => {
  const [panel] = observationsIn(resources({ about }));
  const group = resources({ about }).find(({ resourceType }) => resourceType === 'Group');
  expect(group).toMatchObject({
    identifier: [{ system: IDENTIFIERS.group('verdun'), value: `enf-1:${about}` }],
    type: 'person',
    actual: true,
    code: { coding: [{ system: CODE_SYSTEMS.outcomeSubject, code: about }] },
  });
  for (const element of ['name', 'quantity', 'member', 'characteristic']) expect(group).not.toHaveProperty(element);
  expect(panel?.subject).toMatchObject({ type: 'Group', identifier: { value: `enf-1:${about}` } });
});

test('an evaluation of the child needs no Group', () => {
  expect(resources({ about: 'child' }).map(({ resourceType }) => resourceType)).not.toContain('Group');
});

test('an evaluation entered in error takes its ratings with it', () => {
  expect(observationsIn(resources({ status: 'entered-in-error' })).map(({ status }) => status)).toEqual([
    'entered-in-error',
    'entered-in-error',
  ]);
});

test('each rating says who rated; the evaluation says nobody', () => {
  const { panel, ratings } = split({ ratings: [{ factor: 'equity', rating: 3, by: { kind: 'member', id: 'maman' } }] });
  expect(ratings[0]?.performer).toEqual([expect.objectContaining({ type: 'RelatedPerson' })]);
  expect(panel).not.toHaveProperty('performer');
});

test.each([
  [
    'Observation.subject',
    { subject: { type: 'Group', identifier: { system: IDENTIFIERS.group('verdun'), value: ':family' } } },
  ],
  [
    'Observation.subject',
    { subject: { type: 'Group', identifier: { system: IDENTIFIERS.group('verdun'), value: 'enf-1:club' } } },
  ],
  [
    'Observation.subject',
    { subject: { type: 'Group', identifier: { system: IDENTIFIERS.group('vanier'), value: 'enf-1:family' } } },
  ],
  ['Observation.basedOn', { basedOn: [] }],
  ['Observation.category', { category: [] }],
  ['Observation.status', { status: 'preliminary' }],
] as const)('without %s that we understand nothing is read: %j', (expression, change) => {
  expect(reasonsOf(withPanel(change as unknown as Partial<fhir4.Observation>))).toContain(expression);
});

test('a rating that is named and not there is told', () => {
  expect(
    reasonsOf(resources().filter(({ resourceType }, index) => index === 0 || resourceType !== 'Observation')),
  ).toEqual(['Observation.hasMember']);
});
