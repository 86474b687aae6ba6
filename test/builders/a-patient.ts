import { CODE_SYSTEMS, FOREIGN, IDENTIFIERS } from '../../mappings/domain/systems.ts';

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

/** Her mother, holder of parental authority. */
export const aMother = (changes: Partial<fhir4.RelatedPerson> = {}): fhir4.RelatedPerson => ({
  resourceType: 'RelatedPerson',
  id: 'mother-1',
  meta: { versionId: '1' },
  identifier: [{ system: IDENTIFIERS.member('verdun'), value: 'enf-1:maman' }],
  active: true,
  patient: {
    reference: 'Patient/child-1',
    type: 'Patient',
    identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' },
  },
  relationship: [
    { coding: [{ system: FOREIGN.roleCode, code: 'MTH' }] },
    { coding: [{ system: CODE_SYSTEMS.circleRole, code: 'tap' }] },
  ],
  name: [{ text: 'Lan' }],
  ...changes,
});
