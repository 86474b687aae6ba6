import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { readConfig } from '../../gateway/config.ts';
import { closer } from '../../gateway/process/closer.ts';
import { type Registry, registryFrom } from '../../gateway/registry.ts';
import { startGateway } from '../../gateway/start-gateway.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { startStack } from '../../sandbox/launcher/start-stack.ts';
import { aServer } from '../builders/a-server.ts';
import { aCircle, anAgreement, aReferral } from './concept-examples.ts';
import { heldProxy } from './held-proxy.ts';
import { ownProcess } from './processes.ts';
import { type Answer, eventually, ownIds, request } from './stack-sandbox.ts';

const id = ownIds();
export const CLSC = id('clsc');
/** Its lens shows nothing of what is restricted. */
export const ORCHESTRA = id('orchestra');

export type WithdrawalBench = Awaited<ReturnType<typeof withdrawalBench>>;

/**
 * A gateway on a HAPI that can be stopped, a worker of its own behind a proxy that can hold what it reads, two partners that keep what reaches
 * them; and what a family and a centre say there.
 */
export async function withdrawalBench() {
  const closing = closer();
  const issuer = await localIssuer();
  closing.add(() => issuer.stop());
  // Its own HAPI, since it is stopped here, on a disk that survives it.
  const stack = await startStack({ say: () => undefined, durableHapi: true });
  closing.add(() => stack.stop());
  const proxy = await heldProxy(stack.hapi.url);
  closing.add(() => proxy.stop());
  let clscAnswers = 200;
  const answered: number[] = [];
  const clsc = await aServer((res) => {
    answered.push(clscAnswers);
    res.writeHead(clscAnswers, { 'content-type': 'application/fhir+json' });
    res.end(JSON.stringify({ resourceType: 'Bundle', type: 'transaction-response', entry: [] }));
  });
  closing.add(() => clsc.stop());
  const orchestra = await aServer((res) => {
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
  const gatewayUrl = gateway.url;
  // A process of its own, which can be stopped in the middle of a send.
  const worker = await ownProcess('workers/main.ts', { env: { ...process.env, ...env, HAPI_URL: proxy.url }, closing });

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
  const aChild = async (name: string): Promise<void> => {
    const circle = await call(
      'PUT',
      `/v1/care-circles/${id(`${name}-circle`)}`,
      aCircle(id(`${name}-circle`), id(`${name}-child`)),
      WAITS,
    );
    const consent = await call('PUT', `/v1/consents/${id(`${name}-consent`)}`, consentTo(name), WAITS);
    // Where HAPI has just come back both are accepted, and follow in a moment.
    for (const { body } of [circle, consent]) await synced(body.id);
  };

  const ask = (name: string): Promise<Answer> =>
    call(
      'PUT',
      `/v1/service-referrals/${id(name)}`,
      aReferral(id(name), id(`${name}-child`), { recipient: CLSC, agreements: [anAgreement(CLSC)] }),
      WAITS,
    );

  /** The family takes its consent back, and is told that it counts. */
  const takeBack = async (name: string): Promise<string> => {
    const taken = await call(
      'PUT',
      `/v1/consents/${id(`${name}-consent`)}`,
      consentTo(name, { version: 2, status: 'withdrawn', withdrawal: { at: new Date().toISOString() } }),
      { prefer: 'respond-async' },
    );
    expect(taken.status).toBe(202);
    return taken.body.id;
  };

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
  const prescribe = (
    name: string,
    child: string,
    changes: object = {},
    wait: Readonly<Record<string, string>> = WAITS,
  ) =>
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

  return {
    id,
    stack,
    proxy,
    clsc,
    orchestra,
    worker,
    answered,
    clscAnswersWith: (status: number): void => {
      clscAnswers = status;
    },
    call,
    asOperator,
    aChild,
    ask,
    takeBack,
    synced,
    endedUnsent,
    prescribe,
    prescribed,
    heldTimes,
    stop: () => closing.close(),
  };
}

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
