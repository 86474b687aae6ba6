import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { type GatewayClient, gatewayClient } from '../../../../sandbox/families/gateway-client.ts';

interface Canned {
  readonly status: number;
  readonly body: unknown;
}

let server: Server | undefined;
afterEach(async () => {
  server?.close();
  server?.closeAllConnections();
  server = undefined;
});

/** A client of a gateway that gives these answers in turn, the last one again and again; what it was asked is in `asked`. */
async function clientOf(answers: readonly Canned[], asked: string[] = []): Promise<GatewayClient> {
  const left = [...answers];
  server = createServer((req, res) => {
    asked.push(`${req.method} ${req.url} ${req.headers.authorization}`);
    const { status, body } = (left.length > 1 ? left.shift() : left[0]) ?? { status: 500, body: {} };
    req.resume();
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const signal = new AbortController().signal;
  return gatewayClient({
    url: `http://127.0.0.1:${port}`,
    token: async () => 'a-token',
    language: 'en',
    withinMs: 2_000,
    signal,
  });
}

test('what was accepted is followed until it is in the record', async () => {
  const asked: string[] = [];
  const client = await clientOf(
    [
      { status: 202, body: { id: 'e1', state: 'accepted' } },
      { status: 200, body: { id: 'e1', state: 'waiting' } },
      { status: 200, body: { id: 'e1', state: 'synced' } },
    ],
    asked,
  );
  expect(await client.record('PUT', '/v1/care-circles/c', {})).toEqual({ exchange: 'e1', status: 202 });
  expect(asked).toEqual([
    'PUT /v1/care-circles/c Bearer a-token',
    'GET /v1/exchanges/e1 Bearer a-token',
    'GET /v1/exchanges/e1 Bearer a-token',
  ]);
});

test('what is refused is told in the words of the gateway', async () => {
  const outcome = { resourceType: 'OperationOutcome', issue: [{ details: { text: 'kind: write one of these' } }] };
  const client = await clientOf([{ status: 422, body: outcome }]);
  await expect(client.record('PUT', '/v1/care-circles/c', {})).rejects.toMatchObject({
    text: { en: 'PUT /v1/care-circles/c → 422: kind: write one of these' },
  });
});

test('what ends parked is a problem, although it was accepted', async () => {
  const client = await clientOf([
    { status: 202, body: { id: 'e1', state: 'accepted' } },
    { status: 200, body: { id: 'e1', state: 'parked' } },
  ]);
  await expect(client.record('POST', '/v1/x', {})).rejects.toMatchObject({
    text: { en: 'POST /v1/x: exchange e1 is not in the record (parked).' },
  });
});

test('a request stands at what was last heard, else at how its delivery stands', async () => {
  const deliveries = [
    { recipient: 'a', task: 't1', state: 'sent', businessStatus: 'waitlisted' },
    { recipient: 'b', task: 't2', state: 'to-print' },
  ];
  const client = await clientOf([{ status: 200, body: { deliveries } }]);
  expect(await client.deliveries('e1')).toEqual([
    { recipient: 'a', task: 't1', standing: 'waitlisted' },
    { recipient: 'b', task: 't2', standing: 'to-print' },
  ]);
});
