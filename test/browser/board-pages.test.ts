import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { aCircle, aPlan } from '../stack/concept-examples.ts';
import { eventually, ownIds, ownMark, type StackSandbox } from '../stack/stack-sandbox.ts';
import type { BoardLook } from './at-the-board.ts';
import { type OwnBoard, ownBoard } from './own-board.ts';
import { expectForEverybody, heading, tabTo, textOf } from './reading.ts';

const id = ownIds();
/** Its own: the lists of a centre are those of the whole shared record. */
const CENTRE = id('centre');
const CLSC = id('clsc');
const ORCHESTRA = id('orchestre');
const CHILD = id('enfant');
/** What no recipient may see, and no log. */
const FAMILY_NAME = `Canari${ownMark()}`;
const WHY = `Elle chante${ownMark()}`;
let own: OwnBoard;
let sandbox: StackSandbox;

beforeAll(async () => {
  own = await ownBoard(
    CENTRE,
    [
      ['clsc-hochelaga', CLSC],
      ['orchestre-vanier', ORCHESTRA],
    ],
    { settings: { BESIDE_MAX_MS: '1000', BESIDE_LOOK_AGAIN_MS: '300' } },
  );
  sandbox = own.sandbox;
  const child = {
    id: CHILD,
    name: { given: ['Mai'], family: FAMILY_NAME },
    birthDate: '2019-05-04',
    languages: ['vi', 'fr'],
  };
  await put(`/v1/care-circles/${id('cercle')}`, aCircle(id('cercle'), CHILD, { child }));
  await put(`/v1/action-plans/${id('plan')}`, aPlan(id('plan'), CHILD, { circle: id('cercle') }));
  // What it names does not come in time: it is set aside.
  await put(`/v1/action-plans/${id('perdu')}`, aPlan(id('perdu'), CHILD, { circle: id('plus-tard') }));
  await eventually(
    () => sandbox.call('GET', '/v1/dead-letters', { centre: CENTRE }),
    ({ body }) => body.total === 1,
  );
});
afterAll(() => own?.stop());

const put = (path: string, body: object) =>
  sandbox.call('PUT', path, { centre: CENTRE, body: { ...body, centre: CENTRE }, headers: { prefer: 'wait=30' } });

/** What browsers complain of, a policy that stops something with it; an answer that refuses is no complaint of ours. */
const complaints: (readonly string[])[] = [];
async function looking(path: string, look: BoardLook): Promise<Page> {
  const seen = await own.board.look(path, look);
  complaints.push(seen.complaints);
  return seen.page;
}
afterEach(() => {
  expect(complaints.flat().filter((it) => !/status of (403|404|422)/.test(it))).toEqual([]);
});

const requestsOf = async (): Promise<readonly fhir4.ServiceRequest[]> => {
  const { body } = await sandbox.hapi(`ServiceRequest?patient.identifier=${IDENTIFIERS.child(CENTRE)}|${CHILD}`);
  return (body.entry ?? []).map(({ resource }: { resource: fhir4.ServiceRequest }) => resource);
};

