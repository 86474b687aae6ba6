import { REFERRAL_METHODS, RESOURCE_KINDS, SERVICE_MODES } from '../../profiles/codes/directory.ts';
import { type Bilingual, PROGRAMMES } from '../../profiles/codes.ts';
import type { DirectoryResource, ReferralMethod, ResourceKind } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { type Coded, codeFrom, codeMap, codingOf } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, institutionIdentity, organizationEntry } from './directory.ts';
import { extension, extensionsIn, identifierValueIn } from './extension.ts';
import { type Findings, findings } from './findings.ts';
import { foundResources } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { contactPointFrom, languageConcept, languagesFrom, telecomFrom } from './name-and-telecom.ts';
import { present, several } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { numberIn, referenceInside } from './reference.ts';
import { availableTimeFrom, closuresFrom, hoursFrom, notAvailableFrom } from './resource-hours.ts';
import {
  identifiedPlaces,
  locationFromPlace,
  placeFrom,
  territoriesFrom,
  territoryEntry,
  territoryReference,
} from './resource-places.ts';
import {
  capacityExtension,
  capacityFrom,
  costFrom,
  eligibilityFrom,
  fhirEligibilityFrom,
  provisionFrom,
} from './resource-terms.ts';
import { revisionExtension, revisionFrom } from './revision.ts';

const KIND = { system: CODE_SYSTEMS.resourceKind, table: RESOURCE_KINDS };
const MODE = { system: CODE_SYSTEMS.serviceMode, table: SERVICE_MODES };
const PROGRAMME = { system: CODE_SYSTEMS.programme, table: PROGRAMMES };
const METHODS = codeMap<ReferralMethod, string>({
  telephone: REFERRAL_METHODS.telephone.hl7,
  fax: REFERRAL_METHODS.fax.hl7,
  'secure-message': REFERRAL_METHODS['secure-message'].hl7,
  'secure-email': REFERRAL_METHODS['secure-email'].hl7,
  mail: REFERRAL_METHODS.mail.hl7,
});

/** Resource of the directory ⇄ HealthcareService, its places and territories (Location) and the Organization that offers it. */
export const resourceMapping: ConceptMapping<DirectoryResource> = {
  name: 'resource',
  root: (centre) => ({ type: 'HealthcareService', system: IDENTIFIERS.resource(centre) }),
  toBundle: bundleFromResource,
  fromResources: resourceFromResources,
};

/** How a resource of the directory is known. */
export const resourceIdentity = (centre: string, id: string): Identity<'HealthcareService'> => ({
  type: 'HealthcareService',
  system: IDENTIFIERS.resource(centre),
  value: id,
});

function bundleFromResource(
  resource: Identified<DirectoryResource>,
  context: MappingContext,
): fhir4.Bundle<fhir4.FhirResource> {
  const { centre, organization, territories = [] } = resource;
  const root = resourceIdentity(centre, resource.id);
  const places = identifiedPlaces(resource.places ?? [], root, centre);
  const home = centreIdentity(centre);
  const written = [
    putEntry(
      root,
      healthcareServiceFrom(
        resource,
        root,
        places.map(([, identity]) => identity),
        context,
      ),
    ),
    ...places.map(([place, identity]) => putEntry(identity, locationFromPlace(place, identity))),
  ];
  return transactionOf([
    ...written,
    ...(organization === undefined
      ? []
      : [organizationEntry(institutionIdentity(centre, organization.id), organization)]),
    ...territories.map((territory) => territoryEntry(territory, centre)),
    organizationEntry(home, context.centre),
    provenanceEntry(written, { happenedAt: resource.happenedAt, agent: referenceInside(home) }, context),
  ]);
}

