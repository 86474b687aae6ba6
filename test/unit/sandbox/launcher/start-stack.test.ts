import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { freePort } from '../../../../sandbox/launcher/free-port.ts';
import { startStack } from '../../../../sandbox/launcher/start-stack.ts';
import { aFolder } from './a-context.ts';
import { aHapi, aRedis } from './fake-parts.ts';

test('given parts are taken as they are, told without their passwords, and never stopped', async () => {
  const [hapi, redis] = [await aHapi(), await aRedis()];
  const said: string[] = [];
  const stack = await startStack({
    say: (line) => void said.push(line),
    language: 'en',
    env: { HAPI_URL: `${hapi.url}/`, REDIS_URL: redis.url },
  });
  expect([stack.hapi.url, stack.redis.url]).toEqual([hapi.url, redis.url]);
  expect([stack.hapi.origin, stack.redis.origin]).toEqual(['given', 'given']);
  expect(said).toContain(`HAPI: address given by HAPI_URL (${hapi.url})`);
  expect(said.join('\n')).not.toContain('secret');

  const before = said.length;
  await Promise.all([stack.stop(), stack.stop()]);
  await stack.stop();
  expect(said).toHaveLength(before);
  expect((await fetch(`${hapi.url}/metadata`)).ok).toBe(true);
  await Promise.all([hapi.close(), redis.close()]);
});

test('French is spoken unless English is asked for', async () => {
  const [hapi, redis] = [await aHapi(), await aRedis()];
  const said: string[] = [];
  const env = { HAPI_URL: hapi.url, REDIS_URL: redis.url };
  const stack = await startStack({ say: (line) => void said.push(line), env });
  expect(said).toContain(`HAPI : adresse donnée par HAPI_URL (${hapi.url})`);
  await stack.stop();
  await Promise.all([hapi.close(), redis.close()]);
});

test('a given part can be neither killed nor restarted, and the error says why', async () => {
  const [hapi, redis] = [await aHapi(), await aRedis()];
  const env = { HAPI_URL: hapi.url, REDIS_URL: redis.url };
  const stack = await startStack({ say: () => {}, language: 'en', env });
  await expect(stack.hapi.kill()).rejects.toThrow('HAPI was given by HAPI_URL');
  await expect(stack.redis.restart()).rejects.toThrow('Redis was given by REDIS_URL');
  await stack.stop();
  await Promise.all([hapi.close(), redis.close()]);
});

test('a start that is given up rejects, and its folder can be used again', async () => {
  const redis = await aRedis();
  const giveUp = new AbortController();
  const dataDir = join(await aFolder(), 'data');
  const env = { HAPI_URL: `http://127.0.0.1:${await freePort()}/fhir`, REDIS_URL: redis.url };
  const say = (line: string) => (line.startsWith('Redis: ready') ? giveUp.abort(new Error('enough')) : undefined);
  await expect(startStack({ say, language: 'en', env, dataDir, signal: giveUp.signal })).rejects.toThrow('enough');
  expect(existsSync(dataDir)).toBe(true);

  const hapi = await aHapi();
  const stack = await startStack({ say: () => {}, env: { ...env, HAPI_URL: hapi.url }, dataDir });
  await stack.stop();
  await Promise.all([hapi.close(), redis.close()]);
});

test('where one part cannot be had the other is given up, and the reason is the first one’s', async () => {
  const redis = await aRedis();
  const env = { REDIS_URL: redis.url, PATH: await aFolder(), DOCKER_HOST: 'unix:///no/such/socket' };
  await expect(startStack({ say: () => {}, language: 'en', env })).rejects.toThrow(
    /^Java was not found.*install a JDK 17/,
  );
  await redis.close();
});

test('it listens to Ctrl-C only while it runs, and not at all where the caller does', async () => {
  const [hapi, redis] = [await aHapi(), await aRedis()];
  const env = { HAPI_URL: hapi.url, REDIS_URL: redis.url };
  const before = process.listenerCount('SIGINT');
  const stack = await startStack({ say: () => {}, env });
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  await stack.stop();
  expect(process.listenerCount('SIGINT')).toBe(before);

  const other = await startStack({ say: () => {}, env, signal: new AbortController().signal });
  expect(process.listenerCount('SIGINT')).toBe(before);
  await other.stop();
  await Promise.all([hapi.close(), redis.close()]);
});
