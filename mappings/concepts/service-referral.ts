import { NETWORK_SERVICES, PROGRAMMES } from '../../profiles/codes.ts';
import type { ServiceReferral } from '../domain/concepts.ts';
import { CODE_SYSTEMS, FOREIGN } from '../domain/systems.ts';
import { codeFrom, codingOf, codingsOf } from './code-map.ts';
import type { ConceptMapping, Identified } from './concept-mapping.ts';
import { present } from './present.ts';
import { type RequestCore, requestRoot } from './request.ts';
import { type RequestSource, requestFromResources } from './request-back.ts';
import { requestBundle } from './request-bundle.ts';
import { EVERY_LABEL, labelsFrom, securityFrom } from './sensitivity-labels.ts';

const SERVICE = { system: CODE_SYSTEMS.networkService, table: NETWORK_SERVICES };
const PROGRAMME = { system: CODE_SYSTEMS.programme, table: PROGRAMMES };

/** Public-network referral ⇄ ServiceRequest and the Task for its recipient. */
export const serviceReferralMapping: ConceptMapping<ServiceReferral> = {
  name: 'service-referral',
  root: requestRoot,
  toBundle: (referral, context) =>
    requestBundle(
      referral,
      {
        kind: 'service-referral',
        security: securityFrom(referral.labels),
        category: [
          { coding: [codingOf(PROGRAMME, referral.programme)] },
          ...(referral.service === 'housing'
            ? [{ coding: [{ system: FOREIGN.gravity, code: 'housing-instability' }] }]
            : []),
        ],
        ...codeOf(referral),
      },
      context,
    ),
  fromResources: (resources) =>
    requestFromResources<ServiceReferral>(resources, { kind: 'service-referral', read: referralFrom }),
};

/** Our code with its display, and SNOMED CT's beside it without one, since the official display is not French. */
function codeOf({ service, what }: ServiceReferral): { readonly code?: fhir4.CodeableConcept } {
  if (service === undefined && what === undefined) return {};
  const coding =
    service === undefined
      ? undefined
      : [codingOf(SERVICE, service), { system: FOREIGN.snomed, code: NETWORK_SERVICES[service].snomed }];
  return { code: present({ coding, text: what }) };
}

function referralFrom(
  { resource, found }: RequestSource,
  core: Identified<RequestCore>,
): Identified<ServiceReferral> | undefined {
  const programme = found.required(
    codeFrom(PROGRAMME, codingsOf(resource.category), 'ServiceRequest.category', found),
    'ServiceRequest.category',
  );
  const own = present({
    labels: labelsFrom(resource, found, EVERY_LABEL),
    service: codeFrom(SERVICE, resource.code?.coding, 'ServiceRequest.code', found),
    what: resource.code?.text,
  });
  return programme && { ...core, programme, ...own };
}
