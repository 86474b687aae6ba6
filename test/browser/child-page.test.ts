import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import { aCircle, aLegalReferral, anAnswer, aPlan, aReferral } from '../stack/concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from '../stack/stack-sandbox.ts';
import { type ABrowser, aBrowser } from './a-browser.ts';
import { type AtTheBoard, atTheBoard, builtBoard, expectNoComplaint } from './at-the-board.ts';
import { expectForEverybody, heading, tabTo, textOf } from './reading.ts';

const id = ownIds();
const child = id('enf');
const GONE = 'Oncle Quang';
let issuer: LocalIssuer;
let sandbox: StackSandbox;
let browser: ABrowser;
let board: AtTheBoard;

beforeAll(async () => {
  await builtBoard();
  issuer = await localIssuer();
  [browser, sandbox] = await Promise.all([aBrowser(), stackSandbox({}, { tokens: async () => issuer })]);
  board = atTheBoard(browser, issuer, sandbox.gatewayUrl, 'hochelaga');
  const members = [
    { kind: 'family', id: 'maman', name: { text: 'Lan' }, kinship: 'MTH', legalRole: 'tap' },
    { kind: 'family', id: 'oncle', name: { text: GONE }, kinship: 'UNCLE', period: { start: '2024', end: '2025-03' } },
    { kind: 'community', id: 'coach', name: { text: 'Luc' }, role: 'entraîneur', period: { start: '2025-09-02' } },
    { kind: 'professional', id: id('claire'), name: 'Claire Roy', period: { start: '2024-11' } },
    { kind: 'institution', id: id('ecole'), name: 'École du Fleuve' },
  ];
  await kept('care-circles', aCircle(id('cercle'), child, { members, pivot: id('claire') }));
  const plan = {
    strengths: [{ words: 'Elle chante et retient toutes les chansons.' }],
    goals: [{ id: 'parler', words: 'Que les autres me comprennent', agreedOn: '2026-11-19' }],
    actions: [
      { kind: 'commitment', what: 'Lire le soir', who: { kind: 'member', id: 'maman' }, goals: ['parler'] },
      { kind: 'commitment', what: 'Conduire', who: { kind: 'member', id: 'oncle', name: GONE }, goals: ['parler'] },
    ],
  };
  await kept('action-plans', aPlan(id('plan'), child, plan));
  await kept('service-referrals', aReferral(id('ortho'), child, { goals: ['parler'] }));
  await sandbox.call('POST', `/v1/referrals/${id('ortho')}/answers`, {
    body: anAnswer('accepted', { happenedAt: '2026-11-23T10:00:00-05:00' }),
    headers: { prefer: 'wait=30', 'idempotency-key': id('oui') },
  });
  await eventually(
    () => sandbox.call('POST', '/v1/register/_search', { body: { child } }),
    ({ body }) => body.entries.some(({ act }: { act: string }) => act === 'disclosed'),
  );
  await eventually(
    () => sandbox.call('GET', `/v1/children/${child}/timeline`),
    ({ body }) => body.entries?.some(({ kind }: { kind: string }) => kind === 'answer'),
  );
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await sandbox?.stop();
});

async function kept(plural: string, concept: object): Promise<void> {
  const { id: number } = concept as { id: string };
  const headers = { prefer: 'wait=30' };
  await sandbox.call('PUT', `/v1/${plural}/${number}`, { body: concept, headers });
  await eventually(
    () => sandbox.call('GET', `/v1/${plural}/${number}`),
    ({ status }) => status === 200,
  );
}

const WORDS = {
  fr: {
    parts: ['Ce qui va bien', 'Le cercle', 'Les besoins, jour par jour', 'La ligne de vie'],
    waiting: 'En attente',
    answer: 'Réponse',
    tab: 'L’enfant — Passerelle',
    plan: 'Le plan de Mai',
    someone: 'Un engagement n’est pas imprimé',
  },
  en: {
    parts: ['What goes well', 'The circle', 'The needs, day by day', 'The life line'],
    waiting: 'Waiting',
    answer: 'Answer',
    tab: 'The child — Passerelle',
    plan: 'The plan of Mai',
    someone: 'One commitment is not printed',
  },
} as const;

const part = (page: Page, name: string) => page.locator('section', { has: page.locator('h2', { hasText: name }) });

