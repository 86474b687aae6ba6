import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, jest, test } from '@jest/globals';
import { killChildren, launcherChild } from './node-child.ts';
import { until } from './until.ts';

// Each starts a Node process or two, on a machine that may be busy.
jest.setTimeout(30_000);
afterEach(killChildren);

const STOP_ON_SIGNALS = pathToFileURL('sandbox/launcher/stop-on-signals.ts').href;

async function listening(stop: string, more = '') {
  const child = await launcherChild(`
    import { setTimeout as pause } from 'node:timers/promises';
    const { stopOnSignals } = await import(${JSON.stringify(STOP_ON_SIGNALS)});
    setInterval(() => {}, 1000);
    const unlisten = stopOnSignals(async () => { console.log('stopping'); ${stop}; console.log('stopped'); });
    ${more}
    console.log('up');`);
  const logged = () => readFile(child.logFile, 'utf8');
  await until(async () => (await logged()).includes('up'));
  return { child, logged };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'on %s the stop is finished before the signal ends the process',
  async (name) => {
    const { child, logged } = await listening('await pause(20)');
    process.kill(child.pid, name);
    expect(await child.exited).toEqual({ code: null, signal: name });
    expect(await logged()).toBe('up\nstopping\nstopped\n');
  },
);

test('a second signal does not wait for the stop', async () => {
  const { child, logged } = await listening('await pause(60_000)');
  process.kill(child.pid, 'SIGINT');
  await until(async () => (await logged()).includes('stopping'));
  process.kill(child.pid, 'SIGINT');
  expect(await child.exited).toEqual({ code: null, signal: 'SIGINT' });
  expect(await logged()).not.toContain('stopped');
});

test('a library that ends the process when it finds itself alone does not cut the stop short', async () => {
  const library = `process.on('SIGTERM', () => { if (process.listenerCount('SIGTERM') === 1) process.exit(9); });`;
  const { child, logged } = await listening('await pause(20)', library);
  process.kill(child.pid, 'SIGTERM');
  await until(async () => (await logged()).includes('stopped'));
  await child.exited;
});

test('after it stopped listening a signal ends the process as ever', async () => {
  const { child, logged } = await listening('', 'unlisten();');
  process.kill(child.pid, 'SIGTERM');
  expect(await child.exited).toEqual({ code: null, signal: 'SIGTERM' });
  expect(await logged()).toBe('up\n');
});
