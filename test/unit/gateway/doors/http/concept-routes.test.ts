import { afterEach, describe, expect, test } from '@jest/globals';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { conceptRoutes } from '../../../../../gateway/doors/http/concept-routes.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import type { RecordReader } from '../../../../../gateway/record/record-reader.ts';
import { appointmentMapping } from '../../../../../mappings/concepts/appointment.ts';
import { serviceReferralMapping } from '../../../../../mappings/concepts/service-referral.ts';
import type { ConceptEvent } from '../../../../../mappings/domain/lane-events.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { anIntake } from '../../../../builders/an-intake.ts';
import { aReferral } from '../../../../builders/concept-events.ts';

const check = conceptChecker();
const VERDUN: Caller = { kind: 'centre', id: 'verdun' };
const NOTHING_STATED = { act: async () => Promise.reject(new Error('nobody said since when')) };

let app: AnApp | undefined;
afterEach(async () => app?.stop());

interface Options {
  readonly caller?: Caller;
  readonly outcome?: Parameters<typeof anIntake>[0];
  readonly reader?: Partial<RecordReader>;
  readonly toBundle?: typeof serviceReferralMapping.toBundle;
}
async function aDoor({ caller = VERDUN, outcome, reader, toBundle = serviceReferralMapping.toBundle }: Options = {}) {
  const { intake, accepted } = anIntake(outcome);
  app = await anApp(
    {
      '/v1/service-referrals': conceptRoutes({
        mapping: { ...serviceReferralMapping, toBundle },
        plural: 'service-referrals',
        check: (body) => check('service-referral', body),
        intake,
        reader: { concept: async () => undefined, pendingExchange: async () => undefined, ...reader } as RecordReader,
        registry: aRegistry(),
        audit: NOTHING_STATED,
        body: jsonBody({ sizeMaxBytes: 100_000, depthMax: 32 }),
        now: () => new Date('2026-03-10T12:00:00Z'),
      }),
    },
    { caller },
  );
  const { call } = app;
  const put = (body: unknown, headers: Readonly<Record<string, string>> = {}, id = 'ref-1') =>
    call('PUT', `/v1/service-referrals/${id}`, { body, headers });
  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    call('POST', '/v1/service-referrals', { body, headers });
  const events = () => accepted.map(({ event }) => event as ConceptEvent);
  return { call, put, post, accepted, events };
}
const reversed = (concept: object) => Object.fromEntries(Object.entries(concept).reverse());
const { id: _id, ...withoutId } = aReferral();
const { version: _version, ...withoutVersion } = aReferral();

test('a concept that is sent is mapped and handed in, and the answer says where to ask for it', async () => {
  const { put, accepted, events } = await aDoor();
  const { status, headers, body } = await put(aReferral());
  expect([status, headers.get('location')]).toEqual([202, `/v1/exchanges/${events()[0]?.exchangeId}`]);
  expect(body).toMatchObject({ state: 'accepted', identifier: 'ref-1' });
  expect(accepted).toMatchObject([{ identifier: 'ref-1', issues: [], waitMs: 5_000 }]);
  expect(events()).toMatchObject([
    {
      kind: 'concept',
      centre: 'verdun',
      child: 'enf-1',
      concept: 'service-referral',
      version: 1,
      recordedAt: '2026-03-10T12:00:00.000Z',
      root: { type: 'ServiceRequest', value: 'ref-1' },
      bundle: { type: 'transaction' },
    },
  ]);
});

test('the same content in another order, with or without its id and what the server adds, is the same exchange', async () => {
  const { put, post, events } = await aDoor();
  await put(aReferral());
  await put(reversed(aReferral()));
  await put(withoutId);
  await put({ ...aReferral(), record: { fhir: [] } });
  await post(aReferral());
  expect(new Set(events().map(({ exchangeId }) => exchangeId)).size).toBe(1);
  expect(new Set(events().map(({ contentHash }) => contentHash)).size).toBe(1);
});

test.each([
  ['other content', { ...aReferral(), reason: 'autre' }, {}],
  ['another version', { ...aReferral(), version: 2 }, {}],
  ['the revision of a version', aReferral(), { 'if-match': 'W/"3"' }],
  ['a key', aReferral(), { 'idempotency-key': 'k-1' }],
])('%s is another exchange', async (_what, body, headers) => {
  const { put, events } = await aDoor();
  await put(aReferral());
  await put(body, headers);
  expect(events()[0]?.exchangeId).not.toBe(events()[1]?.exchangeId);
});

