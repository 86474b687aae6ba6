import { describe, expect, test } from '@jest/globals';
import { careCircleMapping } from '../../../../mappings/concepts/care-circle.ts';
import { letterMapping } from '../../../../mappings/concepts/letter.ts';
import { serviceReferralMapping } from '../../../../mappings/concepts/service-referral.ts';
import { socialPrescriptionMapping } from '../../../../mappings/concepts/social-prescription.ts';
import { FOREIGN } from '../../../../mappings/domain/systems.ts';
import { LABELS } from '../../../../profiles/codes/labels.ts';
import { codesOf } from '../../../generators/codes.ts';
import { aCircle, aPrescription, aServiceReferral, CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const aLetter = {
  id: 'lettre-1',
  version: 1,
  centre: 'verdun',
  happenedAt: '2026-03-01',
  child: { id: 'enf-1' },
  request: 'ref-1',
  contentType: 'text/plain',
  content: 'Qm9uam91cg==',
} as const;

// Written from fhir.md §6, and not from the table.
test.each([
  ['restricted', FOREIGN.confidentiality, 'R'],
  ['very-restricted', FOREIGN.confidentiality, 'V'],
  ['asked-alone', FOREIGN.actCode, 'ADOL'],
  ['family-asked', FOREIGN.actCode, 'PRS'],
  ['violence', FOREIGN.actCode, 'VIO'],
  ['domestic-or-sexual-violence', FOREIGN.actCode, 'SDV'],
  ['whereabouts', FOREIGN.actCode, 'LOCIS'],
  ['mental-health', FOREIGN.actCode, 'MH'],
] as const)('«%s» is %s#%s', (label, system, code) => {
  const [request] = resourcesOf(serviceReferralMapping.toBundle(aServiceReferral({ labels: [label] }), CONTEXT));
  expect(request?.meta?.security).toEqual([{ system, code }]);
});

test('a request’s Task bears the labels that the request bears; without any, neither does', () => {
  const labelled = (labels?: ['violence', 'mental-health']) =>
    resourcesOf(
      serviceReferralMapping.toBundle(aServiceReferral({ recipient: 'clsc', ...(labels && { labels }) }), CONTEXT),
    )
      .filter(({ resourceType }) => resourceType === 'ServiceRequest' || resourceType === 'Task')
      .map(({ meta }) => meta?.security?.map(({ code }) => code));
  expect(labelled(['violence', 'mental-health'])).toEqual([
    ['VIO', 'MH'],
    ['VIO', 'MH'],
  ]);
  expect(labelled()).toEqual([undefined, undefined]);
});

describe('labels come back each once, in one order, however a server keeps them:', () => {
  const turned = (resources: readonly fhir4.FhirResource[]) =>
    resources.map((it) =>
      it.meta?.security === undefined
        ? it
        : { ...it, meta: { ...it.meta, security: [...it.meta.security].reverse().flatMap((label) => [label, label]) } },
    );
  const labels = ['restricted', 'whereabouts', 'mental-health'] as const;

  test.each([
    ['a referral', serviceReferralMapping.toBundle(aServiceReferral({ labels: [...labels] }), CONTEXT)],
    ['a prescription', socialPrescriptionMapping.toBundle(aPrescription({ labels: [...labels] }), CONTEXT)],
    ['a letter', letterMapping.toBundle({ ...aLetter, labels: [...labels] }, CONTEXT)],
  ])('%s', (_what, bundle) => {
    const resources = turned(resourcesOf(bundle));
    const back = [serviceReferralMapping, socialPrescriptionMapping, letterMapping]
      .map((mapping) => mapping.fromResources(resources))
      .find(({ ok }) => ok);
    expect(back).toMatchObject({ ok: true, value: { labels } });
  });

  test('a child', () => {
    const { child } = aCircle();
    const bundle = careCircleMapping.toBundle(aCircle({ child: { ...child, labels: [...labels] } }), CONTEXT);
    expect(careCircleMapping.fromResources(turned(resourcesOf(bundle)))).toMatchObject({
      ok: true,
      value: { child: { labels } },
    });
  });
});

test('a label that we do not know is a reason, since whoever wrote the request back would take it off', () => {
  const resources = resourcesOf(serviceReferralMapping.toBundle(aServiceReferral(), CONTEXT)).map((it) =>
    it.resourceType === 'ServiceRequest'
      ? { ...it, meta: { ...it.meta, security: [{ system: FOREIGN.actCode, code: 'HIV' }] } }
      : it,
  );
  expect(serviceReferralMapping.fromResources(resources)).toMatchObject({
    ok: false,
    issues: [{ code: 'value', expression: 'ServiceRequest.meta.security' }],
  });
});

test('no two labels are one in FHIR', () => {
  const codes = codesOf(LABELS).map((label) => `${LABELS[label].in}#${LABELS[label].code}`);
  expect(new Set(codes).size).toBe(codes.length);
});
