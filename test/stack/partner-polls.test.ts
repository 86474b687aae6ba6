import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { parse, stringify } from 'yaml';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { SANDBOX_REGISTRY } from '../../sandbox/sandbox-registry.ts';
import { withinProvince } from '../builders/within-province.ts';
import { aCircle, aLegalReferral, anAgreement, aPlan, aReferral, type Changes } from './concept-examples.ts';
import { onRecord } from './on-record.ts';
import { eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** A partner that polls, while its centre writes what it may not see and, last, what it may: on a real record, and to the byte. */
const COLLECTS = 'clsc-releve';
const id = ownIds();
const PARTNER = id('releve');
const [child, referral] = [id('enfant'), id('demande')];
let issuer: LocalIssuer;
let sandbox: StackSandbox;
let redis: Redis;
let folder: string;

beforeAll(async () => {
  issuer = await localIssuer();
  folder = await mkdtemp(join(tmpdir(), 'passerelle-polls-'));
  const plan: { readonly centres: readonly Changes[]; readonly partners: readonly Changes[] } = parse(
    await readFile(SANDBOX_REGISTRY, 'utf8'),
  );
  const own = plan.partners
    .filter((it) => it.id === COLLECTS)
    .map(({ proposes: _p, ...it }) => ({ ...it, id: PARTNER, lens: 'public-network' }));
  const registryPath = join(folder, 'registry.yaml');
  await writeFile(registryPath, stringify({ ...plan, centres: withinProvince(plan.centres), partners: own }));
  sandbox = await stackSandbox({}, { registryPath, tokens: async () => issuer });
  redis = new Redis(sandbox.stack.redis.url);
});
afterAll(async () => {
  redis?.disconnect();
  await sandbox?.stop();
  await rm(folder, { recursive: true, force: true });
});

const asked = (version: number, changes: Changes): Changes =>
  aReferral(referral, child, { version, recipient: PARTNER, agreements: [anAgreement(PARTNER)], ...changes });
const put = (plural: string, body: Changes): Promise<void> => onRecord(sandbox, `/v1/${plural}/${body.id}`, body);
const about = (name: string): Changes => ({
  id: `${child}-${name}`,
  version: 1,
  centre: 'hochelaga',
  happenedAt: '2026-11-20T10:00:00-05:00',
  child: { id: child },
});

const get = async (path: string) =>
  request('GET', `${sandbox.gatewayUrl}${path}`, undefined, {
    authorization: `Bearer ${await issuer.token({ partner: PARTNER })}`,
  });
/** All that it reads of its request, but for the hour at which it asks. */
async function bytes(number: string): Promise<string> {
  const answers = await Promise.all(
    ['Task', 'ServiceRequest', 'Patient'].map((type) => get(`/fhir/${type}/${number}`)),
  );
  return JSON.stringify(
    answers.map(({ status, headers, body }) => [status, [...headers].filter(([name]) => name !== 'date'), body]),
  );
}
let newest = '2026-01-01T00:00:00Z';
async function poll(): Promise<readonly string[]> {
  const { status, body } = await get(`/fhir/Task?_lastUpdated=gt${newest}`);
  expect(status).toBe(200);
  const tasks: readonly fhir4.Task[] = body.entry.map(({ resource }: fhir4.BundleEntry) => resource);
  newest = tasks.at(-1)?.meta?.lastUpdated ?? newest;
  return tasks.map((task) => task.id ?? '');
}
/** The request as its centre sees it delivered. */
const delivered = (version: number) =>
  eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${referral}`),
    ({ body }) => body.version === version && body.record?.deliveries?.[0]?.state === 'sent',
  );

const HIDDEN: readonly (readonly [what: string, plural: string, body: () => Changes])[] = [
  ['an internal note', 'service-referrals', () => asked(2, { note: 'un mot' })],
  ['another internal note', 'service-referrals', () => asked(3, { note: 'un autre' })],
  [
    'a legal referral',
    'legal-referrals',
    () => ({ ...aLegalReferral(`${child}-legal`, child), recipient: undefined, agreements: undefined }),
  ],
  ['a plan', 'action-plans', () => aPlan(`${child}-plan`, child)],
  ['a visit', 'contacts', () => ({ ...about('visite'), kind: 'visit', note: 'Elle a chanté.' })],
  [
    'a shared assessment',
    'shared-assessments',
    () => ({
      ...about('lecture'),
      kind: 'orientation',
      summary: 'Elle comprend beaucoup.',
      stresses: [{ class: 'crowded-home', words: 'Une chambre pour quatre.' }],
    }),
  ],
];

test('what a partner may not see changes nothing that it reads, not a version, an ETag or a moment, and no poll tells of it; what it may see is told, once', async () => {
  await put('care-circles', aCircle(`${child}-c`, child));
  await put('service-referrals', asked(1, {}));
  const [number = ''] = await eventually(poll, (told) => told.length === 1);
  await get(`/fhir/ServiceRequest/${number}`);
  await delivered(1);
  expect(await poll()).toEqual([]);
  const before = await bytes(number);

  for (const [what, plural, body] of HIDDEN) {
    await put(plural, body());
    expect([what, await poll()]).toEqual([what, []]);
    expect([what, (await bytes(number)) === before]).toEqual([what, true]);
  }
  // What it has is what stands: nobody is told that it has not left.
  await delivered(3);
  expect([await poll(), (await bytes(number)) === before]).toEqual([[], true]);

  await put('service-referrals', asked(4, { reason: 'Elle ne dort plus.' }));
  expect(await poll()).toEqual([number]);
  expect(await poll()).toEqual([]);
  expect(await bytes(number)).not.toBe(before);

  // What Redis has lost is told again.
  await redis.del(redisKeys.shown(`${PARTNER}:asked`));
  expect(await poll()).toEqual([number]);
  expect(await poll()).toEqual([]);
}, 120_000);
