import { FOREIGN, PROFILES } from '../../mappings/domain/systems.ts';
import { AGENT_ROLES, childEntity, sourceAt, theCentre, thePartner } from './audit-parts.ts';
import type { AuditEntry } from './chain.ts';

/** One disclosure: who gave what to whom, on which basis. Ids only. */
export interface Disclosure {
  /** UUID made from the disclosure: an attempt made again is known by it. */
  readonly id: string;
  readonly centre: string;
  readonly recipient: string;
  /** The centre’s number of the child; absent where nobody has said yet which child it is. */
  readonly child?: string;
  /** `Type/id` of what is disclosed. */
  readonly request: string;
  /** The same of the letters that go along. */
  readonly letters?: readonly string[];
  /** What kind of thing it is, and by which way it goes: words of the register. */
  readonly kind: string;
  readonly channel: string;
  /** A label restricts it: those who may not know that it exists are not told of this entry. */
  readonly restricted: boolean;
  /** A young person asks it alone: a parent is not told of this entry, whatever its basis. */
  readonly askedAlone?: boolean;
  readonly lens: string;
  readonly basis: string;
  readonly at: string;
}

const RESTRICTED = { system: FOREIGN.confidentiality, code: 'R', display: 'restricted' } as const;
const ASKED_ALONE = { system: FOREIGN.actCode, code: 'ADOL', display: 'adolescent information sensitivity' } as const;

/** Whether a label of one of them says more than that it is as confidential as any of a child’s file. */
export const isRestricted = (resources: readonly Pick<fhir4.Resource, 'meta'>[]): boolean =>
  resources.some(({ meta }) => meta?.security?.some(({ code }) => code !== 'N'));

/**
 * IHE BALP PrivacyDisclosure.Source, under an id of its own: a message that leaves once more when Redis has forgotten the first time is an entry
 * more, and takes the place of none. The disclosure stands as the name of what is disclosed, by which the record finds it.
 */
export function disclosureEvent(disclosure: Disclosure, entryId: string): AuditEntry {
  const { id, centre, recipient, letters = [], basis, at, ...of } = disclosure;
  const detail = [
    { type: 'lens', valueString: of.lens },
    { type: 'kind', valueString: of.kind },
    { type: 'channel', valueString: of.channel },
  ];
  const labels = [...(of.restricted ? [RESTRICTED] : []), ...(of.askedAlone === true ? [ASKED_ALONE] : [])];
  return {
    resourceType: 'AuditEvent',
    meta: { profile: [PROFILES.disclosure] },
    id: entryId,
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
      { type: AGENT_ROLES.source, who: theCentre(centre), requestor: true },
      { type: AGENT_ROLES.destination, who: thePartner(recipient), requestor: false },
    ],
    source: sourceAt(centre),
    entity: [
      ...[of.request, ...letters].map((reference) => ({
        what: { reference },
        ...(reference === of.request && { name: id }),
        ...(labels.length > 0 && { securityLabel: labels }),
        detail,
      })),
      ...(of.child === undefined ? [] : [childEntity(centre, of.child, detail)]),
    ],
  };
}
