import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

export const heading = (page: Page, text: string): Promise<void> =>
  page.locator('h1', { hasText: text }).waitFor({ timeout: 30_000 });

export const textOf = async (page: Page, selector = 'main'): Promise<string> =>
  (await page.locator(selector).textContent()) ?? '';

/** A property of what has the focus. */
export const focused = (page: Page, property: 'id' | 'tagName'): Promise<unknown> =>
  page.evaluate(`document.activeElement?.${property}`);

/** Nobody is kept out (axe), and nothing runs over the side. */
export async function expectForEverybody(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  await expectNothingOverTheSide(page);
}

export const expectNothingOverTheSide = async (page: Page): Promise<void> =>
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);

const PRESSES_MAX = 40;

/** Goes on by Tab until this has the focus, and is seen to have it. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < PRESSES_MAX; presses += 1) {
    if (await page.evaluate(`document.activeElement?.matches('${selector}')`)) {
      expect(await page.evaluate(SEEN)).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

/** An outline around what has the focus, or around the choice that holds it. */
const SEEN = `[document.activeElement, document.activeElement.closest('.choice')]
  .some((it) => it !== null && getComputedStyle(it).outlineStyle === 'solid')`;

const STOPS_MAX = 300;

/** Tab goes to everything on the page that can be acted on, and each is seen to have the focus. */
export async function expectKeyboardReachesAll(page: Page): Promise<void> {
  await page.evaluate('document.activeElement?.blur()');
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(ARRIVED);
    if (at === 'round') break;
    if (at !== 'within') expect(at).toMatch(/^seen: /);
  }
  expect(await page.evaluate(NOT_REACHED)).toEqual([]);
}

/** Where the focus is now; `within` what had it already, as a date has parts that show it themselves; `round` once it has been there before, or is on nothing. */
const ARRIVED = `(() => {
  const it = document.activeElement;
  const was = window.focusedBefore;
  window.focusedBefore = it;
  if (it === null || it === document.body) return 'round';
  if (it.dataset.reached === 'yes') return it === was ? 'within' : 'round';
  it.dataset.reached = 'yes';
  return (${SEEN} ? 'seen: ' : 'not seen: ') + it.outerHTML.slice(0, 120);
})()`;

/** Of radios one is enough: arrows go to the others. */
const NOT_REACHED = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter((it) => it.dataset.reached !== 'yes' && !it.disabled && it.tabIndex >= 0 && it.checkVisibility({ visibilityProperty: true }))
  .filter((it) => it.type !== 'radio' || document.querySelector('input[type=radio][name="' + it.name + '"][data-reached]') === null)
  .map((it) => it.outerHTML.slice(0, 120))`;
