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
  /** The same of the letters that go along. */
  readonly letters?: readonly string[];
  readonly lens: string;
  readonly basis: string;
  readonly at: string;
}

/** What somebody who operates the gateway did, or a centre that looked at what was set aside: by ids. */
export interface OperatorAct {
  readonly id: string;
  readonly what:
    | 'look'
    | 'replay'
    | 'close'
    | 'pause'
    | 'resume'
    /** A switch of a centre (docs/switches.md): turned on, turned off, or on when a process started. */
    | 'switch-on'
    | 'switch-off'
    | 'switch-stands';
  /** Name of the operator’s token, or a centre. */
  readonly by: { readonly operator: string } | { readonly centre: string };
  /** Business identifiers or exchanges of what it was done to. */
  readonly on: readonly fhir4.Reference[];
  readonly at: string;
}

export interface Audit {
  /** Written before anything leaves; when it cannot be written, nothing leaves. */
  disclosure(disclosure: Disclosure): Promise<void>;
  /** Written before it is done; when it cannot be written, it is not done. */
  act(act: OperatorAct): Promise<void>;
}

/** AuditEvents in the record, in the shape of IHE BALP PrivacyDisclosure.Source (fhir.md §2). */
export function auditInRecord(store: FhirStore): Audit {
  return {
    disclosure: (disclosure) => store.put(disclosureEvent(disclosure)),
    act: (act) => store.put(actEvent(act)),
  };
}

const actEvent = ({ id, what, by, on, at }: OperatorAct): fhir4.AuditEvent & { id: string } => ({
  resourceType: 'AuditEvent',
  meta: { profile: [PROFILES.operatorAct] },
  id,
  type: {
    system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
    code: 'rest',
    display: 'RESTful Operation',
  },
  subtype: [
    {
      system: 'http://hl7.org/fhir/restful-interaction',
      ...(what === 'look' ? { code: 'read', display: 'read' } : { code: 'operation', display: 'operation' }),
    },
  ],
  action: what === 'look' ? 'R' : 'E',
  recorded: at,
  outcome: '0',
  agent: [
    'operator' in by
      ? { altId: by.operator, requestor: true }
      : {
          who: { type: 'Organization', identifier: { system: IDENTIFIERS.centre, value: by.centre } },
          requestor: true,
        },
  ],
  source: { observer: { type: 'Device', display: 'Passerelle' } },
  entity: on.map((it) => ({ what: it, detail: [{ type: 'act', valueString: what }] })),
});

const disclosureEvent = ({
  id,
  centre,
  recipient,
  request,
  letters = [],
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
  entity: [request, ...letters].map((reference) => ({
    what: { reference },
    detail: [{ type: 'lens', valueString: lens }],
  })),
});
