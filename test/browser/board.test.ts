import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { buildBoard } from '../../board/build/build-board.ts';
import { aCircle, anAgreement, aReferral } from '../stack/concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from '../stack/stack-sandbox.ts';
import { type ABrowser, aBrowser, type LookOptions } from './a-browser.ts';
import { foundAbout, taskOfRequest } from './a-finding.ts';
import { authorizationProcess } from './authorization-process.ts';
import { ownRegistry } from './own-registry.ts';
import { expectForEverybody, heading, tabTo, textOf } from './reading.ts';

const id = ownIds();
/** Its own: the lists of a centre are those of the whole shared record. */
const CENTRE = id('centre');
const PARTNER = id('clsc');
const CHILDREN = ['answered', 'phoned', 'cancelled'] as const;
const NAMES = { answered: 'Mai Nguyễn', phoned: 'Noah Kistabish', cancelled: 'Zoé Bélanger-Roy' } as const;
let folder: string;
let sandbox: StackSandbox;
let browser: ABrowser;

beforeAll(async () => {
  await buildBoard((line) => void process.stderr.write(`${line}\n`));
  folder = await mkdtemp(join(tmpdir(), 'passerelle-board-'));
  browser = await aBrowser();
  const registryPath = await ownRegistry(folder, { centre: CENTRE, partners: [['clsc-hochelaga', PARTNER]] });
  const tokens = () => authorizationProcess(registryPath, folder);
  sandbox = await stackSandbox({ LANES: '2' }, { registryPath, tokens });
  await Promise.all(CHILDREN.map(asked));
  await eventually(
    async () => sandbox.partners.get(PARTNER)?.tasks().length,
    (count) => count === CHILDREN.length,
  );
  await Promise.all(CHILDREN.map(found));
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true });
});

async function asked(name: (typeof CHILDREN)[number]): Promise<void> {
  const [given, family] = NAMES[name].split(' ');
  const child = { id: id(name), name: { given: [given], family }, birthDate: '2023-05-04' };
  const put = (path: string, body: object) =>
    sandbox.call('PUT', path, { centre: CENTRE, body: { ...body, centre: CENTRE } });
  await put(`/v1/care-circles/${id(`circle-${name}`)}`, aCircle(id(`circle-${name}`), child.id, { child }));
  const referral = { recipient: PARTNER, agreements: [anAgreement(PARTNER)] };
  await put(`/v1/service-referrals/${id(`ask-${name}`)}`, aReferral(id(`ask-${name}`), child.id, referral));
}

const found = (name: (typeof CHILDREN)[number]) =>
  foundAbout(sandbox, { centre: CENTRE, child: id(name), request: id(`ask-${name}`), code: 'silent' });

const taskOf = (name: (typeof CHILDREN)[number]) => taskOfRequest(sandbox, CENTRE, id(`ask-${name}`));

const WORDS = {
  fr: {
    title: 'Boucles ouvertes',
    enter: 'Entrer',
    whole: 'Voir celles de tout le centre',
    other: 'English',
    silent: 'Sans réponse dans le délai convenu',
    noted: 'Réponse notée',
    leave: 'Sortir',
  },
  en: {
    title: 'Open loops',
    enter: 'Sign in',
    whole: 'See those of the whole centre',
    other: 'Français',
    silent: 'No answer within the agreed delay',
    noted: 'Answer written down',
    leave: 'Sign out',
  },
} as const;

/** What a browser complains of, a policy that stops something with it. */
const complaints: string[] = [];
async function opened(address: string, options: LookOptions): Promise<Page> {
  const page = await browser.look('about:blank', options);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(`${sandbox.gatewayUrl}${address}`);
  return page;
}

const cardOf = (page: Page, name: keyof typeof NAMES) => page.locator('article', { hasText: NAMES[name] });

