import { expect, test } from '@jest/globals';
import { containerLines } from '../../../../sandbox/launcher/container-lines.ts';

/** As Docker frames one piece of a log: output 1 or 2, three zeros, the length. */
function framed(output: number, text: string): Buffer {
  const bytes = Buffer.from(text);
  const header = Buffer.from([output, 0, 0, 0, 0, 0, 0, 0]);
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
}

test('the lines of both outputs are given without their frames', async () => {
  const log = Buffer.concat([framed(1, 'prêt\nécoute\n'), framed(2, 'panne\n')]);
  expect(await containerLines({ logs: async () => log })).toBe('  prêt\n  écoute\n  panne');
});

test('as many lines are asked for as are wanted', async () => {
  const asked: unknown[] = [];
  await containerLines({ logs: async (options) => Buffer.alloc(asked.push(options) * 0) }, 7);
  expect(asked).toEqual([{ follow: false, stdout: true, stderr: true, tail: 7 }]);
});

test('a log that cannot be had is no further failure', async () => {
  expect((await containerLines({ logs: () => Promise.reject(new Error('gone')) })).trim()).toBe('');
});
