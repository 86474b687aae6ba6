import { expect, test } from '@jest/globals';
import { everythingAbout } from '../../../../gateway/facade/everything.ts';
import type { RecordPages } from '../../../../gateway/facade/record-pages.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';

const CENTRE = 'verdun';
const child: fhir4.Patient = {
  resourceType: 'Patient',
  id: '1',
  identifier: [{ system: IDENTIFIERS.child(CENTRE), value: 'enf-1' }],
};
const consent: fhir4.Consent = {
  resourceType: 'Consent',
  id: '5',
  identifier: [{ system: IDENTIFIERS.consent(CENTRE), value: 'cons-1' }],
  status: 'active',
  scope: {},
  category: [],
  performer: [{ reference: 'Practitioner/7' }],
};
const practitioner: fhir4.Practitioner = {
  resourceType: 'Practitioner',
  id: '7',
  identifier: [{ system: IDENTIFIERS.professional(CENTRE), value: 'ts-1' }],
};

test('with a child comes whoever a consent names, though nothing names what they are at the centre', async () => {
  const held: Readonly<Record<string, readonly fhir4.FhirResource[]>> = {
    Consent: [consent],
    Practitioner: [practitioner],
  };
  const asked: string[] = [];
  const first: RecordPages['first'] = async (type, params) => {
    if (params._id !== undefined) asked.push(`${type} ${params._id}`);
    return { entries: (held[type] ?? []).map((resource) => ({ resource, isIncluded: false })) };
  };
  const { entries } = await everythingAbout({ first } as RecordPages, CENTRE, child);
  expect(entries.map(({ resource: { resourceType, id } }) => `${resourceType}/${id}`)).toEqual([
    'Patient/1',
    'Consent/5',
    'Practitioner/7',
  ]);
  expect(asked).toEqual(['Practitioner 7']);
});
