import { afterEach, expect, test } from '@jest/globals';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { Message } from '../../../../mappings/dialects/dialect.ts';
import { fhirRestConnector } from '../../../../workers/connectors/fhir-rest.ts';
import { type AServer, aServer, nobodyAt } from '../../../builders/a-server.ts';

const BUNDLE: fhir4.Bundle<fhir4.FhirResource> = {
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [{ resource: { resourceType: 'Patient', name: [{ family: 'Nguyễn' }] } }],
};
const MESSAGE: Message = { form: 'fhir', bundle: BUNDLE };
const TIMEOUT_MS = 300;
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

const sendTo = (endpoint: string, signal = new AbortController().signal) =>
  fhirRestConnector({ partner: 'clsc-verdun', endpoint, token: TOKEN, timeoutMs: TIMEOUT_MS }).send(MESSAGE, signal);
const failureOf = (sending: Promise<unknown>): Promise<GatewayError> =>
  sending.then(
    () => Promise.reject(new Error('it was sent')),
    (error: GatewayError) => error,
  );

test('a message is posted as FHIR JSON with our token, and its answer is a receipt', async () => {
  const { url, requests } = await serving((res) => res.writeHead(200).end('{"resourceType":"Bundle"}'));
  expect(await sendTo(`${url}/fhir`)).toEqual({ reference: 'HTTP 200' });
  expect(requests).toMatchObject([
    {
      method: 'POST',
      path: '/fhir',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/fhir+json',
        accept: 'application/fhir+json',
      },
      body: JSON.stringify(BUNDLE),
    },
  ]);
});

test.each([408, 425, 429, 500, 502, 503, 504])('%s may be otherwise later: unavailable', async (status) => {
  const { url } = await serving((res) => res.writeHead(status).end('Nguyễn'));
  const error = await failureOf(sendTo(url));
  expect(error).toMatchObject({ kind: 'unavailable', message: `partner clsc-verdun answered ${status}` });
});

test.each([400, 401, 403, 404, 409, 412, 422])('%s will not be otherwise later: a person must look', async (status) => {
  const { url } = await serving((res) => res.writeHead(status).end('{"issue":[{"diagnostics":"Nguyễn"}]}'));
  const error = await failureOf(sendTo(url));
  expect(error).toMatchObject({ kind: 'partnerRefused', message: `partner clsc-verdun answered ${status}` });
  expect(JSON.stringify([error.message, error.issues])).not.toContain('Nguyễn');
});

test('a partner that says nothing is unavailable once its time is over', async () => {
  const { url, requests } = await serving(() => undefined);
  const started = performance.now();
  const error = await failureOf(sendTo(url));
  expect(error).toBeInstanceOf(GatewayError);
  expect(error.kind).toBe('unavailable');
  expect(requests).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(10 * TIMEOUT_MS);
});

test('a partner that nobody answers for is unavailable', async () => {
  expect(await failureOf(sendTo(await nobodyAt()))).toMatchObject({
    kind: 'unavailable',
    message: 'no answer from partner clsc-verdun',
  });
});

test('a partner that hangs up after receiving is unavailable, since nobody knows what it kept', async () => {
  const { url } = await serving((res) => res.destroy());
  expect((await failureOf(sendTo(url))).kind).toBe('unavailable');
});

test('a partner that says yes and hangs up in the middle of its answer has said yes', async () => {
  const { url } = await serving((res) => {
    res.writeHead(200, { 'content-length': '1000' });
    res.write('{', () => res.destroy());
  });
  expect(await sendTo(url)).toEqual({ reference: 'HTTP 200' });
});

test('an answer without end is not waited for', async () => {
  const { url } = await serving((res) => {
    res.writeHead(201);
    res.write('{');
  });
  expect(await sendTo(url)).toEqual({ reference: 'HTTP 201' });
});

test('a redirection is not followed: what is sent to one partner goes to nobody else', async () => {
  const elsewhere = await serving((res) => res.end());
  const { url } = await serving((res) => res.writeHead(307, { location: elsewhere.url }).end());
  await failureOf(sendTo(url));
  expect(elsewhere.requests).toEqual([]);
});

test('a worker that stops does not wait for an answer', async () => {
  const stopping = new AbortController();
  const { url } = await serving(() => stopping.abort());
  expect((await failureOf(sendTo(url, stopping.signal))).kind).toBe('unavailable');
});

test('neither the token nor the message is in any failure', async () => {
  const { url } = await serving((res, { body }) => res.writeHead(500).end(body));
  const error = await failureOf(sendTo(url));
  const told = JSON.stringify([error.message, error.stack, String(error.cause), error.issues]);
  expect(told).not.toMatch(new RegExp(`${TOKEN}|Nguyễn`));
});
