import { v5 as uuidFrom } from 'uuid';
import { timeLimit } from '../../../gateway/process/time-limit.ts';
import type { Attempt } from '../journal.ts';
import type { StandInReferral } from '../stand-in-referral.ts';
import { attemptFrom, bodyFrom, reasonOf } from './fhir-rest-send.ts';
import { bearerFrom, type ReferralSent, type SendOptions, type SendReferral } from './protocol.ts';

const CARD_SYSTEMS = {
  nam: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id',
  ohip: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn',
} as const;

const FULL_URLS = 'b1f1f0f2-93f5-5c1c-8a60-5d6f2f0a7c11';

/** Refers a child with a FHIR transaction, `POST {gateway}/fhir`; takes it back with the Task alone. */
export function fhirRestRefer({ gatewayUrl, gatewayToken, timeoutMs }: SendOptions): SendReferral {
  const post = async (bundle: fhir4.Bundle, signal: AbortSignal): Promise<Attempt> => {
    try {
      const base = typeof gatewayUrl === 'function' ? gatewayUrl() : gatewayUrl;
      const response = await fetch(`${base.replace(/\/+$/, '')}/fhir`, {
        method: 'POST',
        headers: {
          accept: 'application/fhir+json',
          authorization: await bearerFrom(gatewayToken),
          'content-type': 'application/fhir+json',
        },
        body: JSON.stringify(bundle),
        redirect: 'manual',
        signal: timeLimit(signal, timeoutMs),
      });
      return attemptFrom(response.status, bodyFrom(await response.text()));
    } catch (error) {
      return { result: 'not-delivered', willRetry: true, because: reasonOf(error) };
    }
  };
  return {
    refer: (sent, signal) => post(request(sent), signal),
    cancel: (sent, at, signal) => post(withdrawal(sent, at), signal),
  };
}

/** The message's id is made from what it says: sent again, it is the same message. */
const transaction = ({ number }: ReferralSent, what: string, entry: fhir4.BundleEntry[]): fhir4.Bundle => ({
  resourceType: 'Bundle',
  type: 'transaction',
  identifier: { system: `${number.system}/messages`, value: `${number.value}-${what}` },
  entry,
});

const put = (fullUrl: string, resource: fhir4.FhirResource, { system, value }: ReferralSent['number']) => ({
  fullUrl,
  resource,
  request: {
    method: 'PUT' as const,
    url: `${resource.resourceType}?identifier=${encodeURIComponent(`${system}|${value}`)}`,
  },
});

const withdrawal = (sent: ReferralSent, at: string): fhir4.Bundle =>
  transaction(sent, 'withdrawal', [
    put(
      `urn:uuid:${uuidFrom(`${sent.number.value}|task`, FULL_URLS)}`,
      {
        resourceType: 'Task',
        identifier: [sent.number],
        status: 'cancelled',
        intent: 'order',
        lastModified: at,
      },
      sent.number,
    ),
  ]);

function request(sent: ReferralSent): fhir4.Bundle {
  const { number, referral, at } = sent;
  const [task, asked, child, organization] = ['task', 'request', 'child', 'organization'].map(
    (part) => `urn:uuid:${uuidFrom(`${number.value}|${part}`, FULL_URLS)}`,
  );
  const childNumber = { system: `${number.system}/patients`, value: `p-${number.value}` };
  const own = { system: `${number.system}/organizations`, value: '1' };
  const name = referral.askedBy ?? 'Partenaire (bac à sable)';
  return transaction(sent, 'request', [
    put(
      task ?? '',
      {
        resourceType: 'Task',
        identifier: [number],
        status: 'requested',
        intent: 'order',
        code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
        authoredOn: at,
        lastModified: at,
        priority: referral.priority ?? 'routine',
        focus: { reference: asked ?? '', type: 'ServiceRequest' },
        for: { reference: child ?? '', type: 'Patient' },
        ...(referral.centre === undefined
          ? {}
          : {
              owner: {
                identifier: { system: 'https://fhir.passerelle.example/NamingSystem/centre', value: referral.centre },
              },
            }),
        requester: { reference: organization ?? '', display: name },
        ...(referral.note === undefined ? {} : { note: [{ text: referral.note }] }),
      },
      number,
    ),
    put(
      asked ?? '',
      {
        resourceType: 'ServiceRequest',
        identifier: [number],
        status: 'active',
        intent: 'order',
        priority: referral.priority ?? 'routine',
        code: { text: referral.what },
        subject: { reference: child ?? '', type: 'Patient' },
        authoredOn: at,
        requester: { reference: organization ?? '', display: name },
        ...(referral.reason === undefined ? {} : { reasonCode: [{ text: referral.reason }] }),
      },
      number,
    ),
    put(child ?? '', patient(referral, childNumber), childNumber),
    put(
      organization ?? '',
      {
        resourceType: 'Organization',
        identifier: [own],
        name,
        telecom: [{ system: 'phone', value: '514 555-0199' }],
      },
      own,
    ),
    ...(referral.letter === undefined
      ? []
      : [
          letterEntry(referral.letter, { system: `${number.system}/letters`, value: `l-${number.value}` }, asked ?? ''),
        ]),
  ]);
}

const patient = ({ child }: StandInReferral, number: ReferralSent['number']): fhir4.Patient => ({
  resourceType: 'Patient',
  identifier: [
    number,
    ...(child.card === undefined ? [] : [{ system: CARD_SYSTEMS[child.card.kind], value: child.card.number }]),
  ],
  name: [{ family: child.family, given: [child.given] }],
  birthDate: child.birthDate,
  ...(child.sex === undefined ? {} : { gender: child.sex }),
  ...(child.language === undefined
    ? {}
    : {
        communication: [
          { language: { coding: [{ system: 'urn:ietf:bcp:47', code: child.language }] }, preferred: true },
        ],
      }),
});

const letterEntry = (
  { title, text }: NonNullable<StandInReferral['letter']>,
  number: ReferralSent['number'],
  request: string,
) =>
  put(
    `urn:uuid:${uuidFrom(number.value, FULL_URLS)}`,
    {
      resourceType: 'DocumentReference',
      identifier: [number],
      status: 'current',
      description: title,
      content: [{ attachment: { contentType: 'text/plain', title, data: Buffer.from(text).toString('base64') } }],
      context: { related: [{ reference: request, type: 'ServiceRequest' }] },
    },
    number,
  );
