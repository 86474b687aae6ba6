import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import { openingsIn } from '../../gateway/break-glass/openings.ts';
import { fhirStore } from '../../gateway/record/fhir-store.ts';
import { redisKeys } from '../../gateway/redis/redis-keys.ts';
import { NO_REPLICAS } from '../../gateway/redis/replicas.ts';
import { PROFILES } from '../../mappings/domain/systems.ts';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { openingsAgain } from '../../workers/watch/openings-again.ts';
import { quietLog } from '../builders/quiet-log.ts';
import { auditSince } from './audit-since.ts';
import { aCircle, aLegalReferral, anAgreement, aReferral } from './concept-examples.ts';
import { onRecord } from './on-record.ts';
import { type Answer, ownIds, ownMark, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** Emergency access from one end to the other, as the sandbox’s registry has it: on at one centre, for two of its people, off at the others. */
const CENTRE = 'hochelaga';
const id = ownIds();
/** Stands in what must never be seen, and nowhere else. */
const SECRET = `secret${ownMark()}`;
const HIDDEN = { through: 'person', person: SECRET, means: 'telephone', number: '514 555-0188' };
const child = id('child');
const ASKED = { child, reason: 'nobody-reachable' };
let issuer: LocalIssuer;
let sandbox: StackSandbox;
let since: string;

beforeAll(async () => {
  issuer = await localIssuer();
  sandbox = await stackSandbox({}, { tokens: async () => issuer });
  const safe = { through: 'person', person: 'Lan', means: 'telephone', number: '514 555-0177', when: 'le soir' };
  await put('care-circles', aCircle(id('circle'), child));
  await put('service-referrals', aReferral(id('asked'), child, { safeContact: safe, reason: SECRET }));
  const alone = { ...anAgreement('clsc-hochelaga'), by: { kind: 'child' } };
  await put(
    'service-referrals',
    aReferral(id('alone'), child, {
      requester: { kind: 'child' },
      agreements: [alone],
      what: SECRET,
      safeContact: HIDDEN,
    }),
  );
  const labelled = { labels: ['whereabouts'], what: SECRET, safeContact: HIDDEN };
  await put('service-referrals', aReferral(id('labelled'), child, labelled));
  await put('legal-referrals', aLegalReferral(id('legal'), child, { facts: SECRET, safeContact: HIDDEN }));
  since = new Date().toISOString();
});
afterAll(() => sandbox?.stop());

const put = (plural: string, body: Readonly<Record<string, unknown>>): Promise<void> =>
  onRecord(sandbox, `/v1/${plural}/${body.id}`, body);

/** Somebody of a centre, by the name that the sandbox gives them. */
async function as(role: string, method: string, path: string, body?: unknown, centre = CENTRE): Promise<Answer> {
  const token = await issuer.sign({
    ...issuer.claims({ centre }),
    [CLAIMS.role]: role,
    [CLAIMS.professional]: `${centre}/${role}`,
  });
  return request(method, `${sandbox.gatewayUrl}${path}?lang=en`, body, {
    authorization: `Bearer ${token}`,
    'accept-language': 'en',
  });
}
const open = async (): Promise<Answer> => as('reception', 'POST', '/v1/break-glass', ASKED);
const waiting = async (role: string, centre = CENTRE): Promise<readonly { readonly id: string }[]> =>
  (await as(role, 'GET', '/v1/break-glass', undefined, centre)).body.openings.filter(
    (it: { readonly child: string }) => it.child === child,
  );

test('where it is off, and for whoever is not named, nothing opens, and the audit says that somebody tried', async () => {
  const off = await as('reception', 'POST', '/v1/break-glass', ASKED, 'petits-renards');
  expect([off.status, off.body.issue[0].details.text]).toEqual([403, expect.stringMatching(/off at your centre/)]);
  expect((await as('pivot', 'POST', '/v1/break-glass', ASKED)).status).toBe(403);
  expect((await as('privacy', 'POST', '/v1/break-glass', ASKED)).status).toBe(403);
  expect((await sandbox.call('POST', '/v1/break-glass', { body: ASKED })).status).toBe(403);
  expect(await waiting('pivot')).toEqual([]);
  const refused = (await auditSince(sandbox, since)).filter(
    (it) =>
      it.meta?.profile?.includes(PROFILES.refusedCall) === true &&
      JSON.stringify(it).includes('POST /v1/break-glass') &&
      JSON.stringify(it).includes('petits-renards/reception'),
  );
  expect(refused.length).toBeGreaterThan(0);
});

test('a named person opens and reads it; the second person sees it at once and signs it off; every step is in the register', async () => {
  const opened = await open();
  expect([opened.status, opened.body.isOpen, opened.headers.get('location')]).toEqual([
    201,
    true,
    `/v1/break-glass/${opened.body.id}`,
  ]);
  const path = `/v1/break-glass/${opened.body.id}`;
  expect(await waiting('privacy')).toEqual([opened.body]);
  expect((await as('clinical', 'GET', '/v1/break-glass')).status).toBe(403);

  const read = await as('reception', 'GET', path);
  expect([read.status, read.body]).toEqual([
    200,
    expect.objectContaining({
      child: expect.objectContaining({ id: child, birthDate: '2023-05-04' }),
      safeContacts: [{ contact: expect.objectContaining({ number: '514 555-0177' }), saidOn: expect.any(String) }],
      allergies: [],
      care: expect.objectContaining({
        people: [expect.objectContaining({ pivot: true, pillar: 'medicine' })],
        requests: [expect.objectContaining({ programme: 'clsc', service: 'speech-therapy' })],
      }),
      mayConsent: [{ name: { text: 'Lan' }, kinship: 'MTH', legalRole: 'tap' }],
    }),
  ]);
  expect(JSON.stringify(read.body)).not.toContain(SECRET);

  expect((await as('reception', 'POST', `${path}/sign-off`, { verdict: 'justified' })).status).toBe(403);
  const signed = await as('pivot', 'POST', `${path}/sign-off`, { verdict: 'justified' });
  expect([signed.status, signed.body.signed.by]).toEqual([200, `${CENTRE}/pivot`]);
  expect(await waiting('pivot')).toEqual([]);

  const register = await as('privacy', 'POST', '/v1/register/_search', { child });
  const acts = register.body.entries.map((it: { readonly act: string }) => it.act);
  for (const act of ['glassOpened', 'glassSigned']) expect([act, acts.includes(act)]).toEqual([act, true]);
  const entries = await auditSince(sandbox, since);
  const reading = entries.filter(
    (it) => it.meta?.profile?.includes(PROFILES.access) === true && JSON.stringify(it).includes('"BTG"'),
  );
  expect(reading.some((it) => JSON.stringify(it).includes(child))).toBe(true);
});

test('of a child whose whole file bears a label it opens the number alone, and again all that is open once the label is off', async () => {
  const other = id('other');
  const circle = (version: number, labels?: readonly string[]) => {
    const own = aCircle(id('other-circle'), other) as { readonly child: object };
    return { ...own, version, child: { ...own.child, ...(labels !== undefined && { labels }) } };
  };
  await onRecord(sandbox, `/v1/care-circles/${id('other-circle')}`, circle(1, ['violence']));
  await put('service-referrals', aReferral(id('other-asked'), other, { safeContact: HIDDEN }));
  const opened = await as('reception', 'POST', '/v1/break-glass', { ...ASKED, child: other });
  const path = `/v1/break-glass/${opened.body.id}`;
  const { status, body } = await as('reception', 'GET', path);
  const { child: told, safeContacts, care, mayConsent } = body;
  const nothing = { people: [], enrolments: [], requests: [] };
  expect([status, told, safeContacts, care, mayConsent]).toEqual([200, { id: other }, [], nothing, []]);
  expect(JSON.stringify(body)).not.toContain(SECRET);

  await onRecord(sandbox, `/v1/care-circles/${id('other-circle')}`, circle(2));
  expect((await as('reception', 'GET', path)).body.safeContacts).toEqual([
    { contact: HIDDEN, saidOn: expect.any(String) },
  ]);
  expect((await as('pivot', 'POST', `${path}/sign-off`, { verdict: 'justified' })).status).toBe(200);
});

test('by nobody else: another named person, another centre and an opening that is not there sound the same; so does another centre’s child', async () => {
  const { body } = await open();
  const heard = async (role: string, opening: string, centre = CENTRE) => {
    const { status, body: said } = await as(role, 'GET', `/v1/break-glass/${opening}`, undefined, centre);
    return { status, said: JSON.stringify(said).replaceAll(opening, 'ID') };
  };
  const nobodys = await heard('reception', body.id.replace(/^[0-9a-f]{8}/, '00000000'));
  expect(nobodys.status).toBe(404);
  expect(await heard('clinical', body.id)).toEqual(nobodys);
  expect(await heard('reception', body.id, 'petits-renards')).toEqual(nobodys);
  const sign = (centre: string) =>
    as('pivot', 'POST', `/v1/break-glass/${body.id}/sign-off`, { verdict: 'unjustified' }, centre);
  expect((await sign('petits-renards')).status).toBe(404);
  expect(await waiting('pivot', 'petits-renards')).toEqual([]);
  const unknown = await as('reception', 'POST', '/v1/break-glass', { ...ASKED, child: id('nobody') });
  expect(unknown.status).toBe(404);

  expect((await sign(CENTRE)).body.isOpen).toBe(false);
  expect((await as('reception', 'GET', `/v1/break-glass/${body.id}`)).status).toBe(403);
});

test('once its hour is over it is refused, and still waits for its second person, also once Redis was lost', async () => {
  const { body } = await open();
  const path = `/v1/break-glass/${body.id}`;
  expect((await as('reception', 'GET', path)).status).toBe(200);
  const redis = new Redis(sandbox.stack.redis.url);
  // An hour ago: what counts is when it was opened, by the gateway’s own clock.
  const key = redisKeys.glass(CENTRE, body.id);
  const kept = JSON.parse((await redis.hget(key, 'opening')) ?? '');
  await redis.hset(key, 'opening', JSON.stringify({ ...kept, until: new Date(Date.now() - 1).toISOString() }));

  const late = await as('reception', 'GET', path);
  expect([late.status, late.body.issue[0].details.text]).toEqual([403, expect.stringMatching(/had its hour/)]);
  const unsigned = await waiting('pivot');
  expect(unsigned).toEqual([{ ...body, until: expect.any(String), isOpen: false }]);

  // As if Redis had been lost with its disk: the list is made again of what the audit in the record says.
  await auditSince(sandbox, since);
  await redis.del(key);
  await redis.srem(redisKeys.glassUnsigned(CENTRE), body.id);
  const openings = openingsIn({ redis, replicas: NO_REPLICAS, keptForSeconds: 3_600 });
  const store = fhirStore({ baseUrl: sandbox.stack.hapi.url, timeoutMs: 30_000 });
  const forgotten = { exists: async () => 0, set: async () => 'OK' as const };
  await openingsAgain({ store, redis: forgotten, openings, lastsMs: 3_600_000, everyMs: 1_000, log: quietLog() })();
  redis.disconnect();
  expect(await waiting('pivot')).toEqual([body]);
});
