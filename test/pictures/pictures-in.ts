import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ABrowser } from '../browser/a-browser.ts';

export interface PicturesAsked {
  /** Of a running sandbox in which there are children. */
  readonly gatewayUrl: string;
  readonly language: 'fr' | 'en';
  readonly folder: string;
}

const WORDS = {
  fr: { ofCentre: 'Voir celles de tout le centre', look: 'Voir ce qu’ils verront', lifeLine: 'La ligne de vie' },
  en: { ofCentre: 'See those of the whole centre', look: 'See what they will see', lifeLine: 'The life line' },
} as const;

const PERSON = 'petits-renards/pivot';
/** The watch looks at its own pace. */
const FOUND_WITHIN_MS = 180_000;
const DRAWN_WITHIN_MS = 30_000;

/** Signs in as anybody would, and takes the four pictures of the README in one language; gives each file. */
export async function* picturesIn(
  browser: ABrowser,
  { gatewayUrl, language, folder }: PicturesAsked,
): AsyncGenerator<string> {
  const words = WORDS[language];
  const page = await browser.look(`${gatewayUrl}/board/`, { language });
  page.setDefaultTimeout(DRAWN_WITHIN_MS);
  const taken = async (name: string): Promise<string> => {
    const path = join(folder, `${name}.${language}.png`);
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    return path;
  };
  await page.locator('button.main').click();
  await page.locator(`button[value="${PERSON}"]`).click();
  // Whoever goes elsewhere before they are let in is let in nowhere.
  await page.locator('header nav a').first().waitFor();

  const loop = page.locator('article h2 a').first();
  for (const until = performance.now() + FOUND_WITHIN_MS; (await loop.count()) === 0; ) {
    if (performance.now() > until) throw new Error('the watch has found nothing');
    await page.goto(`${gatewayUrl}/board/loops?of=centre`);
    await Promise.race([loop.waitFor(), page.getByRole('button', { name: words.ofCentre }).waitFor()]).catch(
      () => undefined,
    );
  }
  const child = (await loop.getAttribute('href')) ?? '';
  yield await taken('loops');

  await page.setViewportSize({ width: 1280, height: 2100 });
  await page.goto(`${gatewayUrl}${child}`);
  await page.getByRole('heading', { name: words.lifeLine }).waitFor();
  await page.locator('section svg rect').first().waitFor();
  yield await taken('child');

  await page.setViewportSize({ width: 1280, height: 1000 });
  await lookAtRequest(page, `${gatewayUrl}${child}/new-request`, language);
  yield await taken('request');

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${gatewayUrl}/board/partners`);
  await page.locator('a[href^="tel:"]').first().waitFor();
  yield await taken('partners');
}

/** What a CLSC would see of a request; nothing is sent. */
async function lookAtRequest(page: Page, address: string, language: 'fr' | 'en'): Promise<void> {
  await page.goto(address);
  await page.locator('#field-what').selectOption('clsc.speech-therapy');
  await page.locator('input[value="clsc-verdun"]').check();
  const why = { fr: 'Il aimerait que ses amis le comprennent.', en: 'He would like his friends to understand him.' };
  await page.locator('#field-why').fill(why[language]);
  await page.locator('#field-reach').selectOption('telephone');
  await page.locator('#field-person').selectOption({ index: 1 });
  await page.locator('#field-number').fill('514 555-0177');
  await page.locator('#field-mustNot').fill(language === 'fr' ? 'Laisser un message' : 'Leave a message');
  await page.locator('#field-agreedBy').selectOption({ index: 1 });
  await page.getByRole('button', { name: WORDS[language].look }).click();
  const shown = page.locator('article').first();
  await shown.waitFor();
  await shown.scrollIntoViewIfNeeded();
}
