import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { aCircle, aConsentToTie, type Changes } from '../stack/concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from '../stack/stack-sandbox.ts';
import { type ABrowser, aBrowser } from './a-browser.ts';
import { atTheBoard, type BoardLook, type BoardSeen, builtBoard, expectNoComplaint } from './at-the-board.ts';
import { expectForEverybody, expectKeyboardReachesAll, heading, textOf } from './reading.ts';

/** Two centres that the sandbox’s registry lets be tied, and one that it does not. */
const [HERE, THERE, APART] = ['hochelaga', 'petits-renards', 'carrefour-vanier'] as const;
const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/;
const id = ownIds();
const [ours, theirs] = [id('ours'), id('theirs')];
let issuer: LocalIssuer;
let sandbox: StackSandbox;
let browser: ABrowser;

beforeAll(async () => {
  await builtBoard();
  issuer = await localIssuer();
  [browser, sandbox] = await Promise.all([aBrowser(), stackSandbox({}, { tokens: async () => issuer })]);
  await followed(HERE, ours, THERE);
  await followed(THERE, theirs, HERE);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});

/** A child of a centre, whose side lets another know of it. */
async function followed(centre: string, child: string, otherCentre: string): Promise<void> {
  await put(centre, 'care-circles', aCircle(id(`cercle-${centre}`), child, { centre }));
  await put(centre, 'consents', aConsentToTie(id(`accord-${centre}`), child, { centre, otherCentre }));
}

async function put(centre: string, plural: string, body: Changes): Promise<void> {
  const path = `/v1/${plural}/${body.id}`;
  await sandbox.call('PUT', path, { centre, body, headers: { prefer: 'wait=30' } });
  await eventually(
    () => sandbox.call('GET', path, { centre }),
    ({ status }) => status === 200,
  );
}

const look = (centre: string, path: string, as: BoardLook): Promise<BoardSeen> =>
  atTheBoard(browser, issuer, sandbox.gatewayUrl, centre).look(path, as);

test('that a child is also followed elsewhere is said on a phone by a code that is shown once, in turn at the other centre, and ended for both; no address tells of it', async () => {
  const here = await look(HERE, `children/${ours}`, { role: 'pivot', device: 'phone' });
  const { page } = here;
  await page.getByRole('link', { name: 'Aussi suivi ailleurs' }).click();
  await heading(page, 'Aussi suivi à un autre centre');
  await page.getByText('Aucun lien pour cet enfant.').waitFor();
  await expectForEverybody(page);
  await page.getByRole('button', { name: 'Le dire le premier' }).click();
  await expectForEverybody(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Recevoir un code' }).click();
  await page.getByText('l’autre centre ne l’a pas encore dit').waitFor();
  await expectForEverybody(page);
  const [code = ''] = CODE.exec(await textOf(page)) ?? [];
  expect(code).toMatch(CODE);

  const there = await look(THERE, `children/${theirs}/received`, { role: 'privacy', language: 'en' });
  await there.page.getByRole('link', { name: 'Also followed elsewhere' }).click();
  await there.page.getByText('No tie for this child.').waitFor();
  await there.page.getByRole('button', { name: 'I was given a code' }).click();
  const dialog = there.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Say so in turn' }).click();
  await dialog.getByText('Something is missing').waitFor();
  await dialog.getByLabel('The code').fill('0000-0000-0000-0000');
  await dialog.getByRole('button', { name: 'Say so in turn' }).click();
  await dialog.getByText('No such thing').waitFor();
  await expectForEverybody(there.page);
  await dialog.getByLabel('The code').fill(` ${code.toLowerCase()}`);
  await dialog.getByRole('button', { name: 'Say so in turn' }).click();
  await there.page.getByText('both centres say so since').waitFor();
  await expectForEverybody(there.page);
  expect(await textOf(there.page)).not.toContain(ours);

  await page.reload();
  await page.getByText('les deux centres le disent depuis').waitFor();
  expect(await textOf(page)).not.toMatch(CODE);
  await expectKeyboardReachesAll(page);
  await page.getByRole('button', { name: 'Défaire le lien' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Défaire le lien' }).click();
  await page.getByText('Aucun lien pour cet enfant.').waitFor();
  await there.page.reload();
  await there.page.getByText('No tie for this child.').waitFor();

  for (const one of [page, there.page]) expect(one.url()).not.toMatch(CODE);
  expectNoComplaint(here);
  expectNoComplaint(there);
});

test('clinical staff read the ties of a child and make none; where no centre may be tied there is no such door, and the page says why', async () => {
  const clinical = await look(HERE, `children/${ours}/ties`, { role: 'clinical' });
  await clinical.page.getByText('Chaque centre le dit de son côté').waitFor();
  expect(await clinical.page.getByRole('button', { name: /dire|code|Défaire/ }).count()).toBe(0);
  expectNoComplaint(clinical);

  const apart = await look(APART, 'children/nobodys', { role: 'pivot', language: 'en' });
  await apart.page.getByRole('link', { name: 'Who received what' }).waitFor();
  expect(await apart.page.getByRole('link', { name: 'Also followed elsewhere' }).count()).toBe(0);
  await apart.page.goto(`${sandbox.gatewayUrl}/board/children/nobodys/ties`);
  await apart.page.getByText('No tie is allowed at your centre.').waitFor();
  expect(await apart.page.getByRole('button', { name: /Say so|code/ }).count()).toBe(0);
});
