import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { headIn } from '../../gateway/audit/chain-in-redis.ts';
import { GatewayError } from '../../gateway/failures.ts';
import { fenceId, laneKey, openQueues } from '../../gateway/lanes/queues.ts';
import { sealWith } from '../../gateway/lanes/sealing.ts';
import { closer } from '../../gateway/process/closer.ts';
import { fhirStore } from '../../gateway/record/fhir-store.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { placeIn, readChildFile } from '../../gateway/retention/child-file.ts';
import { fileDestroyer } from '../../gateway/retention/file-destroyer.ts';
import { PROFILES } from '../../mappings/domain/systems.ts';
import { verifyAudit } from '../../operate/audit/verify-audit.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { allOfRedis } from './all-of-redis.ts';
import { aCircle, anAgreement, anAnswer, aPlan, aReferral } from './concept-examples.ts';
import { onRecord } from './on-record.ts';
import { type Answer, eventually, ownIds, ownMark, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** One child’s file is destroyed, and a brother’s is not: in HAPI itself, in Redis itself, and in the chain of the register. */
const CENTRE = 'hochelaga';
const PARTNER = 'clsc-hochelaga';
const id = ownIds();
/** Stands in every free word of the child’s file, and nowhere else. */
const WORD = `mot${ownMark()}`;
const child = id('child');
const brother = id('brother');
const [circle, plan, referral, letter] = [id('circle'), id('plan'), id('referral'), id('letter')];
let issuer: LocalIssuer;
let sandbox: StackSandbox;
let redis: Redis;
let number: string;
let before: Answer;
const SHOWN = redisKeys.shown(`${id('releve')}:asked`);

beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({}, { tokens: async () => issuer });
  redis = new Redis(sandbox.stack.redis.url);
  await writeFile();
  before = await sandbox.call('GET', `/v1/care-circles/${id('circle-b')}`);
  expect(before.status).toBe(200);
});
afterAll(async () => {
  redis?.disconnect();
  await sandbox?.stop();
});

const put = (path: string, body: unknown): Promise<void> => onRecord(sandbox, path, body);

