import { readFile } from 'node:fs/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import { freePort } from '../../../../sandbox/launcher/free-port.ts';
import type { LaunchContext } from '../../../../sandbox/launcher/launch-context.ts';
import { type NativePartSpec, startNativePart } from '../../../../sandbox/launcher/native-part.ts';
import type { StartedPart } from '../../../../sandbox/launcher/running-part.ts';
import { aContext } from './a-context.ts';
import { nodeChildSpec } from './node-child.ts';
import { isAlive, until } from './until.ts';

/** A small web server that says its pid, as a part. */
async function aPart(overrides: Partial<NativePartSpec> = {}): Promise<NativePartSpec> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return {
    name: 'HAPI',
    url,
    child: await nodeChildSpec(
      `console.log('pid ' + process.pid);
       require('http').createServer((_, r) => r.end(String(process.pid))).listen(${port}, '127.0.0.1')`,
    ),
    probe: async (signal) => (await fetch(url, { signal })).ok,
    readyWithinMs: 20_000,
    stopWithinMs: 5_000,
    ...overrides,
  };
}

// Each starts a Node process or two, on a machine that may be busy.
jest.setTimeout(30_000);

const running: StartedPart[] = [];
afterEach(async () => {
  for (const part of running.splice(0)) await part.stop();
});

async function start(spec: NativePartSpec, context: LaunchContext): Promise<StartedPart> {
  const part = await startNativePart(spec, context);
  running.push(part);
  return part;
}

const answers = (url: string) => fetch(url).then((response) => response.text());

test('a part that answers is ready, and its address and time are told', async () => {
  const { context, said } = await aContext();
  const part = await start(await aPart(), context);
  expect(Number(await answers(part.url))).toBe(part.pid);
  expect(part.origin).toBe('native');
  expect(said).toEqual([expect.stringMatching(`^HAPI: ready at ${part.url} \\(\\d+ s\\)$`)]);
  await part.stop();
  expect(part.pid).toBeUndefined();
});

test('a part that dies before it is ready fails at once, with its last lines', async () => {
  const { context, deaths } = await aContext();
  const dying = await aPart({ child: await nodeChildSpec('console.error("no memory"); process.exitCode = 3;') });
  await expect(startNativePart(dying, context)).rejects.toThrow(
    /^HAPI stopped before it was ready \(code 3\)[\s\S]*no memory$/,
  );
  expect(deaths).toEqual([]);
});

test('a part is not ready because somebody else answers at its address', async () => {
  const { context } = await aContext();
  const other = await start(await aPart(), context);
  const dying = await aPart({ child: await nodeChildSpec('process.exitCode = 1;') });
  const lateProbe: NativePartSpec['probe'] = async (signal) => {
    await until(() => signal.aborted);
    return true;
  };
  await expect(startNativePart({ ...dying, url: other.url, probe: lateProbe }, context)).rejects.toThrow(
    'stopped before',
  );
});

test('a part that is not ready in time fails, and nothing of it is left', async () => {
  const { context } = await aContext();
  const child = await nodeChildSpec(`console.log('pid ' + process.pid); setInterval(() => {}, 1000);`);
  const mute = await aPart({ child, probe: async () => false, readyWithinMs: 500 });
  await expect(startNativePart(mute, context)).rejects.toThrow('HAPI is not ready after 0.5 s');
  const pid = Number(/pid (\d+)/.exec(await readFile(child.logFile, 'utf8'))?.[1]);
  expect(await isAlive(pid)).toBe(false);
});

test('a start that is given up leaves nothing running', async () => {
  const giveUp = new AbortController();
  const { context, deaths } = await aContext({ signal: giveUp.signal });
  const child = await nodeChildSpec(`console.log('pid ' + process.pid); setInterval(() => {}, 1000);`);
  const starting = startNativePart(await aPart({ child, probe: async () => false }), context);
  await until(async () => (await readFile(child.logFile, 'utf8').catch(() => '')).includes('pid'));
  giveUp.abort(new Error('given up'));
  await expect(starting).rejects.toThrow('given up');
  const pid = Number(/pid (\d+)/.exec(await readFile(child.logFile, 'utf8'))?.[1]);
  expect(await isAlive(pid)).toBe(false);
  expect(deaths).toEqual([]);
});

test('an end that nobody asked for is told once, with how it ended', async () => {
  const { context, deaths } = await aContext();
  const part = await start(await aPart(), context);
  process.kill(part.pid ?? 0, 'SIGKILL');
  await until(() => deaths.length > 0);
  await part.stop();
  expect(deaths).toEqual([expect.stringMatching(/^HAPI: HAPI stopped without being asked to \(signal SIGKILL\)/)]);
});

test('a killed part comes back at the same address, and neither is told as a death', async () => {
  const { context, deaths } = await aContext();
  const part = await start(await aPart(), context);
  const first = part.pid;
  await part.kill();
  await expect(answers(part.url)).rejects.toThrow();
  await part.restart();
  expect(Number(await answers(part.url))).toBe(part.pid);
  expect(part.pid).not.toBe(first);
  await part.restart();
  expect(Number(await answers(part.url))).toBe(part.pid);
  await part.stop();
  await part.stop();
  expect(deaths).toEqual([]);
});
