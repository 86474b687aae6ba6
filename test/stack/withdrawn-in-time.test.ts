import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { readConfig } from '../../gateway/config.ts';
import { closer } from '../../gateway/process/closer.ts';
import { type Registry, registryFrom } from '../../gateway/registry.ts';
import { startGateway } from '../../gateway/start-gateway.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { type Stack, startStack } from '../../sandbox/launcher/start-stack.ts';
import { type AServer, aServer } from '../builders/a-server.ts';
import { aCircle, anAgreement, aReferral } from './concept-examples.ts';
import { type HeldProxy, heldProxy } from './held-proxy.ts';
import { type OwnProcess, ownProcess } from './processes.ts';
import { type Answer, eventually, ownIds, request } from './stack-sandbox.ts';

const id = ownIds();
const closing = closer();
const issuer = await localIssuer();
closing.add(() => issuer.stop());
const CLSC = id('clsc');
/** Its lens shows nothing of what is restricted. */
const ORCHESTRA = id('orchestra');
/** Between the decision and the first byte (design.md §2.3). */
const SEND_WITHIN_MS = 5_000;

let stack: Stack;
let proxy: HeldProxy;
let clsc: AServer;
let orchestra: AServer;
let gatewayUrl: string;
let clscAnswers = 200;
const answered: number[] = [];
/** A process of its own, which can be stopped in the middle of a send. */
let worker: OwnProcess;

beforeAll(async () => {
  // Its own HAPI, since it is stopped here, on a disk that survives it.
  stack = await startStack({ say: () => undefined, durableHapi: true });
  closing.add(() => stack.stop());
  proxy = await heldProxy(stack.hapi.url);
  closing.add(() => proxy.stop());
  clsc = await aServer((res) => {
    answered.push(clscAnswers);
    res.writeHead(clscAnswers, { 'content-type': 'application/fhir+json' });
    res.end(JSON.stringify({ resourceType: 'Bundle', type: 'transaction-response', entry: [] }));
  });
  closing.add(() => clsc.stop());
  orchestra = await aServer((res) => {
    res.writeHead(200, { 'content-type': 'application/fhir+json' });
    res.end(JSON.stringify({ resourceType: 'Bundle', type: 'transaction-response', entry: [] }));
  });
  closing.add(() => orchestra.stop());
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  closing.add(() => rm(folder, { recursive: true }));
  const registry = registryWith(clsc.url, orchestra.url);
  await writeFile(join(folder, 'registry.yaml'), stringify({ centres: registry.centres, partners: registry.partners }));
  const env = {
    PORT: '0',
    REDIS_URL: stack.redis.url,
    HAPI_URL: stack.hapi.url,
    REGISTRY_PATH: join(folder, 'registry.yaml'),
    ...issuer.settings,
    ORCHESTRA_TOKEN: randomBytes(24).toString('base64url'),
    CLSC_TOKEN: randomBytes(24).toString('base64url'),
    SEALING_KEYS: `test:${randomBytes(32).toString('base64')}`,
    LANES: '1',
    LOCK_MS: '1000',
    DELIVERY_FIRST_RETRY_MS: '100',
    DELIVERY_RETRY_CAP_MS: '300',
    CIRCUIT_OPEN_MS: '200',
    CIRCUIT_OPEN_MAX_MS: '200',
  };
  const gateway = await startGateway({ config: readConfig(env), registry, log: pino({ level: 'silent' }) });
  closing.add(() => gateway.stop());
  gatewayUrl = gateway.url;
  worker = await ownProcess('workers/main.ts', { env: { ...process.env, ...env, HAPI_URL: proxy.url }, closing });
});
afterAll(() => closing.close());

