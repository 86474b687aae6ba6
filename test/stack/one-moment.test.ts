import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { entriesIn, type QueueTold, queueDump, restoreQueue } from '../../operate/backup/queue-dump.ts';
import { WORDS } from '../../operate/backup/words.ts';
import { type Stack, startStack } from '../../sandbox/launcher/start-stack.ts';

/** The queue’s dump against a real Redis: one moment, while others write as fast as they can. */
const ELEMENTS = 20_000;
let stack: Stack;
let redis: Redis;

beforeAll(async () => {
  const env = { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL };
  stack = await startStack({ say: () => undefined, env });
  redis = new Redis(stack.redis.url);
});
afterAll(async () => {
  redis.disconnect();
  await stack.stop();
});
beforeEach(() => redis.flushall());

/** Reads the dump to its end. */
async function dumped(): Promise<{ readonly bytes: readonly Buffer[]; readonly told: QueueTold | undefined }> {
  let told: QueueTold | undefined;
  const dump = queueDump({
    redis,
    words: WORDS.en,
    told: (it) => {
      told = it;
    },
    progress: () => undefined,
  });
  const bytes: Buffer[] = [];
  for await (const chunk of dump) bytes.push(chunk);
  return { bytes, told };
}
const restoreInto = (into: Redis, bytes: readonly Buffer[], nowMs = Date.now()): Promise<number> =>
  restoreQueue({ redis: into, words: WORDS.en, progress: () => undefined, nowMs }, Readable.from(bytes));
const restore = (bytes: readonly Buffer[], nowMs = Date.now()): Promise<number> => restoreInto(redis, bytes, nowMs);

/** Writers that move elements from list to list and back until they are told to stop; gives how often they did. */
function moving(lists: number): { stop(): Promise<number> } {
  let over = false;
  const writers = [0, 1, 2, 3].map(async (writer) => {
    const own = new Redis(stack.redis.url);
    let moves = 0;
    while (!over) {
      const [from, to] = [(moves + writer) % lists, (moves + writer + 7) % lists];
      await own.rpoplpush(`{lane}:list-${from}`, `{lane}:list-${to}`);
      moves += 1;
    }
    own.disconnect();
    return moves;
  });
  return {
    async stop() {
      over = true;
      return (await Promise.all(writers)).reduce((sum, moves) => sum + moves, 0);
    },
  };
}

test('while elements move from list to list, a dump has each of them exactly once, and the writers go on', async () => {
  const lists = 2_000;
  const filling = redis.pipeline();
  for (let n = 0; n < ELEMENTS; n += 1) filling.lpush(`{lane}:list-${n % lists}`, `element-${n}`);
  await filling.exec();
  const writers = moving(lists);
  for (let round = 0; round < 3; round += 1) {
    const { bytes, told } = await dumped();
    expect(told?.keys).toBeGreaterThan(lists / 2);
    const copy = new Redis(stack.redis.url, { db: 1 });
    await copy.flushdb();
    await restoreInto(copy, bytes);
    const all = await Promise.all(
      Array.from({ length: lists }, (_, nth) => copy.lrange(`{lane}:list-${nth}`, '0', '-1')),
    );
    copy.disconnect();
    expect(all.flat()).toHaveLength(ELEMENTS);
    expect(new Set(all.flat()).size).toBe(ELEMENTS);
  }
  expect(await writers.stop()).toBeGreaterThan(100);
});

test('every kind of key comes back as it was, with the time that it had left; what has ended since stays away', async () => {
  await redis.set('passerelle:text', 'été');
  await redis.set('passerelle:ending', 'x', 'PX', 600_000);
  await redis.hset('passerelle:hash', { one: '1', bytes: Buffer.from([0, 255]) });
  await redis.zadd('passerelle:zset', 1.5, 'a', 2, 'b');
  await redis.sadd('passerelle:set', 'a');
  await redis.xadd('passerelle:stream', '5-1', 'change', '{}');
  await redis.xadd('passerelle:stream', '6-1', 'change', '{}');
  await redis.xdel('passerelle:stream', '6-1');
  const before = await redis.pttl('passerelle:ending');
  const { bytes, told } = await dumped();
  expect(told).toMatchObject({ keys: 6, redisVersion: expect.stringMatching(/^\d/) });
  await redis.flushall();
  expect(await restore(bytes, Date.now() + 700_000)).toBe(5);
  expect(await redis.exists('passerelle:ending')).toBe(0);

  await redis.flushall();
  expect(await restore(bytes)).toBe(6);
  expect(await redis.get('passerelle:text')).toBe('été');
  const left = await redis.pttl('passerelle:ending');
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(before);
  expect(await redis.hgetBuffer('passerelle:hash', 'bytes')).toEqual(Buffer.from([0, 255]));
  expect(await redis.zrange('passerelle:zset', '0', '-1', 'WITHSCORES')).toEqual(['a', '1.5', 'b', '2']);
  expect(await redis.smembers('passerelle:set')).toEqual(['a']);
  // A cursor that a centre holds stays good: the stream knows the last id that it gave.
  await expect(redis.xadd('passerelle:stream', '6-1', 'change', '{}')).rejects.toThrow('equal or smaller');
});

test('something written in spite of the pause is noticed, and no dump is told', async () => {
  for (let n = 0; n < 3_000; n += 1) redis.set(`passerelle:text-${n}`, 'x');
  await redis.ping();
  const told = () => expect('told').toBe('never');
  const dump = queueDump({ redis, words: WORDS.en, told, progress: () => undefined });
  await dump.next();
  const other = new Redis(stack.redis.url);
  // Somebody ends the pause.
  await other.call('CLIENT', 'UNPAUSE');
  await other.set('passerelle:late', 'x');
  other.disconnect();
  await expect(
    (async () => {
      for await (const _ of dump);
    })(),
  ).rejects.toThrow('Redis changed');
  // And whoever writes is not held any more.
  await redis.set('passerelle:after', 'x');
});

test('a dump that was cut in the middle of a key is not taken for a whole one', async () => {
  await redis.set('passerelle:text', 'x'.repeat(100));
  const { bytes } = await dumped();
  const whole = Buffer.concat(bytes);
  await expect(
    (async () => {
      for await (const _ of entriesIn(Readable.from([whole.subarray(0, whole.length - 1)])));
    })(),
  ).rejects.toThrow('in the middle');
});
