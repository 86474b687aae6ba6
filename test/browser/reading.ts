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
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

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