function healthcareServiceFrom(
  resource: Identified<DirectoryResource>,
  root: Identity,
  places: readonly Identity[],
  context: MappingContext,
): fhir4.HealthcareService {
  const { centre, organization, partner } = resource;
  return present({
    resourceType: 'HealthcareService',
    meta: { profile: [PROFILES.resource] },
    extension: [
      revisionExtension(resource, context),
      ...extension(
        EXTENSIONS.partner,
        'valueIdentifier',
        partner === undefined ? undefined : { system: IDENTIFIERS.partner, value: partner },
      ),
      ...capacityExtension(resource.capacity),
    ],
    identifier: [identifierOf(root)],
    active: resource.active,
    providedBy: organization && referenceInside(institutionIdentity(centre, organization.id), organization.name),
    type: several(resource.kinds?.map(typeOf)),
    location: several(places.map((place) => referenceInside(place))),
    name: resource.name,
    comment: resource.comment,
    extraDetails: resource.offers,
    telecom: several(resource.telecom?.map(contactPointFrom)),
    coverageArea: several(resource.territories?.map((territory) => territoryReference(territory, centre))),
    serviceProvisionCode: resource.cost && [provisionFrom(resource.cost)],
    eligibility: resource.eligibility && [fhirEligibilityFrom(resource.eligibility)],
    program: several(resource.programmes?.map((programme) => ({ coding: [codingOf(PROGRAMME, programme)] }))),
    characteristic: several(resource.modes?.map((mode) => ({ coding: [codingOf(MODE, mode)] }))),
    communication: several(resource.languages?.map(languageConcept)),
    referralMethod: several(
      resource.referralMethods?.map((method) => ({
        coding: [{ system: FOREIGN.referralMethod, code: METHODS.toFhir(method) }],
        text: REFERRAL_METHODS[method].fr,
      })),
    ),
    availableTime: several(resource.hours?.map(availableTimeFrom)),
    notAvailable: several(resource.closures?.map(notAvailableFrom)),
    availabilityExceptions: resource.hoursInWords,
  });
}

/** Our code with its display, and HL7's beside it without one, since the official display is not French. */
function typeOf(kind: ResourceKind): fhir4.CodeableConcept {
  const row: Bilingual & { readonly hl7?: string } = RESOURCE_KINDS[kind];
  const ours = codingOf(KIND, kind);
  return { coding: row.hl7 === undefined ? [ours] : [ours, { system: FOREIGN.serviceType, code: row.hl7 }] };
}

function resourceFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const index = foundResources(resources);
  const root = index.root('HealthcareService', IDENTIFIERS.resource, found);
  if (root === undefined) return found.settle<Identified<DirectoryResource>>(undefined);
  const { resource: service, centre, id } = root;
  const name = found.required(service.name, 'HealthcareService.name');
  const revision = revisionFrom(service, found);
  if (name === undefined || revision === undefined) return found.settle<Identified<DirectoryResource>>(undefined);
  const identity = resourceIdentity(centre, id);
  const [capacity] = extensionsIn(service, EXTENSIONS.capacity);
  return found.settle<Identified<DirectoryResource>>(
    present({
      id,
      ...revision,
      centre,
      name,
      active: service.active,
      kinds: codesFrom(KIND, service.type, 'HealthcareService.type', found),
      offers: service.extraDetails,
      organization: organizationFrom(service.providedBy, centre, found),
      partner: identifierValueIn(service, EXTENSIONS.partner, IDENTIFIERS.partner),
      places: several(
        service.location?.flatMap((reference) => {
          const location = index.at('Location', reference, 'HealthcareService.location', found);
          return location === undefined ? [] : [placeFrom(location, reference, identity, centre, found)];
        }),
      ),
      territories: territoriesFrom(service.coverageArea, centre, found),
      eligibility: service.eligibility?.[0] && eligibilityFrom(service.eligibility[0]),
      cost: service.serviceProvisionCode?.[0] && costFrom(service.serviceProvisionCode[0], found),
      programmes: codesFrom(PROGRAMME, service.program, 'HealthcareService.program', found),
      languages: languagesFrom(service.communication?.map((language) => ({ language }))),
      modes: codesFrom(MODE, service.characteristic, 'HealthcareService.characteristic', found),
      hours: hoursFrom(service.availableTime, found),
      hoursInWords: service.availabilityExceptions,
      closures: closuresFrom(service.notAvailable),
      referralMethods: several(service.referralMethod?.flatMap((method) => methodFrom(method, found) ?? [])),
      telecom: telecomFrom(service.telecom, 'HealthcareService.telecom', found),
      capacity: capacity && capacityFrom(capacity),
      comment: service.comment,
    }),
  );
}

/** The code of each concept in this system; one that has none is another's and says nothing to us. */
const codesFrom = <T extends Readonly<Record<string, Bilingual>>>(
  coded: Coded<T>,
  concepts: readonly fhir4.CodeableConcept[] | undefined,
  expression: string,
  found: Findings,
) => several(concepts?.flatMap(({ coding }) => codeFrom(coded, coding, expression, found) ?? []));

function methodFrom({ coding }: fhir4.CodeableConcept, found: Findings): ReferralMethod | undefined {
  const code = coding?.find(({ system }) => system === FOREIGN.referralMethod)?.code;
  return METHODS.toDomain(code, 'HealthcareService.referralMethod', found);
}

function organizationFrom(
  reference: fhir4.Reference | undefined,
  centre: string,
  found: Findings,
): DirectoryResource['organization'] {
  const id = numberIn(reference, IDENTIFIERS.institution(centre), 'HealthcareService.providedBy', found);
  return id === undefined ? undefined : present({ id, name: reference?.display });
}
