import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { fenceId, laneKey, laneOf } from '../../gateway/lanes/queues.ts';
import { closer } from '../../gateway/process/closer.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { startStack } from '../../sandbox/launcher/start-stack.ts';
import { startGatewayProcess, startWorkersProcess } from '../../sandbox/own-processes.ts';
import { aCircle, aReferral } from './concept-examples.ts';
import { type LaneWatch, laneWatch } from './lane-watch.ts';
import { type Answer, eventually, ownIds, request } from './stack-sandbox.ts';

/** Two gateways and four workers, each a process, behind one Redis and one HAPI. */
const id = ownIds();
const closing = closer({ withinMs: 60_000 });
const issuer = await localIssuer();
closing.add(() => issuer.stop());
const bearer = async (): Promise<string> => `Bearer ${await issuer.token({ centre: 'hochelaga' })}`;
const LANES = 2;
const POLL_SECONDS = 2;
const CENTRE = {
  id: 'hochelaga',
  name: { fr: 'H', en: 'H' },
  telephone: '514 555-0130',
  timeZone: 'America/Toronto',
  regime: 'qc-private',
};
const token = () => randomBytes(24).toString('base64url');
/** When the partner was asked for what it had answered. */
const polled: number[] = [];
/** Lanes of the children of the test on lanes, by their fences. */
const laneByFence = new Map<string, number>();
let watch: LaneWatch;
let gateways: readonly string[];

