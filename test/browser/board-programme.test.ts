import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ownIds } from '../stack/stack-sandbox.ts';
import type { BoardLook } from './at-the-board.ts';
import { type OwnBoard, ownBoard } from './own-board.ts';
import { publishFor } from './publish-for.ts';
import { expectForEverybody, textOf } from './reading.ts';

const id = ownIds();
const CENTRE = id('centre');
const CLSC = id('clsc');
const PLAIN_CENTRE = id('simple');
let own: OwnBoard;
beforeAll(async () => {
  own = await ownBoard(CENTRE, [['clsc-hochelaga', CLSC]], { plainCentre: PLAIN_CENTRE });
});
afterAll(() => own?.stop());

/** What browsers complain of, a policy that stops something with it; an answer that refuses is no complaint of ours. */
const complaints: (readonly string[])[] = [];
async function looking(path: string, look: BoardLook, at = own.board): Promise<Page> {
  const seen = await at.look(path, look);
  complaints.push(seen.complaints);
  return seen.page;
}
afterEach(() => {
  expect(complaints.flat().filter((it) => !/status of (403|404|422)/.test(it))).toEqual([]);
});

test.each([
  ['desktop', 'fr', 'Jours sans services', 'masqué', 'Le tableau'],
  ['phone', 'en', 'Days without services', 'suppressed', 'The table'],
] as const)(
  'on a %s, in %s: what the centre publishes is drawn, and told in tables; what may not be shown is no zero',
  async (device, language, days, suppressed, table) => {
    await publishFor(own.sandbox, CENTRE, ['2026-Q2', '2026-Q3'], CLSC);
    const page = await looking('programme', { role: device === 'phone' ? 'privacy' : 'pivot', device, language });
    const figure = page.locator('section', { has: page.getByRole('heading', { name: days }) }).last();
    await figure.waitFor();
    const drawn = figure.getByRole('img', { name: days });
    // 35 needs: 20 at the CLSC, 12 of the SIPPE, 3 at the hospital.
    expect(await drawn.getAttribute('aria-label')).toMatch(/7[,.]4.* 4.* 9/);
    expect(await drawn.locator('rect').count()).toBe(6);
    await page.locator('#field-programme').selectOption('hospital');
    expect(new URL(page.url()).search).toBe('?programme=hospital');
    await figure.getByText(suppressed, { exact: true }).first().waitFor();
    expect(await textOf(page)).not.toMatch(/\b35\b/);
    const summary = figure.getByText(table, { exact: true });
    await summary.focus();
    await page.keyboard.press('Enter');
    const cells = figure.getByRole('row').filter({ hasText: suppressed });
    expect(await cells.count()).toBe(2);
    await expectForEverybody(page);
    await page.locator('#field-programme').selectOption('');
    if (device === 'phone') return;
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).focus();
    await page.keyboard.press('Enter');
    expect((await file).suggestedFilename()).toBe('indicateurs.csv');
  },
);

test.each([
  ['desktop', 'fr', 'Boucles fermées', 'Jours sans services', 'Autres, ou non dit', 'n’est pas compté ainsi'],
  ['phone', 'en', 'Loops closed', 'Days without services', 'Others, or not said', 'not counted this way'],
] as const)(
  'on a %s, in %s: where that is on, numbers are drawn by partner or by district, one cut at a time',
  async (device, language, loops, days, others, whole) => {
    await publishFor(own.sandbox, CENTRE, ['2026-Q2', '2026-Q3'], CLSC);
    const page = await looking('programme', { role: 'privacy', device, language });
    const figureOf = (name: string) => page.locator('section', { has: page.getByRole('heading', { name }) }).last();
    const drawn = (name: RegExp) => page.getByRole('img', { name }).waitFor();
    await page.locator('#field-partner').selectOption(CLSC);
    expect(new URL(page.url()).search).toBe(`?partner=${CLSC}`);
    // Ten of its twenty; of the whole centre it is 18 of 35.
    await drawn(new RegExp(`^${loops}, .*CLSC.* 50\\D`));
    await figureOf(days).getByText(whole).first().waitFor();
    await expectForEverybody(page);
    await page.locator('#field-district').selectOption('H4G');
    expect(new URL(page.url()).search).toBe('?district=H4G');
    // Of the twenty: 0 to 19 days waiting, a mean of 9.5.
    await drawn(new RegExp(`^${days}, H4G.* 9[,.]5`));
    expect(await page.locator('#field-partner').inputValue()).toBe('');
    await figureOf(loops).getByText(whole).first().waitFor();
    expect(await page.locator('#field-district').locator('option').allInnerTexts()).toEqual([
      expect.any(String),
      'H4G',
      others,
    ]);
    await page.locator('#field-district').selectOption({ label: others });
    await expectForEverybody(page);
    expect(await textOf(page)).not.toMatch(/H3K/);
  },
);

test('where nothing is published it is said what to ask for; where no table may be taken away, who allows it; others have no door', async () => {
  const page = await looking('programme', { role: 'pivot', language: 'fr' }, own.plainBoard);
  await page.getByText('INDICATORS=on').waitFor();
  await expectForEverybody(page);
  await publishFor(own.sandbox, PLAIN_CENTRE, ['2026-Q3']);
  await page.reload();
  await page.getByRole('button', { name: 'CSV' }).click();
  await page.getByText('Votre centre ne permet pas l’export en CSV').waitFor();
  // Published with cuts, as if they had been on then.
  expect(await page.locator('#field-partner, #field-district').count()).toBe(0);
  const barred = await looking('programme', { role: 'clinical', language: 'fr' }, own.plainBoard);
  await barred.getByText('Cette page n’est pas pour votre rôle').waitFor();
  expect(await barred.getByRole('link', { name: 'Programme' }).count()).toBe(0);
});
