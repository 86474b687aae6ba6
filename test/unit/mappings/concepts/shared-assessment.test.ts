import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actionPlanMapping } from '../../../../mappings/concepts/action-plan.ts';
import { identifiersOf } from '../../../../mappings/concepts/found-resources.ts';
import { keyOf } from '../../../../mappings/concepts/identity.ts';
import { sharedAssessmentMapping } from '../../../../mappings/concepts/shared-assessment.ts';
import type { SharedAssessment, ToxicStress } from '../../../../mappings/domain/concepts.ts';
import { FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { TOXIC_STRESSES } from '../../../../profiles/codes/assessment.ts';
import { sharedAssessments } from '../../../generators/shared-assessments.ts';
import { OPEN_WORLD } from '../../../generators/world.ts';
import { aPlan, aReading, CONTEXT } from './fixtures.ts';
import { asServed, resourcesOf } from './stored.ts';

const stored = (reading: Partial<SharedAssessment>) =>
  resourcesOf(sharedAssessmentMapping.toBundle(aReading(reading), CONTEXT));
const read = sharedAssessmentMapping.fromResources;
const oneOf = <T extends fhir4.FhirResource['resourceType']>(resources: readonly fhir4.FhirResource[], type: T) =>
  resources.filter(
    (resource): resource is Extract<fhir4.FhirResource, { resourceType: T }> => resource.resourceType === type,
  );

/** What a server holds after these writes: the last one of each resource. */
function held(...writes: readonly (readonly fhir4.FhirResource[])[]): fhir4.FhirResource[] {
  const byKey = new Map(
    writes
      .flat()
      .flatMap((resource) =>
        identifiersOf(resource).map((it) => [keyOf({ type: resource.resourceType, ...it }), resource] as const),
      ),
  );
  return [...byKey.values()];
}

test('a later reading erases nothing of an earlier one, though both speak of the same stresses', () => {
  const world = { ...OPEN_WORLD, centre: fc.constant('verdun'), childId: fc.constant('enf-1') };
  const pairs = fc
    .tuple(sharedAssessments(world), sharedAssessments(world), fc.nat())
    .filter(([first, second]) => first.id !== second.id && first.previous !== second.id);
  fc.assert(
    fc.property(pairs, ([first, second, seed]) => {
      const named = (first.stresses ?? []).flatMap(({ id }): ToxicStress[] =>
        id === undefined ? [] : [{ id, words: 'Dit autrement', class: 'other', known: true, trend: 'resolved' }],
      );
      const { stresses: _other, ...rest } = second;
      const later = { ...rest, previous: first.id, ...(named.length > 0 && { stresses: named }) };
      const all = held(
        resourcesOf(sharedAssessmentMapping.toBundle(first, CONTEXT)),
        resourcesOf(sharedAssessmentMapping.toBundle(later, CONTEXT)),
      );
      const before = all.filter(
        (resource) =>
          resource.resourceType !== 'ClinicalImpression' ||
          resource.identifier?.some(({ value }) => value === first.id),
      );
      expect(read(asServed(before, seed))).toEqual({ ok: true, value: first });
      expect(read(asServed(all, seed))).toEqual({ ok: true, value: later });
    }),
    { numRuns: 100 },
  );
});

test('a stress keeps one Condition over the readings, and has one dated Observation for each', () => {
  const stress = { id: 'logement', words: 'Il pleut dans la chambre' };
  const all = held(
    stored({ id: 'lecture-1', happenedAt: '2025-09', stresses: [stress] }),
    stored({ id: 'lecture-2', happenedAt: '2026-03', stresses: [{ ...stress, known: true, trend: 'reduced' }] }),
  );
  expect(oneOf(all, 'Condition').map(({ identifier }) => identifier)).toEqual([
    [{ system: IDENTIFIERS.toxicStress('verdun'), value: 'enf-1:logement' }],
  ]);
  expect(
    oneOf(all, 'Observation').map(({ effectiveDateTime, focus, valueCodeableConcept }) => [
      effectiveDateTime,
      focus?.[0]?.identifier?.value,
      valueCodeableConcept?.coding?.[0]?.code,
    ]),
  ).toEqual([
    ['2025-09', 'enf-1:logement', undefined],
    ['2026-03', 'enf-1:logement', 'reduced'],
  ]);
});

test.each([
  [undefined, 'active'],
  ['increased', 'active'],
  ['stable', 'active'],
  ['reduced', 'active'],
  ['resolved', 'resolved'],
  ['returned', 'recurrence'],
] as const)('a stress whose trend is %s is %s in the record', (trend, status) => {
  const [condition] = oneOf(stored({ stresses: [{ words: 'Le bruit', ...(trend && { trend }) }] }), 'Condition');
  expect(condition?.clinicalStatus).toEqual({ coding: [{ system: FOREIGN.conditionClinical, code: status }] });
});

test('strengths stand before stresses, a new stress is a finding and a known one a problem', () => {
  const [impression] = oneOf(
    stored({
      stresses: [
        { id: 'nouveau', words: 'Les nuits courtes' },
        { id: 'connu', words: 'Le loyer', known: true },
      ],
      strengths: [{ id: 'chant', words: 'Elle chante' }],
    }),
    'ClinicalImpression',
  );
  expect(impression?.finding?.map(({ itemReference }) => itemReference?.identifier?.value)).toEqual([
    'lecture-1:chant',
    'enf-1:nouveau',
  ]);
  expect(impression?.problem?.map(({ identifier }) => identifier?.value)).toEqual(['enf-1:connu']);
});

test('the same strength said in a plan and in a reading of the same number is two sayings', () => {
  const strengths = [{ id: 'chant', words: 'Elle chante' }, { words: 'Sa grand-mère' }];
  const inPlan = resourcesOf(actionPlanMapping.toBundle(aPlan({ id: 'n-1', strengths }), CONTEXT));
  const inReading = stored({ id: 'n-1', strengths });
  expect(oneOf(held(inPlan, inReading), 'Observation')).toHaveLength(4);
});

test('a reading is read though the one that it follows lies beside it', () => {
  const reading = { previous: 'lecture-0', summary: 'Après' };
  expect(read([...stored({ id: 'lecture-0', summary: 'Avant' }), ...stored(reading)])).toEqual({
    ok: true,
    value: aReading(reading),
  });
});

test('two readings of which neither follows the other are not one reading', () => {
  expect(read([...stored({}), ...stored({ id: 'lecture-2' })])).toMatchObject({
    ok: false,
    issues: [{ code: 'conflict', expression: 'ClinicalImpression' }],
  });
});

test('a reading made in error takes back what it said, and not what was known before it', () => {
  const resources = stored({
    status: 'entered-in-error',
    strengths: [{ words: 'Elle chante' }],
    domains: [{ domain: 'school', words: 'Première année', observations: [{ words: 'Elle lit' }] }],
    stresses: [
      { id: 'nouveau', words: 'Les nuits courtes' },
      { id: 'connu', words: 'Le loyer', known: true },
    ],
  });
  expect(new Set(oneOf(resources, 'Observation').map(({ status }) => status))).toEqual(new Set(['entered-in-error']));
  expect(
    oneOf(resources, 'Condition').map(({ clinicalStatus, verificationStatus }) => [
      clinicalStatus?.coding?.[0]?.code,
      verificationStatus?.coding?.[0]?.code,
    ]),
  ).toEqual([
    [undefined, 'entered-in-error'],
    ['active', undefined],
  ]);
});

test('SNOMED CT stands beside our class where its code was verified, and nowhere else', () => {
  const verified = new Set(
    '105526001 105532006 160754004 422650009 425022003 160932005 706875005 161155000 422693009'.split(' '),
  );
  const kinds = Object.keys(TOXIC_STRESSES) as (keyof typeof TOXIC_STRESSES)[];
  const [...conditions] = oneOf(stored({ stresses: kinds.map((kind) => ({ words: kind, class: kind })) }), 'Condition');
  const snomed = conditions.flatMap(
    ({ code }) => code?.coding?.flatMap(({ system, code: it }) => (system === FOREIGN.snomed ? [it ?? ''] : [])) ?? [],
  );
  expect(new Set(snomed)).toEqual(verified);
});

test('a reading whose assessor is no professional of the centre is told so', () => {
  const resources = stored({}).map(
    (resource): fhir4.FhirResource =>
      resource.resourceType === 'ClinicalImpression' ? { ...resource, assessor: { display: 'La voisine' } } : resource,
  );
  expect(read(resources)).toMatchObject({
    ok: false,
    issues: [{ code: 'value', expression: 'ClinicalImpression.assessor' }],
  });
});

test('what a reading refers to and is not among the resources is told, each by its element', () => {
  const [root] = stored({
    strengths: [{ words: 'Elle chante' }],
    domains: [{ domain: 'development', observations: [{ words: 'Elle court', area: 'gross-motor' }] }],
    stresses: [{ words: 'Le bruit' }],
  });
  expect(root && read([root])).toMatchObject({
    ok: false,
    issues: [
      { code: 'not-found', expression: 'ClinicalImpression.finding.itemReference' },
      { code: 'not-found', expression: 'ClinicalImpression.investigation.item' },
      { code: 'not-found', expression: 'ClinicalImpression.supportingInfo' },
    ],
  });
});

test('a plan names the reading on which it stands, beside its strengths', () => {
  const plan = aPlan({ assessment: 'lecture-1', strengths: [{ id: 'chant', words: 'Elle chante' }] });
  const resources = resourcesOf(actionPlanMapping.toBundle(plan, CONTEXT));
  expect(oneOf(resources, 'CarePlan')[0]?.supportingInfo).toMatchObject([
    { type: 'ClinicalImpression', identifier: { system: IDENTIFIERS.sharedAssessment('verdun'), value: 'lecture-1' } },
    { type: 'Observation' },
  ]);
  expect(actionPlanMapping.fromResources([...stored({}), ...resources])).toEqual({ ok: true, value: plan });
});
