import { createHmac } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { webhookSender, webhookSignature } from '../../../../workers/connectors/webhook.ts';
import { type AServer, aServer, nobodyAt } from '../../../builders/a-server.ts';

const KEY = Buffer.alloc(24, 7);
const SECRET = `whsec_${KEY.toString('base64')}`;
const AT = new Date('2026-01-14T15:00:00.500Z');
const ID = '3f0a9a52-7f0b-4b4c-9a2e-0d3c5b1e7a11';
let server: AServer | undefined;
afterEach(() => server?.stop());

const send = (url: string, timeoutMs = 10_000, secret = SECRET) =>
  webhookSender({ url, secret, timeoutMs, now: () => AT }).send(ID, new AbortController().signal);

test('a number leaves and nothing else: its body is that number alone, and each header is one that every call has or the signature', async () => {
  server = await aServer((res) => void res.writeHead(204).end());
  await send(`${server.url}/vigie`);
  const [request, ...others] = server.requests;
  expect(others).toEqual([]);
  expect([request?.method, request?.path, request?.body]).toEqual(['POST', '/vigie', `{"id":"${ID}"}`]);
  const { host, connection, ...headers } = request?.headers ?? {};
  expect(headers).toEqual({
    accept: '*/*',
    'accept-encoding': 'gzip, deflate',
    'accept-language': '*',
    'content-length': '45',
    'content-type': 'application/json',
    'sec-fetch-mode': 'cors',
    'user-agent': 'passerelle',
    'webhook-id': ID,
    'webhook-timestamp': '1768402800',
    'webhook-signature': `v1,${createHmac('sha256', KEY).update(`${ID}.1768402800.{"id":"${ID}"}`).digest('base64')}`,
  });
});

test('the signature is the one of the example that Standard Webhooks gives its libraries', () => {
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  expect(webhookSignature(key, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}')).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

test.each([
  [400, 'partnerRefused'],
  [401, 'partnerRefused'],
  [410, 'partnerRefused'],
  [429, 'unavailable'],
  [500, 'unavailable'],
  [503, 'unavailable'],
] as const)('an answer of %i is %s', async (status, kind) => {
  server = await aServer((res) => void res.writeHead(status).end('<html>'));
  await expect(send(server.url)).rejects.toMatchObject({ kind });
});

test('whoever is silent or not there is tried again later', async () => {
  server = await aServer(() => undefined);
  await expect(send(server.url, 300)).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(send(await nobodyAt())).rejects.toMatchObject({ kind: 'unavailable' });
});

test('a secret that could be guessed is refused before anything is sent', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.boolean(), (bytes, marked) => {
      const secret = `${marked ? 'whsec_' : ''}${Buffer.from(bytes).toString('base64')}`;
      const make = () => webhookSender({ url: 'https://x.example', secret, timeoutMs: 1, now: () => AT });
      if (bytes.length < 24) expect(make).toThrow(/24 bytes/);
      else expect(make).not.toThrow();
    }),
  );
});
