import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { closer } from '../../gateway/closer.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { type Stack, startStack } from '../../sandbox/launcher/start-stack.ts';
import { aCircle } from './concept-examples.ts';
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

/** A process of its own, as in production, once it has begun. */
async function started(
  main: string,
  readyWhen: (log: string) => boolean,
): Promise<{ child: ChildProcess; log: () => string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  closing.add(() => killed(child));
  await eventually(async () => text, readyWhen, 60_000);
  return { child, log: () => text };
}

async function gateway(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const { child, log } = await started('gateway/main.ts', (text) => text.includes('gateway is listening'));
  return { child, url: /"url":"([^"]+)"/.exec(log())?.[1] ?? '' };
}

const worker = async (): Promise<ChildProcess> => (await started('workers/main.ts', () => true)).child;

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

interface Sent {
  readonly name: string;
  readonly version: number;
  readonly exchange: string;
}

/** Sends one version of a circle without waiting for its sync; undefined when it was not acknowledged. */
async function send(url: string, name: string, version: number): Promise<Sent | undefined> {
  const answer = await request(
    'PUT',
    `${url}/v1/care-circles/${id(name)}`,
    aCircle(id(name), id(`child-${name}`), { version, status: version % 2 === 0 ? 'suspended' : 'active' }),
    { authorization: await bearer(), prefer: 'respond-async' },
  ).catch(() => undefined);
  return answer?.status === 202 ? { name, version, exchange: answer.body.id } : undefined;
}

/** Versions 1 to 3 of eight circles, those of each in order; gives what was acknowledged. */
async function sendAll(
  url: string,
  mark: string,
  between: (round: number, sent: readonly Sent[]) => Promise<void>,
): Promise<readonly Sent[]> {
  const acknowledged: Sent[] = [];
  for (const version of [1, 2, 3]) {
    const answers = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((n) => send(url, `${mark}-${n}`, version)));
    const sent = answers.flatMap((it) => it ?? []);
    acknowledged.push(...sent);
    await between(version, sent);
  }
  return acknowledged;
}

/** How many of them have come to their end. */
async function ended(url: string, sent: readonly Sent[]): Promise<number> {
  const states = await Promise.all(
    sent.map(async ({ exchange }) => {
      const headers = { authorization: await bearer() };
      return (await request('GET', `${url}/v1/exchanges/${exchange}`, undefined, headers)).body.state;
    }),
  );
  return states.filter((state) => state === 'synced').length;
}

/** Everything that was acknowledged has come to its end, HAPI has each circle once, and in its newest acknowledged version. */
async function nothingIsLost(url: string, acknowledged: readonly Sent[]): Promise<void> {
  const get = async (path: string) => request('GET', `${url}${path}`, undefined, { authorization: await bearer() });
  for (const { exchange } of acknowledged)
    await eventually(
      () => get(`/v1/exchanges/${exchange}`),
      ({ body }) => body.state === 'synced' || body.state === 'superseded',
      90_000,
    );
  for (const name of new Set(acknowledged.map((it) => it.name))) {
    const newest = Math.max(...acknowledged.filter((it) => it.name === name).map(({ version }) => version));
    expect((await get(`/v1/care-circles/${id(name)}`)).body.version).toBe(newest);
    const search = `${stack.hapi.url}/CareTeam?identifier=https://fhir.passerelle.example/NamingSystem/care-circle/hochelaga|${id(name)}`;
    expect((await request('GET', search, undefined, { 'cache-control': 'no-cache' })).body.total).toBe(1);
  }
}

test('workers killed with -9 in the middle of their work: everything that was acknowledged is in HAPI once, in its newest version', async () => {
  const { child, url } = await gateway();
  let running = await worker();
  let leftUndone = 0;
  const acknowledged = await sendAll(url, 'worker', async (_round, sent) => {
    await eventually(
      () => ended(url, sent),
      (done) => done > 0,
      60_000,
    );
    await killed(running);
    leftUndone += sent.length - (await ended(url, sent));
    running = await worker();
  });
  // It was in the middle of them, at least once.
  expect(leftUndone).toBeGreaterThan(0);
  expect(acknowledged).toHaveLength(24);
  await nothingIsLost(url, acknowledged);
  await killed(running);
  await killed(child);
});

test('a gateway killed with -9 after it has acknowledged: the next one knows it, and nothing is lost or doubled', async () => {
  const first = await gateway();
  const acknowledged = await sendAll(first.url, 'gateway', async () => undefined);
  await killed(first.child);
  const next = await gateway();
  // The same again, as a client does that is not sure.
  const again = await send(next.url, 'gateway-0', 3);
  expect(again?.exchange).toBe(
    acknowledged.find(({ name, version }) => name === 'gateway-0' && version === 3)?.exchange,
  );
  const running = await worker();
  expect(acknowledged).toHaveLength(24);
  await nothingIsLost(next.url, acknowledged);
  await killed(running);
  await killed(next.child);
});

test('Redis killed with -9 while it holds events: what was acknowledged is still there, in order, when it is back', async () => {
  const { child, url } = await gateway();
  const acknowledged = await sendAll(url, 'redis', async (round) => {
    if (round === 3) return;
    await stack.redis.kill();
    await stack.redis.restart();
  });
  expect(acknowledged).toHaveLength(24);
  await stack.redis.kill();
  await stack.redis.restart();
  const running = await worker();
  await nothingIsLost(url, acknowledged);
  await killed(running);
  await killed(child);
});
