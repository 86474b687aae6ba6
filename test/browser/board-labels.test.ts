import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aCircle, anAgreement, aReferral } from '../stack/concept-examples.ts';
import { eventually, ownIds } from '../stack/stack-sandbox.ts';
import { taskOfRequest } from './a-finding.ts';
import { expectNoComplaint } from './at-the-board.ts';
import { type OwnBoard, ownBoard } from './own-board.ts';
import { expectForEverybody, heading, tabTo, textOf } from './reading.ts';

/** Labels at the board: on a request while it is written, and on a child’s whole file, where who puts one is told what ends before it does. */
const id = ownIds();
const CENTRE = id('centre');
const CLSC = id('clsc');
const ORCHESTRA = id('orchestre');
const CHILD = id('enfant');
const CIRCLE = `/v1/care-circles/${id('cercle')}`;
let own: OwnBoard;

beforeAll(async () => {
  own = await ownBoard(CENTRE, [
    ['clsc-hochelaga', CLSC],
    ['orchestre-vanier', ORCHESTRA],
  ]);
  const child = { id: CHILD, name: { given: ['Mai'], family: 'Nguyễn' }, birthDate: '2019-05-04' };
  await own.put(CIRCLE, aCircle(id('cercle'), CHILD, { child }));
}, 180_000);
afterAll(() => own?.stop());

interface RequestRead {
  readonly id: string;
  readonly what?: string;
  readonly labels?: readonly string[];
}
const requestsOf = async (): Promise<readonly RequestRead[]> =>
  (await own.call('GET', `/v1/children/${CHILD}/referrals`)).body.referrals;

/** From the empty form to what they would see, by the keyboard. */
async function written(page: Page, { what, label }: { readonly what: string; readonly label: string }): Promise<void> {
  await page.locator('#field-what').waitFor({ timeout: 30_000 });
  await page.locator('#field-what').selectOption(what);
  await page.locator('input[type=radio]').first().check();
  await page.locator('#field-why').fill('Elle chante');
  await page.locator('#field-agreedBy').selectOption('maman');
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  await tabTo(page, label);
  await page.keyboard.press('Space');
  await expectForEverybody(page);
}

test('on a phone a request gets a label, under which the public network is shown no reason; it stands so in the record', async () => {
  const address = `children/${CHILD}/new-request`;
  const seen = await own.board.look(address, { role: 'pivot', device: 'phone', language: 'en' });
  const { page } = seen;
  await heading(page, 'New request');
  await written(page, { what: 'clsc.speech-therapy', label: '#field-labels' });
  expect(await textOf(page, 'details')).toMatch(/Labels.*a community partner sees nothing.*Restricted access/);
  await page.getByLabel('Asked by the young person alone').check();
  await page.getByRole('button', { name: 'See what they will see' }).tap();
  // A parent’s word does not count for what a young person asked alone.
  await page.getByText('What keeps it from leaving').waitFor({ timeout: 30_000 });
  expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Correct' }).tap();
  await page.locator('summary').tap();
  expect(await page.getByLabel('Restricted access', { exact: true }).isChecked()).toBe(true);
  await page.getByLabel('Asked by the young person alone').uncheck();
  await page.getByRole('button', { name: 'See what they will see' }).tap();
  await page.locator('article').waitFor({ timeout: 30_000 });
  expect(await textOf(page, 'article')).not.toContain('Elle chante');
  await page.getByRole('button', { name: 'Send' }).tap();
  // The child has no plan, which is asked for anew: what was told stays.
  await page.getByRole('heading', { name: 'The request is written down' }).waitFor({ timeout: 30_000 });
  const [request] = await eventually(requestsOf, (found) => found.length === 1);
  const { body } = await own.call('GET', `/v1/service-referrals/${request?.id}`);
  expect(body.labels).toEqual(['restricted']);
  expectNoComplaint(seen);
});

test('by the keyboard: under a label nothing leaves for a community partner, and a legal referral has none to put', async () => {
  const seen = await own.board.look(`children/${CHILD}/new-request`, { role: 'pivot', language: 'fr' });
  const { page } = seen;
  await heading(page, 'Nouvelle demande');
  await written(page, { what: 'arts-music', label: '#field-labels-violence' });
  await tabTo(page, 'form button.main');
  await page.keyboard.press('Enter');
  await page.getByText('Ce qui empêche l’envoi').waitFor({ timeout: 30_000 });
  expect(await page.getByRole('button', { name: 'Inscrire, puis imprimer' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Corriger' }).click();
  await page.locator('#field-what').selectOption('mediation');
  expect(await page.locator('#field-labels').count()).toBe(0);
  expectNoComplaint(seen);
});

test('who puts a label on a whole file is told before which requests end, and where; nothing is written until they say so', async () => {
  const request = id('demande-orchestre');
  const { programme: _p, service: _s, ...common } = aReferral(request, CHILD, { recipient: ORCHESTRA });
  await own.put(`/v1/social-prescriptions/${request}`, {
    ...common,
    kind: 'arts-music',
    agreements: [anAgreement(ORCHESTRA)],
  });
  const seen = await own.board.look(`children/${CHILD}`, { role: 'pivot', language: 'fr' });
  const { page } = seen;
  await page.getByRole('link', { name: 'Montrer moins de ce dossier' }).click();
  await heading(page, 'Montrer moins de ce dossier');
  await page.locator('#field-labels').waitFor({ timeout: 30_000 });
  await expectForEverybody(page);
  await tabTo(page, 'form button.main');
  await page.keyboard.press('Enter');
  await page.getByText('Rien ne change.').waitFor();
  await page.locator('#field-labels').check();
  await page.locator('form button.main').click();
  await page.getByRole('heading', { name: '1 demande prend fin' }).waitFor({ timeout: 30_000 });
  expect(await textOf(page)).toMatch(/Ce qui est demandé à Orchestre.*dites-le à la famille/);
  await expectForEverybody(page);
  const stateOf = async () => (await taskOfRequest(own.sandbox, CENTRE, request)).status;
  expect([await stateOf(), (await own.call('GET', CIRCLE)).body.child.labels]).toEqual(['requested', undefined]);

  await page.getByRole('button', { name: 'Inscrire, et mettre fin à 1 demande' }).click();
  await page.getByRole('heading', { name: 'C’est inscrit.' }).waitFor({ timeout: 40_000 });
  await eventually(stateOf, (state) => state === 'cancelled');
  expect((await own.call('GET', CIRCLE)).body.child.labels).toEqual(['restricted']);

  // Taken off again: nothing ends, and nobody is named.
  await page.reload();
  await page.locator('#field-labels').uncheck({ timeout: 30_000 });
  await page.locator('form button.main').click();
  await page.getByRole('heading', { name: 'Aucune demande ne prend fin' }).waitFor({ timeout: 30_000 });
  expect(await textOf(page)).toContain('Ce qui attendait sous l’étiquette part.');
  await page.getByRole('button', { name: 'Inscrire' }).click();
  await page.getByRole('heading', { name: 'C’est inscrit.' }).waitFor({ timeout: 40_000 });
  await eventually(
    () => own.call('GET', CIRCLE),
    ({ body }) => body.child.labels === undefined,
  );
  expectNoComplaint(seen);
});

test('whoever may not write the circle is not offered it', async () => {
  const seen = await own.board.look(`children/${CHILD}/labels`, { role: 'legal', language: 'en' });
  await heading(seen.page, 'Show less of this file');
  await seen.page.getByText('not for your role').waitFor({ timeout: 30_000 });
  expect(await seen.page.locator('#field-labels').count()).toBe(0);
  expectNoComplaint(seen);
});
