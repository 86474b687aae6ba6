import { IDENTIFIERS, PROFILES } from '../mappings/domain/systems.ts';
import type { FhirStore } from './fhir-store.ts';

/** One disclosure: who gave what to whom, on which basis. Ids only. */
export interface Disclosure {
  /** UUID made from the disclosure, so that a repeated attempt writes no second entry. */
  readonly id: string;
  readonly centre: string;
  readonly recipient: string;
  /** `Type/id` of what is disclosed. */
  readonly request: string;
  readonly lens: string;
  readonly basis: string;
  readonly at: string;
}

export interface Audit {
  /** Written before anything leaves; when it cannot be written, nothing leaves. */
  disclosure(disclosure: Disclosure): Promise<void>;
}

/** AuditEvents in the record, in the shape of IHE BALP PrivacyDisclosure.Source (fhir.md §2). */
export function auditInRecord(store: FhirStore): Audit {
  return {
    disclosure: (disclosure) => store.put(disclosureEvent(disclosure)),
  };
}

const disclosureEvent = ({
  id,
  centre,
  recipient,
  request,
  lens,
  basis,
  at,
}: Disclosure): fhir4.AuditEvent & { id: string } => ({
  resourceType: 'AuditEvent',
  meta: { profile: [PROFILES.disclosure] },
  id,
  type: { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110106', display: 'Export' },
  subtype: [{ system: 'http://hl7.org/fhir/restful-interaction', code: 'create', display: 'create' }],
  action: 'R',
  recorded: at,
  outcome: '0',
  purposeOfEvent: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'TREAT', display: 'treatment' }],
      text: basis,
    },
  ],
  agent: [
    {
      type: {
        coding: [{ system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110153', display: 'Source Role ID' }],
      },
      who: { type: 'Organization', identifier: { system: IDENTIFIERS.centre, value: centre } },
      requestor: true,
    },
    {
      type: {
        coding: [
          { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110152', display: 'Destination Role ID' },
        ],
      },
      who: { type: 'Organization', identifier: { system: IDENTIFIERS.partner, value: recipient } },
      requestor: false,
    },
  ],
  source: { observer: { type: 'Organization', identifier: { system: IDENTIFIERS.centre, value: centre } } },
  entity: [{ what: { reference: request }, detail: [{ type: 'lens', valueString: lens }] }],
});
