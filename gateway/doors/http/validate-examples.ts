import { namingSystem, structureDefinition } from '../../../profiles/canonical.ts';

const CHILD = {
  resourceType: 'Patient',
  meta: { profile: [structureDefinition('psc-child')] },
  identifier: [{ system: namingSystem('child', 'verdun'), value: 'enf-1' }],
  name: [{ text: 'Minh An' }],
  managingOrganization: {
    type: 'Organization',
    identifier: { system: namingSystem('centre'), value: 'verdun' },
  },
} as const satisfies fhir4.Patient;

const NAMED_ONLY = { resourceType: 'Patient', name: [{ text: 'Minh An' }] } as const satisfies fhir4.Patient;

/** Bodies of `$validate`, as the reference page shows them: the resource alone, and in Parameters. */
export const VALIDATE_EXAMPLES = {
  resource: CHILD,
  parameters: {
    resourceType: 'Parameters',
    parameter: [
      { name: 'resource', resource: NAMED_ONLY },
      { name: 'profile', valueUri: structureDefinition('psc-child') },
    ],
  },
} as const satisfies Readonly<Record<string, fhir4.FhirResource>>;