/** Everything that a child has: revised, asked, answered, told, written to, and something that failed. */
async function writeFile(): Promise<void> {
  const named = { id: child, name: { given: [WORD], family: WORD }, birthDate: '2023-05-04' };
  await put(`/v1/care-circles/${circle}`, aCircle(circle, child, { child: named }));
  await put(`/v1/care-circles/${circle}`, aCircle(circle, child, { child: named, version: 2 }));
  await put(`/v1/care-circles/${id('circle-b')}`, aCircle(id('circle-b'), brother));
  await put(
    `/v1/action-plans/${plan}`,
    aPlan(plan, child, {
      goals: [{ id: 'g', words: `${WORD} parle`, expressedBy: { kind: 'member', id: 'maman' } }],
    }),
  );
  await put(
    `/v1/service-referrals/${referral}`,
    aReferral(referral, child, {
      recipient: PARTNER,
      agreements: [anAgreement(PARTNER)],
      reason: `${WORD} attend`,
    }),
  );
  const { body } = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${referral}`),
    (it) => it.body.record?.deliveries?.[0]?.state === 'sent',
  );
  number = body.record.deliveries[0].task;
  // As it is once a partner that collects was shown it, beside what it was shown of others.
  await redis.hset(SHOWN, number, '{}', 'another', '{}');
  await put(`/v1/letters/${letter}`, {
    version: 1,
    centre: CENTRE,
    happenedAt: '2026-11-20',
    child: { id: child },
    request: referral,
    partner: PARTNER,
    kind: 'consult-note',
    title: `${WORD}`,
    contentType: 'text/plain',
    content: Buffer.from(`${WORD} va bien`).toString('base64'),
  });
  await answer(anAnswer('completed', { words: `${WORD} a fini` }));
}

const answer = async (body: unknown): Promise<void> => {
  expect((await sandbox.call('POST', `/v1/referrals/${referral}/answers`, { body })).status).toBeLessThan(300);
};

const as = async (role: string | undefined, changes: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  `Bearer ${await issuer.sign({
    ...issuer.claims({ centre: CENTRE }),
    scope: 'user/*.cruds system/*.cruds',
    ...(role !== undefined && { [CLAIMS.role]: role, [CLAIMS.professional]: `${CENTRE}/${role}` }),
    ...changes,
  })}`;
const ask = async (method: string, path: string, role: string | undefined, body?: unknown): Promise<Answer> =>
  request(method, `${sandbox.gatewayUrl}${path}`, body, { authorization: await as(role) });
const destroyAs = (role: string | undefined, more: object = {}): Promise<Answer> =>
  ask('POST', '/v1/retention/destructions', role, { child, why: 'order', decision: 'ORD-2026-7', ...more });

const allHere = (): Promise<string> => allOfRedis(redis, sandbox.config.sealingKeys);
const destroy = (more: object = {}): Promise<Answer> => destroyAs('privacy', more);

test('only a person in the privacy role destroys, or looks at what would be: not a program, not the pivot', async () => {
  for (const role of [undefined, 'pivot', 'clinical']) {
    expect((await ask('GET', '/v1/retention', role)).status).toBe(role === undefined ? 200 : 403);
    expect((await destroyAs(role)).status).toBe(403);
    expect((await destroyAs(role, { force: true, really: true })).status).toBe(403);
  }
  const listed = await ask('GET', '/v1/retention', 'privacy');
  expect(listed).toMatchObject({ status: 200, body: { term: { years: 10, confirmed: false } } });
  expect(listed.body.files.map((it: { child: string }) => it.child)).not.toContain(child);
});

test('whoever was given what was corrected since is named, for a person to tell; once that is written down, nobody is', async () => {
  const search = () => ask('POST', '/v1/corrections/_search?lang=en', 'privacy', { child });
  const given = { request: referral, recipient: PARTNER, status: 'completed', version: 1 };
  expect((await search()).body).toMatchObject({ toTell: 0, entries: [{ ...given, revised: [], toldBy: 'nobody' }] });
  const corrected = { id: child, name: { given: [WORD, 'Anne'], family: WORD }, birthDate: '2023-05-05' };
  await put(`/v1/care-circles/${circle}`, aCircle(circle, child, { child: corrected, version: 3 }));
  const found = await search();
  expect(found.body).toMatchObject({ toTell: 1, entries: [{ ...given, revised: ['circle'], toldBy: 'person' }] });
  expect(JSON.stringify(found.body)).not.toContain(WORD);
  const told = {
    happenedAt: new Date().toISOString(),
    how: 'telephone',
    recordedBy: 'la coordonnatrice',
    recipient: PARTNER,
  };
  expect((await sandbox.call('POST', `/v1/referrals/${referral}/dispatches`, { body: told })).status).toBeLessThan(300);
  expect((await search()).body).toMatchObject({
    toTell: 0,
    entries: [{ toldBy: 'nobody', given: { how: 'telephone' } }],
  });
});

test('a dry run says what there is and touches nothing; a loop that is open refuses the rest, by name', async () => {
  const looked = await destroy();
  expect(looked).toMatchObject({
    status: 200,
    body: { dryRun: true, refused: true, record: { Patient: 1, CareTeam: 1, Task: 1, DocumentReference: 1 } },
  });
  expect(looked.body.against.map((it: { against: string }) => it.against)).toEqual(['not-due', 'loop-open']);
  expect(looked.body.queue.lane).toBeGreaterThan(5);
  const refused = await destroy({ really: true });
  expect(refused.status).toBe(409);
  expect(JSON.stringify(refused.body)).toContain('boucle');
  expect((await sandbox.call('GET', `/v1/care-circles/${circle}`)).status).toBe(200);
  await answer(anAnswer('family-told'));
  await eventually(
    destroy,
    ({ body }) => JSON.stringify(body.against).includes('not-due') && body.against.length === 1,
  );
});

test('once destroyed no word of it is left in HAPI or Redis, its brother’s file is as it was, and the register is whole', async () => {
  const store = fhirStore({ baseUrl: sandbox.stack.hapi.url, timeoutMs: 30_000 });
  const file = await readChildFile(store, CENTRE, child);
  const places = file?.resources.map(placeIn) ?? [];
  expect(places.length).toBeGreaterThan(10);
  expect(await allHere()).toContain(WORD);

  const done = await destroy({ force: true, really: true });
  expect(done).toMatchObject({ status: 200, body: { dryRun: false, record: { Patient: 1 } } });

  for (const place of places) {
    // What the register points to keeps the mark that it was deleted, and nothing else.
    const isPointedTo = place.startsWith('Task/');
    expect([place, (await sandbox.hapi(place)).status]).toEqual([place, isPointedTo ? 410 : 404]);
    const history = await sandbox.hapi(`${place}/_history`);
    expect([place, history.status]).toEqual([place, isPointedTo ? 200 : 404]);
    if (isPointedTo)
      expect(history.body.entry.map((it: fhir4.BundleEntry) => [it.request?.method, it.resource])).toEqual([
        ['DELETE', undefined],
      ]);
  }
  const types = [...new Set(places.map((place) => place.split('/')[0]))];
  for (const type of types) {
    const { body } = await sandbox.hapi(`${type}/_history?_count=500`);
    expect(JSON.stringify(body)).not.toContain(WORD);
  }
  for (const search of [`Patient?name=${WORD}`, `Goal?patient.identifier=${child}`, `Task?identifier=${number}`])
    expect((await sandbox.hapi(search)).body.entry ?? []).toEqual([]);
  // A tombstone is no fence any more: what it claims to be, it is.
  const { body: tombstone } = await sandbox.hapi(`Basic/${fenceId(laneKey({ centre: CENTRE, child }))}`);
  expect(tombstone.meta.profile).toEqual([PROFILES.destroyed]);
  const left = await allHere();
  expect(Object.keys(await redis.hgetall(SHOWN))).toEqual(['another']);
  expect(left).not.toContain(WORD);
  // The child’s number stands in the tombstone, and beside it only in the register.
  expect(left.split(child)).toHaveLength(2);

  const after = await sandbox.call('GET', `/v1/care-circles/${id('circle-b')}`);
  expect([after.status, after.body]).toEqual([200, before.body]);
});

test('what comes late for it is refused and does not bring it back; its number can be taken by nobody', async () => {
  const late = await sandbox.call('PUT', `/v1/care-circles/${circle}`, {
    body: aCircle(circle, child, { version: 4 }),
  });
  expect(late.status).toBe(410);
  expect(late.body.issue[0].details.text).toContain('détruit');
  expect((await sandbox.call('GET', `/v1/care-circles/${circle}`)).status).toBe(404);
  const task = await request(
    'PUT',
    `${sandbox.gatewayUrl}/fhir/Task?identifier=https://fhir.passerelle.example/NamingSystem/task|${number}`,
    {
      resourceType: 'Task',
      identifier: [{ system: 'https://fhir.passerelle.example/NamingSystem/task', value: number }],
      status: 'accepted',
      intent: 'order',
      lastModified: '2026-11-26T09:00:00-05:00',
    },
    { authorization: `Bearer ${await sandbox.partnerToken(PARTNER)}`, 'content-type': 'application/fhir+json' },
  );
  expect(task.status).toBe(404);

  // Redis that was lost knows of no tombstone; the record does.
  const fence = fenceId(laneKey({ centre: CENTRE, child }));
  const tombstone = await redis.hget(redisKeys.destroyed, fence);
  await redis.hdel(redisKeys.destroyed, fence);
  const forgotten = await sandbox.call('PUT', `/v1/care-circles/${id('circle-2')}`, {
    body: aCircle(id('circle-2'), child),
    headers: { prefer: 'wait=20' },
  });
  expect(forgotten.status).toBe(410);
  expect((await sandbox.hapi(`Patient?identifier=${child}`)).body.entry ?? []).toEqual([]);
  await redis.hset(redisKeys.destroyed, fence, tombstone ?? '');
  expect((await destroy()).status).toBe(404);
});

