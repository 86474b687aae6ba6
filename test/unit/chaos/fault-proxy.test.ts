import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { closer } from '../../../gateway/process/closer.ts';
import { type FaultProxy, startFaultProxy } from '../../chaos/fault-proxy.ts';

let closing = closer();
let heard: string[];
let proxy: FaultProxy;

beforeEach(async () => {
  closing = closer();
  heard = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      heard.push(String(bytes));
      socket.write(`heard ${bytes}`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.add(() => void server.close());
  const { port } = server.address() as AddressInfo;
  proxy = await startFaultProxy(() => ({ host: '127.0.0.1', port }));
  closing.add(() => proxy.stop());
});
afterEach(() => closing.close());

/** What comes back for one word; `reset` when the connection is cut. */
async function ask(word: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: proxy.port });
  const answered = new Promise<string>((resolve) => {
    socket.on('data', (bytes: Buffer) => resolve(String(bytes)));
    socket.on('error', () => resolve('reset'));
    socket.on('close', () => resolve('reset'));
  });
  socket.write(word);
  const answer = await answered;
  socket.destroy();
  return answer;
}

test('open, it passes what is said both ways', async () => {
  expect(await ask('one')).toBe('heard one');
});

test('cut, nothing arrives; open again, it passes', async () => {
  proxy.set({ kind: 'cut' });
  expect(await ask('two')).toBe('reset');
  expect(heard).toEqual([]);
  proxy.set({ kind: 'open' });
  expect(await ask('three')).toBe('heard three');
});

test('with its answers lost, what is asked arrives, and nobody is told', async () => {
  proxy.set({ kind: 'answers-lost' });
  expect(await ask('four')).toBe('reset');
  expect(heard).toEqual(['four']);
});

test('slow, each way takes at least so long, in order', async () => {
  proxy.set({ kind: 'slow', ms: 40 });
  const before = performance.now();
  expect(await ask('five')).toBe('heard five');
  expect(performance.now() - before).toBeGreaterThanOrEqual(75);
});
