import { FOREIGN, IDENTIFIERS } from '../../mappings/domain/systems.ts';

/** A child with a health card, as the record holds her. */
export const aPatient = (changes: Partial<fhir4.Patient> = {}): fhir4.Patient => ({
  resourceType: 'Patient',
  id: 'child-1',
  meta: { versionId: '1' },
  identifier: [
    { system: IDENTIFIERS.child('verdun'), value: 'enf-1' },
    { system: FOREIGN.nam, value: 'NGUM19552312', type: { coding: [{ code: 'JHN' }] } },
  ],
  name: [{ given: ['Mai'], family: 'Nguyễn' }],
  gender: 'female',
  birthDate: '2019-05-23',
  communication: [{ language: { coding: [{ system: FOREIGN.languageTag, code: 'vi' }] } }],
  ...changes,
});
