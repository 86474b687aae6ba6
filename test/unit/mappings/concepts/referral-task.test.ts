import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { legalReferralMapping } from '../../../../mappings/concepts/legal-referral.ts';
import { taskIdentifier } from '../../../../mappings/concepts/referral-task.ts';
import { serviceReferralMapping } from '../../../../mappings/concepts/service-referral.ts';
import type { ServiceReferral } from '../../../../mappings/domain/concepts.ts';
import { mappingContexts } from '../../../generators/mapping-contexts.ts';
import { serviceReferrals } from '../../../generators/requests.ts';
import { aLegalReferral, aServiceReferral, CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const taskOf = (bundle: fhir4.Bundle<fhir4.FhirResource>) =>
  resourcesOf(bundle).flatMap((resource) => (resource.resourceType === 'Task' ? [resource] : []))[0];

const taskFor = (referral: Partial<ServiceReferral>) =>
  taskOf(serviceReferralMapping.toBundle(aServiceReferral(referral), CONTEXT));

test.each([
  [{}, 'requested'],
  [{ status: 'active' }, 'requested'],
  [{ status: 'completed' }, 'requested'],
  [{ status: 'draft' }, 'draft'],
  [{ recipient: 'hopital' }, 'draft'],
  [{ status: 'completed', recipient: 'hopital' }, 'draft'],
  [{ status: 'revoked' }, 'cancelled'],
  [{ status: 'revoked', recipient: 'hopital' }, 'cancelled'],
  [{ status: 'entered-in-error' }, 'entered-in-error'],
] as const)('a request that says %j has a Task that is %s', (referral, status) => {
  expect(taskFor(referral)?.status).toBe(status);
});

test('a request without any agreement has a Task that stays a draft', () => {
  const { agreements, ...referral } = aServiceReferral();
  expect(agreements).toHaveLength(1);
  expect(taskOf(serviceReferralMapping.toBundle(referral, CONTEXT))?.status).toBe('draft');
});

test('a request that names no recipient has no Task and no performer', () => {
  const { recipient, ...referral } = aServiceReferral();
  const resources = resourcesOf(serviceReferralMapping.toBundle(referral, CONTEXT));
  expect(recipient).toBe('clsc-verdun');
  expect(resources.map(({ resourceType }) => resourceType)).toEqual(['ServiceRequest', 'Organization', 'Provenance']);
  expect(resources[0]).not.toHaveProperty('performer');
});

test('a withdrawn request says on its Task why, in the words given or in ours', () => {
  expect(taskFor({ status: 'revoked', statusReason: 'La famille a déménagé' })?.statusReason).toEqual({
    coding: [expect.objectContaining({ code: 'withdrawn' })],
    text: 'La famille a déménagé',
  });
  expect(taskFor({ status: 'revoked' })?.statusReason?.text).toBe('Demande retirée');
  expect(taskFor({ statusReason: 'jamais dit' })).not.toHaveProperty('statusReason');
});

test('the Task fulfils the request for the child, from the centre to the partner, as urgently as asked', () => {
  expect(taskFor({ urgency: 'immediate' })).toMatchObject({
    intent: 'order',
    priority: 'stat',
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
    focus: { type: 'ServiceRequest', identifier: { value: 'ref-1' } },
    groupIdentifier: { value: 'ref-1' },
    for: { type: 'Patient', identifier: { value: 'enf-1' } },
    requester: { type: 'Organization', identifier: { value: 'verdun' } },
    owner: { type: 'Organization', identifier: { value: 'clsc-verdun' } },
  });
});

test('two recipients of one request cannot compare their numbers, and each finds its own again', () => {
  const numbers = [
    taskIdentifier('verdun', 'ref-1', 'clsc-verdun'),
    taskIdentifier('verdun', 'ref-1', 'hopital'),
    taskIdentifier('verdun', 'ref-2', 'clsc-verdun'),
    taskIdentifier('vanier', 'ref-1', 'clsc-verdun'),
  ].map(({ value }) => value);
  expect(new Set(numbers).size).toBe(4);
  expect(taskFor({})?.identifier).toEqual([taskIdentifier('verdun', 'ref-1', 'clsc-verdun')]);
});

test('the Task of a legal referral is as restricted as the request, and nothing else is', () => {
  const resources = resourcesOf(legalReferralMapping.toBundle(aLegalReferral(), CONTEXT));
  const restricted = resources.filter(({ meta }) => meta?.security?.some(({ code }) => code === 'R') === true);
  expect(restricted.map(({ resourceType }) => resourceType)).toEqual(['ServiceRequest', 'Task']);
  for (const { meta } of restricted) expect(meta?.security?.map(({ code }) => code)).toEqual(['R', 'PSC-RESTRICTED']);
});

test.each([
  ['2026-03-12T09:30:00-04:00', '2026-03-12T09:30:00-04:00'],
  ['2026-03-12', CONTEXT.recordedAt],
  ['2026-03', CONTEXT.recordedAt],
  ['2026-03-12T15:00:00Z', CONTEXT.recordedAt],
  ['2030-01-01T00:00:00Z', CONTEXT.recordedAt],
])('a request that happened at %s has a Task authored at %s', (happenedAt, authoredOn) => {
  expect(taskFor({ happenedAt })).toMatchObject({ authoredOn, lastModified: CONTEXT.recordedAt });
});

test('no Task was authored after it was last modified, whatever the moments', () => {
  const cases = serviceReferrals().chain((referral) => fc.tuple(fc.constant(referral), mappingContexts(referral)));
  fc.assert(
    fc.property(cases, ([referral, context]) => {
      const task = taskOf(serviceReferralMapping.toBundle(referral, context));
      fc.pre(task !== undefined);
      expect(Date.parse(task.authoredOn ?? '')).toBeLessThanOrEqual(Date.parse(task.lastModified ?? ''));
    }),
  );
});