test('with the keyboard alone: signing in, the open loops, an answer written down, which changes the loop in the record', async () => {
  const { fr: words, en } = WORDS;
  const page = await opened('/board/', { device: 'desktop', language: 'fr' });
  await page.getByRole('button', { name: words.enter }).waitFor();
  await expectForEverybody(page);
  await tabTo(page, 'button.main');
  await page.keyboard.press('Enter');
  await page.locator(`button[value="${CENTRE}/pivot"]`).waitFor();
  while (!(await page.evaluate(`document.activeElement?.value === '${CENTRE}/pivot'`)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await heading(page, words.title);
  expect(new URL(page.url()).pathname).toBe('/board/loops');
  await page.getByRole('button', { name: words.whole }).waitFor();
  await expectForEverybody(page);
  await page.getByRole('button', { name: words.whole }).focus();
  await page.keyboard.press('Enter');
  await page
    .locator('article')
    .nth(CHILDREN.length - 1)
    .waitFor();
  expect(new URL(page.url()).search).toBe('?of=centre');
  expect(await cardOf(page, 'answered').textContent()).toContain(words.silent);
  await expectForEverybody(page);

  const act = cardOf(page, 'answered').locator('button.main');
  await act.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await expectForEverybody(page);
  await tabTo(page, 'input[type=radio]');
  await page.keyboard.press('Space');
  await tabTo(page, '#saidBy');
  await page.keyboard.type('Rosalie Gagné');
  await page.keyboard.press('Enter');
  await cardOf(page, 'answered').getByRole('status').filter({ hasText: words.noted }).waitFor({ timeout: 40_000 });
  await expectForEverybody(page);
  const task = await eventually(
    () => taskOf('answered'),
    ({ status }) => status === 'accepted',
  );
  expect(task.businessStatus?.coding?.[0]?.code).toBe('accepted');

  await page.getByRole('button', { name: words.other }).focus();
  await page.keyboard.press('Enter');
  await heading(page, en.title);
  await cardOf(page, 'phoned').filter({ hasText: en.silent }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await expectForEverybody(page);
  await page.getByRole('button', { name: en.leave }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: en.enter }).waitFor();
  expect(await page.evaluate('[...Object.keys(sessionStorage)].filter((key) => key.startsWith("oidc.user"))')).toEqual(
    [],
  );
  expect(complaints).toEqual([]);
});

test('on a phone an answer is written down in ten acts at most; what the family ends is ended at the partner too', async () => {
  const { en: words, fr } = WORDS;
  const page = await opened('/board/loops?of=centre&code=silent', { device: 'phone', language: 'en' });
  await page.getByRole('button', { name: words.enter }).click();
  await page.locator(`button[value="${CENTRE}/pivot"]`).click();
  await cardOf(page, 'phoned').waitFor();
  expect(new URL(page.url()).search).toBe('?of=centre&code=silent');
  await expectForEverybody(page);

  let acts = 0;
  const did = async (act: Promise<void>): Promise<void> => {
    acts += 1;
    await act;
  };
  await did(cardOf(page, 'phoned').locator('button.main').tap());
  await did(page.locator('input[value=scheduled]').tap());
  await did(page.locator('#appointmentAt').fill('2026-12-05T09:30'));
  await did(page.locator('#saidBy').fill('Rosalie Gagné'));
  await expectForEverybody(page);
  await did(page.locator('dialog button[type=submit], [role=dialog] button[type=submit]').tap());
  await cardOf(page, 'phoned').getByRole('status').filter({ hasText: words.noted }).waitFor({ timeout: 40_000 });
  expect(acts).toBeLessThanOrEqual(10);
  const task = await eventually(
    () => taskOf('phoned'),
    ({ status }) => status === 'accepted',
  );
  expect(task.output?.[0]?.valueDateTime).toMatch(/^2026-12-05T(09:30:00-05:00|14:30:00(\.000)?Z)$/);

  await page.getByRole('button', { name: words.other }).tap();
  await heading(page, fr.title);
  await cardOf(page, 'cancelled').filter({ hasText: fr.silent }).waitFor();
  await cardOf(page, 'cancelled').locator('button[aria-haspopup=menu]').tap();
  await page.getByRole('menuitem', { name: 'Annuler la demande' }).waitFor();
  await expectForEverybody(page);
  await page.getByRole('menuitem', { name: 'Annuler la demande' }).tap();
  await page.locator('input[value=family-moved]').tap();
  await page.locator('#saidBy').fill('Lan');
  await page.locator('[role=dialog] button[type=submit]').tap();
  await cardOf(page, 'cancelled').getByRole('status').waitFor({ timeout: 40_000 });
  await eventually(
    () => taskOf('cancelled'),
    ({ status }) => status === 'cancelled',
  );
  await eventually(
    async () =>
      sandbox.partners
        .get(PARTNER)
        ?.tasks()
        .map(({ status }) => status),
    (statuses) => statuses?.includes('cancelled') === true,
  );
  expect(complaints).toEqual([]);
});

test('the board is under a policy without anything inline, asks only us and the authorization server, and leaves nobody’s name in an address or a log', async () => {
  const answer = await fetch(`${sandbox.gatewayUrl}/board/loops`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe');
  const page = await browser.look('about:blank');
  const askedFor: URL[] = [];
  page.on('request', (request) => askedFor.push(new URL(request.url())));
  await page.goto(`${sandbox.gatewayUrl}/board/loops?of=centre`);
  await page.locator('button.main').click();
  await page.locator(`button[value="${CENTRE}/pivot"]`).click();
  await cardOf(page, 'phoned').waitFor();
  const origins = new Set(askedFor.filter(({ protocol }) => protocol === 'http:').map(({ hostname }) => hostname));
  expect([...origins]).toEqual(['127.0.0.1']);
  // A short given name may stand in any word.
  for (const name of Object.values(NAMES).flatMap((it) => it.split(' ').slice(1))) {
    expect(askedFor.filter(({ href }) => decodeURIComponent(href).includes(name))).toEqual([]);
    expect(sandbox.logged()).not.toContain(name);
  }
});

test('a page that is not for somebody’s role says so, and its door is not in the navigation', async () => {
  const page = await opened('/board/loops', { language: 'en' });
  await page.locator('button.main').click();
  await page.locator(`button[value="${CENTRE}/reception"]`).click();
  await page.getByRole('heading', { name: 'This page is not for your role' }).waitFor();
  expect(await textOf(page, 'nav')).not.toContain(WORDS.en.title);
  await expectForEverybody(page);
});
