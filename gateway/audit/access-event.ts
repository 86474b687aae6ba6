import { PROFILES } from '../../mappings/domain/systems.ts';
import { AGENT_ROLES, childEntity, sourceAt, theCentre } from './audit-parts.ts';
import { BREAK_THE_GLASS } from './break-glass-event.ts';
import type { AuditEntry } from './chain.ts';
import { personOf, type Reader, systemOf } from './reader.ts';

/** FHIR’s RESTful interactions that give something to read; and the one that leaves nothing to read. */
export type Reading = 'read' | 'vread' | 'history-instance' | 'search-type' | 'delete';

/** One access: who read what of which children of a centre. Ids only; never what was searched for, which names people. */
export interface Access {
  readonly id: string;
  readonly centre: string;
  readonly by: Reader;
  readonly how: Reading;
  /** What kind of thing: a word of the register. */
  readonly kind: string;
  /** What was read, by its business identifier. */
  readonly on: readonly fhir4.Reference[];
  /** The children whom it is about, by the centre’s numbers. */
  readonly children: readonly string[];
  /** Of a destruction: why, as a word, and the number under which its decision stands. */
  readonly why?: string;
  /** Through emergency access. */
  readonly isEmergency?: true;
  readonly at: string;
}

/** IHE BALP PatientRead and PatientQuery, but for the query, which would name people. */
export function accessEvent({ id, centre, by, how, kind, on, children, why, isEmergency, at }: Access): AuditEntry {
  const detail = [
    { type: 'kind', valueString: kind },
    ...(why === undefined ? [] : [{ type: 'why', valueString: why }]),
  ];
  return {
    resourceType: 'AuditEvent',
    meta: { profile: [PROFILES.access] },
    id,
    type: {
      system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
      code: 'rest',
      display: 'RESTful Operation',
    },
    subtype: [{ system: 'http://hl7.org/fhir/restful-interaction', code: how, display: DISPLAYS[how] }],
    action: ACTIONS[how],
    recorded: at,
    outcome: '0',
    ...(isEmergency === true && { purposeOfEvent: [BREAK_THE_GLASS] }),
    agent: [
      { type: AGENT_ROLES.destination, ...systemOf(by), requestor: by.professional === undefined },
      { type: AGENT_ROLES.source, who: theCentre(centre), requestor: false },
      ...(by.professional === undefined ? [] : [personOf(by.professional, by.role, centre)]),
    ],
    source: sourceAt(centre),
    entity: [
      ...on.map((what) => ({ what, detail })),
      ...children.map((child) => childEntity(centre, child, detail)),
      // A search that found nobody, or a list of none, is an access all the same.
      ...(on.length + children.length === 0 ? [{ what: theCentre(centre), detail }] : []),
    ],
  };
}

const DISPLAYS = {
  read: 'read',
  vread: 'vread',
  'history-instance': 'history-instance',
  'search-type': 'search-type',
  delete: 'delete',
} as const satisfies Record<Reading, string>;

const ACTIONS = {
  read: 'R',
  vread: 'R',
  'history-instance': 'R',
  'search-type': 'E',
  delete: 'D',
} as const satisfies Record<Reading, fhir4.AuditEvent['action']>;
