import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { serviceReferralMapping } from '../../../../mappings/concepts/service-referral.ts';
import { basisFor } from '../../../../mappings/consent/basis.ts';
import { anAgreementWith, aServiceRequest } from '../../../builders/a-service-request.ts';
import { mappingContexts } from '../../../generators/mapping-contexts.ts';
import { serviceReferrals } from '../../../generators/requests.ts';

const NOON = new Date('2026-03-10T12:00:00Z');
const agreed = (...extension: fhir4.Extension[]): fhir4.ServiceRequest => aServiceRequest({ extension });

test('an agreement that names this recipient is a basis, from when it was given', () => {
  const request = agreed(anAgreementWith('clsc-verdun', '2026-03-10T07:59:00-04:00'));
  expect(basisFor(request, 'clsc-verdun', NOON)).toEqual({ kind: 'agreement', at: '2026-03-10T07:59:00-04:00' });
});

test.each([
  ['no agreement', agreed()],
  ['an agreement to another recipient', agreed(anAgreementWith('clsc-hochelaga'))],
  ['an agreement to come', agreed(anAgreementWith('clsc-verdun', '2026-03-10T08:01:00-04:00'))],
  ['an agreement of tomorrow', agreed(anAgreementWith('clsc-verdun', '2026-03-11'))],
  ['a date that is none', agreed(anAgreementWith('clsc-verdun', 'hier'))],
  ['a request that says nothing', { ...aServiceRequest(), extension: undefined } as unknown as fhir4.ServiceRequest],
  [
    'an agreement without a date',
    agreed({
      ...anAgreementWith('clsc-verdun'),
      extension: anAgreementWith('clsc-verdun').extension?.filter(({ url }) => url !== 'at') ?? [],
    }),
  ],
])('%s is no basis', (_what, request) => {
  expect(basisFor(request, 'clsc-verdun', NOON)).toEqual({ kind: 'none' });
});

test('one agreement among others is enough, and each recipient needs its own', () => {
  const request = agreed(
    anAgreementWith('hopital'),
    anAgreementWith('clsc-verdun', '2027-01-01'),
    anAgreementWith('clsc-verdun'),
  );
  expect(basisFor(request, 'clsc-verdun', NOON)).toEqual({ kind: 'agreement', at: '2026-03-01' });
  expect(basisFor(request, 'clsc', NOON)).toEqual({ kind: 'none' });
});

test('a recipient has a basis exactly when the concept says that somebody agreed to it by then', () => {
  const cases = serviceReferrals().chain((referral) => fc.tuple(fc.constant(referral), mappingContexts(referral)));
  const recipients = fc.constantFrom('clsc-verdun', 'ecole-de-musique', 'hopital', 'avocate', 'personne');
  const moments = fc.date({ min: new Date('2005-01-01'), max: new Date('2033-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(cases, recipients, moments, ([referral, context], recipient, at) => {
      const { entry } = serviceReferralMapping.toBundle(referral, context);
      const expected = (referral.agreements ?? []).some(
        (agreement) => agreement.recipient === recipient && Date.parse(agreement.at) <= at.getTime(),
      );
      expect(basisFor(entry?.[0]?.resource as fhir4.ServiceRequest, recipient, at).kind).toBe(
        expected ? 'agreement' : 'none',
      );
    }),
    { numRuns: 300 },
  );
});
