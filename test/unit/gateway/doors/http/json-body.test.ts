import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express, { type NextFunction, type Request, type Response } from 'express';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { operationOutcome } from '../../../../../gateway/doors/http/operation-outcome.ts';
import { FAILURES, GatewayError } from '../../../../../gateway/failures.ts';

const SIZE_MAX_BYTES = 1_000;

let server: Server;
let port: number;

beforeAll(async () => {
  const app = express();
  app.post('/', jsonBody({ sizeMaxBytes: SIZE_MAX_BYTES, depthMax: 8 }), (req, res) => {
    res.json({ received: req.body });
  });
  app.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => {
    if (!(error instanceof GatewayError)) return res.status(500).end();
    return res.status(FAILURES[error.kind].status).json(operationOutcome(error.issues, 'en'));
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function post(
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
    signal: AbortSignal.timeout(5_000),
  });
  return { status: response.status, text: await response.text() };
}

test.each([
  'application/json',
  'application/json; charset=UTF-8',
  'application/fhir+json;charset="utf-8"; fhirVersion=4.0',
  'APPLICATION/JSON',
])('%s is read', async (type) => {
  expect(await post('{"a":"é"}', { 'content-type': type })).toEqual({ status: 200, text: '{"received":{"a":"é"}}' });
});

test.each([
  'text/plain',
  'application/json; charset=iso-8859-1',
  'application/xml',
  'json',
  'application/x-www-form-urlencoded',
])('%s is 415, naming the header', async (type) => {
  const { status, text } = await post('{}', { 'content-type': type });
  expect(status).toBe(415);
  expect(JSON.parse(text).issue).toEqual([expect.objectContaining({ expression: ['http.Content-Type'] })]);
});

test.each(['gzip', 'deflate', 'br'])('a body in %s is 415, naming the header', async (encoding) => {
  const { status, text } = await post('{}', { 'content-encoding': encoding });
  expect(status).toBe(415);
  expect(JSON.parse(text).issue[0].expression).toEqual(['http.Content-Encoding']);
});

test('identity is no encoding', async () => {
  expect((await post('{}', { 'content-encoding': 'identity' })).status).toBe(200);
});

test.each([null, ''])('no body (%j) is 400', async (body) => {
  const { status, text } = await post(body);
  expect(status).toBe(400);
  expect(text).toContain('The request body is empty');
});

test('a body of just the size allowed is read, one byte more is 413', async () => {
  expect((await post(`"${'x'.repeat(SIZE_MAX_BYTES - 2)}"`)).status).toBe(200);
  const { status, text } = await post(`"${'x'.repeat(SIZE_MAX_BYTES - 1)}"`);
  expect(status).toBe(413);
  expect(text).toContain(`${SIZE_MAX_BYTES} bytes`);
});

test('a body without end is answered at the limit, and its connection closed', async () => {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (bytes) => {
    answer += bytes;
  });
  socket.on('error', () => undefined);
  socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n');
  const sendOn = (): void => {
    if (!socket.destroyed) socket.write(`64\r\n${'x'.repeat(100)}\r\n`, () => setImmediate(sendOn));
  };
  sendOn();
  await new Promise((resolve) => socket.once('close', resolve));
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

test('broken JSON is 400 with the offset in bytes', async () => {
  const { status, text } = await post('{"é":}');
  expect(status).toBe(400);
  expect(text).toContain('byte 6;');
});

test('broken UTF-8 is 400 with the offset in bytes', async () => {
  const { status, text } = await post(Uint8Array.from([0x22, 0xe9, 0x22]));
  expect(status).toBe(400);
  expect(text).toContain('byte 1.');
});

test('a body shorter than its Content-Length ends without harm', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.end('POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"a":');
  await new Promise((resolve) => socket.once('close', resolve).resume());
  expect((await post('{}')).status).toBe(200);
});
