import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { resourceMapping } from '../../../../mappings/concepts/resource.ts';
import { FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { COSTS, REFERRAL_METHODS, RESOURCE_KINDS } from '../../../../profiles/codes/directory.ts';
import { PRESCRIPTION_KINDS } from '../../../../profiles/codes.ts';
import { aResource, CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const written = (resource: Parameters<typeof aResource>[0] = {}) =>
  resourceMapping.toBundle(aResource(resource), CONTEXT).entry ?? [];
const serviceOf = (resource: Parameters<typeof aResource>[0] = {}) =>
  written(resource)[0]?.resource as fhir4.HealthcareService;
const read = (service: fhir4.HealthcareService) => resourceMapping.fromResources([service]);

const hl7Codes = (name: string): ReadonlySet<string> => {
  const path = createRequire(import.meta.url).resolve(`hl7.fhir.r4.examples/CodeSystem-${name}.json`);
  const { concept }: fhir4.CodeSystem = JSON.parse(readFileSync(path, 'utf8'));
  return new Set((concept ?? []).map(({ code }) => code));
};

test.each([
  ['service-type', Object.values(RESOURCE_KINDS).flatMap((row) => ('hl7' in row ? [row.hl7] : []))],
  ['service-provision-conditions', Object.values(COSTS).map(({ hl7 }) => hl7)],
  ['service-referral-method', Object.values(REFERRAL_METHODS).map(({ hl7 }) => hl7)],
])('every code of HL7’s %s that we write is in it, and stands for one word of ours', (name, codes) => {
  const known = hl7Codes(name);
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});

test('whatever can be prescribed socially can be looked for in the directory under the same word', () => {
  expect(Object.keys(RESOURCE_KINDS)).toEqual(expect.arrayContaining(Object.keys(PRESCRIPTION_KINDS)));
});

test('a kind has HL7’s code beside ours where HL7 has one, without a display that would not be its own', () => {
  expect(serviceOf({ kinds: ['mentoring', 'learning'] }).type).toMatchObject([
    {
      coding: [
        { code: 'mentoring', display: 'Mentorat' },
        { system: FOREIGN.serviceType, code: '553' },
      ],
    },
    { coding: [{ code: 'learning' }] },
  ]);
  expect(serviceOf({ kinds: ['mentoring'] }).type?.[0]?.coding?.[1]).not.toHaveProperty('display');
});

test('an organization and a territory that others use too are made if missing and never written over', () => {
  const entries = written({
    organization: { id: 'org-1', name: 'Loisirs du quartier' },
    territories: [{ id: 'clsc-verdun', name: 'CLSC de Verdun' }],
    places: [{ name: 'Le gymnase' }],
  });
  const how = Object.fromEntries(
    entries.map(({ resource, request }) => {
      const named = resource?.resourceType === 'Organization' || resource?.resourceType === 'Location';
      return [named ? (resource.name ?? '') : resource?.resourceType, request?.method];
    }),
  );
  expect(how).toEqual({
    HealthcareService: 'PUT',
    'Le gymnase': 'PUT',
    'Loisirs du quartier': 'POST',
    'CLSC de Verdun': 'POST',
    'Centre de Verdun': 'POST',
    Provenance: 'PUT',
  });
});

test('what the resource calls an organization or a territory is its own, whatever others call it', () => {
  const resources = resourcesOf(
    resourceMapping.toBundle(
      aResource({ organization: { id: 'org-1', name: 'Loisirs' }, territories: [{ id: 'nord' }] }),
      CONTEXT,
    ),
  ).map((resource) =>
    resource.resourceType === 'Organization' || resource.resourceType === 'Location'
      ? { ...resource, name: 'Un autre nom' }
      : resource,
  );
  expect(resourceMapping.fromResources(resources)).toMatchObject({
    ok: true,
    value: { organization: { id: 'org-1', name: 'Loisirs' }, territories: [{ id: 'nord' }] },
  });
});

test('a code of somebody else’s beside ours says nothing, and does no harm', () => {
  const service = serviceOf({ kinds: ['sport'] });
  const foreign = { coding: [{ system: 'https://exemple.ca/codes', code: 'x' }] };
  expect(read({ ...service, type: [...(service.type ?? []), foreign], characteristic: [foreign] })).toEqual({
    ok: true,
    value: aResource({ kinds: ['sport'] }),
  });
});

test.each<[string, Partial<fhir4.HealthcareService>, string]>([
  [
    'a referral method that we do not know',
    { referralMethod: [{ coding: [{ system: FOREIGN.referralMethod, code: 'pigeon' }] }] },
    'HealthcareService.referralMethod',
  ],
  [
    'an hour with seconds',
    { availableTime: [{ availableStartTime: '09:00:30' }] },
    'HealthcareService.availableTime.availableStartTime',
  ],
  [
    'a day that is none',
    { availableTime: [{ daysOfWeek: ['lun' as 'mon'] }] },
    'HealthcareService.availableTime.daysOfWeek',
  ],
  [
    'a place that is not there',
    { location: [{ identifier: { system: IDENTIFIERS.place('verdun'), value: 'res-1:x' } }] },
    'HealthcareService.location',
  ],
  [
    'an organization numbered by another',
    { providedBy: { identifier: { system: 'urn:x', value: '1' } } },
    'HealthcareService.providedBy.identifier',
  ],
])('%s is told, not guessed', (_what, changes, expression) => {
  expect(read({ ...serviceOf(), ...changes })).toMatchObject({ ok: false, issues: [{ expression }] });
});

test('all the reasons are told at once', () => {
  const { name: _name, ...nameless } = serviceOf();
  expect(read(nameless)).toMatchObject({ ok: false, issues: [{ expression: 'HealthcareService.name' }] });
});
