import type { ReferralSent } from '../protocols/protocol.ts';
import { CARD_SYSTEMS } from './card-systems.ts';
import { idFrom } from './message-bundle.ts';

/** Code systems of NHS England's booking and referral messages. */
const NHS = {
  events: 'https://fhir.nhs.uk/CodeSystem/message-events-bars',
  reasons: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars',
  categories: 'https://fhir.nhs.uk/CodeSystem/message-category-servicerequest',
} as const;

export interface BarsParts extends ReferralSent {
  readonly status: 'active' | 'revoked';
  readonly sender: string;
}

/**
 * `servicerequest-request` without any Task: `new` for a referral, `update` with a revoked request for its cancellation. The patient's
 * ethnic category comes along, as such senders write it: nobody here may keep it.
 */
export function barsMessage({ number, referral, status, at, sender }: BarsParts): fhir4.Bundle<fhir4.FhirResource> {
  const urn = (part: string) => `urn:uuid:${idFrom('bars', part, number.value)}`;
  const { child, what, reason, priority, askedBy, note, centre } = referral;
  const request: fhir4.ServiceRequest = {
    resourceType: 'ServiceRequest',
    identifier: [{ ...number }],
    status,
    intent: 'plan',
    category: [{ coding: [{ system: NHS.categories, code: 'referral', display: 'Transfer of Care' }] }],
    priority: priority ?? 'routine',
    code: { text: what },
    subject: { reference: urn('patient') },
    encounter: { reference: urn('encounter') },
    authoredOn: at,
    requester: { reference: urn('practitioner') },
    ...(centre === undefined
      ? {}
      : {
          performer: [{ identifier: { system: 'https://fhir.passerelle.example/NamingSystem/centre', value: centre } }],
        }),
    ...(reason === undefined ? {} : { reasonCode: [{ text: reason }] }),
    ...(note === undefined ? {} : { note: [{ text: note }] }),
  };
  const patient: fhir4.Patient = {
    resourceType: 'Patient',
    extension: [
      {
        url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory',
        valueCodeableConcept: { text: 'a category that must not be kept' },
      },
    ],
    ...(child.card === undefined
      ? {}
      : { identifier: [{ system: CARD_SYSTEMS[child.card.kind], value: child.card.number }] }),
    name: [{ use: 'official', family: child.family, given: [child.given] }],
    birthDate: child.birthDate,
    ...(child.sex === undefined ? {} : { gender: child.sex }),
  };
  const encounter: fhir4.Encounter = {
    resourceType: 'Encounter',
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject: { reference: urn('patient') },
  };
  const header: fhir4.MessageHeader = {
    resourceType: 'MessageHeader',
    id: idFrom('bars', 'message', number.value, status),
    eventCoding: { system: NHS.events, code: 'servicerequest-request' },
    destination: [{ endpoint: 'https://passerelle.example/fhir/$process-message' }],
    sender: { reference: urn('organization') },
    source: { name: sender, endpoint: 'https://bars-sender.example/fhir/$process-message' },
    reason: { coding: [{ system: NHS.reasons, code: status === 'active' ? 'new' : 'update' }] },
    focus: [{ reference: urn('request') }],
  };
  const entries: readonly (readonly [string, fhir4.FhirResource])[] = [
    [`urn:uuid:${header.id}`, header],
    [urn('request'), request],
    [urn('patient'), patient],
    [urn('organization'), { resourceType: 'Organization', name: sender }],
    [urn('practitioner'), { resourceType: 'Practitioner', name: [{ text: askedBy ?? sender }] }],
    [urn('encounter'), encounter],
  ];
  return {
    resourceType: 'Bundle',
    id: idFrom('bars', 'bundle', number.value, status),
    meta: { versionId: '1.0.0' },
    type: 'message',
    timestamp: at,
    entry: entries.map(([fullUrl, resource]) => ({ fullUrl, resource })),
  };
}
