import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { inTurn } from '../../../../../gateway/doors/http/in-turn.ts';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (let close = opened.pop(); close !== undefined; close = opened.pop()) await close();
});

/** A server, and a connection to it on which nothing is read until the test says so. */
async function aConnection(app: RequestListener) {
  const server = createServer(inTurn(app));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  opened.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  opened.push(() => socket.destroy());
  await once(socket, 'connect');
  let heard = '';
  return {
    socket,
    /** All in one packet. */
    ask: (...paths: readonly string[]) =>
      void socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join('')),
    read(): void {
      socket.on('data', (chunk: Buffer) => {
        heard += chunk.toString('latin1');
      });
    },
    heard: () => heard,
    async until(condition: () => boolean): Promise<void> {
      for (const deadline = Date.now() + 20_000; !condition(); await wait(10))
        if (Date.now() > deadline) throw new Error('not in time');
    },
  };
}

/** More than the buffers of both ends hold. */
const LARGE = 'x'.repeat(32 * 1024 * 1024);

test('a request is not looked at while the answer before it is not read: what it may tell is decided when it can leave', async () => {
  let mayBeTold = true;
  const looked: string[] = [];
  const { ask, read, heard, until } = await aConnection((req, res) => {
    looked.push(req.url ?? '');
    res.end(req.url === '/large' ? LARGE : `told: ${mayBeTold}`);
  });
  ask('/large', '/child');
  await until(() => looked.length > 0);
  // As long as the receiver likes.
  await wait(300);
  mayBeTold = false;
  read();
  await until(() => heard().includes('told'));
  expect(looked).toEqual(['/large', '/child']);
  expect(heard().slice(-'told: false'.length)).toBe('told: false');
});

test('however many requests come at once, each is answered, in their order and one at a time', async () => {
  let atOnce = 0;
  let most = 0;
  const { ask, read, heard, until } = await aConnection(async (req, res) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await wait(req.url === '/0' ? 50 : 0);
    res.once('finish', () => {
      atOnce -= 1;
    });
    res.end(`<${req.url}>`);
  });
  read();
  const paths = Array.from({ length: 200 }, (_, nth) => `/${nth}`);
  ask(...paths);
  await until(() => heard().includes('</199>'));
  ask('/after');
  await until(() => heard().includes('</after>'));
  expect(heard().match(/<[^>]+>/g)).toEqual([...paths, '/after'].map((path) => `<${path}>`));
  expect(most).toBe(1);
});

test('what waits its turn on a connection that breaks is not looked at', async () => {
  const looked: string[] = [];
  const { ask, socket, until } = await aConnection((req, res) => {
    looked.push(req.url ?? '');
    res.once('close', () => looked.push('gone'));
  });
  ask('/first', '/second', '/third');
  await until(() => looked.length > 0);
  socket.destroy();
  await until(() => looked.includes('gone'));
  await wait(50);
  expect(looked).toEqual(['/first', 'gone']);
});
