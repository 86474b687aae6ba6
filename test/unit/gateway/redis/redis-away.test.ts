import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { failureKindOf, GatewayError, isTransient } from '../../../../gateway/failures.ts';

/** How little a connection waits for a Redis that is away. */
interface Impatience {
  readonly enableOfflineQueue?: boolean;
  readonly lazyConnect?: boolean;
  readonly commandTimeout?: number;
  readonly maxRetriesPerRequest?: number;
  readonly retryStrategy?: () => number;
}

/** A Redis that answers the first of several commands and dies, as one that is killed between two; and has nothing for whoever waits. */
async function dyingRedis(options: Impatience = {}) {
  const server = createServer((socket) =>
    socket.unref().on('data', (bytes) => {
      if (bytes.includes('exec')) socket.end('+OK\r\n');
      else if (!bytes.includes('blpop')) socket.write("-ERR unknown command 'HELLO'\r\n");
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const redis = new Redis((server.address() as AddressInfo).port, '127.0.0.1', {
    enableReadyCheck: false,
    disableClientInfo: true,
    disconnectTimeout: 50,
    maxRetriesPerRequest: null,
    ...options,
  });
  redis.on('error', () => undefined);
  const stop = () => {
    redis.disconnect();
    server.close();
  };
  return { redis, stop };
}
const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

test('what several commands break with when Redis dies under them may succeed later: nothing is given up for it', async () => {
  const { redis, stop } = await dyingRedis();
  const error = await failureOf(redis.multi().set('a', '1').set('b', '2').exec());
  stop();
  expect(error).toBeInstanceOf(Error);
  expect([failureKindOf(error), isTransient(error)]).toEqual(['unavailable', true]);
});

test('a command that comes after the connection was closed may succeed later, in the next process', async () => {
  const { redis, stop } = await dyingRedis();
  stop();
  const error = await failureOf(redis.get('a'));
  expect([failureKindOf(error), isTransient(error)]).toEqual(['unavailable', true]);
});

test.each<[string, Impatience, RegExp]>([
  ['that keeps nothing for later', { enableOfflineQueue: false, lazyConnect: true }, /^Stream isn't writeable/],
  ['that waits no longer', { commandTimeout: 50 }, /^Command timed out/],
])('what a connection %s says of a Redis that is away may succeed later', async (_which, options, words) => {
  const { redis, stop } = await dyingRedis(options);
  const error = await failureOf(options.commandTimeout === undefined ? redis.get('a') : redis.blpop('a', 0));
  stop();
  expect(String((error as Error).message)).toMatch(words);
  expect([failureKindOf(error), isTransient(error)]).toEqual(['unavailable', true]);
});

test('what a connection that tries no more says of a Redis that is gone may succeed later', async () => {
  const { redis, stop } = await dyingRedis({ maxRetriesPerRequest: 0, retryStrategy: () => 10 });
  // It dies of the first, and refuses whoever comes back.
  const [, error] = await Promise.all([failureOf(redis.multi().set('a', '1').exec()), failureOf(redis.blpop('a', 0))]);
  stop();
  expect(String((error as Error).message)).toMatch(/^Reached the max retries per request limit/);
  expect([failureKindOf(error), isTransient(error)]).toEqual(['unavailable', true]);
});

test.each(['LOADING Redis is loading the dataset in memory', 'READONLY You can’t write against a read only replica.'])(
  'a Redis that says « %s » is only away',
  (words) => expect(failureKindOf(new Error(words))).toBe('unavailable'),
);

test('an error of our own making is none of Redis’, and is not tried for ever', () => {
  expect([new TypeError('x is undefined'), new Error('LOADINGS'), 'text'].map(failureKindOf)).toEqual([
    'internal',
    'internal',
    'internal',
  ]);
  expect(failureKindOf(new GatewayError('inDoubt', 'x'))).toBe('inDoubt');
});
