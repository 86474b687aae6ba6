import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { dockerAnswers } from '../../../../sandbox/launcher/docker-engine.ts';
import { freePort } from '../../../../sandbox/launcher/free-port.ts';
import { aFolder } from './a-context.ts';

async function anEngine(answer: RequestListener) {
  const socket = join(await aFolder(), 'docker.sock');
  const server = createServer(answer).listen(socket);
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { env: { DOCKER_HOST: `unix://${socket}` }, close };
}

test('an engine that answers its ping is there', async () => {
  const asked: unknown[] = [];
  const { env, close } = await anEngine((request, response) => {
    asked.push(request.url);
    response.end('OK');
  });
  expect(await dockerAnswers(env)).toBe(true);
  expect(asked).toEqual(['/_ping']);
  await close();
});

test('an engine that refuses is not', async () => {
  const { env, close } = await anEngine((_request, response) => response.writeHead(500).end());
  expect(await dockerAnswers(env)).toBe(false);
  await close();
});

test('an engine that hangs is given up after two seconds', async () => {
  const { env, close } = await anEngine(() => {});
  const startMs = performance.now();
  expect(await dockerAnswers(env)).toBe(false);
  expect(performance.now() - startMs).toBeLessThan(4_000);
  await close();
});

test('a DOCKER_HOST over TCP counts when something listens there', async () => {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  expect(await dockerAnswers({ DOCKER_HOST: `tcp://127.0.0.1:${port}` })).toBe(true);
  server.close();
  await once(server, 'close');
});

test.each([
  ['a socket that is not there', async () => `unix://${join(await aFolder(), 'none.sock')}`],
  ['a port where nobody listens', async () => `tcp://127.0.0.1:${await freePort()}`],
  ['a kind of address that we cannot ask', async () => 'ssh://somewhere'],
  ['an address that is none', async () => 'tcp://['],
])('%s is no engine', async (_what, host) => {
  expect(await dockerAnswers({ DOCKER_HOST: await host() })).toBe(false);
});
