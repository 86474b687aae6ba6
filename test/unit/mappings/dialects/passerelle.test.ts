import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answeredTask } from '../../../../mappings/concepts/answered-task.ts';
import { patientFromChild } from '../../../../mappings/concepts/child.ts';
import { legalReferralMapping } from '../../../../mappings/concepts/legal-referral.ts';
import type { Message, OutgoingContext } from '../../../../mappings/dialects/dialect.ts';
import { passerelle } from '../../../../mappings/dialects/passerelle.ts';
import { travellingRequest } from '../../../../mappings/dialects/travelling-request.ts';
import { isReferralState } from '../../../../mappings/domain/referral-state.ts';
import { ANSWER_MEANINGS } from '../../../../mappings/domain/referral-table.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { LENSES, type LensName } from '../../../../mappings/lenses/lenses.ts';
import { lookThrough } from '../../../../mappings/lenses/look-through.ts';
import { aPatient } from '../../../builders/a-patient.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aTask } from '../../../builders/a-task.ts';
import { anAnswerEvent } from '../../../builders/events.ts';
import { expectValidTransaction } from '../../../builders/valid-transaction.ts';
import { answers } from '../../../generators/answers.ts';
import { children } from '../../../generators/care-circles.ts';
import { mappingContexts } from '../../../generators/mapping-contexts.ts';
import { legalReferrals } from '../../../generators/requests.ts';

const CONTEXT: OutgoingContext = {
  at: '2026-03-10T12:00:00Z',
  language: 'fr',
  first: true,
  messageId: '0b0e7c3e-0000-5000-8000-000000000001',
  sender: { id: 'verdun', name: 'Les Petits Renards', telephone: '514 555-0110' },
  recipient: { id: 'clsc-verdun', name: 'CLSC de Verdun' },
};
const record = { task: aTask(), request: aServiceRequest(), child: aPatient() };
/** A number of whoever asks. */
const THEIRS = { system: 'https://centre.example/requests', value: 'r-1' };
function bundleOf(message: Message): fhir4.Bundle<fhir4.FhirResource> {
  if (message.form !== 'fhir') throw new Error('not FHIR');
  return message.bundle;
}
const messageThrough = (lens: LensName, from = record, context = CONTEXT) =>
  bundleOf(
    passerelle.writeRequest(
      travellingRequest(from.task, lookThrough(LENSES[lens], from, context.recipient.id), []),
      context,
    ).message,
  );
const typesIn = ({ entry = [] }: fhir4.Bundle<fhir4.FhirResource>) =>
  entry.map(({ resource }) => resource?.resourceType);

test('a message is a whole transaction, whatever the child and the request are', () => {
  const cases = fc
    .tuple(children(), legalReferrals())
    .chain(([child, referral]) =>
      fc.tuple(
        fc.constant(child),
        fc.constant(referral),
        mappingContexts(referral),
        fc.constantFrom(...Object.keys(LENSES)),
      ),
    );
  fc.assert(
    fc.property(cases, ([child, referral, context, lens]) => {
      const request = legalReferralMapping.toBundle(referral, context).entry?.[0]?.resource as fhir4.ServiceRequest;
      const from = { task: aTask(), request, child: patientFromChild(child, referral.centre) };
      expectValidTransaction(messageThrough(lens as LensName, from));
    }),
    { numRuns: 200 },
  );
});

test('the Task points to the request and the child, both inside, and to whom to call back', () => {
  const { entry = [] } = messageThrough('public-network');
  const at = (type: string) => entry.find(({ resource }) => resource?.resourceType === type);
  expect(typesIn(messageThrough('public-network'))).toEqual(['Task', 'ServiceRequest', 'Patient', 'Organization']);
  expect(at('Task')?.resource).toMatchObject({
    focus: { reference: at('ServiceRequest')?.fullUrl, identifier: { system: IDENTIFIERS.task } },
    for: { reference: at('Patient')?.fullUrl, identifier: { system: IDENTIFIERS.childForPartner } },
    requester: { reference: at('Organization')?.fullUrl, display: 'Les Petits Renards' },
    owner: { identifier: { value: 'clsc-verdun' } },
  });
  expect(at('ServiceRequest')?.resource).toMatchObject({ subject: { reference: at('Patient')?.fullUrl } });
  expect(at('Organization')?.resource).toMatchObject({ telecom: [{ value: '514 555-0110' }] });
});

