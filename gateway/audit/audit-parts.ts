import { IDENTIFIERS } from '../../mappings/domain/systems.ts';

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';

/** The part that an agent has: what leaves, leaves from the source for the destination. */
export const AGENT_ROLES = {
  source: { coding: [{ system: DICOM, code: '110153', display: 'Source Role ID' }] },
  destination: { coding: [{ system: DICOM, code: '110152', display: 'Destination Role ID' }] },
  /** The person for whom a system reads. */
  person: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
        code: 'IRCP',
        display: 'information recipient',
      },
    ],
  },
} as const satisfies Readonly<Record<string, fhir4.CodeableConcept>>;

export const theCentre = (centre: string): fhir4.Reference => ({
  type: 'Organization',
  identifier: { system: IDENTIFIERS.centre, value: centre },
});

export const thePartner = (partner: string): fhir4.Reference => ({
  type: 'Organization',
  identifier: { system: IDENTIFIERS.partner, value: partner },
});

/** Whose register it stands in. The site is found by a search where the observer, who is named by a number only, is not. */
export const sourceAt = (centre: string): fhir4.AuditEventSource => ({ site: centre, observer: theCentre(centre) });

/** The child whom an entry is about, by the centre’s number: as the name too, since servers look for what is referred to by number alone under its name only. */
export const childEntity = (
  centre: string,
  child: string,
  detail: readonly fhir4.AuditEventEntityDetail[],
): fhir4.AuditEventEntity => ({
  what: { type: 'Patient', identifier: { system: IDENTIFIERS.child(centre), value: child } },
  type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: '1', display: 'Person' },
  role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: '1', display: 'Patient' },
  name: child,
  detail: [...detail],
});
