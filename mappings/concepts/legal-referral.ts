import { LEGAL_MANDATES } from '../../profiles/codes.ts';
import { SNOMED_REFERRALS } from '../../profiles/foreign-codes.ts';
import type { LegalReferral } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN } from '../domain/systems.ts';
import { codeFrom, codingOf } from './code-map.ts';
import type { ConceptMapping, Identified } from './concept-mapping.ts';
import { extension, extensionIn, extensions, extensionValuesIn } from './extension.ts';
import { present, several } from './present.ts';
import type { RequestCore } from './request.ts';
import { requestRoot } from './request.ts';
import { type RequestSource, requestFromResources } from './request-back.ts';
import { requestBundle } from './request-bundle.ts';
import { rightExtension, rightsFrom } from './right-concerned.ts';

const MANDATE = { system: CODE_SYSTEMS.legalMandate, table: LEGAL_MANDATES };

/** Legal referral ⇄ ServiceRequest and the Task for its recipient, both restricted, with a label that does not say why. */
export const legalReferralMapping: ConceptMapping<LegalReferral> = {
  name: 'legal-referral',
  root: requestRoot,
  toBundle: (referral, context) =>
    requestBundle(
      referral,
      {
        kind: 'legal-referral',
        security: [
          { system: FOREIGN.confidentiality, code: 'R' },
          { system: CODE_SYSTEMS.sensitivity, code: 'PSC-RESTRICTED' },
        ],
        extension: [
          ...(referral.rights ?? []).map(rightExtension),
          ...extension(EXTENSIONS.childWishes, 'valueString', referral.childWishes),
          ...extension(EXTENSIONS.serviceLanguage, 'valueCode', referral.language),
          ...extensions(EXTENSIONS.conflictCheckName, 'valueString', referral.conflictCheckNames),
          ...extension(EXTENSIONS.facts, 'valueString', referral.facts),
        ],
        category: [{ coding: [{ system: FOREIGN.snomed, code: SNOMED_REFERRALS.legal }] }],
        code: { coding: [codingOf(MANDATE, referral.mandate)] },
        occurrenceDateTime: referral.bindingDate,
      },
      context,
    ),
  fromResources: (resources) =>
    requestFromResources<LegalReferral>(resources, { kind: 'legal-referral', read: referralFrom }),
};

function referralFrom(
  { resource, found }: RequestSource,
  core: Identified<RequestCore>,
): Identified<LegalReferral> | undefined {
  const mandate = found.required(
    codeFrom(MANDATE, resource.code?.coding, 'ServiceRequest.code', found),
    'ServiceRequest.code',
  );
  const own = present({
    rights: rightsFrom(resource, found),
    childWishes: extensionIn(resource, EXTENSIONS.childWishes, 'valueString'),
    bindingDate: resource.occurrenceDateTime,
    language: extensionIn(resource, EXTENSIONS.serviceLanguage, 'valueCode'),
    conflictCheckNames: several(extensionValuesIn(resource, EXTENSIONS.conflictCheckName, 'valueString')),
    facts: extensionIn(resource, EXTENSIONS.facts, 'valueString'),
  });
  return mandate && { ...core, mandate, ...own };
}
