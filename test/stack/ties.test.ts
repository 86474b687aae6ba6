import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { allOfRedis } from './all-of-redis.ts';
import { aCircle, aConsentToTie, type Changes } from './concept-examples.ts';
import { type Answer, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** One child who is followed at two centres, which the sandbox’s registry lets be tied, and no third. */
const [HERE, THERE] = ['hochelaga', 'petits-renards'] as const;
const id = ownIds();
const [ours, theirs] = [id('ours'), id('theirs')];
let issuer: LocalIssuer;
let sandbox: StackSandbox;

beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({}, { tokens: async () => issuer });
  for (const [centre, child] of [
    [HERE, ours],
    [THERE, theirs],
  ] as const) {
    await put(centre, 'care-circles', aCircle(`c-${child}`, child, { centre }));
    await put(centre, 'consents', aConsent(centre, child));
  }
});
afterAll(() => sandbox?.stop());

const aConsent = (centre: string, child: string, changes: Changes = {}): Changes =>
  aConsentToTie(`t-${child}`, child, { centre, otherCentre: centre === HERE ? THERE : HERE, ...changes });

async function put(centre: string, plural: string, body: Changes): Promise<void> {
  const authorization = `Bearer ${await issuer.token({ centre })}`;
  const path = `${sandbox.gatewayUrl}/v1/${plural}/${body.id}`;
  const { status, body: said } = await request('PUT', path, body, { authorization, prefer: 'wait=30' });
  expect([status < 202, said.issue]).toEqual([true, undefined]);
}

/** Somebody of a centre. */
async function as(role: string, centre: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const token = await issuer.sign({
    ...issuer.claims({ centre }),
    [CLAIMS.role]: role,
    [CLAIMS.professional]: `${centre}/${role}`,
  });
  return request(method, `${sandbox.gatewayUrl}${path}`, body, { authorization: `Bearer ${token}` });
}
const ties = async (centre: string, child: string, role = 'clinical'): Promise<unknown> =>
  (await as(role, centre, 'GET', `/v1/children/${child}/ties`)).body;
const NONE = { ties: [], waiting: [] };

/** What the facade answers to a centre of its own child and of the other’s, but for when it was asked. */
async function facade(centre: string): Promise<string> {
  const authorization = `Bearer ${await issuer.token({ centre })}`;
  const form = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
  const answers: unknown[] = [];
  for (const [of, child] of [
    [HERE, ours],
    [THERE, theirs],
  ] as const) {
    const named = encodeURIComponent(`${IDENTIFIERS.child(of)}|${child}`);
    for (const path of [
      `/fhir/Patient?identifier=${named}`,
      `/fhir/Consent?patient.identifier=${named}`,
      `/fhir/RelatedPerson?patient.identifier=${named}`,
    ]) {
      const { status, body } = await request('GET', `${sandbox.gatewayUrl}${path}`, undefined, { authorization });
      answers.push([path, status, body.total, (body.entry ?? []).map(({ resource }: fhir4.BundleEntry) => resource)]);
    }
    const { status, body } = await request('GET', `${sandbox.gatewayUrl}/v1/care-circles/c-${child}`, undefined, form);
    answers.push([status, status === 200 ? body : body.issue]);
  }
  return JSON.stringify(answers);
}

test('said at both, each centre reads the other’s name and since when; the facade and every read answer as before; taken back, it is gone', async () => {
  const before = [await facade(HERE), await facade(THERE)];
  expect((await as('clinical', HERE, 'POST', '/v1/ties', { child: ours, centre: THERE })).status).toBe(403);
  expect((await sandbox.call('POST', '/v1/ties', { body: { child: ours, centre: THERE } })).status).toBe(403);
  const said = await as('pivot', HERE, 'POST', '/v1/ties', { child: ours, centre: THERE });
  expect([said.status, said.body]).toEqual([201, expect.objectContaining({ centre: THERE, code: expect.any(String) })]);
  expect(await ties(THERE, theirs)).toEqual(NONE);

  const { code } = said.body;
  const confirm = (changes: object) =>
    as('privacy', THERE, 'POST', '/v1/ties/confirm', { child: theirs, centre: HERE, code, ...changes });
  const [wrong, unknown] = [await confirm({ child: ours }), await confirm({ code: '0000-0000-0000-0000' })];
  expect([wrong.status, wrong.body]).toEqual([404, unknown.body]);
  const told = await confirm({});
  expect([told.status, told.body]).toEqual([200, { centre: HERE, since: expect.any(String) }]);
  expect(await ties(HERE, ours)).toEqual({ ties: [{ centre: THERE, since: told.body.since }], waiting: [] });
  expect(await ties(THERE, theirs)).toEqual({ ties: [told.body], waiting: [] });
  expect((await as('reception', THERE, 'GET', `/v1/children/${theirs}/ties`)).status).toBe(403);
  // The other’s number tells nobody anything.
  for (const [centre, child] of [
    [THERE, ours],
    [HERE, theirs],
    ['carrefour-vanier', ours],
  ] as const)
    expect(await ties(centre, child)).toEqual(NONE);
  expect([await facade(HERE), await facade(THERE)]).toEqual(before);
  expect(sandbox.logged()).not.toContain(code);

  await put(
    THERE,
    'consents',
    aConsent(THERE, theirs, { version: 2, status: 'withdrawn', withdrawal: { at: '2026-11-21' } }),
  );
  expect([await ties(HERE, ours), await ties(THERE, theirs)]).toEqual([NONE, NONE]);
});

test('with the file that is destroyed the tie goes, and with it the other centre’s number', async () => {
  const [one, other] = [id('one'), id('other')];
  for (const [centre, child] of [
    [HERE, one],
    [THERE, other],
  ] as const) {
    await put(centre, 'care-circles', aCircle(`c-${child}`, child, { centre }));
    await put(centre, 'consents', aConsent(centre, child));
  }
  const { body } = await as('pivot', HERE, 'POST', '/v1/ties', { child: one, centre: THERE });
  await as('pivot', THERE, 'POST', '/v1/ties/confirm', { child: other, centre: HERE, code: body.code });
  expect(await ties(THERE, other)).toMatchObject({ ties: [{ centre: HERE }] });
  const redis = new Redis(sandbox.stack.redis.url);
  try {
    const destroyed = await as('privacy', HERE, 'POST', '/v1/retention/destructions', {
      ...{ child: one, why: 'order', decision: 'ORD-2026-8' },
      ...{ force: true, really: true },
    });
    expect([destroyed.status, destroyed.body.queue]).toEqual([200, expect.objectContaining({ ties: 1 })]);
    // Before anybody reads: a reading would end it too.
    const left = (await allOfRedis(redis, sandbox.config.sealingKeys)).split('\n');
    expect(left.filter((it) => it.includes(one) && it.includes('"said"'))).toEqual([]);
    expect(await ties(THERE, other)).toEqual(NONE);
  } finally {
    redis.disconnect();
  }
});