test('before a lawyer accepts the message has no Patient, and says why in both languages', () => {
  const message = messageThrough('lawyer-conflict-check');
  expect(typesIn(message)).toEqual(['Task', 'ServiceRequest', 'Organization']);
  const request = message.entry?.[1]?.resource as fhir4.ServiceRequest;
  expect(request.subject).toEqual({ display: expect.stringMatching(/Enfant.*\/.*Child/) });
  expect(message.entry?.[0]?.resource).not.toHaveProperty('for');
});

test('the same message twice is the same bytes; another message has other urls, and the same conditions', () => {
  const other = messageThrough('public-network', record, { ...CONTEXT, messageId: 'm-2' });
  const first = messageThrough('public-network');
  expect(JSON.stringify(messageThrough('public-network'))).toBe(JSON.stringify(first));
  expect(other.entry?.map(({ request }) => request)).toEqual(first.entry?.map(({ request }) => request));
  const urls = new Set([...(first.entry ?? []), ...(other.entry ?? [])].map(({ fullUrl }) => fullUrl));
  expect(urls.size).toBe(8);
  expect(first.identifier?.value).toBe(CONTEXT.messageId);
});

test.each(['cancelled', 'entered-in-error'] as const)(
  'the bare cancellation says %s, under the number, and nothing else',
  (state) => {
    const number = THEIRS;
    const { message, lost } = passerelle.writeCancellation({ number, state, accepted: false }, CONTEXT);
    const bundle = bundleOf(message);
    expectValidTransaction(bundle);
    expect(lost).toEqual([]);
    expect(bundle.entry?.map(({ resource }) => resource)).toEqual([
      {
        resourceType: 'Task',
        identifier: [number],
        status: state,
        intent: 'order',
        statusReason: { coding: [expect.objectContaining({ code: 'withdrawn' })] },
      },
    ]);
    expect(passerelle.read(message, { partner: 'centre' })).toEqual({
      ok: true,
      value: {
        messageId: expect.any(String),
        heard: [{ kind: 'cancellation', number, state, accepted: false, words: [] }],
        issues: [],
      },
    });
  },
);

test('what is written is read again as it was, through every lens: this dialect loses nothing', () => {
  const cases = fc
    .tuple(children(), legalReferrals())
    .chain(([child, referral]) =>
      fc.tuple(
        fc.constant(child),
        fc.constant(referral),
        mappingContexts(referral),
        fc.constantFrom(...(Object.keys(LENSES) as LensName[])),
      ),
    );
  fc.assert(
    fc.property(cases, ([child, referral, context, lens]) => {
      const request = legalReferralMapping.toBundle(referral, context).entry?.[0]?.resource as fhir4.ServiceRequest;
      // What is not active does not leave.
      fc.pre(request.status === 'active');
      const from = { task: aTask(), request, child: patientFromChild(child, referral.centre) };
      const ours = travellingRequest(from.task, lookThrough(LENSES[lens], from, 'clsc'), []);
      const travelling = { ...ours, number: THEIRS, request: { ...ours.request, identifier: [THEIRS] } };
      const { message, lost } = passerelle.writeRequest(travelling, CONTEXT);
      expect(lost).toEqual([]);
      expect(passerelle.read(message, { partner: 'centre' })).toMatchObject({
        ok: true,
        value: { heard: [{ kind: 'request', request: travelling, askedBy: CONTEXT.sender, words: [] }], issues: [] },
      });
    }),
    { numRuns: 200 },
  );
});

test('an answer is read again as it was said', () => {
  const number = { system: IDENTIFIERS.task, value: 'n-7' };
  fc.assert(
    fc.property(answers(), (said) => {
      const { task } = answeredTask(aTask(), anAnswerEvent(said));
      fc.pre(task !== undefined && isReferralState(task.status) && ANSWER_MEANINGS[said.what].by === 'owner');
      if (task === undefined || !isReferralState(task.status)) return;
      const { message } = passerelle.writeAnswer({ number, answer: said, state: task.status, letters: [] }, CONTEXT);
      const { what, happenedAt, saidBy, reason, words, priority, appointmentAt, outcome } = said;
      expect(passerelle.read(message, { partner: 'centre' })).toMatchObject({
        ok: true,
        value: {
          heard: [
            {
              kind: 'answer',
              number,
              answer: JSON.parse(
                JSON.stringify({ what, happenedAt, saidBy, reason, words, priority, appointmentAt, outcome }),
              ),
            },
          ],
          issues: [],
        },
      });
    }),
  );
});
