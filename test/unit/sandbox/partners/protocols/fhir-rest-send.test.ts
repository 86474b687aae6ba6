import { afterEach, expect, test } from '@jest/globals';
import { fhirRestSend } from '../../../../../sandbox/partners/protocols/fhir-rest-send.ts';
import { type GatewayReply, startGateway } from '../a-gateway.ts';

const task: fhir4.Task = {
  resourceType: 'Task',
  identifier: [{ system: 'https://x.example/ids', value: 'r-1' }],
  status: 'accepted',
  intent: 'order',
};
const never = new AbortController().signal;

let gateway: Awaited<ReturnType<typeof startGateway>> | undefined;
afterEach(() => gateway?.stop());

const send = async (reply: GatewayReply) => {
  gateway = await startGateway([reply]);
  const { url } = gateway;
  return fhirRestSend({ gatewayUrl: () => `${url}/`, gatewayToken: 'secret', timeoutMs: 5_000 })(task, never);
};

test('an answer goes as a conditional update, with our token at the gateway', async () => {
  expect(await send({ status: 200, body: task })).toEqual({ result: 'taken', status: 200, body: task });
  expect(gateway?.calls).toEqual([
    {
      method: 'PUT',
      url: '/fhir/Task?identifier=https%3A%2F%2Fx.example%2Fids%7Cr-1',
      authorization: 'Bearer secret',
      contentType: 'application/fhir+json',
      task,
    },
  ]);
});

test('202 is taken too', async () => {
  expect(await send({ status: 202 })).toEqual({ result: 'taken', status: 202 });
});

test.each([400, 401, 404, 409, 412, 422])('%i is a refusal, kept with its OperationOutcome', async (status) => {
  const body = { resourceType: 'OperationOutcome', issue: [] };
  expect(await send({ status, body })).toEqual({ result: 'refused', status, body });
});

test.each([429, 500, 503])('%i is worth a retry', async (status) => {
  expect(await send({ status })).toMatchObject({ result: 'not-delivered', willRetry: true, status });
});

test('a redirection is not followed, so that the token stays', async () => {
  expect(await send({ status: 307 })).toMatchObject({ result: 'refused', status: 307 });
});

test('a cut connection is worth a retry, and says why', async () => {
  expect(await send('cut')).toMatchObject({ result: 'not-delivered', willRetry: true, because: 'UND_ERR_SOCKET' });
});

test('a gateway that does not listen is worth a retry, and says why', async () => {
  gateway = await startGateway();
  const gatewayUrl = gateway.url;
  await gateway.stop();
  gateway = undefined;
  const attempt = await fhirRestSend({ gatewayUrl, gatewayToken: 'secret', timeoutMs: 5_000 })(task, never);
  expect(attempt).toMatchObject({ result: 'not-delivered', willRetry: true, because: 'ECONNREFUSED' });
});
