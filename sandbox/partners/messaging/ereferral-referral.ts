import type { BusinessId } from '../journal.ts';
import type { ReferralSent } from '../protocols/protocol.ts';
import type { StandInReferral } from '../stand-in-referral.ts';
import { CARD_SYSTEMS } from './card-systems.ts';
import { outgoing, type Sender } from './ereferral-out.ts';
import { idFrom, type Named } from './message-bundle.ts';

/** How the gateway's guide names the centres behind it. */
const CENTRES = 'https://fhir.passerelle.example/NamingSystem/centre';

/** add-service-request: a child is referred to the centre. */
export function referralMessage({ number, referral, at }: ReferralSent, sender: Sender) {
  const { child, what, reason, priority, askedBy, note, letter, centre } = referral;
  const id = (part: string) => idFrom(part, sender.id, number.value);
  const patient: Named = {
    resourceType: 'Patient',
    id: id('patient'),
    ...(child.card === undefined
      ? {}
      : {
          identifier: [
            {
              use: 'official',
              // Written so by Ontario's systems in the field.
              type: { coding: [{ system: 'http://hl7.org/fhir/v2/0203/', code: 'JHN' }] },
              system: CARD_SYSTEMS[child.card.kind],
              value: child.card.number,
            },
          ],
        }),
    name: [{ use: 'official', text: `${child.given} ${child.family}`, family: child.family, given: [child.given] }],
    birthDate: child.birthDate,
    ...(child.sex === undefined ? {} : { gender: child.sex }),
    ...(child.language === undefined
      ? {}
      : {
          communication: [
            { language: { coding: [{ system: 'urn:ietf:bcp:47', code: child.language }] }, preferred: true },
          ],
        }),
  };
  const practitioner: Named = {
    resourceType: 'Practitioner',
    id: id('practitioner'),
    name: [{ text: askedBy ?? sender.name }],
  };
  const role: Named = {
    resourceType: 'PractitionerRole',
    id: id('role'),
    practitioner: { reference: `Practitioner/${practitioner.id}` },
    organization: { reference: `Organization/${idFrom('organization', sender.id)}` },
    telecom: [{ system: 'phone', value: '613 555-0161', use: 'work' }],
  };
  const letters = letter === undefined ? [] : [letterOf(letter, id('letter'), patient.id, at)];
  const request: Named = {
    resourceType: 'ServiceRequest',
    id: id('request'),
    identifier: [{ ...number }],
    status: 'active',
    intent: 'order',
    priority: priority ?? 'routine',
    code: { text: what },
    subject: { reference: `Patient/${patient.id}` },
    authoredOn: at,
    requester: { reference: `PractitionerRole/${role.id}` },
    ...(centre === undefined ? {} : { performer: [{ identifier: { system: CENTRES, value: centre } }] }),
    ...(reason === undefined ? {} : { reasonCode: [{ text: reason }] }),
    ...(note === undefined ? {} : { note: [{ text: note }] }),
    ...(letters.length === 0
      ? {}
      : { supportingInfo: letters.map((it) => ({ reference: `DocumentReference/${it.id}` })) }),
  };
  return outgoing({
    event: 'add-service-request',
    at,
    focus: [request],
    author: role,
    others: [patient, practitioner, ...letters],
    sender,
  });
}

/** revoke-service-request: the number and that it is revoked. */
export function revocationMessage(number: BusinessId, at: string, sender: Sender) {
  const request: Named = {
    resourceType: 'ServiceRequest',
    id: idFrom('request', sender.id, number.value),
    identifier: [{ ...number }],
    status: 'revoked',
    intent: 'order',
    subject: { display: 'As in the referral' },
  };
  return outgoing({ event: 'revoke-service-request', at, focus: [request], sender });
}

function letterOf(
  { title, text }: NonNullable<StandInReferral['letter']>,
  id: string,
  patient: string,
  at: string,
): Named {
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    type: { text: 'Letter' },
    subject: { reference: `Patient/${patient}` },
    date: new Date(at).toISOString(),
    description: title,
    content: [{ attachment: { contentType: 'text/plain', data: Buffer.from(text, 'utf8').toString('base64'), title } }],
  };
}