test.each([
  ['desktop', 'fr'],
  ['desktop', 'en'],
  ['phone', 'fr'],
  ['phone', 'en'],
] as const)(
  'whoever holds the thread sees one child on a %s, in %s: strengths first, then the circle, the needs and the life line',
  async (device, language) => {
    const words = WORDS[language];
    const seen = await board.look(`children/${child}`, { role: 'pivot', device, language });
    const { page } = seen;
    await heading(page, 'Mai Nguyễn');
    const [, circle = '', needs = '', lifeLine = ''] = words.parts;
    await part(page, lifeLine).getByText(words.answer, { exact: true }).last().waitFor();
    expect(await page.locator('main h2').allTextContents()).toEqual(words.parts);
    expect(await part(page, circle).getByRole('listitem').count()).toBe(4);
    expect(await textOf(page)).toMatch(/CLSC Hochelaga|Hochelaga CLSC/);
    const strip = part(page, needs).getByRole('img', { name: 'Que les autres me comprennent' });
    expect(await strip.locator('rect').count()).toBeGreaterThanOrEqual(2);
    expect(await part(page, needs).locator('dl').first().textContent()).toContain(words.waiting);
    expect(await page.title()).toBe(words.tab);
    await expectForEverybody(page);

    await page.goto(`${page.url()}/plan`);
    await heading(page, words.plan);
    await page.getByText('Lire le soir').waitFor();
    await expectForEverybody(page);
    expectNoComplaint(seen);
  },
);

test('whoever has left the circle is on no day of the slider until asked for, and named on no plan to be printed', async () => {
  const { page } = await board.look(`children/${child}`, { role: 'clinical' });
  const slider = page.locator('input[type=range]');
  await slider.waitFor();
  const days = Number(await slider.getAttribute('max'));
  for (let day = days; day >= 0; day -= 1) {
    await slider.fill(String(day));
    expect([day, (await page.content()).includes(GONE)]).toEqual([day, false]);
  }
  await page.getByLabel('Montrer aussi qui a quitté le cercle').check();
  await page.getByText(GONE).first().waitFor();
  expect(Number(await slider.getAttribute('max'))).toBeGreaterThan(days);

  await page.goto(`${page.url()}/plan`);
  await page.getByText(WORDS.fr.someone).waitFor();
  expect(await page.content()).not.toContain(GONE);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByText(WORDS.fr.someone).isVisible()).toBe(false);
  expect(await page.getByText('Elle chante').isVisible()).toBe(true);
});

test('by keyboard alone one goes back in time, asks for those who left, and for what was known then', async () => {
  const seen = await board.look(`children/${child}`, { role: 'pivot' });
  const { page } = seen;
  await page.locator('input[type=range]').waitFor();
  await tabTo(page, 'input[type=range]');
  await page.keyboard.press('ArrowLeft');
  await page.getByText('2 septembre 2025 · se joint au cercle : Luc').waitFor();
  await tabTo(page, 'input[type=checkbox]');
  await page.keyboard.press('Space');
  await page.getByText(GONE).first().waitFor();
  await tabTo(page, 'input[type=radio]');
  const asked = page.waitForRequest((it) => it.url().includes('/ledger?asOf='));
  await page.keyboard.press('ArrowRight');
  expect((await asked).url()).toContain('knownAt=');
  await page.locator('input[type=date]').waitFor();
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  await page.getByRole('cell', { name: WORDS.fr.waiting }).first().waitFor();
  expectNoComplaint(seen);
});

test('who received what is for the pivot and the privacy officer; to read it stands in it', async () => {
  const seen = await board.look(`children/${child}/received`, { role: 'privacy' });
  await heading(seen.page, 'Qui a reçu quoi');
  await seen.page.getByText('a communiqué à CLSC Hochelaga').first().waitFor();
  await seen.page.getByText('a consulté une liste (le registre)').first().waitFor();
  await expectForEverybody(seen.page);
  expectNoComplaint(seen);

  const { page } = await board.look(`children/${child}/received`, { role: 'clinical' });
  await page.getByText('Cette page n’est pas pour votre rôle').waitFor();
  await page.goto(page.url().replace('/received', ''));
  await page.getByText('Le plan, à imprimer').waitFor();
  expect(await page.getByText('Qui a reçu quoi').count()).toBe(0);
});

