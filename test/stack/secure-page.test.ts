import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WebPagePartner } from '../../sandbox/partners/web-page/web-page-partner.ts';
import { aCircle, aLegalReferral, anAgreement } from './concept-examples.ts';
import { eventually, ownIds, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
let maison: WebPagePartner;
beforeAll(async () => {
  sandbox = await stackSandbox({ PAGE_CORRECTABLE_MS: '1500', DELIVERY_FIRST_RETRY_MS: '100' });
  maison = sandbox.partners.get('maison-des-familles') as WebPagePartner;
});
afterAll(() => sandbox.stop());

const NUMBERS = 'https://fhir.passerelle.example/NamingSystem/task';
const RANDOM = 'A'.repeat(43);
const SECRETS = [
  'Mai',
  'Nguyễn',
  'Hochelaga',
  'pédiatrie',
  'Maison',
  'mentorat',
  'Mentorat',
  'groupe du samedi',
  'Lan',
];

const put = (path: string, body: unknown) => sandbox.call('PUT', path, { body });
const page = (path: string, body?: unknown, session?: string) =>
  request('POST', `${sandbox.gatewayUrl}/p/${path}`, body, {
    ...(session !== undefined && { authorization: `Bearer ${session}` }),
  });
const tokenOf = (link: string): string => new URL(link).hash.slice(1);

const aPrescription = (name: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  id: id(name),
  version: 1,
  centre: 'hochelaga',
  child: { id: id(`${name}-child`) },
  happenedAt: '2026-11-21T09:00:00-05:00',
  kind: 'mentoring',
  what: 'Une place au groupe du samedi',
  recipient: 'maison-des-familles',
  agreements: [anAgreement('maison-des-familles')],
  safeContact: { through: 'person', person: 'Lan', means: 'telephone', number: '514 555-0199', when: 'le matin' },
  ...changes,
});

const delivery = async (name: string, wanted: (it: Record<string, string>) => boolean) =>
  (
    await eventually(
      () => sandbox.call('GET', `/v1/social-prescriptions/${id(name)}`),
      ({ status, body }) => status === 200 && body.record.deliveries.some(wanted),
    )
  ).body.record.deliveries[0];

/** A request that was announced: its number and its link. */
async function announced(name: string, changes: Readonly<Record<string, unknown>> = {}) {
  const before = maison.links().length;
  const circle = aCircle(id(`${name}-circle`), id(`${name}-child`));
  await put(`/v1/care-circles/${id(`${name}-circle`)}`, {
    ...circle,
    child: { ...(circle.child as object), languages: ['vi'] },
  });
  await put(`/v1/social-prescriptions/${id(name)}`, aPrescription(name, changes));
  const { task: number } = await delivery(name, ({ state }) => state === 'sent');
  const link =
    (
      await eventually(
        async () => maison.links(),
        (links) => links.length > before,
      )
    ).at(-1) ?? '';
  return { number, link };
}

/** The code that came after `act`, and what was given for it. */
async function opened(link: string): Promise<{ session: string; code: string }> {
  const before = maison.texts().length;
  await page('codes', { token: tokenOf(link) });
  const texts = await eventually(
    async () => maison.texts().slice(before),
    ({ length }) => length > 0,
  );
  const code = /\d{6}/.exec(texts.at(-1)?.text ?? '')?.[0] ?? '';
  const { status, body } = await page('sessions', { token: tokenOf(link), code });
  expect(status).toBe(200);
  return { session: body.session, code };
}

/** An answer that was given later is applied: had an earlier one still stood, it would be too. */
async function anotherIsApplied(name: string): Promise<void> {
  const { session } = await opened((await announced(name)).link);
  await page('answers', { what: 'accepted', saidBy: 'Rosalie' }, session);
  await delivery(name, ({ status }) => status === 'accepted');
}

/** What a link that opens nothing answers: no text message, and the same as one that never was. */
async function expectNothing(link: string, code = '000000'): Promise<void> {
  const before = maison.texts().length;
  const [asked, askedOfNone] = [await page('codes', { token: tokenOf(link) }), await page('codes', { token: RANDOM })];
  expect([asked.status, asked.body]).toEqual([askedOfNone.status, askedOfNone.body]);
  const given = await page('sessions', { token: tokenOf(link), code });
  const givenNone = await page('sessions', { token: RANDOM, code });
  expect([given.status, given.body]).toEqual([403, givenNone.body]);
  // The queue of codes is worked off in order: one that is sent for another link shows that none is coming for this one.
  const other = await announced(
    `after-${before}-${Math.abs(tokenOf(link).charCodeAt(0))}${tokenOf(link).charCodeAt(1)}`,
  );
  await opened(other.link);
  expect(maison.texts().slice(before)).toHaveLength(1);
}

