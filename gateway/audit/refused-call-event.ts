import { present } from '../../mappings/concepts/present.ts';
import { PROFILES } from '../../mappings/domain/systems.ts';
import type { AuditEntry } from './chain.ts';
import { personOf, type Reader, systemOf } from './reader.ts';

/** A call that was refused, or calls that one entry stands for. Ids only: never a token, nor what was asked for in words. */
export interface RefusedCall {
  readonly id: string;
  /** Whom the token named; else the network that it came from, not the whole address, which may be a person’s; nothing for many. */
  readonly by?: Reader | { readonly network: string };
  /** The kind of the failure, or what is wrong with the token. */
  readonly why: string;
  /** Method and template of the address: what stands in an address itself may be a name or a card. */
  readonly route?: string;
  /** What was asked for, where it is a UUID: that names nobody. */
  readonly on?: string;
  /** How many calls this entry stands for. */
  readonly times: number;
  readonly at: string;
}

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';
const ALERT = { system: DICOM, code: '110113', display: 'Security Alert' };
const NODE_AUTHENTICATION = { system: DICOM, code: '110126', display: 'Node Authentication' };
const RESTRICTED_FUNCTION = { system: DICOM, code: '110132', display: 'Use of Restricted Function' };

/** A security alert of DICOM (PS3.15 A.5.3.11): who is not known, or is known and asked for what is not theirs. It stands in no centre’s register, where it would tell that something is there. */
export function refusedCallEvent({ id, by, why, route, on, times, at }: RefusedCall): AuditEntry {
  const details = Object.entries(present({ why, route, times: String(times) }));
  return {
    resourceType: 'AuditEvent',
    meta: { profile: [PROFILES.refusedCall] },
    id,
    type: ALERT,
    subtype: [by !== undefined && 'of' in by ? RESTRICTED_FUNCTION : NODE_AUTHENTICATION],
    action: 'E',
    recorded: at,
    // FHIR R4: not successful, and handled, as an HTTP 4xx.
    outcome: '4',
    agent: agentsOf(by),
    source: { observer: { type: 'Device', display: 'Passerelle' } },
    entity: [
      {
        ...(on !== undefined && { what: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${on}` } } }),
        detail: details.map(([type, valueString]) => ({ type, valueString })),
      },
    ],
  };
}

function agentsOf(by: RefusedCall['by']): fhir4.AuditEventAgent[] {
  if (by === undefined) return [{ requestor: true }];
  if ('network' in by) return [{ requestor: true, network: { address: by.network, type: '2' } }];
  const { of, professional, role } = by;
  const person = 'centre' in of && professional !== undefined ? [personOf(professional, role, of.centre)] : [];
  return [{ ...systemOf(by), requestor: person.length === 0 }, ...person];
}
