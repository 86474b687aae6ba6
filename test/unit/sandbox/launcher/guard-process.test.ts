import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, jest, test } from '@jest/globals';
import { aFolder } from './a-context.ts';
import { killChildren, launcherChild } from './node-child.ts';
import { isAlive, until } from './until.ts';

// Each starts a Node process or two, on a machine that may be busy.
jest.setTimeout(30_000);
afterEach(killChildren);

const CHILD_PROCESS = pathToFileURL('sandbox/launcher/child-process.ts').href;

/** A process that starts a child which would stay for ever, and then does as told. */
async function launcherThat(then: string) {
  const logFile = join(await aFolder(), 'child.log');
  const launcher = await launcherChild(`
    const { startChild } = await import(${JSON.stringify(CHILD_PROCESS)});
    const child = await startChild({
      command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], env: {}, logFile: ${JSON.stringify(logFile)},
    });
    console.log('child ' + child.pid + ' up');
    ${then}`);
  await until(async () => (await readFile(launcher.logFile, 'utf8')).includes('up'));
  const pid = Number(/child (\d+)/.exec(await readFile(launcher.logFile, 'utf8'))?.[1]);
  return { launcher, pid };
}

test.each([
  ['is killed', 'process.kill(process.pid, "SIGKILL");'],
  ['exits', 'process.exit(0);'],
  ['crashes', 'throw new Error("boom");'],
])('no child outlives a launcher that %s', async (_how, then) => {
  const { launcher, pid } = await launcherThat(then);
  await launcher.exited;
  await until(async () => !(await isAlive(pid)));
});

test('as long as the launcher lives its child does', async () => {
  const { launcher, pid } = await launcherThat('');
  expect(await isAlive(pid)).toBe(true);
  await launcher.kill();
  await until(async () => !(await isAlive(pid)));
});