test('an extract for the family is reviewed by a person before it is a page, which says nothing of what was left out', async () => {
  await kept('legal-referrals', aLegalReferral(id('droit'), child));
  await eventually(
    () => sandbox.call('POST', '/v1/register/_review', { body: { child, for: 'parent', reviewedBy: 'Claire Roy' } }),
    ({ body }) => body.leftOut.legal > 0,
  );
  const seen = await board.look(`children/${child}/received`, { role: 'privacy', device: 'phone' });
  const { page } = seen;
  await page.getByText('Un extrait à remettre à la famille').click();
  await heading(page, 'Extrait à remettre');
  await expectForEverybody(page);
  await page.locator('#field-reviewed-by').fill('Claire Roy');
  await page.keyboard.press('Enter');
  await page.getByText('a communiqué à CLSC Hochelaga').first().waitFor();
  await page.getByText('Références juridiques, et ce que le volet juridique a lu : ').waitFor();
  const print = page.getByRole('button', { name: 'Voir la page à imprimer' });
  expect(await print.isDisabled()).toBe(true);
  await page.getByLabel('J’ai relu chaque ligne').check();
  await expectForEverybody(page);
  await print.click();
  await page.locator('article').getByText('Relu par Claire Roy').waitFor();
  await expectForEverybody(page);
  await page.emulateMedia({ media: 'print' });
  const onPaper = await textOf(page, 'article');
  expect(onPaper).toContain('a communiqué à CLSC Hochelaga');
  expect(onPaper).not.toMatch(/Mai |Nguy|juridique/);
  for (const beside of ['Une personne relit', 'Imprimer', 'Extrait à remettre'])
    expect([beside, await page.getByText(beside).first().isVisible()]).toEqual([beside, false]);
  expect(decodeURIComponent(page.url())).not.toContain('Claire');
  expectNoComplaint(seen);
});

test('that somebody may not know of the file is recorded on a phone, said to whoever prepares an extract, and ended; no address tells of it', async () => {
  const seen = await board.look(`children/${child}/received`, { role: 'pivot', device: 'phone' });
  const { page } = seen;
  await page.getByText('Qui ne doit pas savoir').click();
  await heading(page, 'Qui ne doit pas savoir que le dossier existe');
  await page.getByText('Aucune décision pour cet enfant.').waitFor();
  await expectForEverybody(page);
  await page.getByRole('button', { name: 'Inscrire une décision' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Inscrire' }).click();
  await page.getByText('Il manque').first().waitFor();
  await page.locator('#field-member').selectOption('maman');
  await page.locator('#field-basis').selectOption('serious-harm');
  await expectForEverybody(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Inscrire' }).click();
  await page.getByText('jusqu’à ce qu’on y mette fin').waitFor();
  await expectForEverybody(page);

  const asked = { child, for: 'parent', member: 'maman', reviewedBy: 'Claire Roy' };
  const told = async () => (await sandbox.call('POST', '/v1/register/_review', { body: asked })).body;
  expect((await told()).refusals).toMatchObject([{ member: 'maman', applies: true }]);
  await page.getByRole('button', { name: 'Y mettre fin' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Y mettre fin' }).click();
  await page.getByText('On y a mis fin (décidé par hochelaga/pivot).').waitFor();
  await page.getByText('Rien en vigueur aujourd’hui.').waitFor();
  expect((await told()).refusals).toEqual([]);
  expect(decodeURIComponent(page.url())).not.toMatch(/maman|serious/);
  expectNoComplaint(seen);
});

test('on the board the privacy officer, who does not read the circle, says by number who may not know; clinical staff find no such page', async () => {
  const seen = await board.look(`children/${child}/received/refusals`, { role: 'privacy', language: 'en' });
  const { page } = seen;
  await heading(page, 'Who may not know that the file exists');
  await page.getByRole('button', { name: 'Record a decision' }).click();
  await page.locator('#field-member').fill('nobody');
  await page.locator('#field-basis').selectOption('serious-harm');
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click();
  await page.getByText('Nobody of this number').waitFor();
  await expectForEverybody(page);
  expect(seen.complaints.filter((it) => !/status of 4(03|04|22)/.test(it))).toEqual([]);

  const { page: others } = await board.look(`children/${child}/received/refusals`, { role: 'clinical' });
  await others.getByText('Cette page n’est pas pour votre rôle').waitFor();
});

test('a child is found by name, and the name stands in no address', async () => {
  const seen = await board.look('children', { role: 'reception', device: 'phone' });
  const { page } = seen;
  const addresses: string[] = [];
  page.on('request', (it) => addresses.push(it.url()));
  await page.getByLabel('Nom').fill('Nguy');
  await page.keyboard.press('Enter');
  await page.locator(`a[href$="${child}"]`).click();
  await heading(page, 'Mai Nguyễn');
  expect(addresses.filter((it) => /nguy/i.test(decodeURIComponent(it)))).toEqual([]);
  expect(await page.locator('main h2').allTextContents()).toEqual(['Le cercle']);
  await expectForEverybody(page);
  expectNoComplaint(seen);
});
