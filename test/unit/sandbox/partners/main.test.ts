import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import { aMessage } from './a-message.ts';
import { PARTNER_TOKEN, postMessage } from './a-partner.ts';

let running: ChildProcess | undefined;
afterEach(() => {
  running?.kill('SIGKILL');
});

const run = (args: readonly string[], tokens: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/partners/main.ts', ...args], {
    env: { PATH: process.env.PATH, ...tokens },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk;
    });
  return { child, said: () => text };
};

const ARGS = ['--id', 'clsc', '--kind', 'clsc', '--name-fr', 'CLSC', '--gateway', 'http://127.0.0.1:9'];

test('as a process it says where it is, receives, and ends well when told to stop', async () => {
  const { child, said } = run(ARGS, { PARTNER_TOKEN, GATEWAY_CLIENT: 'g.json' });
  while (!said().includes('/fhir')) await once(child.stdout, 'data');
  const [, endpoint = ''] = /FHIR : (\S+)/.exec(said()) ?? [];

  expect((await postMessage({ endpoint }, aMessage())).status).toBe(200);

  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('without its tokens it says which is missing, in the language asked for, and ends with 1', async () => {
  const { child, said } = run([...ARGS, '--lang', 'en'], {});
  const [code] = await once(child, 'close');
  expect({ code, text: said() }).toEqual({ code: 1, text: 'PARTNER_TOKEN: must be given.\n' });
});