test('on a phone a request takes at most 8 fields and 20 acts; what was looked at is what reaches the record and the partner', async () => {
  const page = await looking('new-request', { role: 'pivot', device: 'phone', language: 'en' });
  await heading(page, 'New request');
  let acts = 0;
  const did = async (act: Promise<unknown>): Promise<void> => {
    acts += 1;
    await act;
  };
  await did(page.locator('#field-child').fill(`Mai ${FAMILY_NAME}`));
  await did(page.getByRole('button', { name: 'Search' }).tap());
  await page.getByRole('link', { name: FAMILY_NAME }).waitFor();
  await expectForEverybody(page);
  expect(decodeURIComponent(page.url())).not.toContain(FAMILY_NAME);
  await did(page.getByRole('link', { name: FAMILY_NAME }).tap());

  await page.locator('#field-what').waitFor();
  await did(page.locator('#field-what').selectOption('clsc.speech-therapy'));
  await did(page.locator(`input[value="${CLSC}"]`).tap());
  expect(await textOf(page, 'fieldset:has([type=radio])')).toMatch(/In French, Spanish.*hochelaga.*5 working days/);
  await did(page.locator('#field-why').fill(WHY));
  await did(page.locator('#field-reach').selectOption('telephone'));
  await did(page.locator('#field-person').selectOption('maman'));
  await did(page.locator('#field-number').fill('514 555-0177'));
  await did(page.locator('#field-mustNot').fill('Leave a message'));
  await did(page.locator('#field-agreedBy').selectOption('maman'));
  const fields = page.locator('form :is(input:not([type=radio]), select, textarea):visible, form fieldset:visible');
  expect(await fields.count()).toBeLessThanOrEqual(8);
  await expectForEverybody(page);
  await did(page.getByRole('button', { name: 'See what they will see' }).tap());

  const seen = page.locator('article');
  await seen.waitFor({ timeout: 30_000 });
  await expectForEverybody(page);
  const shown = (await seen.textContent()) ?? '';
  for (const words of [WHY, FAMILY_NAME, '514 555-0177', 'Leave a message', 'Orthophonie'])
    expect(shown).toContain(words);
  expect(await requestsOf()).toEqual([]);
  await did(page.getByRole('button', { name: 'Send' }).tap());
  await page.getByRole('heading', { name: 'The request is written down' }).waitFor({ timeout: 30_000 });
  expect(acts).toBeLessThanOrEqual(20);
  await expectForEverybody(page);

  const [request] = await eventually(requestsOf, (found) => found.length === 1);
  expect(request?.reasonCode?.[0]?.text).toBe(WHY);
  const tasks = await eventually(
    async () => sandbox.partners.get(CLSC)?.tasks() ?? [],
    (found) => found.length === 1,
  );
  expect(tasks[0]?.status).toBe('requested');
  await page.getByRole('link', { name: 'Where it is' }).tap();
  await eventually(
    () => textOf(page),
    (text) => /In the record since/.test(text) && text.includes(`${CLSC}: `),
  );
  await expectForEverybody(page);
  for (const secret of [FAMILY_NAME, WHY, '555-0177']) expect(sandbox.logged()).not.toContain(secret);
});

test('with the keyboard alone, from a goal of the plan to a page of paper; what is missing or refused is told at its field', async () => {
  const address = `children/${CHILD}/new-request?goal=parler`;
  const page = await looking(address, { role: 'pivot', device: 'desktop', language: 'fr' });
  await heading(page, 'Nouvelle demande');
  await page.locator('#field-what').waitFor();
  expect(await page.locator('#field-why').inputValue()).toBe('Qu’elle puisse se faire comprendre');
  await tabTo(page, 'form button.main');
  await page.keyboard.press('Enter');
  const wrongAt = () => page.evaluate('document.activeElement?.id');
  expect(await eventually(wrongAt, (it) => it === 'field-what', 5_000)).toBe('field-what');
  expect(await textOf(page, 'form')).toContain('Dites ce qui est demandé.');
  await expectForEverybody(page);

  await page.keyboard.type('Arts');
  await tabTo(page, 'input[type=radio]');
  await page.keyboard.press('Space');
  await tabTo(page, '#field-agreedBy');
  await page.keyboard.type('Lan');
  await tabTo(page, 'summary');
  await page.keyboard.press('Enter');
  await page.locator('#field-agreedOn').fill('2099-01-01');
  await tabTo(page, 'form button.main');
  await page.keyboard.press('Enter');
  expect(await eventually(wrongAt, (it) => it === 'field-agreedOn', 30_000)).toBe('field-agreedOn');
  expect(await textOf(page, 'form')).toContain('Cette date est dans le futur');
  await expectForEverybody(page);

  await page.locator('#field-agreedOn').fill('2026-11-20');
  await tabTo(page, 'form button.main');
  await page.keyboard.press('Enter');
  await page.locator('article').waitFor({ timeout: 30_000 });
  expect(await textOf(page, 'article')).not.toMatch(new RegExp(`${FAMILY_NAME}|se faire comprendre|2019-05`));
  await expectForEverybody(page);
  await tabTo(page, 'main button.main');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'La demande est inscrite' }).waitFor({ timeout: 30_000 });
  await tabTo(page, '#field-left-how');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('C’est noté.').waitFor({ timeout: 30_000 });
  await expectForEverybody(page);
  const made = await eventually(requestsOf, (found) => found.some(({ category }) => hasKind(category)));
  expect(made.find(({ category }) => hasKind(category))?.extension?.map(({ url }) => url)).toContain(
    'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal',
  );
});

