import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, aLegalReferral, aPlan, aReferral } from './concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox();
});
afterAll(() => sandbox.stop());

const put = (path: string, body: unknown, headers = {}) => sandbox.call('PUT', path, { body, headers });

const count = async (search: string): Promise<number> => (await sandbox.hapi(`${search}&_summary=count`)).body.total;
const childSearch = (child: string) =>
  `Patient?identifier=https://fhir.passerelle.example/NamingSystem/child/hochelaga|${child}`;
const requestSearch = (request: string) =>
  `ServiceRequest?identifier=https://fhir.passerelle.example/NamingSystem/request/hochelaga|${request}`;

test('the same request sent twice gets the same answer and makes no second resource', async () => {
  const circle = aCircle(id('twice'), id('twice-child'));
  const first = await put(`/v1/care-circles/${id('twice')}`, circle);
  const second = await put(`/v1/care-circles/${id('twice')}`, circle);
  expect(first.status).toBe(201);
  expect(second.status).toBe(201);
  expect(second.body).toEqual(first.body);
  expect(await count(childSearch(id('twice-child')))).toBe(1);
});

test('the same content under two keys changes nothing: the version that stands is told', async () => {
  const circle = aCircle(id('keys'), id('keys-child'));
  await put(`/v1/care-circles/${id('keys')}`, circle, { 'idempotency-key': id('k1') });
  const again = await put(`/v1/care-circles/${id('keys')}`, circle, { 'idempotency-key': id('k2') });
  expect(again.status).toBe(200);
  expect(again.headers.get('etag')).toBe('W/"1"');
  const history = await sandbox.hapi(
    `CareTeam?identifier=https://fhir.passerelle.example/NamingSystem/care-circle/hochelaga|${id('keys')}`,
  );
  expect(history.body.entry[0].resource.meta.versionId).toBe('1');
});

test('other content under the same Idempotency-Key is 422, under the same version 409', async () => {
  const circle = aCircle(id('conflict'), id('conflict-child'));
  await put(`/v1/care-circles/${id('conflict')}`, circle, { 'idempotency-key': id('ck') });
  const otherContent = { ...circle, status: 'suspended' };
  const underKey = await put(`/v1/care-circles/${id('conflict')}`, otherContent, { 'idempotency-key': id('ck') });
  expect(underKey.status).toBe(422);
  expect(underKey.body.issue[0].expression).toEqual(['http.Idempotency-Key']);
  const underVersion = await put(`/v1/care-circles/${id('conflict')}`, otherContent);
  expect(underVersion.status).toBe(409);
  expect(underVersion.body.issue[0].expression).toEqual(['version']);
});

test('without id and version, the key gives both: POST twice makes one, a revision gets the next version', async () => {
  const { id: _id, version: _version, ...circle } = aCircle('', id('post-child')) as { id: string; version: number };
  const headers = { 'idempotency-key': id('post') };
  const first = await sandbox.call('POST', '/v1/care-circles', { body: circle, headers });
  const second = await sandbox.call('POST', '/v1/care-circles', { body: circle, headers });
  expect(first.status).toBe(201);
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  const location = first.headers.get('location') ?? '';
  const revised = await put(location, { ...circle, status: 'suspended' }, { 'idempotency-key': id('post-2') });
  expect(revised.status).toBe(200);
  expect(revised.headers.get('etag')).toBe('W/"2"');
  expect((await put(location, { ...circle, status: 'active' })).status).toBe(422);
});

