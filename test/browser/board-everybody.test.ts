import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, anAgreement, aPlan, aReferral } from '../stack/concept-examples.ts';
import { eventually, ownIds } from '../stack/stack-sandbox.ts';
import { DEVICES } from './a-browser.ts';
import { expectNoComplaint } from './at-the-board.ts';
import { type OwnBoard, ownBoard } from './own-board.ts';
import { expectForEverybody, expectKeyboardReachesAll, expectNothingOverTheSide, textOf } from './reading.ts';

/** Every page of the board, whichever it is: a new one is walked because it stands in the list of pages. */
const id = ownIds();
const CENTRE = id('centre');
const CLSC = id('clsc');
const CHILD = id('enfant');
let own: OwnBoard;

beforeAll(async () => {
  own = await ownBoard(CENTRE, [['clsc-hochelaga', CLSC]]);
  const child = { id: CHILD, name: { given: ['Noah'], family: 'Kistabish' }, birthDate: '2019-05-04' };
  await own.put(`/v1/care-circles/${id('cercle')}`, aCircle(id('cercle'), CHILD, { child }));
  await own.put(`/v1/action-plans/${id('plan')}`, aPlan(id('plan'), CHILD, { circle: id('cercle') }));
  const referral = aReferral(id('demande'), CHILD, { recipient: CLSC, agreements: [anAgreement(CLSC)] });
  await own.put(`/v1/service-referrals/${id('demande')}`, referral);
}, 180_000);
afterAll(() => own?.stop());

/** Below `/board/`, as the board lists its pages; its components are none that Node could load. */
async function pathsOfPages(): Promise<readonly string[]> {
  const pages = await readFile(new URL('../../board/pages.ts', import.meta.url), 'utf8');
  return [...pages.matchAll(/^ {4}path: '([^']+)',$/gm)].map(([, path = '']) => path);
}

/** By other tests, in each language and at each width. */
const WALKED = ['loops', 'children/:child', 'children/:child/plan'];

test('each page of the board is for everybody: in French and English, at a desk and on a phone, by keyboard alone, and on paper', async () => {
  const seen = await own.board.look('', { role: 'pivot', language: 'fr' });
  const { page } = seen;
  const paths = await pathsOfPages();
  expect(paths).toContain('loops');
  for (const path of paths) {
    await page.goto(`${own.sandbox.gatewayUrl}/board/${path.replace(':child', CHILD)}`);
    await page.locator('h1').waitFor({ timeout: 30_000 });
    await eventually(
      () => page.getByText('Un instant…').count(),
      (loading) => loading === 0,
    );
    expect([path, await page.locator('main [role=alert]').count()]).toEqual([path, 0]);
    expect(await textOf(page)).not.toContain('pas pour votre rôle');
    const look = WALKED.includes(path) ? expectNothingOverTheSide : expectForEverybody;
    await look(page);
    await expectKeyboardReachesAll(page);
    await page.setViewportSize(DEVICES.phone);
    await look(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang=en]').waitFor();
    await look(page);
    await page.setViewportSize(DEVICES.desktop);
    await look(page);
    await page.emulateMedia({ media: 'print' });
    expect([path, await page.getByRole('banner').isVisible()]).toEqual([path, false]);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await page.getByRole('button', { name: 'Français' }).click();
    await page.locator('html[lang=fr]').waitFor();
  }
  expectNoComplaint(seen);
});

test.each(['fr', 'en'] as const)('at a desk the names of the pages stand on one line (%s)', async (language) => {
  const seen = await own.board.look('loops', { role: 'pivot', language });
  const { page } = seen;
  await page.locator('header nav a').nth(5).waitFor({ timeout: 30_000 });
  const lines =
    "new Set([...document.querySelectorAll('header nav a')].map((it) => it.getBoundingClientRect().top)).size";
  expect(await page.evaluate(lines)).toBe(1);
  expectNoComplaint(seen);
});