const hasKind = (category: readonly fhir4.CodeableConcept[] | undefined): boolean =>
  category?.some(({ coding }) => coding?.some(({ code }) => code === 'social-prescription')) ?? false;

test.each([
  ['desktop', 'fr', 'Partenaires', 'Langue', 'Échanges'],
  ['phone', 'en', 'Partners', 'Language', 'Exchanges'],
] as const)(
  'on a %s, in %s: whom to call, with a choice that stays in the address; and what was set aside',
  async (device, language, title, label, exchanges) => {
    const page = await looking('partners', { role: 'pivot', device, language });
    await heading(page, title);
    await page.locator('a[href^="tel:"]').nth(1).waitFor();
    await expectForEverybody(page);
    await page.getByLabel(label).selectOption('es');
    await eventually(
      () => page.locator('a[href^="tel:"]').count(),
      (count) => count === 1,
    );
    expect(new URL(page.url()).search).toBe('?language=es');
    await page.getByRole('link', { name: exchanges }).click();
    await heading(page, exchanges);
    await eventually(
      () => textOf(page),
      (text) => text.includes(id('perdu')),
    );
    expect(await textOf(page)).not.toContain(FAMILY_NAME);
    await expectForEverybody(page);
  },
);

test('whoever operates finds something by its number, tries a replay, replays it, and it goes on; never with a word of what it says', async () => {
  await put(`/v1/care-circles/${id('plus-tard')}`, aCircle(id('plus-tard'), id('autre')));
  const { body } = await sandbox.call('GET', '/v1/dead-letters', { centre: CENTRE });
  const [letter] = body.letters;
  const page = await looking(`exchanges?number=${letter.id}`, { role: 'operator', device: 'desktop', language: 'fr' });
  await heading(page, 'Échanges');
  const mine = page.locator('li', { hasText: id('perdu') });
  await mine.waitFor();
  await eventually(
    () => textOf(page),
    (text) => text.includes('Mis de côté\u00a0: une personne doit regarder.'),
  );
  await page.getByRole('row', { name: CLSC }).waitFor();
  await expectForEverybody(page);
  await mine.getByRole('button', { name: 'Reprendre' }).focus();
  await page.keyboard.press('Enter');
  await mine.getByRole('button', { name: 'Confirmer la reprise' }).waitFor();
  await expectForEverybody(page);
  await mine.getByRole('button', { name: 'Confirmer la reprise' }).focus();
  await page.keyboard.press('Enter');
  await eventually(
    () => sandbox.call('GET', `/v1/action-plans/${id('perdu')}`, { centre: CENTRE }),
    ({ status }) => status === 200,
  );
  await page.getByRole('row', { name: CLSC }).getByRole('button').click();
  await page.getByRole('row', { name: CLSC }).getByRole('button', { name: CLSC }).click();
  await page.getByRole('row', { name: CLSC }).getByRole('button', { name: 'Envoyer de nouveau' }).click();
  await page.getByRole('row', { name: CLSC }).getByText('Part normalement').waitFor();
  expect(await page.content()).not.toContain(FAMILY_NAME);
});
