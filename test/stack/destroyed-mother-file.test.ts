import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { fenceId, laneKey } from '../../gateway/lanes/queues.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { allOfRedis } from './all-of-redis.ts';
import { aCircle } from './concept-examples.ts';
import { onRecord } from './on-record.ts';
import { type Answer, eventually, ownIds, ownMark, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** The file apart of an expectant mother is destroyed; that of the child in whose circle she is stays as it was. */
const CENTRE = 'hochelaga';
const id = ownIds();
const WORD = `mot${ownMark()}`;
const [file, child, circle] = [id('dossier'), id('child'), id('circle')];
const system = IDENTIFIERS.motherFile(CENTRE);
let issuer: LocalIssuer;
let sandbox: StackSandbox;
let redis: Redis;

beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({}, { tokens: async () => issuer });
  redis = new Redis(sandbox.stack.redis.url);
  await put(`/v1/care-circles/${circle}`, aCircle(circle, child));
  for (const version of [1, 2]) await put(`/v1/mother-files/${file}`, hers(version));
});
afterAll(async () => {
  redis?.disconnect();
  await sandbox?.stop();
});

const hers = (version: number, more: object = {}) => ({
  version,
  centre: CENTRE,
  happenedAt: '2026-11-20',
  name: { text: `${WORD} Ndiaye` },
  agreement: { at: '2026-11-20', how: 'oral' },
  children: [{ child, member: 'maman' }],
  ...more,
});

const put = (path: string, body: unknown): Promise<void> => onRecord(sandbox, path, body);

const destroy = async (more: object): Promise<Answer> => {
  const claims = { ...issuer.claims({ centre: CENTRE }), scope: 'user/*.cruds' };
  const person = { [CLAIMS.role]: 'privacy', [CLAIMS.professional]: `${CENTRE}/privacy` };
  return request(
    'POST',
    `${sandbox.gatewayUrl}/v1/retention/destructions`,
    { why: 'asked', decision: 'DEM-2026-9', ...more },
    { authorization: `Bearer ${await issuer.sign({ ...claims, ...person })}` },
  );
};

test('her file is destroyed apart from the child’s, once it is closed; what comes late for it is refused', async () => {
  const against = async (owner: object) =>
    (await destroy(owner)).body.against.map((it: { against: string }) => it.against);
  expect(await against({ child })).toContain('mother-file');
  expect(await against({ motherFile: file })).toEqual(['not-due', 'still-open']);
  expect((await destroy({ motherFile: file, really: true })).status).toBe(409);
  await put(`/v1/mother-files/${file}`, hers(3, { closed: true }));
  expect(await against({ motherFile: file })).toEqual(['not-due']);

  const found = await sandbox.hapi(`Patient?identifier=${encodeURIComponent(`${system}|${file}`)}`);
  const place = `Patient/${found.body.entry[0].resource.id}`;
  const traces = await sandbox.hapi(`Provenance?target=${place}`);
  const places = [place, ...traces.body.entry.map((it: fhir4.BundleEntry) => `Provenance/${it.resource?.id}`)];
  expect(places).toHaveLength(4);
  const before = await sandbox.call('GET', `/v1/care-circles/${circle}`);
  expect(await allOfRedis(redis, sandbox.config.sealingKeys)).toContain(WORD);

  const done = await destroy({ motherFile: file, force: true, really: true });
  expect(done).toMatchObject({ status: 200, body: { dryRun: false, record: { Patient: 1, Provenance: 3 } } });
  for (const one of places) expect([one, (await sandbox.hapi(`${one}/_history`)).status]).toEqual([one, 404]);
  const left = await allOfRedis(redis, sandbox.config.sealingKeys);
  expect(left).not.toContain(WORD);
  // Her number stands in the tombstone alone.
  expect(left.split(file)).toHaveLength(2);

  const late = await sandbox.call('PUT', `/v1/mother-files/${file}`, { body: hers(4) });
  expect([late.status, late.body.issue[0].details.text]).toEqual([410, expect.stringContaining('détruit')]);
  // Redis that was lost knows of no tombstone; the record does.
  const fence = fenceId(laneKey({ centre: CENTRE, root: { type: 'Patient', system, value: file } }));
  await redis.hdel(redisKeys.destroyed, fence);
  const headers = { prefer: 'wait=30' };
  await eventually(
    () => sandbox.call('PUT', `/v1/mother-files/${file}`, { body: hers(5), headers }),
    ({ status }) => status === 410,
  );
  expect((await destroy({ motherFile: file })).status).toBe(404);

  const after = await sandbox.call('GET', `/v1/care-circles/${circle}`);
  expect([after.status, after.body]).toEqual([200, before.body]);
  expect(await against({ child })).not.toContain('mother-file');
});
