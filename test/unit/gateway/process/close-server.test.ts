import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { closeServer } from '../../../../gateway/process/close-server.ts';

/** A client that is held open for ever gives up here, so that the test fails and ends. */
const ASKED_MAX = 200;

test('a client that asks again and again over one connection does not hold the server open', async () => {
  let asked = 0;
  const server = createServer(async (_req, res) => {
    asked += 1;
    await wait(20);
    res.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (): Promise<boolean> =>
    new Promise((resolve) => {
      get({ port, agent }, (res) => res.resume().on('end', () => resolve(true))).on('error', () => resolve(false));
    });

  const over = new AbortController();
  const polling = (async () => {
    while (!over.signal.aborted && asked < ASKED_MAX && (await ask()));
  })();
  while (asked < 3) await wait(5);

  await closeServer(server);
  expect(asked).toBeGreaterThanOrEqual(3);
  expect(asked).toBeLessThan(ASKED_MAX);
  over.abort();
  agent.destroy();
  await polling;
});

test('what is under way is answered before the server is closed', async () => {
  let answer: (() => void) | undefined;
  const server = createServer((_req, res) => {
    answer = () => res.end('answered');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const body = fetch(`http://127.0.0.1:${port}`).then((res) => res.text());
  while (answer === undefined) await wait(5);
  const closing = closeServer(server);
  answer();
  expect(await body).toBe('answered');
  await closing;
});
