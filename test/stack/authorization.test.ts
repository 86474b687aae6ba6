import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import type { Who } from '../../sandbox/access/token-source.ts';
import { aCircle, aLegalReferral, anAgreement, anAnswer, aReferral } from './concept-examples.ts';
import { type Answer, eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const OWN = 'hochelaga';
const OTHER = 'petits-renards';
const PARTNER = 'clsc-hochelaga';
const id = ownIds();
const [circle, child, referral, legal] = ['circle', 'child', 'referral', 'legal'].map(id) as [
  string,
  string,
  string,
  string,
];
let issuer: LocalIssuer;
let sandbox: StackSandbox;
let exchange: string;
let number: string;

beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({}, { tokens: async () => issuer });
  const put = (path: string, body: unknown) => sandbox.call('PUT', path, { body });
  await put(`/v1/care-circles/${circle}`, aCircle(circle, child));
  const sent = await put(
    `/v1/service-referrals/${referral}`,
    aReferral(referral, child, { recipient: PARTNER, agreements: [anAgreement(PARTNER)] }),
  );
  exchange = sent.body.id;
  await put(`/v1/legal-referrals/${legal}`, aLegalReferral(legal, child));
  const { body } = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${referral}`),
    (answer) => answer.body.record?.deliveries?.[0]?.state === 'sent',
  );
  number = body.record.deliveries[0].task;
});
afterAll(() => sandbox?.stop());

const as = async (who: Who, changes: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  `Bearer ${await issuer.sign({ ...issuer.claims(who), ...changes })}`;
const ask = (method: string, path: string, authorization: string, body?: unknown): Promise<Answer> =>
  request(method, `${sandbox.gatewayUrl}${path}`, body, { authorization, 'content-type': 'application/json' });

test('every route of /openapi.json refuses each kind of caller without its scope, and whoever has no token', async () => {
  const { paths, ...document } = (await request('GET', `${sandbox.gatewayUrl}/openapi.json`, undefined, {})).body;
  expect(document.components.securitySchemes.token).toMatchObject({
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  const callers = await Promise.all([
    as({ centre: OWN }, { scope: 'openid' }),
    as({ partner: PARTNER }, { scope: 'openid' }),
    as({ operator: 'nuit' }, { scope: 'openid' }),
  ]);
  let walked = 0;
  for (const [template, methods] of Object.entries(paths))
    for (const [method, { security }] of Object.entries(methods as Record<string, { security: unknown[] }>)) {
      if (security.length === 0) continue;
      const path = template.replace('{type}', 'Task').replaceAll(/\{\w+\}/g, referral);
      const verb = method.toUpperCase();
      for (const authorization of callers) {
        const { status, body } = await ask(verb, path, authorization);
        expect([verb, path, status, body.resourceType]).toEqual([verb, path, 403, 'OperationOutcome']);
      }
      const { status, body } = await request(verb, `${sandbox.gatewayUrl}${path}`, undefined, {});
      expect([verb, path, status, body.resourceType]).toEqual([verb, path, 401, 'OperationOutcome']);
      walked += 1;
    }
  expect(walked).toBeGreaterThan(70);
});

/** What another centre tries with ids that it has come to know; each is as if there were nothing. */
const NOT_YOURS: Readonly<Record<string, () => readonly [method: string, path: string, body?: unknown]>> = {
  'a circle': () => ['GET', `/v1/care-circles/${circle}`],
  'a request': () => ['GET', `/v1/service-referrals/${referral}`],
  'a legal referral': () => ['GET', `/v1/legal-referrals/${legal}`],
  'an exchange': () => ['GET', `/v1/exchanges/${exchange}`],
  'a child’s course': () => ['GET', `/v1/children/${child}/timeline?lang=fr`],
  'a child’s circle': () => ['GET', `/v1/children/${child}/care-circle`],
  'a child’s plan': () => ['GET', `/v1/children/${child}/action-plan`],
  'a child’s ledger': () => ['GET', `/v1/children/${child}/ledger`],
  'the page of a request': () => ['GET', `/v1/referrals/${referral}/page`],
  'an answer to a request': () => ['POST', `/v1/referrals/${referral}/answers`, anAnswer('accepted')],
  'a dispatch of a request': () => [
    'POST',
    `/v1/referrals/${referral}/dispatches`,
    { channel: 'fax', happenedAt: '2026-11-22T08:00:00-05:00', recipient: PARTNER, by: { name: 'Accueil' } },
  ],
  'the links of a request': () => ['DELETE', `/v1/referrals/${referral}/links`],
  'what was set aside': () => ['GET', `/v1/dead-letters/${exchange}`],
  'an inbound referral': () => ['GET', `/v1/inbound-referrals/${referral}`],
};

test.each(Object.keys(NOT_YOURS))(
  'another centre that knows the id of %s gets what an unknown id gets',
  async (what) => {
    const [method, path, body] = NOT_YOURS[what]?.() ?? ['', ''];
    const authorization = await as({ centre: OTHER });
    const nobodys = [circle, referral, legal, exchange, child].reduce(
      (it, known) => it.replace(known, id('nobody')),
      path,
    );
    const [asked, unknown] = [
      await ask(method, path, authorization, body),
      await ask(method, nobodys, authorization, body),
    ];
    expect([asked.status, unknown.status]).toEqual(
      what === 'a dispatch of a request' ? [asked.status, asked.status] : [404, 404],
    );
    expect(asked.body).toEqual(unknown.body);
  },
);

test('another centre finds no child of ours, lists none of its requests, and sees none of our changes', async () => {
  const authorization = await as({ centre: OTHER });
  const found = await ask('POST', '/v1/children/_search', authorization, { name: 'Nguyễn', birthDate: '2020-05-04' });
  expect(JSON.stringify(found.body)).not.toContain(child);
  expect((await ask('GET', `/v1/children/${child}/referrals`, authorization)).body.referrals).toEqual([]);
  expect(JSON.stringify((await ask('GET', '/v1/changes?limit=1000', authorization)).body)).not.toContain(referral);
  expect(JSON.stringify((await ask('GET', '/v1/dead-letters', authorization)).body)).not.toContain(referral);
});

test('what a body says of its centre makes nobody that centre', async () => {
  const theirs = aCircle(id('stolen'), child, { centre: OWN });
  const answer = await ask('PUT', `/v1/care-circles/${id('stolen')}`, await as({ centre: OTHER }), theirs);
  expect(answer.status).toBe(403);
  const hidden = await ask('PUT', `/v1/care-circles/${id('more')}`, await as({ centre: OTHER }), {
    ...aCircle(id('more'), child, { centre: OTHER }),
    [CLAIMS.centre]: OWN,
    caller: { kind: 'centre', id: OWN },
  });
  expect(hidden.status).toBe(422);
  expect((await sandbox.call('GET', `/v1/care-circles/${circle}`)).body.version).toBe(1);
});

test('a partner is at no address of a centre’s, and nobody but a partner at one of a partner’s, with whatever scopes', async () => {
  const scope = 'system/*.cruds user/*.cruds passerelle/operate.ru';
  const [partner, centre, operator] = await Promise.all([
    as({ partner: PARTNER }, { scope }),
    as({ centre: OWN }, { scope }),
    as({ operator: 'nuit' }, { scope }),
  ]);
  for (const path of [`/v1/service-referrals/${referral}`, `/v1/exchanges/${exchange}`, '/v1/changes', '/v1/partners'])
    expect([path, (await ask('GET', path, partner)).status]).toEqual([path, 403]);
  expect((await ask('PUT', `/fhir/Task/${number}`, centre)).status).toBe(403);
  for (const path of [`/v1/care-circles/${circle}`, `/fhir/Task/${number}`, `/v1/dead-letters/${exchange}/content`])
    expect([path, (await ask('GET', path, operator)).status]).toEqual([path, 403]);
  expect((await ask('POST', `/v1/partners/${PARTNER}/pause`, centre)).status).toBe(403);
});

test('a partner that has come to know the number of another’s request can say nothing about it', async () => {
  const task = { resourceType: 'Task', status: 'accepted', intent: 'order', lastModified: '2026-11-22T01:00:00-05:00' };
  const system = 'https://fhir.passerelle.example/NamingSystem/task';
  const answer = (partner: string, value: string) =>
    as({ partner }).then((authorization) =>
      request('PUT', `${sandbox.gatewayUrl}/fhir/Task?identifier=${system}|${value}`, task, {
        authorization,
        'content-type': 'application/fhir+json',
      }),
    );
  const unknown = '00000000-0000-5000-8000-000000000000';
  const [stolen, nobodys] = [
    await answer('clsc-olivier-guimond', number),
    await answer('clsc-olivier-guimond', unknown),
  ];
  expect([stolen.status, stolen.body]).toEqual([404, nobodys.body]);
  expect((await sandbox.call('GET', `/v1/service-referrals/${referral}`)).body.record.loop.state).toBe('requested');
});

test('a person of the centre gets to what their role is for, and learns of no legal referral beside it', async () => {
  const person = (role: string) =>
    as({ centre: OWN }, { scope: 'user/*.cruds', [CLAIMS.professional]: `${OWN}/p`, [CLAIMS.role]: role });
  const statuses = async (role: string) => {
    const authorization = await person(role);
    const paths = [
      `/v1/care-circles/${circle}`,
      `/v1/service-referrals/${referral}`,
      `/v1/legal-referrals/${legal}`,
      `/v1/children/${child}/timeline?lang=fr`,
      `/v1/referrals/${referral}/page`,
      `/v1/referrals/${legal}/page`,
    ];
    return Promise.all(paths.map(async (path) => (await ask('GET', path, authorization)).status));
  };
  expect(await statuses('pivot')).toEqual([200, 200, 200, 200, 200, 200]);
  expect(await statuses('clinical')).toEqual([200, 200, 403, 200, 200, 404]);
  expect(await statuses('legal')).toEqual([200, 403, 200, 403, 404, 200]);
  expect(await statuses('reception')).toEqual([200, 403, 403, 403, 403, 403]);
  expect(await statuses('privacy')).toEqual([403, 403, 403, 403, 403, 403]);
  const listed = async (role: string): Promise<readonly string[]> =>
    (await ask('GET', `/v1/children/${child}/referrals`, await person(role))).body.referrals
      .map((it: { id: string }) => it.id)
      .sort();
  expect(await listed('pivot')).toEqual([legal, referral].sort());
  expect(await listed('clinical')).toEqual([referral]);
  expect(await listed('legal')).toEqual([legal]);
  // By the address of another kind, or by an act, it is not there either.
  const clinicals = await person('clinical');
  for (const path of [`/v1/service-referrals/${legal}`, `/v1/social-prescriptions/${legal}`])
    expect([path, (await ask('GET', path, clinicals)).status]).toEqual([path, 404]);
  for (const body of [anAnswer('accepted'), {}])
    expect((await ask('POST', `/v1/referrals/${legal}/answers`, clinicals, body)).status).toBe(404);
  expect((await ask('DELETE', `/v1/referrals/${legal}/links`, clinicals)).status).toBe(404);
  expect((await ask('POST', `/v1/referrals/${legal}/links`, clinicals)).status).toBe(404);
  // Whether it is there or not, a role that may not see it is told the same.
  for (const path of ['/v1/legal-referrals/%', '/v1/referrals/%/page']) {
    const [there, not] = [
      await ask('GET', path.replace('%', legal), clinicals),
      await ask('GET', path.replace('%', id('nothing')), clinicals),
    ];
    expect([path, there.status, there.body]).toEqual([path, not.status, not.body]);
  }
});

test('a token is in no line of the logs', () => {
  expect(sandbox.logged()).not.toMatch(/eyJ[\w-]{10,}/);
  expect(sandbox.logged()).toContain('/v1/care-circles/');
});
