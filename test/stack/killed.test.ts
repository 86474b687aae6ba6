import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { closer } from '../../gateway/process/closer.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { type Stack, startStack } from '../../sandbox/launcher/start-stack.ts';
import { ALL_SENT, circleVersions } from './circle-versions.ts';
import { type OwnProcess, ownGateway, ownProcess } from './processes.ts';
import { eventually, ownIds } from './stack-sandbox.ts';

const HOUR_MS = 3_600_000;
const id = ownIds();
const closing = closer();
const issuer = await localIssuer();
closing.add(() => issuer.stop());
const bearer = async (): Promise<string> => `Bearer ${await issuer.token({ centre: 'hochelaga' })}`;
const REGISTRY = {
  centres: [
    {
      id: 'hochelaga',
      name: { fr: 'Hochelaga', en: 'Hochelaga' },
      telephone: '514 555-0130',
      timeZone: 'America/Toronto',
      regime: 'qc-private',
    },
  ],
  partners: [],
};
let stack: Stack;
let env: Record<string, string | undefined>;

beforeAll(async () => {
  stack = await startStack({
    say: () => undefined,
    env: { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL },
  });
  closing.add(() => stack.stop());
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  closing.add(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'registry.yaml'), stringify(REGISTRY));
  env = {
    PATH: process.env.PATH,
    PORT: '0',
    REDIS_URL: stack.redis.url,
    HAPI_URL: stack.hapi.url,
    REGISTRY_PATH: join(folder, 'registry.yaml'),
    ...issuer.settings,
    SEALING_KEYS: `test:${randomBytes(32).toString('base64')}`,
    LANES: '2',
    LOCK_MS: '1000',
  };
});
afterAll(() => closing.close());

const gateway = () => ownGateway({ env, closing });
const worker = (): Promise<OwnProcess> => ownProcess('workers/main.ts', { env, closing });
const { send, sendAll, ended, nothingIsLost } = circleVersions({ id, bearer, hapiUrl: () => stack.hapi.url });

test('workers killed with -9 in the middle of their work: everything that was acknowledged is in HAPI once, in its newest version', async () => {
  const { kill, url } = await gateway();
  let running = await worker();
  let leftUndone = 0;
  const acknowledged = await sendAll(url, 'worker', async (_round, sent) => {
    await eventually(
      () => ended(url, sent),
      (done) => done > 0,
      60_000,
    );
    await running.kill();
    leftUndone += sent.length - (await ended(url, sent));
    running = await worker();
  });
  // It was in the middle of them, at least once.
  expect(leftUndone).toBeGreaterThan(0);
  expect(acknowledged).toHaveLength(ALL_SENT);
  await nothingIsLost(url, acknowledged);
  await running.kill();
  await kill();
});

test('a gateway killed with -9 after it has acknowledged: the next one knows it, and nothing is lost or doubled', async () => {
  const first = await gateway();
  const acknowledged = await sendAll(first.url, 'gateway', async () => undefined);
  await first.kill();
  const next = await gateway();
  // The same again, as a client does that is not sure.
  const again = await send(next.url, 'gateway-0', 3);
  expect(again?.exchange).toBe(
    acknowledged.find(({ name, version }) => name === 'gateway-0' && version === 3)?.exchange,
  );
  const running = await worker();
  expect(acknowledged).toHaveLength(ALL_SENT);
  await nothingIsLost(next.url, acknowledged);
  await running.kill();
  await next.kill();
});

test('Redis killed with -9 while it holds events: what was acknowledged is still there, in order, when it is back', async () => {
  const { kill, url } = await gateway();
  const acknowledged = await sendAll(url, 'redis', async (round) => {
    if (round === 3) return;
    await stack.redis.kill();
    await stack.redis.restart();
  });
  expect(acknowledged).toHaveLength(ALL_SENT);
  await stack.redis.kill();
  await stack.redis.restart();
  const running = await worker();
  await nothingIsLost(url, acknowledged);
  await running.kill();
  await kill();
});

test('a worker whose clock is two hours fast, then three slow, then right, beside one whose clock is right: nothing is lost, doubled or out of order', async () => {
  const { kill, url } = await gateway();
  const jumping = await ownProcess('workers/main.ts', {
    env: { ...env, LOG_LEVEL: 'info' },
    closing,
    clockMs: [2 * HOUR_MS, -3 * HOUR_MS, 0],
  });
  const clockOf = () => Math.max(...[...jumping.log().matchAll(/"time":(\d+)/g)].map(([, at]) => Number(at)));
  await eventually(
    async () => clockOf() - Date.now(),
    (ahead) => ahead > HOUR_MS,
  );
  // At first it has both lanes to itself, whatever the time is to it.
  const early = await sendAll(url, 'early', async (_round, sent) => {
    await eventually(
      () => ended(url, sent),
      (done) => done > 0,
    );
    jumping.jump();
  });
  const running = await worker();
  const late = await sendAll(url, 'late', async () => undefined);
  expect([early.length, late.length]).toEqual([ALL_SENT, ALL_SENT]);
  await nothingIsLost(url, [...early, ...late]);
  for (const one of [running, jumping]) await one.kill();
  await kill();
});
