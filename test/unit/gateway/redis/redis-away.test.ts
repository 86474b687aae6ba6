import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { failureKindOf, GatewayError, isTransient } from '../../../../gateway/failures.ts';

/** A Redis that answers the first of several commands and dies, as one that is killed between two. */
async function dyingRedis() {
  const server = createServer((socket) =>
    socket.unref().on('data', (bytes) => {
      if (bytes.includes('exec')) socket.end('+OK\r\n');
      else socket.write("-ERR unknown command 'HELLO'\r\n");
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
