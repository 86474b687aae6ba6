import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, aLegalReferral, anAgreement } from './concept-examples.ts';
import { NO_TOKEN, type PageBench, pageBench, SECRETS, tokenOf } from './page-bench.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
let bench: PageBench;
beforeAll(async () => {
  sandbox = await stackSandbox({ PAGE_CORRECTABLE_MS: '3000', DELIVERY_FIRST_RETRY_MS: '100' });
  bench = pageBench(sandbox, id);
});
afterAll(() => sandbox.stop());

const NUMBERS = 'https://fhir.passerelle.example/NamingSystem/task';

test('a request is announced without a word about whom or what, and its token enters no log', async () => {
  const { number, link } = await bench.announced('told');
  const mail = bench.maison.mails().at(-1);
  for (const secret of [...SECRETS, id('told'), number]) expect(`${mail?.subject}${mail?.text}`).not.toContain(secret);
  expect(mail?.text).toContain('514 555-0130');
  await bench.opened(link);
  expect(sandbox.logged()).not.toContain(tokenOf(link));
});

test('before acceptance: given name, age, language, safe contact and request; after it, what the partner’s own lens shows', async () => {
  const { number, link, deliveryWhen } = await bench.announced('seen');
  const { session } = await bench.opened(link);
  const before = await bench.post('request', undefined, session);
  expect(before.headers.get('cache-control')).toBe('no-store');
  const rows = (body: { request: { fr: { sections: { rows: { label: string }[] }[] } } }) =>
    body.request.fr.sections.flatMap(({ rows: own }) => own.map(({ label }) => label));
  expect(before.body.number).toBe(number);
  expect(rows(before.body)).toEqual([
    'Nature',
    'Quoi',
    'Demandé le',
    'Nom',
    'Âge',
    'Langues',
    'Inscription et facturation',
  ]);
  expect(before.body.request.en.safeContact.lines[0]).toContain('514 555-0199');
  expect(JSON.stringify(before.body)).not.toMatch(/Nguyễn|2019|d'Arcy/);

  await bench.post('answers', { what: 'accepted', saidBy: 'Rosalie' }, session);
  await deliveryWhen(({ status }) => status === 'accepted');
  const after = await bench.post('request', undefined, session);
  expect(rows(after.body)).toContain('Année de naissance');
  expect(JSON.stringify(after.body)).not.toMatch(/Nguyễn|2019-05/);
  const [task] = (await sandbox.hapi(`Task?identifier=${NUMBERS}|${number}`)).body.entry;
  await eventually(
    async () => {
      const { body } = await sandbox.hapi(`AuditEvent?entity=Task/${task.resource.id}`);
      return (body.entry ?? []).map(
        ({ resource }: { resource: fhir4.AuditEvent }) => resource.entity?.[0]?.detail?.[0]?.valueString,
      );
    },
    (lenses: readonly string[]) => ['page-before-acceptance', 'community'].every((it) => lenses.includes(it)),
  );
});

test('a code serves once, and five wrong ones end it', async () => {
  const { link } = await bench.announced('codes');
  const token = tokenOf(link);
  const { code: used } = await bench.opened(link);
  expect((await bench.post('sessions', { token, code: used })).status).toBe(403);

  const right = await bench.codeAfter(() => bench.post('codes', { token }));
  const wrong = right === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 5; tries += 1)
    expect((await bench.post('sessions', { token, code: wrong })).status).toBe(403);
  expect((await bench.post('sessions', { token, code: right })).status).toBe(403);
});

test('codes for one link are limited, known or not', async () => {
  const token = 'B'.repeat(43);
  const statuses = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await bench.post('codes', { token })).status);
  expect(statuses).toEqual([202, 202, 202, 202, 429]);
});

