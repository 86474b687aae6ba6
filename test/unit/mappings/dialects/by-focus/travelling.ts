import fc from 'fast-check';
import { patientFromChild } from '../../../../../mappings/concepts/child.ts';
import { legalReferralMapping } from '../../../../../mappings/concepts/legal-referral.ts';
import { serviceReferralMapping } from '../../../../../mappings/concepts/service-referral.ts';
import { socialPrescriptionMapping } from '../../../../../mappings/concepts/social-prescription.ts';
import { bser } from '../../../../../mappings/dialects/bser/bser.ts';
import type {
  Dialect,
  Heard,
  HeardMessage,
  Message,
  OutgoingContext,
  TravellingRequest,
  Written,
} from '../../../../../mappings/dialects/dialect.ts';
import { gravity } from '../../../../../mappings/dialects/gravity/gravity.ts';
import { travellingRequest } from '../../../../../mappings/dialects/travelling-request.ts';
import { LENSES } from '../../../../../mappings/lenses/lenses.ts';
import { lookThrough } from '../../../../../mappings/lenses/look-through.ts';
import { aTask } from '../../../../builders/a-task.ts';
import { children } from '../../../../generators/care-circles.ts';
import { fittingLenses } from '../../../../generators/fitting-lenses.ts';
import { mappingContexts } from '../../../../generators/mapping-contexts.ts';
import { legalReferrals, serviceReferrals, socialPrescriptions } from '../../../../generators/requests.ts';

export const DIALECTS: readonly (readonly [string, Dialect])[] = [
  ['gravity', gravity],
  ['bser', bser],
];

export const CONTEXT: OutgoingContext = {
  at: '2026-03-10T12:00:00Z',
  language: 'fr',
  first: true,
  messageId: '0b0e7c3e-0000-5000-8000-000000000001',
  sender: { id: 'verdun', name: 'Les Petits Renards', telephone: '514 555-0110' },
  recipient: { id: 'plateforme-sociale', name: 'Plateforme sociale' },
};

/** Numbers of somebody else: a Task under a number of ours is an answer to us. */
export const THEIRS = { system: 'https://plateforme.example/referral', value: 'R-1' };

const mapped = fc.oneof(
  legalReferrals().chain((referral) =>
    mappingContexts(referral).map((context) => ({
      referral,
      bundle: legalReferralMapping.toBundle(referral, context),
    })),
  ),
  serviceReferrals().chain((referral) =>
    mappingContexts(referral).map((context) => ({
      referral,
      bundle: serviceReferralMapping.toBundle(referral, context),
    })),
  ),
  socialPrescriptions().chain((referral) =>
    mappingContexts(referral).map((context) => ({
      referral,
      bundle: socialPrescriptionMapping.toBundle(referral, context),
    })),
  ),
);

const letters: fc.Arbitrary<readonly fhir4.DocumentReference[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 2 })
  .map((numbers) =>
    numbers.map((number) => ({
      resourceType: 'DocumentReference',
      identifier: [{ system: 'urn:example:letter', value: `${number}` }],
      status: 'current',
      description: 'Lettre',
      content: [{ attachment: { contentType: 'text/plain', data: 'TGV0dHJl' } }],
    })),
  );

/** Requests of every kind, cut by every lens, as they leave: what had been acknowledged before is sent again when it is revised. */
export const travellingRequests: fc.Arbitrary<TravellingRequest> = fc
  .record({
    mapped,
    child: children(),
    status: fc.constantFrom('requested', 'received'),
    letters,
  })
  .chain(({ mapped: { referral, bundle }, child, status, letters: sent }) => {
    const request = bundle.entry?.[0]?.resource as fhir4.ServiceRequest;
    const task = aTask({ status: status as fhir4.Task['status'] });
    const record = { task, request, child: patientFromChild(child, referral.centre) };
    return fittingLenses(record).map((lens): TravellingRequest => {
      const travelling = travellingRequest(task, lookThrough(LENSES[lens], record, 'plateforme-sociale'), sent);
      return { ...travelling, number: THEIRS, request: { ...travelling.request, status: 'active' } };
    });
  });

export function bundleOf({ message }: Written): fhir4.Bundle<fhir4.FhirResource> {
  if (message.form !== 'fhir') throw new Error('not FHIR');
  return message.bundle;
}

/** What is heard, or every reason why nothing is. */
export function heardIn(dialect: Dialect, message: Message): HeardMessage {
  const read = dialect.read(message, { partner: 'plateforme-sociale' });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

export const onlyOne = ({ heard }: HeardMessage): Heard => {
  const [only, ...others] = heard;
  if (only === undefined || others.length > 0) throw new Error(`heard ${heard.length} things`);
  return only;
};

/** A message with these resources. */
export const messageOf = (...resources: readonly fhir4.FhirResource[]): Message => ({
  form: 'fhir',
  bundle: {
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ fullUrl: `${resource.resourceType}/${resource.id}`, resource })),
  },
});