/** A partner's FHIR server without a Task: it only counts how often it is read. */
async function countingPartner(): Promise<string> {
  const server = createServer((req, res) => {
    if (req.url?.includes('/Task?identifier=') === true) polled.push(performance.now());
    res.setHeader('content-type', 'application/fhir+json');
    res.end(JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry: [] }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.add(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
}

const partnerAt = (endpoint: string) => ({
  id: 'clsc-hochelaga',
  name: { fr: 'CLSC', en: 'CLSC' },
  kind: 'clsc',
  programmes: ['clsc'],
  province: 'QC',
  lens: 'public-network',
  dialect: 'bser',
  transport: 'fhir-rest',
  language: 'fr',
  endpoint,
  credentials: { token: 'CLSC_TOKEN' },
  poll: { everySeconds: POLL_SECONDS },
});

beforeAll(async () => {
  const stack = await startStack({
    say: () => undefined,
    env: { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL },
  });
  closing.add(() => stack.stop());
  watch = await laneWatch(stack.hapi.url, (fence) => laneByFence.get(fence));
  closing.add(() => watch.stop());
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  closing.add(() => rm(folder, { recursive: true, force: true }));
  const registry = { centres: [CENTRE], partners: [partnerAt(await countingPartner())] };
  await writeFile(join(folder, 'registry.yaml'), stringify(registry));
  const env = {
    PORT: '0',
    REDIS_URL: stack.redis.url,
    HAPI_URL: watch.url,
    REGISTRY_PATH: join(folder, 'registry.yaml'),
    ...issuer.settings,
    CLSC_TOKEN: token(),
    SEALING_KEYS: `test:${randomBytes(32).toString('base64')}`,
    LANES: String(LANES),
  };
  const started = await Promise.all([
    ...[1, 2].map((n) => startGatewayProcess(env, join(folder, `gateway-${n}.log`))),
    ...[1, 2, 3, 4].map((n) => startWorkersProcess(env, join(folder, `workers-${n}.log`))),
  ]);
  closing.add(() => Promise.all(started.map((child) => child.kill())));
  gateways = started.flatMap((child) => ('url' in child && typeof child.url === 'string' ? [child.url] : []));
  // What they share is asked of it as one would: nothing is written under an empty Redis' lane count by two.
  expect(gateways).toHaveLength(2);
});
afterAll(() => closing.close());

const gateway = (n: number): string => gateways[n % 2] ?? '';
const put = async (n: number, path: string, body: unknown, headers = {}): Promise<Answer> =>
  request('PUT', `${gateway(n)}${path}`, body, { authorization: await bearer(), ...headers });
const get = async (n: number, path: string): Promise<Answer> =>
  request('GET', `${gateway(n)}${path}`, undefined, { authorization: await bearer() });
const total = async (search: string): Promise<number> =>
  (await request('GET', `${watch.url}/${search}&_summary=count`, undefined, { 'cache-control': 'no-cache' })).body
    .total;
const named = (type: string, what: string, value: string): string =>
  `${type}?identifier=https://fhir.passerelle.example/NamingSystem/${what}/hochelaga|${value}`;

test('what one gateway accepts the other tells: its exchange, the concept, and the same answer when it is sent again', async () => {
  const circle = aCircle(id('told'), id('told-child'));
  const path = `/v1/care-circles/${id('told')}`;
  const first = await put(0, path, circle, { prefer: 'respond-async' });
  expect(first.status).toBe(202);
  const told = await eventually(
    () => get(1, `/v1/exchanges/${first.body.id}`),
    ({ body }) => body.state === 'synced',
  );
  expect(told.body.identifier).toBe(id('told'));
  expect((await get(1, path)).body.version).toBe(1);
  const again = await put(1, path, circle, { prefer: 'wait=20' });
  expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  expect(await total(named('Patient', 'child', id('told-child')))).toBe(1);
});

test('one key at both gateways at once: the same content is one exchange, of two contents one is taken and the other refused', async () => {
  const keyed = (n: number, name: string, changes: Readonly<Record<string, unknown>> = {}) => {
    const { version: _version, ...body } = aCircle(id(name), id(`${name}-child`), changes) as { version: number };
    return put(n, `/v1/care-circles/${id(name)}`, body, { 'idempotency-key': id(`key-${name}`), prefer: 'wait=20' });
  };
  const same = await Promise.all(Array.from({ length: 16 }, (_, n) => keyed(n, 'same')));
  expect(new Set(same.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(same.map(({ body }) => body.id)).size).toBe(1);
  expect(await total(named('CareTeam', 'care-circle', id('same')))).toBe(1);

  for (let round = 0; round < 8; round += 1) {
    const name = `two-${round}`;
    const answers = await Promise.all([keyed(0, name, { status: 'active' }), keyed(1, name, { status: 'suspended' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    // What was acknowledged is what stands.
    const taken = answers.findIndex(({ status }) => status === 201);
    expect((await get(0, `/v1/care-circles/${id(name)}`)).body.status).toBe(['active', 'suspended'][taken]);
  }
});

test('sixteen clients at two gateways creating the same child and the same referral at once leave one of each', async () => {
  const [child, referral] = [id('crowd-child'), id('crowd-referral')];
  const crowd = <T>(send: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 16 }, (_, n) => send(n)));
  // Half of them name the child in another circle: the child alone is the same.
  const circles = await crowd((n) => {
    const name = id(`crowd-${n % 4}`);
    return put(n, `/v1/care-circles/${name}`, aCircle(name, child), {
      prefer: 'wait=30',
      'idempotency-key': id(`crowd-${n}`),
    });
  });
  expect(circles.filter(({ status }) => status !== 201 && status !== 200)).toEqual([]);
  const referrals = await crowd((n) =>
    put(n, `/v1/service-referrals/${referral}`, aReferral(referral, child), {
      prefer: 'wait=30',
      'idempotency-key': id(`crowd-r-${n}`),
    }),
  );
  expect(referrals.filter(({ status }) => status !== 201 && status !== 200)).toEqual([]);
  expect(await total(named('Patient', 'child', child))).toBe(1);
  expect(await total(named('ServiceRequest', 'request', referral))).toBe(1);
});

test.each([
  ['an empty identifier', { id: '' }],
  ['no identifier', { id: undefined }],
  ['a blank identifier', { id: ' ' }],
  ['an identifier that would find several', { id: 'a,b' }],
  ['an identifier that would name any system', { id: '|' }],
])('%s of a child matches nobody, is refused by both gateways and writes nothing', async (_what, child) => {
  const name = id(`nobody-${Math.abs(JSON.stringify(child).length)}`);
  const everybody = 'Patient?family=Nguyễn';
  const before = await total(everybody);
  expect(before).toBeGreaterThan(0);
  const body = (n: number) => ({
    ...aCircle(`${name}-${n}`, 'x'),
    child: { ...child, name: { given: ['Mai'], family: 'Nguyễn' }, birthDate: '2023-05-04' },
  });
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, n) => put(n, `/v1/care-circles/${name}-${n}`, body(n), { prefer: 'wait=20' })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422]));
  expect(await total(everybody)).toBe(before);
});

test('four processes of workers do one event at a time in each lane, and none twice', async () => {
  const children = Array.from({ length: 12 }, (_, n) => id(`lane-${n}`));
  for (const child of children) {
    const key = laneKey({ centre: 'hochelaga', child });
    laneByFence.set(fenceId(key), laneOf(key, LANES));
  }
  const versions = [1, 2, 3, 4];
  const sent: Answer[] = [];
  for (const version of versions)
    sent.push(
      ...(await Promise.all(
        children.map((child, n) =>
          put(
            n + version,
            `/v1/care-circles/${child}`,
            aCircle(child, child, { version, status: version % 2 === 0 ? 'suspended' : 'active' }),
            {
              prefer: 'respond-async',
            },
          ),
        ),
      )),
    );
  for (const [n, { body }] of sent.entries())
    await eventually(
      () => get(n, `/v1/exchanges/${body.id}`),
      (told) => told.body.state === 'synced',
      60_000,
    );
  const lanes = [...watch.seen.values()];
  expect(lanes.map(({ atOnce }) => atOnce)).toEqual(lanes.map(() => 1));
  // Each event is one transaction; a lost race would be one more, and there is nobody to race with.
  expect(lanes.reduce((sum, { transactions }) => sum + transactions, 0)).toBe(children.length * versions.length);
  for (const child of children) expect((await get(0, `/v1/care-circles/${child}`)).body.version).toBe(4);
});

test('a partner is read once in each interval, however many processes there are', async () => {
  const start = performance.now();
  const before = polled.length;
  await eventually(
    async () => polled.length - before,
    (reads) => reads >= 4,
    60_000,
  );
  const reads = polled.slice(before);
  const elapsed = performance.now() - start;
  // However slow this machine: never more reads than intervals have begun.
  expect(reads.length).toBeLessThanOrEqual(Math.ceil(elapsed / (POLL_SECONDS * 1_000)) + 1);
});
