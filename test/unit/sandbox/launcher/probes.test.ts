import { expect, test } from '@jest/globals';
import { freePort } from '../../../../sandbox/launcher/free-port.ts';
import { hapiProbe, redisProbe } from '../../../../sandbox/launcher/probes.ts';
import { aHapi, aRedis } from './fake-parts.ts';

const never = new AbortController().signal;

test('HAPI is ready when it has its metadata', async () => {
  const hapi = await aHapi();
  expect(await hapiProbe(hapi.url)(never)).toBe(true);
  expect(await hapiProbe(`${hapi.url}/elsewhere`)(never)).toBe(false);
  await hapi.close();
});

test('Redis is ready when it answers PING', async () => {
  const redis = await aRedis();
  expect(await redisProbe(redis.url)(never)).toBe(true);
  await redis.close();
});

test('Redis is not ready while it loads its file', async () => {
  const redis = await aRedis('-LOADING Redis is loading the dataset in memory');
  await expect(redisProbe(redis.url)(never)).rejects.toThrow('LOADING');
  await redis.close();
});

test('where nobody listens nothing is ready', async () => {
  const port = await freePort();
  await expect(hapiProbe(`http://127.0.0.1:${port}/fhir`)(never)).rejects.toThrow();
  await expect(redisProbe(`redis://127.0.0.1:${port}`)(never)).rejects.toThrow();
});