test('two revisions sent at once end with the newer one', async () => {
  const name = id('race');
  await put(`/v1/care-circles/${name}`, aCircle(name, id('race-child')));
  const answers = await Promise.all([
    put(`/v1/care-circles/${name}`, aCircle(name, id('race-child'), { version: 3, status: 'suspended' })),
    put(`/v1/care-circles/${name}`, aCircle(name, id('race-child'), { version: 2, status: 'proposed' })),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const { body } = await sandbox.call('GET', `/v1/care-circles/${name}`);
  expect([body.version, body.status]).toEqual([3, 'suspended']);
});

test('an older version that comes late changes nothing and its exchange says superseded', async () => {
  const name = id('late');
  await put(`/v1/care-circles/${name}`, aCircle(name, id('late-child'), { version: 5 }));
  const late = await put(
    `/v1/care-circles/${name}`,
    aCircle(name, id('late-child'), { version: 4, status: 'inactive' }),
  );
  expect(late.status).toBe(200);
  expect(late.headers.get('etag')).toBe('W/"5"');
  expect(late.body.state).toBe('superseded');
});

test('If-Match on a version that no longer stands is 412 and changes nothing', async () => {
  const name = id('match');
  await put(`/v1/care-circles/${name}`, aCircle(name, id('match-child')));
  const stale = await put(
    `/v1/care-circles/${name}`,
    aCircle(name, id('match-child'), { version: 3, status: 'inactive' }),
    { 'if-match': 'W/"2"' },
  );
  expect(stale.status).toBe(412);
  expect(stale.body.issue[0].expression).toEqual(['http.If-Match']);
  expect((await sandbox.call('GET', `/v1/care-circles/${name}`)).body.version).toBe(1);
});

test('a plan sent before its circle waits, and both arrive', async () => {
  const plan = await put(`/v1/action-plans/${id('early')}`, aPlan(id('early'), id('early-child')));
  expect(plan.status).toBe(202);
  expect(plan.body.state).toBe('waiting');
  const pending = await sandbox.call('GET', `/v1/action-plans/${id('early')}`);
  expect(pending.status).toBe(404);
  expect(pending.headers.get('link')).toContain(plan.body.id);
  await put(`/v1/care-circles/${id('early-circle')}`, aCircle(id('early-circle'), id('early-child')));
  const arrived = await eventually(
    () => sandbox.call('GET', `/v1/action-plans/${id('early')}`),
    ({ status }) => status === 200,
  );
  expect(arrived.body.goals[0].expressedBy).toEqual({ kind: 'member', id: 'maman' });
});

test('sixteen clients creating the same child and the same referral at once leave one of each', async () => {
  const [circle, child, referral] = [id('crowd-circle'), id('crowd-child'), id('crowd-ref')];
  // Longer than a busy machine takes: what is not yet in the record within the wait is a 202.
  const prefer = 'wait=30';
  const circles = await Promise.all(
    Array.from({ length: 16 }, () => put(`/v1/care-circles/${circle}`, aCircle(circle, child), { prefer })),
  );
  const referrals = await Promise.all(
    Array.from({ length: 16 }, (_, n) =>
      put(`/v1/service-referrals/${referral}`, aReferral(referral, child), {
        prefer,
        'idempotency-key': id(`crowd-${n}`),
      }),
    ),
  );
  expect(new Set(circles.map(({ status }) => status))).toEqual(new Set([201]));
  expect(referrals.map(({ status }) => status).filter((status) => status !== 200 && status !== 201)).toEqual([]);
  expect(await count(childSearch(child))).toBe(1);
  expect(await count(requestSearch(referral))).toBe(1);
});

test('an identifier of one child is refused for another', async () => {
  await put(`/v1/care-circles/${id('mine')}`, aCircle(id('mine'), id('child-a')));
  const other = await put(`/v1/care-circles/${id('mine')}`, aCircle(id('mine'), id('child-b'), { version: 2 }));
  expect(other.status).toBe(409);
  expect(await count(childSearch(id('child-b')))).toBe(0);
});

test('an identifier of one kind of request is refused for another kind, and unknown under its address', async () => {
  await put(`/v1/care-circles/${id('kinds-circle')}`, aCircle(id('kinds-circle'), id('kinds-child')));
  await put(`/v1/service-referrals/${id('kinds')}`, aReferral(id('kinds'), id('kinds-child')));
  const legal = await put(
    `/v1/legal-referrals/${id('kinds')}`,
    aLegalReferral(id('kinds'), id('kinds-child'), { version: 2 }),
  );
  expect(legal.status).toBe(409);
  expect((await sandbox.call('GET', `/v1/legal-referrals/${id('kinds')}`)).status).toBe(404);
  expect((await sandbox.call('GET', `/v1/service-referrals/${id('kinds')}`)).body.version).toBe(1);
});

test('an exchange is told from HAPI alone after Redis was lost', async () => {
  const name = id('lost');
  const { body } = await put(`/v1/care-circles/${name}`, aCircle(name, id('lost-child')));
  const { Redis } = await import('ioredis');
  const redis = new Redis(sandbox.stack.redis.url);
  await redis.del(`passerelle:exchange:${body.id}`);
  redis.disconnect();
  const told = await sandbox.call('GET', `/v1/exchanges/${body.id}`);
  expect(told.status).toBe(200);
  expect([told.body.state, told.body.identifier]).toEqual(['synced', name]);
  expect((await sandbox.call('GET', `/v1/exchanges/${body.id}`, { centre: 'carrefour-vanier' })).status).toBe(404);
});
