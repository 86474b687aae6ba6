import { readFile } from 'node:fs/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import { startChild } from '../../../../sandbox/launcher/child-process.ts';
import { killChildren, nodeChild, nodeChildSpec } from './node-child.ts';
import { isAlive, until } from './until.ts';

// Each starts a Node process or two, on a machine that may be busy.
jest.setTimeout(30_000);
afterEach(killChildren);

const STAYS = 'setInterval(() => {}, 1000); console.log("up");';
const IGNORES_TERM = `process.on('SIGTERM', () => console.log('no')); ${STAYS}`;
const LEAVES_ON_TERM = `process.on('SIGTERM', () => { console.log('bye'); process.exit(0); }); ${STAYS}`;

async function logged(child: { logFile: string }, text: string): Promise<void> {
  await until(async () => (await readFile(child.logFile, 'utf8')).includes(text));
}

test('both outputs of a child stand in its log, and its exit code is told', async () => {
  const child = await nodeChild('console.log("out"); console.error("err"); process.exitCode = 7;');
  expect(await child.exited).toEqual({ code: 7, signal: null });
  expect(await readFile(child.logFile, 'utf8')).toBe('out\nerr\n');
  expect(child.running()).toBe(false);
});

test('a program that is not there cannot be started', async () => {
  const spec = await nodeChildSpec('');
  await expect(startChild({ ...spec, command: '/no/such/program' })).rejects.toThrow('ENOENT');
});

test('a stopped child may clean up first', async () => {
  const child = await nodeChild(LEAVES_ON_TERM);
  await logged(child, 'up');
  await child.stop(10_000);
  expect(await child.exited).toEqual({ code: 0, signal: null });
  expect(await readFile(child.logFile, 'utf8')).toBe('up\nbye\n');
});

test('a child that does not stop within the limit is killed', async () => {
  const child = await nodeChild(IGNORES_TERM);
  await logged(child, 'up');
  await child.stop(50);
  expect(await child.exited).toEqual({ code: null, signal: 'SIGKILL' });
});

test('a killed child takes its own children along', async () => {
  const grandchild = JSON.stringify('setInterval(() => {}, 1000)');
  const child = await nodeChild(
    `const { pid } = require('child_process').spawn(process.execPath, ['-e', ${grandchild}], { stdio: 'ignore' });
     console.log('pid ' + pid + ' up'); setInterval(() => {}, 1000);`,
  );
  await logged(child, 'up');
  const pid = Number(/pid (\d+)/.exec(await readFile(child.logFile, 'utf8'))?.[1]);
  expect(await isAlive(pid)).toBe(true);
  await child.kill();
  await until(async () => !(await isAlive(pid)));
});

test('what is gone can be stopped and killed again', async () => {
  const child = await nodeChild('');
  await child.exited;
  await child.stop(10_000);
  await child.kill();
  expect(await child.exited).toEqual({ code: 0, signal: null });
});