test('a destruction that was cut short is told as begun, and ended by asking for it again', async () => {
  const cut = id('cut');
  const own = id('circle-cut');
  await put(`/v1/care-circles/${own}`, aCircle(own, cut));
  const store = fhirStore({ baseUrl: sandbox.stack.hapi.url, timeoutMs: 30_000 });
  const closing = closer();
  const queues = await openQueues(redis, sandbox.config.laneCount, [], closing);
  try {
    const dies = fileDestroyer({
      store,
      redis,
      queues,
      seal: sealWith(sandbox.config.sealingKeys),
      partners: [],
      expunger: {
        mustBeAllowed: async () => undefined,
        expunge: async () => {
          throw new GatewayError('unavailable', 'killed here');
        },
      },
      now: () => new Date(),
    });
    const named = { centre: CENTRE, owner: { child: cut }, term: { years: 1 }, today: '2026-11-26' };
    await expect(dies.destroy(named, async () => undefined)).rejects.toMatchObject({ kind: 'unavailable' });
  } finally {
    await closing.close();
  }
  const asked = { child: cut, why: 'order', decision: 'ORD-2026-8' };
  const looked = await ask('POST', '/v1/retention/destructions', 'privacy', asked);
  expect(looked.body).toMatchObject({ dryRun: true, begun: true, record: { Patient: 1 } });
  const [place = ''] = await redis.smembers(redisKeys.destroying(fenceId(laneKey({ centre: CENTRE, child: cut }))));
  expect((await sandbox.hapi(`${place}/_history`)).status).toBe(200);
  expect((await ask('POST', '/v1/retention/destructions', 'privacy', { ...asked, really: true })).status).toBe(200);
  expect((await sandbox.hapi(`${place}/_history`)).status).toBe(404);
  expect((await ask('POST', '/v1/retention/destructions', 'privacy', asked)).status).toBe(404);
});

test('the destruction stands in the register, by who and why, and the chain of its entries holds', async () => {
  const listed = await ask('POST', '/v1/register/_search?lang=en', 'privacy', { child });
  const line = listed.body.entries.find((it: { act: string }) => it.act === 'destroyed');
  expect(line).toMatchObject({ why: 'order ORD-2026-7 force', by: { professional: `${CENTRE}/privacy` } });
  expect(line.text).toContain('destroyed the file');
  expect(JSON.stringify(listed.body)).not.toContain(WORD);

  const chain = headIn(await redis.get(redisKeys.auditHead))?.chain;
  const verified = await verifyAudit({
    redis,
    store: fhirStore({ baseUrl: sandbox.stack.hapi.url, timeoutMs: 30_000 }),
    folder: `/tmp/no-checkpoints-${randomUUID()}`,
    publicKeys: [],
    now: () => new Date(),
    progress: () => undefined,
  });
  // Other files of this run try chains that are broken on purpose: this one’s is whole.
  const own = verified.doubts.filter((it) => 'chain' in it && it.chain === chain);
  expect(own).toEqual([]);
  expect(verified.chains.find((it) => it.chain === chain)?.entries).toBeGreaterThan(5);
});
