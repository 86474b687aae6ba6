import type { ReferralPart } from './referral-resources.ts';
import { businessOf } from './server-store.ts';

/** A transaction of conditional updates, so that the same message twice does no harm. */
export function conditionalTransaction(id: string, parts: readonly ReferralPart[]): fhir4.Bundle<fhir4.FhirResource> {
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    identifier: { system: 'https://partner.example/message', value: id },
    entry: parts.map(({ fullUrl, resource }) => {
      const { system, value } = businessOf(resource);
      const token = encodeURIComponent(`${system}|${value}`);
      return { fullUrl, resource, request: { method: 'PUT', url: `${resource.resourceType}?identifier=${token}` } };
    }),
  };
}
