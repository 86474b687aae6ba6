import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { RESOURCE_KINDS } from '../../profiles/codes/directory.ts';
import { type PageBench, pageBench, SECRETS } from '../stack/page-bench.ts';
import { ownIds, type StackSandbox, stackSandbox } from '../stack/stack-sandbox.ts';
import { type ABrowser, aBrowser } from './a-browser.ts';
import { expectForEverybody, focused, heading, tabTo, textOf } from './reading.ts';

const CORRECTABLE_MS = 8_000;
const id = ownIds();
let sandbox: StackSandbox;
let browser: ABrowser;
let bench: PageBench;
beforeAll(async () => {
  browser = await aBrowser();
  sandbox = await stackSandbox({ PAGE_CORRECTABLE_MS: String(CORRECTABLE_MS), DELIVERY_FIRST_RETRY_MS: '100' });
  bench = pageBench(sandbox, id);
});
afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});

const WORDS = {
  fr: {
    start: 'Une demande vous attend',
    code: 'Entrez le code',
    request: 'Prescription sociale',
    noted: 'C’est noté',
    passed: 'Votre réponse est transmise au centre.',
    accepted: 'Acceptée',
    wrong: 'Ce code n’ouvre rien.',
    nothing: 'Rien à ouvrir ici',
    ended: 'La page est refermée',
    noScript: 'JavaScript',
    send: 'Envoyez-moi le code',
  },
  en: {
    start: 'A request is waiting for you',
    code: 'Enter the code',
    request: 'Social prescription',
    noted: 'Noted',
    passed: 'Your answer has been passed on to the centre.',
    accepted: 'Accepted',
    wrong: 'This code opens nothing.',
    nothing: 'Nothing to open here',
    ended: 'The page is closed',
    noScript: 'JavaScript',
    send: 'Send me the code',
  },
} as const;

const inLanguage = (link: string, language: 'fr' | 'en') => link.replace('lang=fr', `lang=${language}`);

/** Asks for a code and gives it. */
async function open(page: Page): Promise<string> {
  const code = await bench.codeAfter(() => page.locator('main button.main').click());
  await page.locator('#code').fill(code);
  await page.keyboard.press('Enter');
  await page.locator('.safe').waitFor({ timeout: 30_000 });
  return code;
}

async function accept(page: Page): Promise<void> {
  await page.locator('input[value=accepted]').check();
  await page.locator('#saidBy').fill('Rosalie Gagné');
  await page.locator('.answer button[type=submit]').click();
  await page.locator('.noted').waitFor({ timeout: 30_000 });
}

const CASES = (['desktop', 'phone'] as const).flatMap((device) =>
  (['fr', 'en'] as const).map((language) => [device, language] as const),
);

describe.each(CASES)('on a %s, in %s', (device, language) => {
  const words = WORDS[language];

  test('with the keyboard alone: from the link to the code, the request, an answer, and its arrival at the centre', async () => {
    const { link, deliveryWhen } = await bench.announced(`keyboard-${device}-${language}`);
    const page = await browser.look(inLanguage(link, language), { device, language });
    await heading(page, words.start);
    await expectForEverybody(page);

    await tabTo(page, 'main button.main');
    const code = await bench.codeAfter(() => page.keyboard.press('Enter'));
    await heading(page, words.code);
    await expectForEverybody(page);
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');

    await heading(page, words.request);
    await expectForEverybody(page);
    expect(await focused(page, 'tagName')).toBe('H1');
    await tabTo(page, 'input[type=radio]');
    await page.keyboard.press('Space');
    await tabTo(page, '#saidBy');
    await page.keyboard.type('Rosalie Gagné');
    await page.keyboard.press('Enter');
    await page.locator('.noted', { hasText: words.noted }).waitFor({ timeout: 30_000 });
    await expectForEverybody(page);

    await page.locator('.notice', { hasText: words.passed }).waitFor({ timeout: 40_000 });
    expect((await deliveryWhen(({ status }) => status === 'accepted')).businessStatus).toBe('accepted');
    expect(await textOf(page)).toContain(words.accepted);
  });

  test('the centre’s page for its partners is there for everybody', async () => {
    const page = await browser.look(`${sandbox.gatewayUrl}/centres/hochelaga?lang=${language}`, { device, language });
    expect(await textOf(page, 'h1')).toContain('Hochelaga');
    await expectForEverybody(page);
  });
});

