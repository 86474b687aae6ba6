import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import express from 'express';
import fc from 'fast-check';
import helmet from 'helmet';
import { errorAnswer } from '../../../../../gateway/doors/http/error-answer.ts';
import { refuseNoAddress, withAddress } from '../../../../../gateway/doors/http/no-address.ts';
import { refuseUnreadable } from '../../../../../gateway/doors/http/refuse-unreadable.ts';
import { quietLog } from '../../../../builders/quiet-log.ts';

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
  server = undefined;
});

/** What a server that refuses so writes back, until it ends the connection. */
async function written(
  bytes: string,
  answer: RequestListener = (_req, res) => void res.end('here'),
  then?: string,
): Promise<string> {
  server = createServer({ headersTimeout: 200, requestTimeout: 200, connectionsCheckingInterval: 50 }, answer);
  server.on('clientError', refuseUnreadable);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => void chunks.push(chunk));
  if (then !== undefined) socket.once('data', () => socket.write(then));
  socket.on('error', () => undefined);
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('utf8');
}

/** What the gateway answers with, to whoever asks for what is no address. */
function answering(): RequestListener {
  const app = express();
  app.use(helmet(), refuseNoAddress);
  app.use((_req, res) => void res.end('here'));
  app.use(errorAnswer(quietLog()));
  return withAddress(app);
}
const NO_ADDRESS = ['http://[/v1/me', '//[', 'http://h:99999/fhir/Task', '/%'] as const;

test.each(NO_ADDRESS)(
  '%s is no address: an OperationOutcome in the caller’s language, as secured as any other',
  async (url) => {
    for (const [language, words] of [
      ['fr', 'n’en est pas une'],
      ['en', 'is none'],
    ]) {
      const lines = [`GET ${url} HTTP/1.1`, 'Host: a', `Accept-Language: ${language}`, 'Connection: close'];
      const answer = await written(`${lines.join('\r\n')}\r\n\r\n`, answering());
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1\.1 400 /);
      for (const header of ['application/fhir+json', 'X-Content-Type-Options: nosniff', 'Content-Security-Policy: '])
        expect(head).toContain(header);
      expect(JSON.parse(body).issue[0].details.text).toContain(words);
      server?.close();
    }
  },
);

test('any line that is no path ends in the same refusal, or is an address', async () => {
  await fc.assert(
    fc.asyncProperty(fc.stringMatching(/^[!-~]{1,30}$/), async (url) => {
      const answer = await written(`GET ${url} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, answering());
      expect(answer).not.toContain('<html');
      server?.close();
    }),
    { numRuns: 60 },
  );
});

const START = 'GET / HTTP/1.1\r\nHost: a\r\n';

test.each([
  ['an address and headers that are too long', `${START}X: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'too-long'],
  ['what is not HTTP', 'BONJOUR\r\n\r\n', 400, 'structure'],
  ['a request that never ends', START, 408, 'timeout'],
] as const)(
  '%s: an OperationOutcome like any other refusal, and the connection ends',
  async (_what, bytes, status, code) => {
    const answer = await written(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head).toContain('Content-Type: application/fhir+json');
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
    expect(JSON.parse(body)).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] });
  },
);

test('over an answer that is under way nothing is said: the connection ends', async () => {
  const begin: RequestListener = (_req, res) => {
    res.writeHead(200, { 'content-length': '100' });
    res.write('begun');
  };
  const answer = await written(`${START}\r\n`, begin, 'BONJOUR\r\n\r\n');
  expect(answer).toContain('begun');
  expect(answer).not.toContain('OperationOutcome');
});