test('a new link takes the place of the one before', async () => {
  const { link } = await bench.announced('replaced');
  const [newest = ''] = await bench.linksAfter(async () =>
    expect((await sandbox.call('POST', `/v1/referrals/${id('replaced')}/links`)).status).toBe(202),
  );
  expect(newest).not.toBe(link);
  await bench.expectNothing(link);
  await bench.opened(newest);
});

test('a revoked link opens nothing, its session closes, and its pending answer is not applied', async () => {
  const { link, deliveryWhen } = await bench.announced('revoked');
  const { session } = await bench.opened(link);
  expect((await bench.post('answers', { what: 'accepted', saidBy: 'Rosalie' }, session)).status).toBe(200);
  const revoke = () => sandbox.call('DELETE', `/v1/referrals/${id('revoked')}/links`);
  expect((await revoke()).body).toEqual({ links: 1, answers: 1 });
  expect((await revoke()).body).toEqual({ links: 0, answers: 0 });
  expect((await bench.post('request', undefined, session)).status).toBe(403);
  await bench.expectNothing(link);

  // An answer that was given later is applied: had the earlier one still stood, it would be too.
  const other = await bench.announced('revoked-other');
  await bench.maison.answer(other.number, { act: 'accept' });
  await other.deliveryWhen(({ status }) => status === 'accepted');
  expect((await deliveryWhen(() => true)).status).toBe('requested');
});

test('a legal request, of which this partner’s lens shows nothing, has no basis; one of a centre that has not turned the page on is printed instead', async () => {
  const mails = bench.maison.mails().length;
  const agreements = [anAgreement('maison-des-familles')];
  const child = id('legal-child');
  await sandbox.call('PUT', `/v1/care-circles/${id('legal-circle')}`, { body: aCircle(id('legal-circle'), child) });
  await sandbox.call('PUT', `/v1/legal-referrals/${id('legal')}`, {
    body: aLegalReferral(id('legal'), child, { recipient: 'maison-des-familles', agreements }),
  });
  const told = await eventually(
    () => sandbox.call('GET', `/v1/legal-referrals/${id('legal')}`),
    ({ body }) => body.record?.deliveries[0]?.state === 'no-basis',
  );
  expect(told.body.record.deliveries[0].status).toBe('requested');

  const centre = 'petits-renards';
  const body = aCircle(id('off-circle'), id('off-child'), { centre });
  await sandbox.call('PUT', `/v1/care-circles/${id('off-circle')}`, { body, centre });
  await sandbox.call('PUT', `/v1/social-prescriptions/${id('off')}`, {
    body: {
      id: id('off'),
      version: 1,
      centre,
      child: { id: id('off-child') },
      happenedAt: '2026-11-21',
      kind: 'mentoring',
      what: 'Une place',
      recipient: 'maison-des-familles',
      agreements,
      safeContact: { through: 'centre' },
    },
    centre,
  });
  await eventually(
    () => sandbox.call('GET', `/v1/social-prescriptions/${id('off')}`, { centre }),
    ({ body: read }) => read.record?.deliveries[0]?.state === 'to-print',
  );
  expect((await sandbox.call('POST', `/v1/referrals/${id('off')}/links`, { centre })).status).toBe(409);
  expect(bench.maison.mails()).toHaveLength(mails);
});

test('opening a link, as mail scanners do, gives everybody the same page and changes nothing', async () => {
  const { link } = await bench.announced('scanned');
  const texts = bench.maison.texts().length;
  const [known, none] = [await fetch(link), await fetch(`${sandbox.gatewayUrl}/p?lang=fr#${NO_TOKEN}`)];
  expect(await known.text()).toBe(await none.text());
  const headers = Object.fromEntries(known.headers);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow, noarchive',
  });
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(headers['content-security-policy']).not.toContain('unsafe');
  for (const path of ['codes', 'sessions', 'request', 'answers'])
    expect((await fetch(`${sandbox.gatewayUrl}/p/${path}`)).status).toBe(401);
  expect(bench.maison.texts()).toHaveLength(texts);
});