test('a request is announced without a word about whom or what, and its answer goes the way of every other', async () => {
  const { number, link } = await announced('whole');
  const mail = maison.mails().at(-1);
  for (const secret of [...SECRETS, id('whole'), number]) expect(`${mail?.subject}${mail?.text}`).not.toContain(secret);
  expect(mail?.text).toContain('514 555-0130');
  expect(sandbox.logged()).not.toContain(tokenOf(link));

  const logged = await maison.answer(number, { act: 'accept', by: 'Rosalie' });
  expect([logged.result, (await delivery('whole', () => true)).status]).toEqual(['taken', 'requested']);
  expect((await delivery('whole', ({ status }) => status === 'accepted')).state).toBe('sent');
  const { acts } = (await sandbox.call('GET', `/v1/exchanges/${await exchangeOf('whole')}`)).body;
  expect(acts.map(({ what, channel, saidBy }: Record<string, string>) => [what, channel, saidBy])).toEqual([
    ['dispatched', 'web-page', expect.anything()],
    ['accepted', 'web-page', 'Rosalie'],
  ]);
});

const exchangeOf = async (name: string): Promise<string> =>
  (await put(`/v1/social-prescriptions/${id(name)}`, aPrescription(name))).body.id;

test('before acceptance: given name, age, language, safe contact and request; after it, what the partner’s own lens shows', async () => {
  const { number, link } = await announced('seen');
  const { session } = await opened(link);
  const before = await page('request', undefined, session);
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
  expect(JSON.stringify(before.body)).not.toMatch(/Nguyễn|2023|d'Arcy/);

  await page('answers', { what: 'accepted', saidBy: 'Rosalie' }, session);
  await delivery('seen', ({ status }) => status === 'accepted');
  const after = await page('request', undefined, session);
  expect(rows(after.body)).toContain('Année de naissance');
  expect(JSON.stringify(after.body)).not.toMatch(/Nguyễn|2023-05/);
  const [task] = (await sandbox.hapi(`Task?identifier=${NUMBERS}|${number}`)).body.entry;
  const disclosed = await sandbox.hapi(`AuditEvent?entity=Task/${task.resource.id}`);
  const lenses = (disclosed.body.entry ?? []).map(
    ({ resource }: { resource: fhir4.AuditEvent }) => resource.entity?.[0]?.detail?.[0]?.valueString,
  );
  expect(lenses).toEqual(expect.arrayContaining(['page-before-acceptance', 'community']));
});

test('an answer can be corrected until its time: only the last one is applied; one taken back is not', async () => {
  const { link } = await announced('corrected');
  const { session } = await opened(link);
  await page('answers', { what: 'accepted', saidBy: 'Rosalie' }, session);
  const corrected = await page(
    'answers',
    { what: 'declined', reason: 'full', words: 'Pas avant mars', saidBy: 'Rosalie' },
    session,
  );
  expect(corrected.body.pending).toMatchObject({ what: 'declined', reason: 'full', words: 'Pas avant mars' });
  await delivery('corrected', ({ status }) => status === 'rejected');
  const { acts } = (await sandbox.call('GET', `/v1/exchanges/${await exchangeOf('corrected')}`)).body;
  expect(acts.map(({ what }: { what: string }) => what)).toEqual(['dispatched', 'declined']);

  const second = await announced('taken-back');
  const again = (await opened(second.link)).session;
  await page('answers', { what: 'accepted', saidBy: 'Rosalie' }, again);
  expect((await page('answers/withdrawal', undefined, again)).status).toBe(200);
  await anotherIsApplied('after-taken-back');
  expect((await delivery('taken-back', () => true)).status).toBe('requested');
});

test('a code serves once, five wrong ones end it, and a session opens its own request only', async () => {
  const { link } = await announced('codes');
  const { code } = await opened(link);
  expect((await page('sessions', { token: tokenOf(link), code })).status).toBe(403);

  const before = maison.texts().length;
  await page('codes', { token: tokenOf(link) });
  const [text] = await eventually(
    async () => maison.texts().slice(before),
    ({ length }) => length > 0,
  );
  const right = /\d{6}/.exec(text?.text ?? '')?.[0] ?? '';
  const wrong = right === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 5; tries += 1)
    expect((await page('sessions', { token: tokenOf(link), code: wrong })).status).toBe(403);
  expect((await page('sessions', { token: tokenOf(link), code: right })).status).toBe(403);
});

