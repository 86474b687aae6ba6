import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import type { Answer } from '../../../../../sandbox/partners/acts.ts';
import { caErec } from '../../../../../sandbox/partners/messaging/ca-erec-protocol.ts';
import { toldAbout } from '../../../../../sandbox/partners/messaging/told-about.ts';
import { type PartnerSandbox, startPartnerSandbox } from '../../../../../sandbox/partners/partner-sandbox.ts';
import { GATEWAY_TOKEN, PARTNER_TOKEN, postMessage } from '../a-partner.ts';
import { aMessagingGateway } from './a-messaging-gateway.ts';
import { aRequestMessage, NUMBERS } from './a-request-message.ts';

let gateway: Awaited<ReturnType<typeof aMessagingGateway>>;
let triage: PartnerSandbox;
const start = (gatewayUrl: string) =>
  startPartnerSandbox({
    id: 'triage-ereferral',
    kind: 'hospital',
    name: { fr: 'Triage eReferral', en: 'eReferral triage' },
    token: PARTNER_TOKEN,
    gatewayUrl,
    gatewayToken: GATEWAY_TOKEN,
    retryWaitsMs: [1, 2],
    protocol: caErec({ id: 'triage-ereferral', name: 'eReferral triage' }),
  });
beforeEach(async () => {
  gateway = await aMessagingGateway();
  triage = await start(gateway.url);
});
afterEach(async () => {
  await triage.stop();
  await gateway.stop();
});

type Message = fhir4.Bundle<fhir4.FhirResource>;
const headerOf = ({ entry = [] }: Message) => entry[0]?.resource as fhir4.MessageHeader;
const eventsSent = () => gateway.messages.map((message) => headerOf(message).eventCoding?.code);
const inMessage = <T extends fhir4.FhirResource>(message: Message | undefined, type: T['resourceType']) =>
  message?.entry?.find(({ resource }) => resource?.resourceType === type)?.resource as T | undefined;

test('a request is kept with a Task of the office’s own, and the message is answered with its id', async () => {
  const response = await postMessage(triage, aRequestMessage());
  const answer = (await response.json()) as Message;
  expect([response.status, headerOf(answer).response]).toEqual([200, { identifier: 'm-1', code: 'ok' }]);
  expect(triage.tasks()).toMatchObject([
    { identifier: { system: NUMBERS, value: 'r-1' }, status: 'requested', child: { name: 'Théo Nguyễn' } },
  ]);
});

test('the same message again is one request, counted twice; a revision changes what is asked', async () => {
  await postMessage(triage, aRequestMessage());
  await postMessage(triage, aRequestMessage());
  const revised = { message: 'm-2', event: 'notify-update-service-request', reason: 'No words at three' };
  await postMessage(triage, aRequestMessage(revised));
  expect(triage.tasks()).toHaveLength(1);
  expect(triage.log().received.map(({ repeated }) => repeated)).toEqual([false, true, false]);
  expect(triage.tasks()[0]?.request?.text).toContain('No words at three');
});

test('a request that is revoked is withdrawn', async () => {
  await postMessage(triage, aRequestMessage());
  const revoked = { message: 'm-3', event: 'revoke-service-request', status: 'revoked' } as const;
  await postMessage(triage, aRequestMessage(revoked));
  expect(triage.tasks()).toMatchObject([{ status: 'cancelled', withdrawn: true, unknown: false }]);
});

test('work that was accepted is asked to stop by a Task beside the revocation, and the office says when it has', async () => {
  await postMessage(triage, aRequestMessage());
  await triage.answer('r-1', { act: 'accept' });
  const revoked = aRequestMessage({ message: 'm-3', event: 'revoke-service-request', status: 'revoked' });
  const [header, request] = revoked.entry ?? [];
  const abort: fhir4.Task = {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'abort' }] },
  };
  const focus = [{ reference: 'urn:uuid:request' }, { reference: 'urn:uuid:abort' }];
  const asking = { ...(header?.resource as fhir4.MessageHeader), focus };
  const entry = [{ ...header, resource: asking }, request ?? {}, { fullUrl: 'urn:uuid:abort', resource: abort }];
  expect((await postMessage(triage, { ...revoked, entry })).status).toBe(200);
  expect(triage.tasks()).toMatchObject([{ status: 'accepted', stopAsked: true }]);
  await triage.answer('r-1', { act: 'stop' });
  expect(inMessage<fhir4.Task>(gateway.messages.at(-1), 'Task')?.status).toBe('cancelled');
});

