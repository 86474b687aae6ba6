import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PartnerSandbox } from '../../../sandbox/partners/partner-sandbox.ts';
import { aCircle, anAgreement, aReferral } from '../concept-examples.ts';
import { request as call, eventually, ownIds, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';
import { inboundFrom } from './inbound-steps.ts';

/** What is particular to a partner without a server, who reads here; the common life of a request is in scenarios.test.ts. */
const POLLER = 'clsc-releve';
const TASKS = 'https://fhir.passerelle.example/NamingSystem/task';
const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox();
});
afterAll(() => sandbox?.stop());

const poller = (): PartnerSandbox => {
  const found = sandbox.partners.get(POLLER);
  if (found === undefined) throw new Error(`nobody stands in for ${POLLER}`);
  return found;
};
const as = async (partner: string, method: string, path: string, body?: unknown, headers = {}) =>
  call(method, `${sandbox.gatewayUrl}${path}`, body, {
    authorization: `Bearer ${await sandbox.partnerToken(partner)}`,
    'content-type': 'application/fhir+json',
    ...headers,
  });

async function asked(name: string, changes: Readonly<Record<string, unknown>> = {}) {
  const [request, child] = [id(name), id(`${name}-child`)];
  await sandbox.call('PUT', `/v1/care-circles/${request}-c`, { body: aCircle(`${request}-c`, child) });
  const body = (more: Readonly<Record<string, unknown>> = {}) =>
    aReferral(request, child, { recipient: POLLER, agreements: [anAgreement(POLLER)], ...changes, ...more });
  await sandbox.call('PUT', `/v1/service-referrals/${request}`, { body: body() });
  const { body: told } = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${request}`),
    (answer) => answer.body.record?.deliveries[0]?.task !== undefined,
  );
  return { request, child, body, number: told.record.deliveries[0].task as string };
}

test('what it reads has left, under numbers of its own, audited, and nothing beyond its lens', async () => {
  const { request, child, number } = await asked('reads', { note: 'note interne' });
  await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${request}`),
    ({ body }) => body.record.deliveries[0].state === 'sent',
  );
  const held = await eventually(
    async () =>
      poller()
        .log()
        .received.filter(({ bundle }) => JSON.stringify(bundle).includes(number)),
    (all) => all.length > 0,
  );
  const bytes = JSON.stringify(held);
  expect(bytes).toContain('Nguyễn');
  for (const hidden of ['note interne', child, request, 'psc-agreement', 'psc-revision'])
    expect(bytes).not.toContain(hidden);
  const task = (await sandbox.hapi(`Task?identifier=${TASKS}|${number}`)).body.entry[0].resource;
  expect(bytes).not.toContain(`"${task.id}"`);
  await eventually(
    () => sandbox.hapi(`AuditEvent?entity=Task/${task.id}&_count=50`),
    ({ body }) => (body.entry ?? []).length >= 2,
  );
});

test('another partner, and one to whom requests are sent, find nothing of it', async () => {
  const { number } = await asked('others');
  for (const path of [`Task/${number}`, `ServiceRequest/${number}`, `Patient/${number}`])
    expect((await as('clsc-verdun', 'GET', `/fhir/${path}`)).status).toBe(403);
  expect((await as(POLLER, 'GET', '/fhir/Task/00000000-0000-5000-8000-000000000009')).status).toBe(404);
  const found = await as(POLLER, 'GET', `/fhir/Task?owner=clsc-verdun`);
  expect([found.status, found.body.entry]).toEqual([200, []]);
});

test('pages lead to every Task once', async () => {
  // Once each is with the partner, nothing moves any more.
  for (const nth of [1, 2, 3]) {
    const { request } = await asked(`page-${nth}`);
    await eventually(
      () => sandbox.call('GET', `/v1/service-referrals/${request}`),
      ({ body }) => body.record.deliveries[0].state === 'sent',
    );
  }
  const seen: string[] = [];
  let path: string | undefined = '/fhir/Task?_count=2';
  while (path !== undefined) {
    const { body } = await as(POLLER, 'GET', path);
    seen.push(...body.entry.map(({ resource }: fhir4.BundleEntry) => resource?.id));
    const next = body.link.find(({ relation }: fhir4.BundleLink) => relation === 'next')?.url;
    path = next === undefined ? undefined : `/fhir/Task${new URL(next).search}`;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(3);
});

test('an answer on an old version is refused and changes nothing; on the one that was read, it is taken', async () => {
  const { request, number } = await asked('stale');
  const read = await as(POLLER, 'GET', `/fhir/Task/${number}`);
  const answer = { ...read.body, status: 'accepted', lastModified: '2026-11-25T10:00:00-05:00' };
  const stale = await as(POLLER, 'PUT', `/fhir/Task/${number}`, answer, { 'if-match': 'W/"0000000000000000"' });
  expect(stale.status).toBe(412);
  const taken = await as(POLLER, 'PUT', `/fhir/Task/${number}`, answer, { 'if-match': read.headers.get('etag') ?? '' });
  expect(taken.status).toBe(200);
  const { body } = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${request}`),
    (it) => it.body.record.loop.state === 'accepted',
  );
  expect(body.record.deliveries[0].status).toBe('accepted');
});

test('a child whom it refers comes in by a transaction', async () => {
  const what = id('Orthophonie');
  await poller().refer({
    child: { given: 'Alia', family: 'Benhaddou', birthDate: '2019-04-02' },
    what,
    centre: 'hochelaga',
  });
  expect((await inboundFrom(sandbox, POLLER, what)).what).toBe(what);
});
