import { FOREIGN, IDENTIFIERS, PROFILES } from '../../mappings/domain/systems.ts';
import { AGENT_ROLES, childEntity, sourceAt, theCentre } from './audit-parts.ts';
import type { AuditEntry } from './chain.ts';
import { personOf, type Reader, systemOf } from './reader.ts';

/** That emergency access was opened, or signed off by a second person: ids and codes only. */
export interface BreakGlassAct {
  readonly id: string;
  readonly centre: string;
  readonly act: 'opened' | 'signed-off';
  readonly by: Reader;
  /** Number of the opening. */
  readonly opening: string;
  readonly child: string;
  /** The reason, or what the second person said. */
  readonly why: string;
  readonly at: string;
}

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';

/** A security alert of DICOM (PS3.15 A.5.3.11), emergency override started or stopped; the purpose is BTG of HL7’s PurposeOfUse. */
export function breakGlassEvent({ id, centre, act, by, opening, child, why, at }: BreakGlassAct): AuditEntry {
  const detail = [
    { type: 'why', valueString: why },
    { type: 'kind', valueString: 'break-glass' },
  ];
  return {
    resourceType: 'AuditEvent',
    meta: { profile: [PROFILES.breakGlass] },
    id,
    type: { system: DICOM, code: '110113', display: 'Security Alert' },
    subtype: [{ system: DICOM, ...SUBTYPES[act] }],
    action: 'E',
    recorded: at,
    outcome: '0',
    purposeOfEvent: [BREAK_THE_GLASS],
    agent: [
      { type: AGENT_ROLES.destination, ...systemOf(by), requestor: by.professional === undefined },
      { type: AGENT_ROLES.source, who: theCentre(centre), requestor: false },
      ...(by.professional === undefined ? [] : [personOf(by.professional, by.role, centre)]),
    ],
    source: sourceAt(centre),
    entity: [
      { what: { identifier: { system: IDENTIFIERS.breakGlass, value: opening } }, detail },
      childEntity(centre, child, detail),
    ],
  };
}

const SUBTYPES = {
  opened: { code: '110127', display: 'Emergency Override Started' },
  'signed-off': { code: '110138', display: 'Emergency Override Stopped' },
} as const satisfies Readonly<Record<BreakGlassAct['act'], Pick<fhir4.Coding, 'code' | 'display'>>>;

/** Of what is read while it is open too. */
export const BREAK_THE_GLASS: fhir4.CodeableConcept = {
  coding: [{ system: FOREIGN.actReason, code: 'BTG', display: 'break the glass' }],
};
