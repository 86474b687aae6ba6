import { PRESCRIPTION_KINDS } from '../../profiles/codes.ts';
import { PRESCRIPTION_DOMAINS } from '../../profiles/foreign-codes.ts';
import type { SocialPrescription } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN } from '../domain/systems.ts';
import { barrierExtension, barriersFrom } from './barrier.ts';
import { putEntry } from './bundle-entry.ts';
import { codeFrom, codingOf } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { extensions, extensionValuesIn } from './extension.ts';
import { present, several } from './present.ts';
import { factorRatingFrom, identifiedRatings, isRatingOf, ratingObservation } from './rating.ts';
import { referenceInside } from './reference.ts';
import { requestIdentity, requestRoot } from './request.ts';
import { type RequestSource, requestFromResources } from './request-back.ts';
import { requestBundle } from './request-bundle.ts';
import { EVERY_LABEL, labelsFrom, securityFrom } from './sensitivity-labels.ts';
import { referenceFromWho, whoFromReference } from './who.ts';

const KIND = { system: CODE_SYSTEMS.prescriptionKind, table: PRESCRIPTION_KINDS };

/** Social prescription ⇄ ServiceRequest, the Task for its recipient, and an Observation for each rating before. */
export const socialPrescriptionMapping: ConceptMapping<SocialPrescription> = {
  name: 'social-prescription',
  root: requestRoot,
  toBundle: bundleFromSocialPrescription,
  fromResources: (resources) =>
    requestFromResources<SocialPrescription>(resources, { kind: 'social-prescription', read: prescriptionFrom }),
};

function bundleFromSocialPrescription(prescription: Identified<SocialPrescription>, context: MappingContext) {
  const { centre, child, kind, what, barriers, coProducers, ratingsBefore } = prescription;
  const scope = { centre, childId: child.id };
  const root = requestIdentity(centre, prescription.id);
  const ratingScope = { ...scope, moment: 'before', request: referenceInside(root) } as const;
  return requestBundle(
    prescription,
    {
      kind: 'social-prescription',
      security: securityFrom(prescription.labels),
      extension: [
        ...extensions(
          EXTENSIONS.coProducer,
          'valueReference',
          coProducers?.map((who) => referenceFromWho(who, scope)),
        ),
        ...(barriers ?? []).map((barrier) => barrierExtension(barrier, scope)),
      ],
      category: [{ coding: [{ system: FOREIGN.gravity, code: PRESCRIPTION_DOMAINS[kind] }] }],
      code: present({ coding: [codingOf(KIND, kind)], text: what }),
      supporting: identifiedRatings(ratingsBefore ?? [], centre, 'before', root).map(([rating, identity]) =>
        putEntry(identity, ratingObservation(rating, identity, ratingScope)),
      ),
      people: [
        ...(coProducers ?? []),
        ...(barriers ?? []).map(({ who }) => who),
        ...(ratingsBefore ?? []).map(({ by }) => by),
      ],
    },
    context,
  );
}

function prescriptionFrom(
  { resource, scope, resources, found }: RequestSource,
  core: Omit<Identified<SocialPrescription>, 'kind'>,
) {
  const kind = found.required(
    codeFrom(KIND, resource.code?.coding, 'ServiceRequest.code', found),
    'ServiceRequest.code',
  );
  const coProducers = extensionValuesIn(resource, EXTENSIONS.coProducer, 'valueReference').flatMap(
    (reference) =>
      whoFromReference(reference, scope, `ServiceRequest.extension('${EXTENSIONS.coProducer}')`, found) ?? [],
  );
  const observations = (resource.supportingInfo ?? []).flatMap(
    (reference) => resources.at('Observation', reference, 'ServiceRequest.supportingInfo', found) ?? [],
  );
  const own = present({
    labels: labelsFrom(resource, found, EVERY_LABEL),
    what: resource.code?.text,
    coProducers: several(coProducers),
    barriers: barriersFrom(resource, scope, found),
    ratingsBefore: several(
      observations
        .filter((observation) => isRatingOf(observation, 'before'))
        .flatMap((observation) => factorRatingFrom(observation, scope, found) ?? []),
    ),
  });
  return kind && { ...core, kind, ...own };
}
