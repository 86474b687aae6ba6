import { CANONICAL } from '../canonical.ts';
import { FHIR_VERSION, PACKAGE_NAME } from './fhir-package-names.ts';
import { inEnglish } from './in-english.ts';
import { isDefinition, type PackagedResource } from './packaged-resource.ts';
import type { Compiled } from './run-sushi.ts';

/** The ImplementationGuide that lists what stands in the package, as HL7 asks of every package. */
export function implementationGuide(compiled: Compiled, version: string): fhir4.ImplementationGuide {
  const resources = [...compiled.values()].map((text): PackagedResource => JSON.parse(text));
  return {
    resourceType: 'ImplementationGuide',
    id: PACKAGE_NAME,
    language: 'fr-CA',
    url: `${CANONICAL}/ImplementationGuide/${PACKAGE_NAME}`,
    version,
    name: 'PasserellePsc',
    title: 'Passerelle — pédiatrie sociale en communauté',
    _title: inEnglish('Passerelle — community social pediatrics'),
    status: 'active',
    experimental: false,
    publisher: 'Passerelle',
    description: 'Ce qu’une ressource de la passerelle contient, avec des exemples.',
    _description: inEnglish('What a resource of the gateway contains, with examples.'),
    packageId: PACKAGE_NAME,
    license: 'Apache-2.0',
    fhirVersion: [FHIR_VERSION],
    definition: { resource: resources.map(listed) },
  };
}

function listed(resource: PackagedResource): fhir4.ImplementationGuideDefinitionResource {
  const { resourceType, id, title, description, meta } = resource;
  const profile = meta?.profile?.[0];
  const example = profile === undefined ? { exampleBoolean: true } : { exampleCanonical: profile };
  return {
    reference: { reference: `${resourceType}/${id}` },
    name: title ?? id,
    ...(description !== undefined && { description }),
    ...(isDefinition(resource) ? { exampleBoolean: false } : example),
  };
}
