import { randomUUID } from 'node:crypto';
import type { BusinessId } from '../journal.ts';
import type { ReferralSent } from '../protocols/protocol.ts';

const BASE = 'https://fhir.passerelle.example';
export const CENTRE_SYSTEM = `${BASE}/NamingSystem/centre`;
const CARD_SYSTEMS = {
  nam: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id',
  ohip: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn',
} as const;

/** What one guide says of its resources: the profiles they follow, how numbers are typed, what else a request must have. */
export interface ReferralStyle {
  readonly task?: string;
  readonly request?: string;
  readonly category?: readonly fhir4.CodeableConcept[];
  readonly businessStatus?: fhir4.CodeableConcept;
  /** Numbers say that they are the placer’s. */
  readonly typed: boolean;
}

/** A resource of a referral, and how the others name it inside the message. */
export interface ReferralPart {
  readonly fullUrl: string;
  readonly resource: fhir4.FhirResource;
}

export interface Sender {
  readonly id: string;
  readonly name: string;
}

/** A referral: Task, request, child, who asks, who is asked and the letter, each under a business identifier. The Task comes first. */
export function referralParts(
  { number, referral, at }: ReferralSent,
  style: ReferralStyle,
  sender: Sender,
): readonly ReferralPart[] {
  const names = newNames();
  const identifier = [numbered(number, style)];
  const by = referral.askedBy ?? sender.name;
  const requester: fhir4.Reference = { reference: names.sender, display: by };
  const task: fhir4.Task = {
    resourceType: 'Task',
    ...(style.task !== undefined && { meta: { profile: [style.task] } }),
    identifier,
    status: 'requested',
    ...(style.businessStatus !== undefined && { businessStatus: style.businessStatus }),
    intent: 'order',
    priority: referral.priority ?? 'routine',
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
    focus: { reference: names.request },
    for: { reference: names.child },
    authoredOn: at,
    lastModified: at,
    requester,
    owner: { reference: names.centre },
  };
  const request: fhir4.ServiceRequest = {
    resourceType: 'ServiceRequest',
    ...(style.request !== undefined && { meta: { profile: [style.request] } }),
    identifier,
    status: 'active',
    intent: 'order',
    ...(style.category !== undefined && { category: [...style.category] }),
    priority: referral.priority ?? 'routine',
    code: { text: referral.what },
    subject: { reference: names.child },
    occurrenceDateTime: at,
    authoredOn: at,
    requester,
    performer: [{ reference: names.centre }],
    ...(referral.reason !== undefined && { reasonCode: [{ text: referral.reason }] }),
    ...(referral.letter !== undefined && { supportingInfo: [{ reference: names.letter }] }),
    ...(referral.note !== undefined && { note: [{ text: referral.note, time: at, authorString: by }] }),
  };
  return [
    { fullUrl: names.task, resource: task },
    { fullUrl: names.request, resource: request },
    { fullUrl: names.child, resource: childOf({ number, referral, at }) },
    { fullUrl: names.centre, resource: centreOf(referral.centre ?? 'hochelaga') },
    { fullUrl: names.sender, resource: organizationOf(sender) },
    ...letterOf({ number, referral, at }, names),
  ];
}

const newNames = () => ({
  task: `urn:uuid:${randomUUID()}`,
  request: `urn:uuid:${randomUUID()}`,
  child: `urn:uuid:${randomUUID()}`,
  centre: `urn:uuid:${randomUUID()}`,
  sender: `urn:uuid:${randomUUID()}`,
  letter: `urn:uuid:${randomUUID()}`,
});

const centreOf = (centre: string): fhir4.Organization => ({
  resourceType: 'Organization',
  identifier: [{ system: CENTRE_SYSTEM, value: centre }],
  active: true,
  name: centre,
});

const organizationOf = ({ id, name }: Sender): fhir4.Organization => ({
  resourceType: 'Organization',
  identifier: [{ system: `https://${id}.example/organization`, value: id }],
  active: true,
  name,
  telecom: [{ system: 'phone', value: '514 555-0150' }],
});

const numbered = (number: BusinessId, { typed }: ReferralStyle): fhir4.Identifier => ({
  ...(typed && { type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'PLAC' }] } }),
  ...number,
});

function letterOf(
  { number, referral: { letter } }: ReferralSent,
  names: ReturnType<typeof newNames>,
): readonly ReferralPart[] {
  if (letter === undefined) return [];
  const { title, text } = letter;
  const attachment = { contentType: 'text/plain', title, data: Buffer.from(text).toString('base64') };
  const resource: fhir4.DocumentReference = {
    resourceType: 'DocumentReference',
    identifier: [{ system: `${number.system}/letter`, value: number.value }],
    status: 'current',
    description: title,
    subject: { reference: names.child },
    content: [{ attachment }],
    context: { related: [{ reference: names.request }] },
  };
  return [{ fullUrl: names.letter, resource }];
}

function childOf({ number, referral: { child } }: ReferralSent): fhir4.Patient {
  const { card, language, sex } = child;
  return {
    resourceType: 'Patient',
    identifier: [
      { system: `${number.system}/child`, value: number.value },
      ...(card === undefined
        ? []
        : [
            {
              type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'JHN' }] },
              system: CARD_SYSTEMS[card.kind],
              value: card.number,
            },
          ]),
    ],
    name: [{ family: child.family, given: [child.given] }],
    birthDate: child.birthDate,
    ...(sex !== undefined && { gender: sex }),
    ...(language !== undefined && {
      communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: language }] }, preferred: true }],
    }),
  };
}