test('a partner that a concept names is looked up in the registry: its name goes with the event, an unknown one is refused', async () => {
  const { intake, accepted } = anIntake();
  const routes = conceptRoutes({
    mapping: appointmentMapping,
    plural: 'appointments',
    check: (body) => check('appointment', body),
    intake,
    reader: {} as RecordReader,
    registry: aRegistry(),
    audit: NOTHING_STATED,
    body: jsonBody({ sizeMaxBytes: 100_000, depthMax: 32 }),
    now: () => new Date('2026-03-10T12:00:00Z'),
  });
  app = await anApp({ '/v1/appointments': routes }, { caller: VERDUN });
  const { happenedAt, child, centre } = aReferral();
  const appointment = { version: 1, happenedAt, child, centre };
  const put = (partner: string) =>
    app?.call('PUT', '/v1/appointments/rdv-1', { body: { ...appointment, partner }, headers: {} });
  expect(await put('personne')).toMatchObject({ status: 422, body: { issue: [{ expression: ['partner'] }] } });
  expect(await put('clsc-verdun')).toMatchObject({ status: 202 });
  expect(JSON.stringify(accepted)).toContain('CLSC de Verdun');
});

test('the version that the caller revises goes with the event', async () => {
  const { put, events } = await aDoor();
  await put({ ...aReferral(), version: 4 }, { 'if-match': 'W/"3"' });
  expect(events()).toMatchObject([{ version: 4, ifMatch: 3 }]);
});

test('without an id or a version a key stands for both, and the same key gives the same id', async () => {
  const { post, accepted, events } = await aDoor();
  const { id: _none, version: _neither, ...bare } = aReferral();
  const key = { 'idempotency-key': 'k-1' };
  await post(bare, key);
  await post(reversed(bare), key);
  await post(bare, { 'idempotency-key': 'k-2' });
  const ids = accepted.map(({ identifier }) => identifier);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(ids[2]);
  expect(accepted[0]?.idempotency).toEqual(accepted[1]?.idempotency);
  expect(events()[0]).not.toHaveProperty('version');
});

test('one key for another content, or at another address, is told as other content', async () => {
  const { put, post, accepted } = await aDoor();
  const key = { 'idempotency-key': 'k-1' };
  await put(aReferral(), key);
  await put({ ...aReferral(), reason: 'autre' }, key);
  await post(aReferral(), key);
  expect(new Set(accepted.map(({ idempotency }) => idempotency?.contentHash)).size).toBe(3);
});

test.each([
  ['an id that differs from the address', aReferral({ id: 'ref-2' }), {}, 422, 'id'],
  ['no version and no key', withoutVersion, {}, 422, 'version'],
  ['a recipient nobody knows', aReferral({ recipient: 'personne' }), {}, 422, 'recipient'],
  ['a field nobody knows', { ...aReferral(), colour: 'bleu' }, {}, 422, 'ServiceReferral.colour'],
  ['another centre', aReferral({ centre: 'vanier' }), {}, 403, 'centre'],
  ['a list', [aReferral()], {}, 422, undefined],
  ['a bad If-Match', aReferral(), { 'if-match': '3' }, 400, 'http.If-Match'],
  ['a bad key', aReferral(), { 'idempotency-key': 'deux mots' }, 400, 'http.Idempotency-Key'],
] as const)('%s is refused before anything is kept', async (_what, body, headers, status, expression) => {
  const { put, accepted } = await aDoor();
  const answer = await put(body, headers);
  expect([answer.status, answer.body.resourceType]).toEqual([status, 'OperationOutcome']);
  if (expression !== undefined) expect(answer.body.issue[0].expression).toEqual([expression]);
  expect(accepted).toEqual([]);
});

test('creating without an id and without a key is refused', async () => {
  const { post, accepted } = await aDoor();
  const { status, body } = await post(withoutId);
  expect([status, body.issue[0].expression, accepted]).toEqual([422, ['id'], []]);
});

test.each(['ABCD12345678', '1234567890', 'a,b', '%20', '..%2F..', 'a'.repeat(65), 'urn|x'])(
  'an address that is no identifier is refused: %s',
  async (id) => {
    const { put, accepted } = await aDoor();
    expect((await put(withoutId, {}, id)).status).toBe(422);
    expect(accepted).toEqual([]);
  },
);

