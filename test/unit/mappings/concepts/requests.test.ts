import { expect, test } from '@jest/globals';
import { actionPlanMapping } from '../../../../mappings/concepts/action-plan.ts';
import { legalReferralMapping } from '../../../../mappings/concepts/legal-referral.ts';
import { ratingObservation } from '../../../../mappings/concepts/rating.ts';
import { serviceReferralMapping } from '../../../../mappings/concepts/service-referral.ts';
import { socialPrescriptionMapping } from '../../../../mappings/concepts/social-prescription.ts';
import { PROFILES } from '../../../../mappings/domain/systems.ts';
import { aLegalReferral, aPlan, aPrescription, aServiceReferral, CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const rootOf = (bundle: fhir4.Bundle<fhir4.FhirResource>) => {
  const [root] = resourcesOf(bundle);
  if (root?.resourceType !== 'ServiceRequest') throw new Error('the root is not a ServiceRequest');
  return root;
};

test.each([
  ['food-aid', 'food-insecurity'],
  ['mentoring', 'social-connection'],
  ['sport', 'protective-factor'],
] as const)('a prescription of %s stands in Gravity’s domain of %s', (kind, domain) => {
  const { category, code } = rootOf(
    socialPrescriptionMapping.toBundle(aPrescription({ kind, what: 'Le jeudi' }), CONTEXT),
  );
  expect(category?.map(({ coding }) => coding?.[0]?.code)).toEqual(['social-prescription', domain]);
  expect(code).toMatchObject({ coding: [{ code: kind, display: expect.any(String) }], text: 'Le jeudi' });
});

test('a service of the network is said in our code and in SNOMED CT’s', () => {
  const { category, code } = rootOf(
    serviceReferralMapping.toBundle(aServiceReferral({ service: 'speech-therapy' }), CONTEXT),
  );
  expect(category?.map(({ coding }) => coding?.[0]?.code)).toEqual(['service-referral', 'clsc']);
  expect(code?.coding?.map(({ code: it }) => it)).toEqual(['speech-therapy', '306174003']);
});

test('a code of another’s code system carries no French display, which its owner would call wrong', () => {
  const displayed = (node: unknown): readonly unknown[] =>
    typeof node !== 'object' || node === null
      ? []
      : [...('system' in node && 'display' in node ? [node.system] : []), ...Object.values(node).flatMap(displayed)];
  const bundles = [
    serviceReferralMapping.toBundle(aServiceReferral({ service: 'housing' }), CONTEXT),
    legalReferralMapping.toBundle(aLegalReferral({ rights: [{ article: 27 }] }), CONTEXT),
    socialPrescriptionMapping.toBundle(aPrescription(), CONTEXT),
  ];
  const systems = bundles.flatMap(displayed);
  expect(systems.length).toBeGreaterThan(0);
  for (const system of systems) expect(system).toMatch(/^https:\/\/fhir\.passerelle\.example\//);
});

test('the date that binds is the occurrence of a legal referral', () => {
  const { occurrenceDateTime } = rootOf(
    legalReferralMapping.toBundle(aLegalReferral({ bindingDate: '2026-05-04T09:00:00-04:00' }), CONTEXT),
  );
  expect(occurrenceDateTime).toBe('2026-05-04T09:00:00-04:00');
});

test('a request of another kind under the same number is not read as this kind', () => {
  const resources = resourcesOf(legalReferralMapping.toBundle(aLegalReferral(), CONTEXT));
  expect(serviceReferralMapping.fromResources(resources)).toMatchObject({
    ok: false,
    issues: [{ code: 'not-found', expression: 'ServiceRequest.category' }],
  });
});

test('ratings after, other plans and other Tasks beside a prescription change nothing of what it said', () => {
  const prescription = aPrescription({ plan: 'plan-1', ratingsBefore: [{ factor: 'belonging', rating: 2 }] });
  const resources = resourcesOf(socialPrescriptionMapping.toBundle(prescription, CONTEXT));
  const after = ratingObservation(
    { factor: 'belonging', rating: 4, by: { kind: 'child' } },
    { type: 'Observation', system: 'https://example.org/other', value: '1' },
    { centre: 'verdun', childId: 'enf-1', moment: 'after', request: { reference: 'ServiceRequest/1' } },
  );
  const plan = resourcesOf(actionPlanMapping.toBundle(aPlan(), CONTEXT));
  expect(socialPrescriptionMapping.fromResources([after, ...plan, ...resources])).toEqual({
    ok: true,
    value: prescription,
  });
});

test('an Observation that supports a prescription and rates nothing is not read as a rating', () => {
  const plan = resourcesOf(
    actionPlanMapping.toBundle(aPlan({ strengths: [{ words: 'Elle chante', factor: 'belonging' }] }), CONTEXT),
  );
  const strength = plan.find(({ resourceType }) => resourceType === 'Observation');
  const prescription = aPrescription({ ratingsBefore: [{ factor: 'belonging', rating: 2 }] });
  const [root, ...others] = resourcesOf(socialPrescriptionMapping.toBundle(prescription, CONTEXT));
  if (root?.resourceType !== 'ServiceRequest' || strength?.resourceType !== 'Observation')
    throw new Error('not stored');
  const [identifier] = strength.identifier ?? [];
  const supported = { ...root, supportingInfo: [{ identifier: identifier ?? {} }, ...(root.supportingInfo ?? [])] };
  expect(socialPrescriptionMapping.fromResources([supported, strength, ...others])).toEqual({
    ok: true,
    value: prescription,
  });
});

test('another child is not the child', () => {
  const root = rootOf(serviceReferralMapping.toBundle(aServiceReferral({ requester: { kind: 'child' } }), CONTEXT));
  const requester = { ...root.requester, identifier: { ...root.requester?.identifier, value: 'enf-2' } };
  expect(serviceReferralMapping.fromResources([{ ...root, requester }])).toMatchObject({
    ok: false,
    issues: [{ code: 'value', expression: 'ServiceRequest.requester' }],
  });
});

test('ratings of one factor by several people are all kept, in their order', () => {
  const prescription = aPrescription({
    ratingsBefore: [
      { factor: 'belonging', rating: 1, by: { kind: 'child' } },
      { factor: 'belonging', rating: 5, by: { kind: 'member', id: 'mamie' } },
      { factor: 'belonging', rating: 1, by: { kind: 'child' } },
    ],
  });
  const resources = resourcesOf(socialPrescriptionMapping.toBundle(prescription, CONTEXT));
  expect(resources.filter(({ resourceType }) => resourceType === 'Observation')).toHaveLength(3);
  expect(socialPrescriptionMapping.fromResources(resources)).toEqual({ ok: true, value: prescription });
});

test('a recipient whom the registry does not name is still an Organization that can be found', () => {
  const { recipient, ...context } = CONTEXT;
  const partner = resourcesOf(serviceReferralMapping.toBundle(aServiceReferral(), context)).find(
    (resource) => resource.resourceType === 'Organization' && resource.identifier?.[0]?.value === recipient?.id,
  );
  expect(partner).toEqual({
    resourceType: 'Organization',
    meta: { profile: [PROFILES.organization] },
    identifier: [expect.objectContaining({ value: 'clsc-verdun' })],
  });
});

test('whoever asks is the agent of the trace, and the centre where nobody is named', () => {
  const agentOf = (bundle: fhir4.Bundle<fhir4.FhirResource>) =>
    resourcesOf(bundle).flatMap((resource) =>
      resource.resourceType === 'Provenance' ? [resource.agent[0]?.who] : [],
    )[0];
  const requester = { kind: 'professional', id: 'ts-7', name: 'Ève' } as const;
  expect(agentOf(serviceReferralMapping.toBundle(aServiceReferral({ requester }), CONTEXT))).toMatchObject({
    type: 'PractitionerRole',
    identifier: { value: 'ts-7' },
    display: 'Ève',
  });
  expect(agentOf(serviceReferralMapping.toBundle(aServiceReferral(), CONTEXT))).toMatchObject({
    identifier: { value: 'verdun' },
  });
});

test('the trace has the two times: when it happened, and when we knew', () => {
  const trace = resourcesOf(serviceReferralMapping.toBundle(aServiceReferral(), CONTEXT)).find(
    ({ resourceType }) => resourceType === 'Provenance',
  );
  expect(trace).toMatchObject({
    id: CONTEXT.exchangeId,
    occurredDateTime: '2026-03-12T09:30:00-04:00',
    recorded: CONTEXT.recordedAt,
  });
});

test('a request that somebody else’s system changed beyond our words is refused with every reason', () => {
  const root = rootOf(socialPrescriptionMapping.toBundle(aPrescription(), CONTEXT));
  const changed: fhir4.ServiceRequest = {
    ...root,
    priority: 'asap',
    requester: { reference: 'Device/1', type: 'Device', identifier: { system: 'urn:x', value: '1' } },
    code: { coding: [{ system: root.code?.coding?.[0]?.system ?? '', code: 'skydiving' }] },
  };
  expect(socialPrescriptionMapping.fromResources([changed])).toMatchObject({
    ok: false,
    issues: expect.arrayContaining([
      expect.objectContaining({ code: 'value', expression: 'ServiceRequest.priority' }),
      expect.objectContaining({ code: 'value', expression: 'ServiceRequest.requester' }),
      expect.objectContaining({ code: 'value', expression: 'ServiceRequest.code' }),
    ]),
  });
});