test.each([
  [{ act: 'acknowledge' }, ['notify-add-process-request'], { status: 'received' }],
  [{ act: 'accept' }, ['notify-update-process-request'], { status: 'accepted' }],
  [
    { act: 'decline', reason: 'full', text: 'Full until March' },
    ['notify-update-process-request'],
    { status: 'rejected', statusReason: { coding: [{ code: 'full' }], text: 'Full until March' } },
  ],
  [{ act: 'waitlist', until: '2027-05-01' }, ['notify-add-appointment'], { status: 'accepted' }],
  [{ act: 'schedule', at: '2026-12-01T10:00:00-05:00' }, ['notify-add-appointment'], { status: 'accepted' }],
  [{ act: 'start' }, ['notify-update-process-request'], { status: 'in-progress' }],
  [{ act: 'no-show' }, ['notify-update-process-request'], { status: 'accepted' }],
  [
    { act: 'ask-for-more', text: 'Which school?' },
    ['notify-update-process-request', 'send-communication-from-provider'],
    { status: 'on-hold', statusReason: { text: 'Which school?' } },
  ],
  [
    { act: 'complete', outcome: 'Three meetings' },
    ['notify-update-process-request'],
    { status: 'completed', output: [{ valueString: 'Three meetings' }] },
  ],
  [{ act: 'fail', text: 'Moved' }, ['notify-update-process-request'], { status: 'failed' }],
] satisfies readonly [Answer, readonly string[], object][])(
  '%j leaves as %j, valid R4, based on our number',
  async (answer, events, said) => {
    await postMessage(triage, aRequestMessage());
    const { result } = await triage.answer('r-1', answer);
    expect([result, eventsSent()]).toEqual(['taken', events]);
    const task = inMessage<fhir4.Task>(gateway.messages[0], 'Task');
    expect(task).toMatchObject({ ...said, basedOn: [{ identifier: { system: NUMBERS, value: 'r-1' } }] });
    for (const message of gateway.messages)
      expect(checkResource(message).filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);

test('a transient error is tried again under the same message id; a fatal one is not', async () => {
  const unsure = await aMessagingGateway([
    { status: 503, code: 'transient-error' },
    'cut',
    { status: 200, code: 'ok' },
    { status: 422, code: 'fatal-error' },
  ]);
  const office = await start(unsure.url);
  await postMessage(office, aRequestMessage());
  expect((await office.answer('r-1', { act: 'accept' })).result).toBe('taken');
  expect(new Set(unsure.messages.map((message) => headerOf(message).id)).size).toBe(1);
  expect((await office.answer('r-1', { act: 'start' })).result).toBe('refused');
  expect(unsure.messages).toHaveLength(4);
  await office.stop();
  await unsure.stop();
});

test('a child is referred with a letter, cancelled, and what the centre says of the number is found again', async () => {
  const number = await triage.refer({
    child: { given: 'Emeka', family: 'Obi', birthDate: '2019-04-02', card: { kind: 'ohip', number: '9876543217' } },
    what: 'Social pediatrics',
    letter: { title: 'Letter', text: 'Réfléchir ensemble' },
  });
  await triage.cancelReferral(number);
  expect(eventsSent()).toEqual(['add-service-request', 'revoke-service-request']);
  const letter = inMessage<fhir4.DocumentReference>(gateway.messages[0], 'DocumentReference');
  expect(Buffer.from(letter?.content[0]?.attachment.data ?? '', 'base64').toString()).toBe('Réfléchir ensemble');
  for (const message of gateway.messages)
    expect(checkResource(message).filter(({ severity }) => severity === 'error')).toEqual([]);

  const task: fhir4.Task = {
    resourceType: 'Task',
    status: 'accepted',
    intent: 'order',
    basedOn: [{ identifier: { value: number } }],
    businessStatus: { text: 'In March' },
  };
  const notice = aRequestMessage({ message: 'n-1', event: 'notify-update-process-request' });
  const entry = [...(notice.entry ?? []).slice(0, 1), { fullUrl: 'urn:uuid:request', resource: task }];
  expect((await postMessage(triage, { ...notice, entry })).status).toBe(200);
  expect(toldAbout(number, triage.log().received)).toEqual([
    { event: 'notify-update-process-request', status: 'accepted', words: ['In March'] },
  ]);
  expect(toldAbout('another', triage.log().received)).toEqual([]);
});

test('what the office cannot read is refused by name, and written down', async () => {
  const { entry, ...rest } = aRequestMessage();
  for (const [body, element] of [
    [{ ...rest, type: 'collection', entry }, 'Bundle.type'],
    [{ ...rest, entry: entry?.slice(1) }, 'Bundle.entry[0]'],
    [{ ...rest, entry: entry?.slice(0, 1) }, 'MessageHeader.focus'],
    [aRequestMessage({ event: 'add-cake' }), 'MessageHeader.eventCoding.code'],
    [aRequestMessage({ number: '' }), 'ServiceRequest.identifier'],
  ] as const) {
    const response = await postMessage(triage, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ issue: [{ expression: [element] }] });
  }
  expect(triage.log().turnedAway).toHaveLength(5);
  expect(triage.tasks()).toEqual([]);
});

test('the faults of every stand-in are this one’s too', async () => {
  triage.fault({ kind: 'error-500', times: 1 });
  expect((await postMessage(triage, aRequestMessage())).status).toBe(500);
  triage.fault({ kind: 'drop-after-receiving', times: 1 });
  await expect(postMessage(triage, aRequestMessage())).rejects.toThrow();
  expect(triage.tasks()).toHaveLength(1);
  const stranger = await postMessage(triage, aRequestMessage(), { headers: { authorization: 'Bearer no' } });
  expect(stranger.status).toBe(401);
});