test('the language can be changed on every step, and what was written stays', async () => {
  const { link } = await bench.announced('language');
  const page = await browser.look(link);
  await page.locator('#language').click();
  await heading(page, WORDS.en.start);
  await open(page);
  await page.locator('input[value=declined]').check();
  await page.locator('#reason').selectOption('full');
  await page.locator('#words').fill('Pas avant mars');
  await page.locator('#language').click();
  await heading(page, WORDS.fr.request);
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  expect(await page.locator('input[value=declined]').isChecked()).toBe(true);
  expect([await page.locator('#reason').inputValue(), await page.locator('#words').inputValue()]).toEqual([
    'full',
    'Pas avant mars',
  ]);
});

test('a link that was forwarded shows nothing: without a code, with wrong ones, and then with the right one too', async () => {
  const { link } = await bench.announced('forwarded');
  const page = await browser.look(link);
  const code = await bench.codeAfter(() => page.locator('main button.main').click());
  for (let tries = 0; tries < 5; tries += 1) {
    await page.locator('#code').fill(code === '000000' ? '000001' : '000000');
    await page.keyboard.press('Enter');
    await page.locator('#code-fault', { hasText: WORDS.fr.wrong }).waitFor();
    await page.locator('main button.main:not([aria-disabled])').waitFor();
  }
  await page.locator('#code').fill(code);
  await page.keyboard.press('Enter');
  await page.locator('main button.main:not([aria-disabled])').waitFor();
  await page.locator('#code-fault', { hasText: WORDS.fr.wrong }).waitFor();
  const shown = await page.content();
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
});

test('opening a link changes nothing and asks the server for nothing but the page: a token never leaves the browser by itself', async () => {
  const { link, deliveryWhen } = await bench.announced('prefetched');
  const token = new URL(link).hash.slice(1);
  const texts = bench.maison.texts().length;
  const page = await browser.look('about:blank');
  const asked: { method: string; address: string; body: string }[] = [];
  page.on('request', (request) =>
    asked.push({ method: request.method(), address: request.url(), body: request.postData() ?? '' }),
  );
  await page.goto(link);
  await heading(page, WORDS.fr.start);
  expect([...new Set(asked.map(({ method }) => method))]).toEqual(['GET']);
  // Playwright tells the address of the page with its fragment; what goes over the wire has none.
  expect(asked.filter(({ address, body }) => `${address.split('#')[0]}${body}`.includes(token))).toEqual([]);
  expect(sandbox.logged()).not.toContain(token);
  expect(bench.maison.texts()).toHaveLength(texts);
  expect(await page.evaluate('[document.cookie, localStorage.length, sessionStorage.length]')).toEqual(['', 0, 0]);
  expect((await deliveryWhen(() => true)).status).toBe('requested');
});

test('a used code opens nothing again, and a page that is loaded anew is closed', async () => {
  const { link } = await bench.announced('replayed');
  const page = await browser.look(link);
  const code = await open(page);
  await page.reload();
  await heading(page, WORDS.fr.start);

  const other = await browser.look(link);
  await other.locator('main button.quiet').click();
  await other.locator('#code').fill(code);
  await other.keyboard.press('Enter');
  await other.locator('#code-fault', { hasText: WORDS.fr.wrong }).waitFor();
  expect(await other.locator('.safe').count()).toBe(0);
});

