import { afterEach, expect, test } from '@jest/globals';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { Message } from '../../../../mappings/dialects/dialect.ts';
import { fhirMessagingConnector } from '../../../../workers/connectors/fhir-messaging.ts';
import { type AServer, aServer, nobodyAt } from '../../../builders/a-server.ts';

const HEADER: fhir4.MessageHeader = {
  resourceType: 'MessageHeader',
  id: 'sent-1',
  eventCoding: { system: 'https://a.example', code: 'add-service-request' },
  source: { endpoint: 'https://a.example/fhir' },
};
const MESSAGE: Message = {
  form: 'fhir',
  bundle: {
    resourceType: 'Bundle',
    type: 'message',
    entry: [{ resource: HEADER }, { resource: { resourceType: 'Patient', name: [{ family: 'Nguyễn' }] } }],
  },
};
const TASK: fhir4.Task = { resourceType: 'Task', id: 't-1', status: 'received', intent: 'order' };
const answering = (code: string, identifier = 'sent-1', ...more: readonly object[]) => ({
  resourceType: 'Bundle',
  type: 'message',
  entry: [
    {
      fullUrl: 'https://a.example/fhir/MessageHeader/answer-1',
      resource: { ...HEADER, id: 'answer-1', response: { identifier, code } },
    },
    ...more.map((resource) => ({ fullUrl: 'https://a.example/fhir/Task/t-1', resource })),
  ],
});
const TIMEOUT_MS = 300;
const ANSWERED_WITHIN_MS = 20_000;
const TOKEN = 'un-jeton-de-partenaire-assez-long';

const servers: AServer[] = [];
const serving = async (...answer: Parameters<typeof aServer>): Promise<AServer> => {
  const server = await aServer(...answer);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

const sendTo = (endpoint: string, timeoutMs = TIMEOUT_MS) =>
  fhirMessagingConnector({ partner: 'triage', endpoint, token: TOKEN, timeoutMs }).send(
    MESSAGE,
    new AbortController().signal,
  );
const sendAnd = async (status: number, body: unknown) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const { url } = await serving((res) => res.writeHead(status).end(text));
  // It answers at once: only a busy machine takes longer.
  return sendTo(`${url}/fhir/$process-message`, ANSWERED_WITHIN_MS);
};
const failureOf = (sending: Promise<unknown>): Promise<GatewayError> =>
  sending.then(
    () => Promise.reject(new Error('it was sent')),
    (error: GatewayError) => error,
  );

test('a message is posted to $process-message with our token; an answer that says ok is a receipt', async () => {
  const { url, requests } = await serving((res) => res.writeHead(200).end(JSON.stringify(answering('ok'))));
  expect(await sendTo(`${url}/fhir/$process-message`)).toEqual({ reference: 'HTTP 200' });
  expect(requests).toMatchObject([
    {
      method: 'POST',
      path: '/fhir/$process-message',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/fhir+json' },
      body: JSON.stringify(MESSAGE.form === 'fhir' && MESSAGE.bundle),
    },
  ]);
});

test.each([
  ['an empty body', 202, ''],
  [
    'no message',
    200,
    { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'informational' }] },
  ],
  ['no JSON', 200, '<html>'],
])('a 2xx with %s is a receipt too', async (_what, status, body) => {
  expect(await sendAnd(status, body)).toEqual({ reference: `HTTP ${status}` });
});

test('what the answer says beside how it went is heard', async () => {
  const answer = answering('ok', 'sent-1', TASK);
  expect(await sendAnd(200, answer)).toEqual({ reference: 'HTTP 200', reply: { form: 'fhir', bundle: answer } });
});

test.each([
  ['transient-error, even with a 200', 200, answering('transient-error'), 'unavailable'],
  ['transient-error, even with a 422', 422, answering('transient-error'), 'unavailable'],
  ['fatal-error, even with a 503', 503, answering('fatal-error'), 'partnerRefused'],
  ['an answer to another message', 200, answering('ok', 'sent-2'), 'unavailable'],
  [
    'an error in an OperationOutcome',
    200,
    { resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] },
    'partnerRefused',
  ],
  [
    'a 500 with an OperationOutcome',
    500,
    { resourceType: 'OperationOutcome', issue: [{ severity: 'fatal' }] },
    'unavailable',
  ],
  ['a 503 alone', 503, 'Nguyễn', 'unavailable'],
  ['a 429 alone', 429, '', 'unavailable'],
  ['a 401 alone', 401, '', 'partnerRefused'],
  ['a Task that is no R4', 200, answering('ok', 'sent-1', { ...TASK, status: 'Nguyễn' }), 'partnerRefused'],
  ['more than anybody reads', 200, 'x'.repeat(6_500_001), 'partnerRefused'],
])('%s is no receipt', async (_what, status, body, kind) => {
  const error = await failureOf(sendAnd(status, body));
  expect(error).toBeInstanceOf(GatewayError);
  expect(error.kind).toBe(kind);
  expect(JSON.stringify([error.message, error.issues])).not.toContain('Nguyễn');
});

test('who says nothing, breaks off or is not there may be there later', async () => {
  const silent = await serving(() => undefined);
  const broken = await serving((res) => {
    res.writeHead(200, { 'content-length': '1000' }).write('{');
    setTimeout(() => res.destroy(), 10);
  });
  for (const endpoint of [silent.url, broken.url, await nobodyAt()])
    expect(await failureOf(sendTo(endpoint))).toMatchObject({ kind: 'unavailable' });
});

test('HL7 v2 does not go this way', async () => {
  const connector = fhirMessagingConnector({ partner: 'triage', endpoint: 'http://x', token: TOKEN, timeoutMs: 1 });
  const sending = connector.send({ form: 'hl7v2', text: 'MSH|' }, new AbortController().signal);
  expect(await failureOf(sending)).toMatchObject({ kind: 'internal' });
});