const registryWith = (endpoint: string, orchestraUrl: string): Registry =>
  registryFrom({
    centres: [
      {
        id: 'hochelaga',
        name: { fr: 'Hochelaga', en: 'Hochelaga' },
        telephone: '514 555-0130',
        timeZone: 'America/Toronto',
        regime: 'qc-private',
      },
    ],
    partners: [
      {
        id: CLSC,
        name: { fr: 'CLSC', en: 'CLSC' },
        kind: 'clsc',
        programmes: ['clsc'],
        province: 'QC',
        lens: 'public-network',
        dialect: 'passerelle',
        transport: 'fhir-rest',
        language: 'fr',
        endpoint,
        credentials: { token: 'CLSC_TOKEN' },
      },
      {
        id: ORCHESTRA,
        name: { fr: 'Orchestre', en: 'Orchestra' },
        kind: 'community',
        lens: 'community',
        dialect: 'passerelle',
        transport: 'fhir-rest',
        language: 'fr',
        province: 'QC',
        endpoint: orchestraUrl,
        credentials: { token: 'ORCHESTRA_TOKEN' },
      },
    ],
  });

const call = async (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
  request(method, `${gatewayUrl}${path}`, body, {
    authorization: `Bearer ${await issuer.token({ centre: 'hochelaga' })}`,
    ...headers,
  });
/** A busy machine takes its time to write it. */
const WAITS = { prefer: 'wait=30' };
const asOperator = async (path: string) =>
  request('POST', `${gatewayUrl}${path}`, undefined, {
    authorization: `Bearer ${await issuer.token({ operator: 'nuit' })}`,
  });

const consentTo = (name: string, changes: object = {}) => ({
  id: id(`${name}-consent`),
  version: 1,
  centre: 'hochelaga',
  child: { id: id(`${name}-child`) },
  happenedAt: '2026-11-20',
  by: { kind: 'member', id: 'maman' },
  decision: 'permit',
  recipient: CLSC,
  purpose: 'care',
  information: ['identity', 'safe-contact', 'request'],
  regime: 'qc-private',
  how: 'written',
  ...changes,
});

/** A child of whom nothing has left yet, and whose mother consented. */
async function aChild(name: string): Promise<void> {
  const circle = await call(
    'PUT',
    `/v1/care-circles/${id(`${name}-circle`)}`,
    aCircle(id(`${name}-circle`), id(`${name}-child`)),
    WAITS,
  );
  const consent = await call('PUT', `/v1/consents/${id(`${name}-consent`)}`, consentTo(name), WAITS);
  // Where HAPI has just come back both are accepted, and follow in a moment.
  for (const { body } of [circle, consent]) await synced(body.id);
}

const ask = (name: string): Promise<Answer> =>
  call(
    'PUT',
    `/v1/service-referrals/${id(name)}`,
    aReferral(id(name), id(`${name}-child`), { recipient: CLSC, agreements: [anAgreement(CLSC)] }),
    WAITS,
  );

/** The family takes its consent back, and is told that it counts. */
async function takeBack(name: string): Promise<string> {
  const taken = await call(
    'PUT',
    `/v1/consents/${id(`${name}-consent`)}`,
    consentTo(name, { version: 2, status: 'withdrawn', withdrawal: { at: new Date().toISOString() } }),
    { prefer: 'respond-async' },
  );
  expect(taken.status).toBe(202);
  return taken.body.id;
}

const synced = (exchange: string) =>
  eventually(
    () => call('GET', `/v1/exchanges/${exchange}`),
    ({ body }) => body.state === 'synced',
    90_000,
  );

/** The delivery has come to its end, and not by leaving. */
const endedUnsent = (name: string) =>
  eventually(
    () => call('GET', `/v1/service-referrals/${id(name)}`),
    ({ body }) => body.record?.loop.why === 'agreement-taken-back' && body.record.deliveries[0].state === 'not-sent',
    60_000,
  );

/** Music for a child, agreed to by the mother. */
const prescribe = (name: string, child: string, changes: object = {}, wait: Readonly<Record<string, string>> = WAITS) =>
  call(
    'PUT',
    `/v1/social-prescriptions/${id(name)}`,
    {
      id: id(name),
      version: 1,
      centre: 'hochelaga',
      child: { id: id(`${child}-child`) },
      happenedAt: '2026-11-21T09:00:00-05:00',
      kind: 'arts-music',
      what: 'Caisse claire',
      recipient: ORCHESTRA,
      safeContact: { through: 'centre' },
      agreements: [anAgreement(ORCHESTRA)],
      ...changes,
    },
    wait,
  );
const prescribed = (name: string, ended: (record: Answer['body']) => boolean) =>
  eventually(
    () => call('GET', `/v1/social-prescriptions/${id(name)}`),
    ({ body }) => ended(body.record),
    60_000,
  );

const heldTimes = (): number => worker.log().split('"kind":"held"').length - 1;

test('with HAPI stopped, a withdrawal acknowledged before a delivery is attempted lets no byte out once HAPI is back', async () => {
  await aChild('away');
  await aChild('had');
  expect((await ask('had')).status).toBe(201);
  await eventually(
    () => call('GET', `/v1/service-referrals/${id('had')}`),
    ({ body }) => body.record?.deliveries[0]?.state === 'sent',
  );
  expect(clsc.requests).toHaveLength(1);
  expect((await asOperator(`/v1/partners/${CLSC}/pause`)).status).toBe(200);
  expect((await ask('away')).status).toBe(201);
  await stack.hapi.kill();
  const taken = [await takeBack('away'), await takeBack('had')];

  // Its lane is kept from reading the record: the delivery is attempted first, and only the hold can stop it.
  const gate = proxy.holdNext((method, path) => method === 'POST' && path.includes('/Consent/_search'));
  await stack.hapi.restart();
  await gate.held;
  await eventually(
    () => asOperator(`/v1/partners/${CLSC}/resume`),
    ({ status }) => status === 200,
  );
  await eventually(
    async () => heldTimes(),
    (times) => times > 0,
  );
  expect(clsc.requests).toHaveLength(1);

  // Who has the other one does not answer for a while either: it is told once it does, once, and nothing else.
  clscAnswers = 503;
  gate.release();
  await eventually(
    async () => clsc.requests.length,
    (tries) => tries >= 3,
  );
  clscAnswers = 200;
  for (const exchange of taken) await synced(exchange);
  await endedUnsent('away');
  await eventually(
    () => call('GET', `/v1/service-referrals/${id('had')}`),
    ({ body }) => body.record?.loop.why === 'agreement-taken-back' && body.record.deliveries[0].state === 'sent',
  );
  const [first, ...later] = clsc.requests.map(({ body }) => body);
  expect(first).toContain('Peu de mots à trois ans');
  expect(new Set(later).size).toBe(1);
  expect(later[0]).toContain('cancelled');
  expect(later[0]).not.toMatch(/Mai|Nguyễn|Lan|maman|mots|langage|2023/);
  expect(answered.filter((status) => status === 200)).toHaveLength(2);
});

test('a sender paused for more than five seconds after it read what it decides on, the withdrawal acknowledged meanwhile, checks again and sends nothing', async () => {
  const name = 'paused';
  await aChild(name);
  await asOperator(`/v1/partners/${CLSC}/pause`);
  await synced((await ask(name)).body.id);
  const [before, sent] = [heldTimes(), clsc.requests.length];
  const gate = proxy.holdNext((_method, path) => path.includes('/Patient/_search'));
  await asOperator(`/v1/partners/${CLSC}/resume`);
  await gate.held;
  worker.pause();
  gate.release();
  const pausedAt = Date.now();
  const taken = await takeBack(name);
  await eventually(
    async () => Date.now() - pausedAt,
    (ms) => ms > SEND_WITHIN_MS,
  );

  worker.wake();
  await synced(taken);
  await endedUnsent(name);
  expect(heldTimes()).toBeGreaterThan(before);
  expect(clsc.requests).toHaveLength(sent);
});

test('with HAPI stopped, a label acknowledged before a delivery is attempted lets no byte out; who had the request is told that it ended, and nothing else', async () => {
  await aChild('labelled');
  await prescribe('had-music', 'labelled');
  await prescribed('had-music', (record) => record?.deliveries[0]?.state === 'sent');
  expect(orchestra.requests).toHaveLength(1);
  expect((await asOperator(`/v1/partners/${ORCHESTRA}/pause`)).status).toBe(200);
  await synced((await prescribe('new-music', 'labelled')).body.id);
  await stack.hapi.kill();
  const before = heldTimes();
  const put: string[] = [];
  for (const name of ['new-music', 'had-music']) {
    const labelled = { version: 2, labels: ['violence'] };
    const taken = await prescribe(name, 'labelled', labelled, { prefer: 'respond-async' });
    expect(taken.status).toBe(202);
    put.push(taken.body.id);
  }

  // Its lane is kept from reading the record: the delivery is attempted first, and only the hold can stop it.
  const gate = proxy.holdNext((method, path) => method === 'POST' && path.includes('/ServiceRequest/_search'));
  await stack.hapi.restart();
  await gate.held;
  await eventually(
    () => asOperator(`/v1/partners/${ORCHESTRA}/resume`),
    ({ status }) => status === 200,
  );
  await eventually(
    async () => heldTimes(),
    (times) => times > before,
  );
  expect(orchestra.requests).toHaveLength(1);
  gate.release();
  for (const exchange of put) await synced(exchange);

  await prescribed('new-music', ({ loop, deliveries }) => loop.closed === false && deliveries[0].state === 'not-sent');
  await prescribed('had-music', ({ loop, deliveries }) => loop.state === 'cancelled' && deliveries[0].state === 'sent');
  const [first, ...later] = orchestra.requests.map(({ body }) => body);
  expect(first).toContain('Caisse claire');
  expect(new Set(later).size).toBe(1);
  expect(later[0]).toContain('cancelled');
  expect(later[0]).not.toMatch(/Mai|Caisse|musi|violence|VIO|ActCode/i);
});

test('a label that is taken off is gone from the record, and what it kept is sent', async () => {
  const sent = orchestra.requests.length;
  await aChild('lowered');
  // The record was away a moment ago: nobody may have waited for it.
  await synced((await prescribe('kept-music', 'lowered', { labels: ['restricted', 'whereabouts'] })).body.id);
  const labelsIn = async (type: string, found: string) => {
    const { body } = await request('GET', `${stack.hapi.url}/${type}?${found}`, undefined, {
      'cache-control': 'no-cache',
    });
    return body.entry.map(({ resource }: { resource: fhir4.Resource }) =>
      (resource.meta?.security ?? []).map(({ code }) => code).sort(),
    );
  };
  const number = `https://fhir.passerelle.example/NamingSystem/request/hochelaga|${id('kept-music')}`;
  const both = () =>
    Promise.all([labelsIn('ServiceRequest', `identifier=${number}`), labelsIn('Task', `group-identifier=${number}`)]);
  expect(await both()).toEqual([[['LOCIS', 'R']], [['LOCIS', 'R']]]);
  const { body } = await call('GET', `/v1/social-prescriptions/${id('kept-music')}`);
  expect(body.labels).toEqual(['restricted', 'whereabouts']);
  await prescribed('kept-music', ({ deliveries }) => deliveries[0]?.state === 'no-basis');
  expect(orchestra.requests).toHaveLength(sent);

  await synced((await prescribe('kept-music', 'lowered', { version: 2 })).body.id);
  expect(await both()).toEqual([[[]], [[]]]);
  await prescribed('kept-music', ({ deliveries }) => deliveries[0]?.state === 'sent');
  expect(orchestra.requests.slice(sent).map(({ body: it }) => it.includes('Caisse claire'))).toEqual([true]);
});
