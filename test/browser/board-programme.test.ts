import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { ownIds } from '../stack/stack-sandbox.ts';
import type { BoardLook } from './at-the-board.ts';
import { type OwnBoard, ownBoard } from './own-board.ts';
import { publishFor } from './publish-for.ts';
import { expectForEverybody, textOf } from './reading.ts';

const id = ownIds();
const CENTRE = id('centre');
const PLAIN_CENTRE = id('simple');
let own: OwnBoard;
beforeAll(async () => {
  own = await ownBoard(CENTRE, [], { plainCentre: PLAIN_CENTRE });
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
    await publishFor(own.sandbox, CENTRE, ['2026-Q2', '2026-Q3']);
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

test('where nothing is published it is said what to ask for; where no table may be taken away, who allows it; others have no door', async () => {
  const page = await looking('programme', { role: 'pivot', language: 'fr' }, own.plainBoard);
  await page.getByText('INDICATORS=on').waitFor();
  await expectForEverybody(page);
  await publishFor(own.sandbox, PLAIN_CENTRE, ['2026-Q3']);
  await page.reload();
  await page.getByRole('button', { name: 'CSV' }).click();
  await page.getByText('Votre centre ne permet pas l’export en CSV').waitFor();
  const barred = await looking('programme', { role: 'clinical', language: 'fr' }, own.plainBoard);
  await barred.getByText('Cette page n’est pas pour votre rôle').waitFor();
  expect(await barred.getByRole('link', { name: 'Programme' }).count()).toBe(0);
});
