import { EventEmitter } from 'node:events';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { closer } from '../../../../gateway/process/closer.ts';
import { oneAtATime, openReplicas } from '../../../../gateway/redis/replicas.ts';
import { keptLog } from '../../../builders/quiet-log.ts';

type Reply = readonly [Error | null, unknown];

/** A connection that answers as it is told; what it was asked. */
async function bench(answer: (command: string) => Reply, acked = 1) {
  const asked: (readonly unknown[])[] = [];
  const connection = Object.assign(new EventEmitter(), {
    disconnect: () => undefined,
    connect: async () => void connection.emit('ready'),
    pipeline: () => {
      const commands: (readonly unknown[])[] = [];
      const round = {
        set: () => round,
        call: (...command: readonly unknown[]) => {
          commands.push(command);
          return round;
        },
        exec: async () => {
          asked.push(...commands);
          return [[null, 'OK'], answer(String(commands[0]?.[0]))];
        },
      };
      return round;
    },
  });
  const redis = { duplicate: () => connection } as unknown as Redis;
  const { log, text } = keptLog();
  const replicas = await openReplicas({ redis, acked, log, closing: closer() });
  return { replicas, asked, reconnect: () => connection.emit('ready'), text };
}

test.each([
  ['one replica has it on disk', 1, [1, 1], true],
  ['more than enough have it', 2, [1, 3], true],
  ['no replica has it in time', 1, [1, 0], false],
  ['too few have it', 2, [1, 1], false],
  ['the server itself has it not on disk', 1, [0, 1], false],
  ['an answer that is none', 1, null, false],
] as const)('%s (of %i wanted): %j is acknowledged: %s', async (_what, acked, answer, passes) => {
  const copied = (await bench(() => [null, answer], acked)).replicas.begin();
  await (passes
    ? expect(copied()).resolves.toBeUndefined()
    : expect(copied()).rejects.toMatchObject({ kind: 'unavailable' }));
});

test('a server before 7.2 is asked what its replicas have, and it is said that this is less', async () => {
  const { replicas, asked, text } = await bench((command) =>
    command === 'WAITAOF' ? [new Error("ERR unknown command 'WAITAOF'"), null] : [null, 1],
  );
  await replicas.begin()();
  await replicas.begin()();
  // The first question of a replica is only there to hurry it.
  expect(
    asked.filter(([command, , within]) => command === 'WAITAOF' || within !== 100).map(([command]) => command),
  ).toEqual(['WAITAOF', 'WAIT', 'WAIT']);
  expect(text().match(/no WAITAOF/g)).toHaveLength(1);
});

test('another server took its place between the write and the question: nothing is acknowledged', async () => {
  const { replicas, reconnect } = await bench(() => [null, [1, 1]]);
  const copied = replicas.begin();
  reconnect();
  await expect(copied()).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(replicas.begin()()).resolves.toBeUndefined();
});

test('a server that refuses the question acknowledges nothing, and the next round may', async () => {
  let fails = true;
  const { replicas } = await bench(() => (fails ? [new Error('READONLY'), null] : [null, [1, 1]]));
  await expect(replicas.begin()()).rejects.toMatchObject({ kind: 'unavailable' });
  fails = false;
  await expect(replicas.begin()()).resolves.toBeUndefined();
});

test('however they come, each is answered by a round that began after it came, and they share rounds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 30 }), async (pauses) => {
      let begun = 0;
      let running = 0;
      const ask = oneAtATime(async () => {
        begun += 1;
        running += 1;
        expect(running).toBe(1);
        await turns(3);
        running -= 1;
      });
      const asks: Promise<void>[] = [];
      for (const pause of pauses) {
        const before = begun;
        asks.push(ask().then(() => expect(begun).toBeGreaterThan(before)));
        await turns(pause);
      }
      await Promise.all(asks);
      expect(begun).toBeLessThanOrEqual(pauses.length);
    }),
  );
});

test('all who come together share one round', async () => {
  let rounds = 0;
  const ask = oneAtATime(async () => {
    rounds += 1;
  });
  await Promise.all(Array.from({ length: 16 }, ask));
  expect(rounds).toBe(1);
});

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}
