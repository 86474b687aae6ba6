import { afterEach, expect, test } from '@jest/globals';
import { textSender } from '../../../../workers/connectors/text-message.ts';
import { type AServer, aServer, nobodyAt } from '../../../builders/a-server.ts';

const MESSAGE = { to: '514 555-0149', text: '042042 est votre code.' };
let server: AServer | undefined;
afterEach(() => server?.stop());

const send = (url: string, timeoutMs = 10_000) =>
  textSender({ url, token: 'a-token-of-the-service', timeoutMs }).send(MESSAGE, new AbortController().signal);

test('a text message is given to the service with its token', async () => {
  server = await aServer((res) => void res.writeHead(202).end());
  expect(await send(`${server.url}/sms`)).toBe('sent');
  const [request] = server.requests;
  expect([request?.method, request?.path, JSON.parse(request?.body ?? '')]).toEqual(['POST', '/sms', MESSAGE]);
  expect(request?.headers.authorization).toBe('Bearer a-token-of-the-service');
});

test.each([
  [401, 'partnerRefused'],
  [422, 'partnerRefused'],
  [429, 'unavailable'],
  [503, 'unavailable'],
] as const)('an answer of %i is %s', async (status, kind) => {
  server = await aServer((res) => void res.writeHead(status).end());
  await expect(send(server.url)).rejects.toMatchObject({ kind });
});

test('a service that fails or is silent may have sent it: a doubt', async () => {
  server = await aServer((res, { path }) => void (path === '/fails' && res.writeHead(500).end()));
  expect([await send(`${server.url}/fails`), await send(`${server.url}/silent`, 300)]).toEqual([
    'in-doubt',
    'in-doubt',
  ]);
});

test('a service that cannot be reached took nothing: later', async () => {
  await expect(send(await nobodyAt())).rejects.toMatchObject({ kind: 'unavailable' });
});
