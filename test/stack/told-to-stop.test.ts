import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { closer } from '../../gateway/process/closer.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { startStack } from '../../sandbox/launcher/start-stack.ts';
import { aCircle } from './concept-examples.ts';
import { ownGateway } from './processes.ts';
import { type Answer, eventually, ownIds, request } from './stack-sandbox.ts';

const id = ownIds();
const closing = closer();
const issuer = await localIssuer();
closing.add(() => issuer.stop());
const bearer = async (): Promise<string> => `Bearer ${await issuer.token({ centre: 'hochelaga' })}`;
let redisUrl: string;
let redis: Redis;
let silentUrl: string;

beforeAll(async () => {
  const stack = await startStack({
    say: () => undefined,
    env: { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL },
  });
  closing.add(() => stack.stop());
  redisUrl = stack.redis.url;
  redis = new Redis(redisUrl);
  closing.add(() => redis.disconnect());
  // A record that never answers: a request that waits for its sync waits as long as it was told to.
  const silent = createServer(() => undefined);
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  closing.add(() => {
    silent.closeAllConnections();
    silent.close();
  });
  silentUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/fhir`;
});
afterAll(() => closing.close());

/** A gateway in a process of its own, without workers: nothing that it accepts is synced. */
const gateway = (settings: Readonly<Record<string, string>>) =>
  ownGateway({
    closing,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      REDIS_URL: redisUrl,
      HAPI_URL: silentUrl,
      REGISTRY_PATH: 'sandbox/registry.yaml',
      ...issuer.settings,
      SEALING_KEYS: `k:${randomBytes(32).toString('base64')}`,
      ...settings,
    },
  });

const circleTo = async (url: string, name: string, waitSeconds: number): Promise<Answer> =>
  request('PUT', `${url}/v1/care-circles/${id(name)}`, aCircle(id(name), id(`child-${name}`)), {
    authorization: await bearer(),
    prefer: `wait=${waitSeconds}`,
  });

/** Resolves once the event is on disk: its request then waits for a sync that does not come. */
const accepted = (name: string): Promise<unknown> =>
  eventually(
    () => redis.exists(redisKeys.lastExchange(IDENTIFIERS.careCircle('hochelaga'), id(name))),
    (there) => there === 1,
  );

const live = (url: string): Promise<boolean> =>
  fetch(`${url}/livez`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  );

test('a gateway that is told to stop takes nothing new, answers what it has begun, and ends', async () => {
  const { url, stop } = await gateway({ DRAIN_WITHIN_MS: '20000' });
  const answer = circleTo(url, 'drained', 4);
  await accepted('drained');
  const end = stop();
  await eventually(
    () => live(url),
    (alive) => !alive,
    3_000,
  );
  const { status, body } = await answer;
  expect([status, body.state]).toEqual([202, 'accepted']);
  expect(await end).toMatchObject({ code: 0 });
});

test('what takes longer than the stated time is cut, and the process says that it did not end well', async () => {
  const { url, stop } = await gateway({ DRAIN_WITHIN_MS: '500' });
  const answer = circleTo(url, 'cut', 25).then(
    ({ status }) => status,
    () => 'cut',
  );
  await accepted('cut');
  const { code, tookMs } = await stop();
  expect(code).toBe(1);
  expect(tookMs).toBeLessThan(10_000);
  expect(await answer).toBe('cut');

  // What was accepted is on disk all the same: asked again, the next process knows it.
  const next = await gateway({ DRAIN_WITHIN_MS: '5000' });
  const again = await circleTo(next.url, 'cut', 0);
  expect(again.body).toMatchObject({ state: 'accepted' });
  expect(await next.stop()).toMatchObject({ code: 0 });
});

test('/readyz of a gateway whose record does not answer says that it is degraded, and that it can accept', async () => {
  const { url, stop } = await gateway({});
  const ready = await request('GET', `${url}/readyz`, undefined, {});
  expect([ready.status, ready.body]).toEqual([
    200,
    expect.objectContaining({ status: 'degraded', redis: true, writable: true, hapi: false }),
  ]);
  await stop();
});
