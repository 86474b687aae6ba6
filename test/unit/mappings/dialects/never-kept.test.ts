import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutForbidden } from '../../../../mappings/dialects/never-kept.ts';
import { isNeverKeptExtension, isNeverKeptSystem } from '../../../../mappings/dialects/never-kept-places.ts';
import { EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';

const INFOWAY = 'https://fhir.infoway-inforoute.ca/NamingSystem';
const CANARY = 'canari-jamais';

const EXTENSION_URLS = [
  'http://hl7.org/fhir/StructureDefinition/patient-citizenship',
  'http://hl7.org/fhir/StructureDefinition/patient-nationality',
  'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
  'http://hl7.org/fhir/StructureDefinition/patient-religion',
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race',
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity',
  'http://hl7.org/fhir/us/core/StructureDefinition/us-core-tribal-affiliation',
  'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory',
  'http://example.org/StructureDefinition/countryOfBirth',
  'http://example.org/StructureDefinition/immigration-status',
];
const SYSTEMS = [
  `${INFOWAY}/ca-social-insurance-number`,
  `${INFOWAY}/ca-passport-number`,
  `${INFOWAY}/ca-permanent-resident-card-number`,
  `${INFOWAY}/ca-interim-federal-health-id`,
  `${INFOWAY}/ca-federal-firstnation-band-id`,
  'urn:oid:2.16.840.1.113883.4.272',
  '2.16.840.1.113883.4.1',
  'urn:oid:2.16.840.1.113883.4.330.124',
  'http://hl7.org/fhir/sid/passport-CAN',
];
const TYPES = ['SS', 'PPN', 'PRC', 'CZ', 'WP', 'SP', 'VS', 'JPID', 'IND', 'SN', 'NNCAN'];
const TABLES = ['http://terminology.hl7.org/CodeSystem/v2-0203', 'http://hl7.org/fhir/v2/0203', undefined];

const extensions: fc.Arbitrary<fhir4.Extension> = fc.oneof(
  fc.constantFrom(...EXTENSION_URLS).map((url) => ({ url, valueString: CANARY })),
  fc.constantFrom(...EXTENSION_URLS).map((url) => ({ url, extension: [{ url: 'text', valueString: CANARY }] })),
);
const identifiers: fc.Arbitrary<fhir4.Identifier> = fc.oneof(
  fc.constantFrom(...SYSTEMS).map((system) => ({ system, value: CANARY })),
  fc.tuple(fc.constantFrom(...TYPES), fc.constantFrom(...TABLES)).map(([code, system]) => ({
    type: { coding: [{ code, ...(system !== undefined && { system }) }] },
    value: CANARY,
  })),
);
const coverage: fc.Arbitrary<fhir4.FhirResource> = fc.constantFrom(
  {
    resourceType: 'Coverage',
    id: 'assurance',
    status: 'active',
    beneficiary: {},
    payor: [{ display: CANARY }],
  },
  {
    resourceType: 'Account',
    id: 'assurance',
    status: 'active',
    name: CANARY,
  },
);

const nam = { system: FOREIGN.nam, value: 'TREJ18511214' };
/** JSON's null, which stands in such lists where an element has nothing beside it; the types do not know it. */
const NO_ELEMENT = null as unknown as fhir4.Element;
const narrative: fhir4.Narrative = { status: 'generated', div: `<div>${CANARY}</div>` };

interface Forbidden {
  readonly extension: fhir4.Extension;
  readonly identifier: fhir4.Identifier;
  readonly coverage: fhir4.FhirResource;
}

const patientWith = ({ extension, identifier }: Forbidden): fhir4.Patient => ({
  resourceType: 'Patient',
  text: narrative,
  identifier: [identifier, nam],
  extension: [extension],
  birthDate: '2018-01-12',
  _birthDate: { extension: [extension] },
  name: [{ given: ['Jade', 'Rose'], _given: [NO_ELEMENT, { extension: [extension] }], family: 'Tremblay' }],
  contact: [{ name: { text: 'Maman' }, extension: [extension] }],
  managingOrganization: { identifier, display: 'CLSC' },
});

const bundleWith = (forbidden: Forbidden): fhir4.Bundle<fhir4.FhirResource> => ({
  resourceType: 'Bundle',
  type: 'message',
  entry: [
    { fullUrl: 'urn:uuid:1', resource: patientWith(forbidden) },
    { fullUrl: 'urn:uuid:2', resource: forbidden.coverage },
    {
      fullUrl: 'urn:uuid:3',
      resource: {
        resourceType: 'ServiceRequest',
        status: 'active',
        intent: 'order',
        subject: { reference: 'urn:uuid:1' },
        contained: [forbidden.coverage, patientWith(forbidden)],
        insurance: [
          { reference: 'urn:uuid:2', display: CANARY },
          { reference: '#assurance', display: CANARY },
          { reference: 'Coverage/autre', display: CANARY },
          { reference: 'https://ailleurs.example/Coverage/autre/_history/1\n2', display: CANARY },
          { type: 'Coverage', identifier: { value: CANARY } },
        ],
        supportingInfo: [{ reference: 'Observation/1' }],
      },
    },
  ],
});

const forbidden: fc.Arbitrary<Forbidden> = fc.record({ extension: extensions, identifier: identifiers, coverage });

test('what must never be kept is nowhere in what is left, nor in what is told of it', () => {
  fc.assert(
    fc.property(forbidden, (planted) => {
      const kept = withoutForbidden(bundleWith(planted));
      expect(JSON.stringify(kept)).not.toContain(CANARY);
      expect(kept.issues.every(({ severity, code }) => severity === 'warning' && code === 'suppressed')).toBe(true);
    }),
  );
});

test('a reference as long as a body may be is read in one pass', () => {
  const reference = `${'/Goal/b/_history'.repeat(60_000)}\n`;
  const resource = { resourceType: 'Goal', id: '1', lifecycleStatus: 'active', subject: { reference } } as fhir4.Goal;
  const began = performance.now();
  expect(withoutForbidden(resource).resource).toEqual(resource);
  // It took forty seconds.
  expect(performance.now() - began).toBeLessThan(5_000);
});

test('all that is not forbidden is left as it was', () => {
  const { resource, issues } = withoutForbidden(
    bundleWith({
      extension: { url: EXTENSION_URLS[0] ?? '', valueString: CANARY },
      identifier: { system: SYSTEMS[0] ?? '', value: CANARY },
      coverage: { resourceType: 'Coverage', id: 'assurance', status: 'active', beneficiary: {}, payor: [] },
    }),
  );
  const patient = {
    resourceType: 'Patient',
    identifier: [nam],
    birthDate: '2018-01-12',
    name: [{ given: ['Jade', 'Rose'], family: 'Tremblay' }],
    contact: [{ name: { text: 'Maman' } }],
    managingOrganization: { display: 'CLSC' },
  };
  expect(resource).toEqual({
    resourceType: 'Bundle',
    type: 'message',
    entry: [
      { fullUrl: 'urn:uuid:1', resource: patient },
      {
        fullUrl: 'urn:uuid:3',
        resource: {
          resourceType: 'ServiceRequest',
          status: 'active',
          intent: 'order',
          subject: { reference: 'urn:uuid:1' },
          contained: [patient],
          supportingInfo: [{ reference: 'Observation/1' }],
        },
      },
    ],
  });
  expect(issues.map(({ expression }) => expression)).toEqual(
    expect.arrayContaining([
      'Bundle.entry[0].resource.identifier[0]',
      'Bundle.entry[0].resource.birthDate.extension[0]',
      'Bundle.entry[0].resource.name[0].given[1].extension[0]',
      'Bundle.entry[1]',
      'Bundle.entry[2].resource.insurance[0]',
      'Bundle.entry[0].resource.text',
    ]),
  );
});

test('a message in which nothing is forbidden is not touched, narratives included', () => {
  const patient: fhir4.Patient = { resourceType: 'Patient', text: narrative, identifier: [nam], gender: 'female' };
  const { resource, issues } = withoutForbidden(patient);
  expect(resource).toBe(patient);
  expect(issues).toEqual([]);
});

test('of a coverage by itself only its type is left', () => {
  fc.assert(
    fc.property(coverage, (resource) => {
      const kept = withoutForbidden(resource);
      expect(kept.resource).toEqual({ resourceType: resource.resourceType });
      expect(kept.issues).toHaveLength(1);
    }),
  );
});

test('the warning is the same whatever was there, so that it tells nothing of the child', () => {
  fc.assert(
    fc.property(identifiers, identifiers, (one, other) => {
      const issuesOf = (identifier: fhir4.Identifier) =>
        withoutForbidden({ resourceType: 'Patient', identifier: [identifier] }).issues;
      expect(issuesOf(one)).toEqual(issuesOf(other));
    }),
  );
});

test('nothing that we write ourselves is among what is forbidden', () => {
  for (const url of [...Object.values(EXTENSIONS), FOREIGN.interpreterRequired, FOREIGN.pertainsToGoal])
    expect(isNeverKeptExtension({ url })).toBe(false);
  const systems = Object.values(IDENTIFIERS).map((it) => (typeof it === 'string' ? it : it('verdun')));
  for (const system of [...systems, FOREIGN.nam, FOREIGN.ohip]) expect(isNeverKeptSystem(system)).toBe(false);
});

test('a place in a list of names does not move when what stood beside another is taken', () => {
  const bad = { url: EXTENSION_URLS[2] ?? '', valueString: CANARY };
  const good = { url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier', valueCode: 'BR' };
  const name = [{ given: ['Jade', 'Rose'], _given: [{ extension: [bad] }, { extension: [good] }] }];
  const { resource } = withoutForbidden<fhir4.Patient>({ resourceType: 'Patient', name });
  expect(resource.name).toEqual([{ given: ['Jade', 'Rose'], _given: [null, { extension: [good] }] }]);
});
