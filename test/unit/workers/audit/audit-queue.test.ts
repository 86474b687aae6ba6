import { expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { auditQueue } from '../../../../workers/audit/audit-queue.ts';
import { chained } from '../../../builders/a-verification.ts';
import { keptLog } from '../../../builders/quiet-log.ts';

test('what somebody else put into the stream is told and stays, and what came with it goes to the record', async () => {
  const [one, two] = chained('own', 2).map((it) => JSON.stringify(it));
  const said = [
    ['1-0', ['entry', one]],
    ['2-0', ['entry', 'garbage with a name in it']],
    ['3-0', ['entry', two]],
  ];
  const answers = [[['stream', said]], null];
  const waiting = {
    xgroup: async () => 'OK',
    xautoclaim: async () => ['0-0', [], []],
    xreadgroup: async () => answers.shift(),
  } as unknown as Redis;
  const { log, text } = keptLog();
  const queue = auditQueue({ waiting, redis: waiting, claimAfterMs: 1_000, now: () => new Date(), log });
  expect((await queue.take()).map(({ at }) => at)).toEqual(['1-0', '3-0']);
  expect(text()).toContain('2-0');
  expect(text()).not.toContain('garbage');
});
