import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { readConfig } from '../../gateway/config.ts';
import { closer } from '../../gateway/process/closer.ts';
import { registryFrom } from '../../gateway/registry.ts';
import { startGateway } from '../../gateway/start-gateway.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { type Stack, startStack } from '../../sandbox/launcher/start-stack.ts';
import { aCircle } from './concept-examples.ts';
import { type HeldProxy, heldProxy } from './held-proxy.ts';
import { type OwnProcess, ownProcess } from './processes.ts';
import { eventually, ownIds, request } from './stack-sandbox.ts';

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
let proxy: HeldProxy;
let gatewayUrl: string;
let env: Record<string, string>;

beforeAll(async () => {
  stack = await startStack({
    say: () => undefined,
    env: { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL },
  });
  closing.add(() => stack.stop());
  proxy = await heldProxy(stack.hapi.url);
  closing.add(() => proxy.stop());
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  closing.add(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'registry.yaml'), stringify(REGISTRY));
  env = {
    PORT: '0',
    REDIS_URL: stack.redis.url,
    HAPI_URL: stack.hapi.url,
    REGISTRY_PATH: join(folder, 'registry.yaml'),
    ...issuer.settings,
    SEALING_KEYS: `test:${randomBytes(32).toString('base64')}`,
    LANES: '1',
    LOCK_MS: '1000',
    LOG_LEVEL: 'info',
  };
  const gateway = await startGateway({
    config: readConfig(env),
    registry: registryFrom(REGISTRY),
    log: pino({ level: 'silent' }),
  });
  closing.add(() => gateway.stop());
  gatewayUrl = gateway.url;
});
afterAll(() => closing.close());

const worker = (hapiUrl: string): Promise<OwnProcess> =>
  ownProcess('workers/main.ts', { env: { ...process.env, ...env, HAPI_URL: hapiUrl }, closing });

const put = async (circle: unknown, name: string) =>
  request('PUT', `${gatewayUrl}/v1/care-circles/${name}`, circle, {
    authorization: await bearer(),
    prefer: 'respond-async',
  });
const get = async (path: string) =>
  request('GET', `${gatewayUrl}${path}`, undefined, { authorization: await bearer() });

test('a worker paused between its read and its transaction for longer than its lock changes nothing when it wakes', async () => {
  const name = id('paused');
  const paused = await worker(proxy.url);
  // The last read of an event is that of its resources: when HAPI has answered it, the worker is stopped before it can know.
  const gate = proxy.holdNext((method, path) => method === 'POST' && path.includes('/CareTeam/_search'));
  const first = await put(aCircle(name, id('child')), name);
  expect(first.status).toBe(202);
  await gate.held;
  paused.pause();
  gate.release();

  await worker(stack.hapi.url);
  await eventually(
    () => get(`/v1/exchanges/${first.body.id}`),
    ({ body }) => body.state === 'synced',
    60_000,
  );
  const second = await put(aCircle(name, id('child'), { version: 2, status: 'suspended' }), name);
  await eventually(
    () => get(`/v1/exchanges/${second.body.id}`),
    ({ body }) => body.state === 'synced',
    60_000,
  );
  const search = `${stack.hapi.url}/CareTeam?identifier=https://fhir.passerelle.example/NamingSystem/care-circle/hochelaga|${name}`;
  const before = await request('GET', search, undefined, { 'cache-control': 'no-cache' });

  paused.wake();
  await eventually(
    async () => paused.log(),
    (log) => log.includes('lost a race, deciding again'),
    30_000,
  );
  const after = await request('GET', search, undefined, { 'cache-control': 'no-cache' });
  expect(after.body.total).toBe(1);
  expect(after.body.entry[0].resource.meta.versionId).toBe(before.body.entry[0].resource.meta.versionId);
  expect((await get(`/v1/care-circles/${name}`)).body).toMatchObject({ version: 2, status: 'suspended' });
});