test('after the loop has ended the page closes, and its link shows the same as one that never was', async () => {
  const { link, deliveryWhen } = await bench.announced('ended');
  const page = await browser.look(link);
  await open(page);
  await page.locator('input[value=completed]').check();
  await page.locator('#outcome').fill('Trois samedis, et des amis');
  await page.locator('#saidBy').fill('Rosalie Gagné');
  await page.locator('.answer button[type=submit]').click();
  await page.locator('.noted').waitFor();
  await page.locator('h1', { hasText: WORDS.fr.ended }).waitFor({ timeout: 40_000 });
  expect(await textOf(page)).toContain(WORDS.fr.passed);
  expect(await page.content()).not.toContain('514 555-0199');
  expect((await deliveryWhen(({ status }) => status === 'completed')).outcome).toBe('Trois samedis, et des amis');

  const texts = bench.maison.texts().length;
  const seen = async (address: string): Promise<string> => {
    const late = await browser.look(address);
    await late.locator('main button.main').click();
    await heading(late, WORDS.fr.code);
    await late.locator('#code').fill('123456');
    await late.keyboard.press('Enter');
    await late.locator('#code-fault:not(:empty)').waitFor();
    return textOf(late);
  };
  expect(await seen(link)).toBe(await seen(link.replace(/#.*/, `#${'Z'.repeat(43)}`)));
  // Codes are sent in their order: the next one is for another link.
  const other = await bench.announced('ended-other');
  await open(await browser.look(other.link));
  expect(bench.maison.texts()).toHaveLength(texts + 1);
});

test('an answer can be corrected or taken back until its time, and only what stands then is applied', async () => {
  const { link, deliveryWhen } = await bench.announced('corrected');
  const page = await browser.look(link);
  await open(page);
  await accept(page);
  await page.locator('.noted button.quiet').click();
  await page.locator('.notice', { hasText: 'rien n’a été transmis' }).waitFor();
  await accept(page);
  await page.locator('.noted button.main').click();
  expect(await page.locator('#saidBy').inputValue()).toBe('Rosalie Gagné');
  await page.locator('input[value=scheduled]').check();
  await page.locator('#appointmentAt').fill('2026-12-05T09:30');
  await page.locator('#words').fill('Porte de côté');
  await page.locator('.answer button[type=submit]').click();
  await page.locator('.noted', { hasText: 'Un rendez-vous est fixé' }).waitFor();

  const delivery = await deliveryWhen(({ businessStatus }) => businessStatus === 'scheduled');
  expect(delivery.appointmentAt).toBe('2026-12-05T09:30:00-05:00');
  expect((await bench.actsOf('corrected')).map(({ what }) => what)).toEqual(['dispatched', 'scheduled']);
});

test('what is missing is said beside its field, which gets the focus', async () => {
  const { link } = await bench.announced('missing');
  const page = await browser.look(link, { device: 'phone' });
  await open(page);
  await page.locator('.answer button[type=submit]').click();
  await page.locator('#answer-fault', { hasText: 'Choisissez une réponse.' }).waitFor();
  await page.locator('input[value=declined]').check();
  await page.locator('#saidBy').fill('Rosalie Gagné');
  await page.locator('.answer button[type=submit]').click();
  await page.locator('#reason-fault', { hasText: 'À remplir.' }).waitFor();
  expect(await focused(page, 'id')).toBe('reason');
  await expectForEverybody(page);
});

test('without JavaScript the page says that everything can be done by telephone; without a link, that there is nothing', async () => {
  const { link } = await bench.announced('no-script');
  const plain = await browser.look(link, { javaScriptEnabled: false });
  expect(await textOf(plain)).toContain('tout peut se faire par téléphone');
  const none = await browser.look(`${sandbox.gatewayUrl}/p?lang=fr`);
  await heading(none, WORDS.fr.nothing);
  await expectForEverybody(none);
});

test('a centre’s page prints on one page in both languages, also with a full directory', async () => {
  const centre = 'carrefour-vanier';
  const kinds = [...Object.keys(RESOURCE_KINDS), ...Array(5).fill('food-aid')];
  await Promise.all(
    kinds.map((kind, index) =>
      sandbox.call('PUT', `/v1/resources/${id(`resource-${index}`)}`, {
        centre,
        body: {
          id: id(`resource-${index}`),
          version: 1,
          centre,
          happenedAt: '2026-11-03',
          name: `Une ressource du quartier au nom assez long, ${index}`,
          kinds: [kind],
        },
      }),
    ),
  );
  for (const language of ['fr', 'en'] as const) {
    const page = await browser.look(`${sandbox.gatewayUrl}/centres/${centre}?lang=${language}`);
    expect(await textOf(page)).toMatch(language === 'fr' ? /et \d+ autres/ : /and \d+ others/);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  }
});