test('codes for one link are limited, known or not', async () => {
  const statuses = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await page('codes', { token: 'B'.repeat(43) })).status);
  expect(statuses).toEqual([202, 202, 202, 202, 429]);
});

test('a new link takes the place of the one before; a revoked one opens nothing, session and pending answer with it', async () => {
  const { link } = await announced('revoked');
  const sent = maison.links().length;
  expect((await sandbox.call('POST', `/v1/referrals/${id('revoked')}/links`)).status).toBe(202);
  const newest =
    (
      await eventually(
        async () => maison.links(),
        ({ length }) => length > sent,
      )
    ).at(-1) ?? '';
  expect(newest).not.toBe(link);
  await expectNothing(link);

  const { session } = await opened(newest);
  expect((await page('answers', { what: 'accepted', saidBy: 'Rosalie' }, session)).status).toBe(200);
  expect((await sandbox.call('DELETE', `/v1/referrals/${id('revoked')}/links`)).body).toEqual({ links: 1, answers: 1 });
  expect((await page('request', undefined, session)).status).toBe(403);
  await anotherIsApplied('after-revoked');
  expect((await delivery('revoked', () => true)).status).toBe('requested');
});

test('when the loop ends or the request is withdrawn, the link opens nothing', async () => {
  const done = await announced('done');
  const { session } = await opened(done.link);
  await page('answers', { what: 'completed', outcome: 'Trois samedis', saidBy: 'Rosalie' }, session);
  await delivery('done', ({ status }) => status === 'completed');
  expect((await page('request', undefined, session)).status).toBe(403);
  await expectNothing(done.link);

  const gone = await announced('gone');
  const mails = maison.mails().length;
  await sandbox.call('POST', `/v1/referrals/${id('gone')}/answers`, {
    body: {
      what: 'family-ended',
      happenedAt: '2026-11-22T00:30:00-05:00',
      saidBy: 'Lan',
      recordedBy: 'la coordonnatrice',
      reason: 'family-not-wanted',
    },
  });
  const withdrawal = (
    await eventually(
      async () => maison.mails(),
      ({ length }) => length > mails,
    )
  ).at(-1);
  expect(withdrawal?.subject).toBe('Une demande est retirée');
  for (const secret of SECRETS) expect(withdrawal?.text).not.toContain(secret);
  await expectNothing(gone.link);
});

test('a legal request, and one of a centre that has not turned the page on, is printed instead', async () => {
  const mails = maison.mails().length;
  const child = id('legal-child');
  await put(`/v1/care-circles/${id('legal-circle')}`, aCircle(id('legal-circle'), child));
  await put(
    `/v1/legal-referrals/${id('legal')}`,
    aLegalReferral(id('legal'), child, {
      recipient: 'maison-des-familles',
      agreements: [anAgreement('maison-des-familles')],
    }),
  );
  const told = await eventually(
    () => sandbox.call('GET', `/v1/legal-referrals/${id('legal')}`),
    ({ body }) => body.record?.deliveries[0]?.state === 'to-print',
  );
  expect(told.body.record.deliveries[0].status).toBe('requested');

  const centre = 'petits-renards';
  const other = { ...aCircle(id('off-circle'), id('off-child')), centre };
  await sandbox.call('PUT', `/v1/care-circles/${id('off-circle')}`, { body: other, centre });
  await sandbox.call('PUT', `/v1/social-prescriptions/${id('off')}`, {
    body: aPrescription('off', { centre }),
    centre,
  });
  await eventually(
    () => sandbox.call('GET', `/v1/social-prescriptions/${id('off')}`, { centre }),
    ({ body }) => body.record?.deliveries[0]?.state === 'to-print',
  );
  expect((await sandbox.call('POST', `/v1/referrals/${id('off')}/links`, { centre })).status).toBe(409);
  expect(maison.mails()).toHaveLength(mails);
});

test('opening a link, as mail scanners do, gives everybody the same page and changes nothing', async () => {
  const { link } = await announced('scanned');
  const texts = maison.texts().length;
  const [known, none] = [await fetch(link), await fetch(`${sandbox.gatewayUrl}/p?lang=fr`)];
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
  expect(maison.texts()).toHaveLength(texts);
});