test('a partner may neither write nor read a concept', async () => {
  const { put, call, accepted } = await aDoor({ caller: { kind: 'partner', id: 'clsc-verdun' } });
  expect((await put(aReferral())).status).toBe(403);
  expect((await call('GET', '/v1/service-referrals/ref-1')).status).toBe(403);
  expect(accepted).toEqual([]);
});

test('what is doubtful is told and goes on', async () => {
  const { agreements: _agreements, ...unagreed } = aReferral();
  const { put, accepted } = await aDoor();
  expect((await put(unagreed)).status).toBe(202);
  expect(accepted[0]?.issues).toMatchObject([{ severity: 'warning' }]);
});

test('what the intake refuses is told as it is', async () => {
  const { put } = await aDoor({ outcome: new GatewayError('unavailable', 'lane 2 is full') });
  const { status, headers, text } = await put(aReferral());
  expect([status, headers.get('retry-after')]).toEqual([503, '5']);
  expect(text).not.toContain('lane');
});

test('the caller says how long to wait', async () => {
  const { put, accepted } = await aDoor();
  await put(aReferral(), { prefer: 'respond-async' });
  expect(accepted[0]?.waitMs).toBe(0);
});

test('a concept is read with its version as ETag, and with where to ask about what is on its way', async () => {
  const { call } = await aDoor({
    reader: {
      concept: async () => ({ concept: aReferral() as never, version: 3, record: { fhir: [] } }),
      pendingExchange: async () => 'x-1',
    },
  });
  const { status, headers, body } = await call('GET', '/v1/service-referrals/ref-1');
  expect([status, headers.get('etag'), headers.get('link')]).toEqual([
    200,
    'W/"3"',
    '</v1/exchanges/x-1>; rel="status"',
  ]);
  expect(body).toEqual({ ...aReferral(), record: { fhir: [] } });
});

test('a concept of another centre is asked for in this centre’s numbers only', async () => {
  const asked: unknown[] = [];
  const { call } = await aDoor({
    reader: {
      concept: async (_mapping, _type, identifier) => {
        asked.push(identifier);
        return undefined;
      },
    },
  });
  expect((await call('GET', '/v1/service-referrals/ref-9')).status).toBe(404);
  expect(asked).toEqual([{ system: serviceReferralMapping.root('verdun').system, value: 'ref-9' }]);
});

describe('a mapping that would write what is not valid FHIR', () => {
  /** The resource of one type in what the mapping writes, changed. */
  const broken =
    (type: string, change: (resource: object) => object): typeof serviceReferralMapping.toBundle =>
    (concept, context) =>
      JSON.parse(JSON.stringify(serviceReferralMapping.toBundle(concept, context)), (_key, node) =>
        node?.resourceType === type ? change(node) : node,
      );

  test('is stopped at the door, in words and at the element, and nothing is queued', async () => {
    const toBundle = broken('ServiceRequest', (request) => ({ ...request, authoredOn: 'PSEUDO-DATE' }));
    const { put, accepted } = await aDoor({ toBundle });
    const { status, text, body } = await put(aReferral());
    expect([status, accepted]).toEqual([422, []]);
    expect(body.issue).toHaveLength(1);
    expect(body.issue[0]).toMatchObject({ severity: 'error', expression: ['ServiceRequest.authoredOn'] });
    expect(body.issue[0].details.text).toMatch(
      /^Ce concept donne une ressource \(ServiceRequest\) qui n’est pas valide : authoredOn/,
    );
    expect(text).not.toContain('PSEUDO');
  });

  test('is stopped where it is our own profile that it breaks', async () => {
    const nameless = (all: object) => ({ ...all, identifier: undefined });
    const { put, accepted } = await aDoor({ toBundle: broken('Organization', nameless) });
    const { status, body } = await put(aReferral(), { 'accept-language': 'en' });
    expect([status, accepted, body.issue[0].expression]).toEqual([422, [], ['Organization.identifier']]);
    expect(body.issue[0].details.text).toMatch(
      /^This concept gives a resource \(Organization\) that is not valid: identifier/,
    );
  });

  test('in the Bundle itself is told of the Bundle', async () => {
    const { put } = await aDoor({ toBundle: broken('Bundle', (bundle) => ({ ...bundle, type: 'collection' })) });
    const { status, body } = await put(aReferral());
    expect([status, body.issue[0].expression[0].startsWith('Bundle')]).toEqual([422, true]);
  });
});
