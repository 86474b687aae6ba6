import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { stringify } from 'yaml';
import { closer } from '../../gateway/process/closer.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { messages } from '../../sandbox/launcher/messages.ts';
import { startNativeRedis } from '../../sandbox/launcher/native-redis.ts';
import type { StartedPart } from '../../sandbox/launcher/running-part.ts';
import { type GatewayProcess, startGatewayProcess, startWorkersProcess } from '../../sandbox/own-processes.ts';
import { aCircle } from './concept-examples.ts';
import { type Answer, eventually, ownIds, request } from './stack-sandbox.ts';

const id = ownIds();
const closing = closer({ withinMs: 60_000 });
const issuer = await localIssuer();
closing.add(() => issuer.stop());
const bearer = async (): Promise<string> => `Bearer ${await issuer.token({ centre: 'hochelaga' })}`;
const CENTRE = {
  id: 'hochelaga',
  name: { fr: 'H', en: 'H' },
  telephone: '514 555-0130',
  timeZone: 'America/Toronto',
  regime: 'qc-private',
};
let folder: string;
let primary: StartedPart;
let replica: StartedPart;
let env: Record<string, string | undefined>;

async function aRedis(name: string): Promise<StartedPart> {
  const own = join(folder, name);
  await mkdir(own);
  const context = {
    say: () => undefined,
    words: messages('en'),
    env: process.env,
    folder: own,
    signal: new AbortController().signal,
    died: () => undefined,
  };
  const part = await startNativeRedis(context);
  closing.add(() => part.stop());
  return part;
}

/** One command on a connection of its own. */
async function ask<T>({ url }: StartedPart, command: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  try {
    return await command(redis);
  } finally {
    redis.disconnect();
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  closing.add(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'registry.yaml'), stringify({ centres: [CENTRE], partners: [] }));
  [primary, replica] = [await aRedis('primary'), await aRedis('replica')];
  await ask(replica, (redis) => redis.replicaof('127.0.0.1', new URL(primary.url).port));
  await eventually(
    () => ask(replica, (redis) => redis.info('replication')),
    (told) => told.includes('master_link_status:up'),
  );
  env = {
    PORT: '0',
    REDIS_URL: primary.url,
    REDIS_REPLICAS_ACKED: '1',
    HAPI_URL: process.env.STACK_TEST_HAPI_URL,
    REGISTRY_PATH: join(folder, 'registry.yaml'),
    ...issuer.settings,
    SEALING_KEYS: `test:${randomBytes(32).toString('base64')}`,
    LANES: '2',
  };
});
afterAll(() => closing.close());

async function gateway(name: string): Promise<GatewayProcess> {
  const started = await startGatewayProcess(env, join(folder, `${name}.log`));
  closing.add(() => started.kill());
  // A replica that has just joined is not one yet: it may still rewrite its file.
  await eventually(
    () => get(started, '/readyz'),
    ({ status }) => status === 200,
  );
  return started;
}

const send = async ({ url }: GatewayProcess, name: string): Promise<Answer> =>
  request('PUT', `${url}/v1/care-circles/${id(name)}`, aCircle(id(name), id(`child-${name}`)), {
    authorization: await bearer(),
    prefer: 'respond-async',
  });
const get = async ({ url }: GatewayProcess, path: string): Promise<Answer> =>
  request('GET', `${url}${path}`, undefined, { authorization: await bearer() });
const queuedAt = (where: StartedPart): Promise<readonly string[]> =>
  ask(where, async (redis) => {
    const lanes = await Promise.all([0, 1].map((lane) => redis.lrange(`{lane-${lane}}:lane:wait`, 0, -1)));
    return lanes.flat();
  });

test('what is acknowledged is on the replica by then', async () => {
  const running = await gateway('copied');
  for (const n of [0, 1, 2, 3, 4]) {
    const answer = await send(running, `copied-${n}`);
    expect(answer.status).toBe(202);
    expect(await queuedAt(replica)).toContain(answer.body.id);
  }
  const { status, body } = await get(running, '/readyz');
  expect([status, body.replicated]).toEqual([200, true]);
  const version = /redis_version:(\d+)\.(\d+)/.exec(await ask(primary, (redis) => redis.info('server')));
  const hasWaitAof = Number(version?.[1]) * 100 + Number(version?.[2]) >= 702;
  // Where Redis cannot say what its replicas have on disk, that is told.
  expect((await readFile(running.logFile, 'utf8')).includes('has no WAITAOF')).toBe(!hasWaitAof);
  await running.kill();
});

test('a replica that stands still: 503 and when to come again, nothing half-done, and sent again it counts once', async () => {
  const running = await gateway('paused');
  process.kill(replica.pid ?? 0, 'SIGSTOP');
  let doubtful: Answer;
  try {
    // This one finds out; what it wrote is whole, and not promised.
    doubtful = await send(running, 'doubtful');
    expect([doubtful.status, doubtful.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    expect(doubtful.body.issue[0].code).toBe('transient');
    const before = await queuedAt(primary);
    await eventually(
      () => get(running, '/readyz'),
      ({ status, body }) => status === 503 && body.replicated === false,
    );
    // From then on nothing is even written.
    expect((await send(running, 'refused')).status).toBe(503);
    expect(await queuedAt(primary)).toEqual(before);
  } finally {
    process.kill(replica.pid ?? 0, 'SIGCONT');
  }
  await eventually(
    () => get(running, '/readyz'),
    ({ status }) => status === 200,
  );
  const before = await queuedAt(primary);
  const again = await send(running, 'doubtful');
  expect(again.status).toBe(202);
  expect((await queuedAt(primary)).filter((job) => job === again.body.id)).toHaveLength(1);
  expect((await queuedAt(primary)).length - before.length).toBeLessThanOrEqual(1);
  expect((await send(running, 'refused')).status).toBe(202);
  await running.kill();
});

test('the primary is lost with its disk: what was acknowledged goes on from the replica that takes its place', async () => {
  const first = await gateway('before-failover');
  const sent = await Promise.all(Array.from({ length: 8 }, (_, n) => send(first, `failover-${n}`)));
  await primary.kill();
  await ask(replica, (redis) => redis.replicaof('NO', 'ONE'));
  await first.kill();
  const acknowledged = sent.filter(({ status }) => status === 202);
  expect(acknowledged).toHaveLength(8);

  env = { ...env, REDIS_URL: replica.url, REDIS_REPLICAS_ACKED: '0' };
  const next = await gateway('after-failover');
  const workers = await startWorkersProcess(env, join(folder, 'workers.log'));
  closing.add(() => workers.kill());
  for (const { body } of acknowledged)
    await eventually(
      () => get(next, `/v1/exchanges/${body.id}`),
      (told) => told.body.state === 'synced',
      60_000,
    );
});
