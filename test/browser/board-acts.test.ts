import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { aCircle, anAgreement, anAnswer, aPlan, aReferral } from '../stack/concept-examples.ts';
import { eventually, ownIds, ownMark } from '../stack/stack-sandbox.ts';
import { foundAbout, taskOfRequest } from './a-finding.ts';
import { expectNoComplaint } from './at-the-board.ts';
import { type OwnBoard, ownBoard } from './own-board.ts';
import { expectForEverybody, tabTo, textOf } from './reading.ts';

const id = ownIds();
const CENTRE = id('centre');
const CLSC = id('clsc');
const ORCHESTRA = id('orchestre');
const HOSPITAL = id('hopital');
/** Nobody else in the shared record is called so. */
const FAMILY = `Bélisle${ownMark()}`;
const PAPER = 'Thierry Papineau';
const TOLD = 'Noah Kistabish';
const WAITS = 'Zoé Bélanger-Roy';
/** What is for the centre alone. */
const WORDS = { told: 'Lan est soulagée', reminded: 'Message laissé à l’accueil', note: 'La famille préfère le matin' };
let own: OwnBoard;
let putOff: string;
let inbound: string;

beforeAll(async () => {
  own = await ownBoard(CENTRE, [
    ['clsc-hochelaga', CLSC],
    ['orchestre-vanier', ORCHESTRA],
    ['hopital-enfants', HOSPITAL],
  ]);
  await Promise.all([aPageToSend(), anEndToTell(), anAnswerAwaited(), aReferralToSettle()]);
}, 180_000);
afterAll(() => own?.stop());

async function aChild(name: string, called: string, birthDate = '2023-05-04'): Promise<string> {
  const [given, family] = called.split(' ');
  const child = { id: id(name), name: { given: [given], family }, birthDate };
  await own.put(`/v1/care-circles/${id(`cercle-${name}`)}`, aCircle(id(`cercle-${name}`), child.id, { child }));
  return child.id;
}

async function asked(name: string, child: string): Promise<string> {
  const request = id(`demande-${name}`);
  const referral = aReferral(request, child, { recipient: CLSC, agreements: [anAgreement(CLSC)] });
  await own.put(`/v1/service-referrals/${request}`, referral);
  await eventually(
    async () => (await recordOf('service-referrals', request)).deliveries[0]?.state,
    (state) => state === 'sent',
  );
  return request;
}

const recordOf = async (plural: string, request: string) =>
  (await own.sandbox.call('GET', `/v1/${plural}/${request}`, { centre: CENTRE })).body.record;

async function aPageToSend(): Promise<void> {
  const child = await aChild('papier', PAPER);
  const request = id('demande-papier');
  const { programme: _p, service: _s, ...common } = aReferral(request, child, { recipient: ORCHESTRA });
  const prescription = { ...common, kind: 'arts-music', what: 'Tambour', agreements: [anAgreement(ORCHESTRA)] };
  await own.put(`/v1/social-prescriptions/${request}`, prescription);
  await foundAbout(own.sandbox, { centre: CENTRE, child, request, code: 'not-sent' });
}

async function anEndToTell(): Promise<void> {
  const child = await aChild('fini', TOLD);
  await own.put(`/v1/action-plans/${id('plan')}`, aPlan(id('plan'), child, { circle: id('cercle-fini') }));
  const request = await asked('fini', child);
  for (const body of [anAnswer('accepted'), anAnswer('completed', { outcome: 'Trois rencontres' })])
    await own.sandbox.call('POST', `/v1/referrals/${request}/answers`, { centre: CENTRE, body });
  await eventually(
    () => taskOfRequest(own.sandbox, CENTRE, request),
    ({ status }) => status === 'completed',
  );
  await foundAbout(own.sandbox, { centre: CENTRE, child, request, code: 'family-not-told' });
}

async function anAnswerAwaited(): Promise<void> {
  const child = await aChild('attend', WAITS);
  const request = await asked('attend', child);
  putOff = (await foundAbout(own.sandbox, { centre: CENTRE, child, request, code: 'silent' })).id;
}

/** Twins: by what the hospital says it may be either. */
async function aReferralToSettle(): Promise<void> {
  const birthDate = '2018-01-12';
  await Promise.all([aChild('eve', `Ève ${FAMILY}`, birthDate), aChild('noe', `Noé ${FAMILY}`, birthDate)]);
  const child = { given: 'Alix', family: FAMILY, birthDate };
  const what = 'Évaluation globale';
  await own.sandbox.partners.get(HOSPITAL)?.refer({ child, what, reason: 'Retard de langage', centre: CENTRE });
  const { body } = await eventually(
    () => own.sandbox.call('GET', '/v1/matches', { centre: CENTRE }),
    ({ body: { matches } }) => matches?.length === 1,
  );
  inbound = body.matches[0].id;
}

const cardOf = (page: Page, name: string): Locator => page.locator('article', { hasText: name });
const dialogOf = (page: Page): Locator => page.getByRole('dialog').locator('form');

/** Opens an act of a card by the keyboard: the button that stands there, or the menu of what else can be done. */
async function open(page: Page, name: string, act: string): Promise<void> {
  const card = cardOf(page, name);
  const button = card.locator('button', { hasText: act });
  if ((await button.count()) > 0) {
    await button.focus();
    await page.keyboard.press('Enter');
  } else {
    await card.locator('button[aria-haspopup=menu]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: act }).waitFor();
    await arrowTo(page, act);
    await page.keyboard.press('Enter');
  }
  await dialogOf(page).waitFor();
}

const ITEMS_MAX = 10;

async function arrowTo(page: Page, item: string): Promise<void> {
  for (let presses = 0; presses < ITEMS_MAX; presses += 1) {
    if ((await page.evaluate('document.activeElement?.textContent')) === item) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows do not reach ${item}`);
}

async function write(page: Page, name: string, done: string): Promise<void> {
  await dialogOf(page).locator('button[type=submit]').focus();
  await page.keyboard.press('Enter');
  await cardOf(page, name).getByRole('status').filter({ hasText: done }).waitFor({ timeout: 40_000 });
}

const actsOn = async (task: fhir4.Task): Promise<readonly (string | undefined)[]> => {
  const { body } = await own.sandbox.hapi(`Provenance?target=Task/${task.id}`);
  return body.entry.map(({ resource }: { resource: fhir4.Provenance }) => resource.activity?.coding?.[0]?.code);
};

test('by keyboard alone a page is printed and noted as faxed, and a family is told: both stand in the record, and what the family says stays at the centre', async () => {
  const seen = await own.board.look('loops?of=centre', { role: 'pivot', language: 'fr' });
  const { page } = seen;
  await cardOf(page, PAPER).waitFor();
  await open(page, PAPER, 'Imprimer, noter le départ');
  await expectForEverybody(page);
  const printed = page.waitForResponse((it) => it.url().includes('/page?recipient='));
  const opened = page.waitForEvent('popup');
  await dialogOf(page).getByRole('button', { name: 'Ouvrir la page à imprimer' }).focus();
  await page.keyboard.press('Enter');
  const pdf = await printed;
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  await (await opened).close();
  await dialogOf(page).locator('input[value=fax]').focus();
  await page.keyboard.press('Space');
  await write(page, PAPER, 'Départ noté');
  const { deliveries } = await eventually(
    () => recordOf('social-prescriptions', id('demande-papier')),
    ({ deliveries: [first] }) => first?.state === 'sent',
  );
  expect(deliveries[0]).toMatchObject({ recipient: ORCHESTRA, how: 'fax' });
  expect(await actsOn(await taskOfRequest(own.sandbox, CENTRE, id('demande-papier')))).toContain('dispatched');

  await open(page, TOLD, 'Dire à la famille');
  await tabTo(page, '#saidBy');
  await page.keyboard.type('Rosalie Gagné');
  await tabTo(page, '#words');
  await page.keyboard.type(WORDS.told);
  await expectForEverybody(page);
  await write(page, TOLD, 'la famille sait');
  const { loop } = await eventually(
    () => recordOf('service-referrals', id('demande-fini')),
    (record) => record.loop.closed,
  );
  expect(loop).toEqual({ state: 'completed', closed: true, why: 'family-told' });
  const task = await taskOfRequest(own.sandbox, CENTRE, id('demande-fini'));
  expect([task.status, task.businessStatus?.coding?.[0]?.code]).toEqual(['completed', 'family-told']);
  expectNoComplaint(seen);
});

test('on a phone somebody is reminded, a note is written and a line is put off: each stands in the record, and no partner sees a word of it', async () => {
  const seen = await own.board.look('loops?of=centre', { role: 'pivot', device: 'phone', language: 'en' });
  const { page } = seen;
  await cardOf(page, WAITS).waitFor();
  await open(page, WAITS, 'Remind');
  expect(await textOf(page, '[role=dialog]')).toContain('514 555-0141');
  await dialogOf(page).locator('textarea').fill(WORDS.reminded);
  await expectForEverybody(page);
  await write(page, WAITS, 'Reminder written down');
  await open(page, WAITS, 'Write a note');
  await dialogOf(page).locator('textarea').fill(WORDS.note);
  await write(page, WAITS, 'Note written');
  const said = await eventually(notesOn, (notes) => notes.length === 2);
  expect([...said].sort()).toEqual([WORDS.note, WORDS.reminded].sort());

  await open(page, WAITS, 'Put off');
  const until = await dialogOf(page).locator('input[type=date]').inputValue();
  await dialogOf(page).locator('textarea').fill('Le CLSC est fermé cette semaine');
  await expectForEverybody(page);
  await write(page, WAITS, 'Put off');
  const { body: finding } = await own.sandbox.hapi(`Task/${putOff}`);
  expect([finding.status, finding.restriction.period.start, finding.note[0].text]).toEqual([
    'on-hold',
    until,
    'Le CLSC est fermé cette semaine',
  ]);
  await page.getByRole('button', { name: 'Read again' }).tap();
  await cardOf(page, WAITS).waitFor({ state: 'detached' });

  for (const partner of own.sandbox.partners.values())
    for (const words of Object.values(WORDS)) expect(JSON.stringify(partner.log())).not.toContain(words);
  for (const words of Object.values(WORDS)) expect(own.sandbox.logged()).not.toContain(words);
  expectNoComplaint(seen);
});

async function notesOn(): Promise<readonly (string | undefined)[]> {
  const { body } = await own.sandbox.hapi(
    `Communication?patient.identifier=${IDENTIFIERS.child(CENTRE)}|${id('attend')}`,
  );
  return (body.entry ?? []).map(
    ({ resource }: { resource: fhir4.Communication }) => resource.payload?.[0]?.contentString,
  );
}

test('which child a hospital speaks of is settled by name and birth date: the referral is that child’s in the record, and what the hospital said of them is gone', async () => {
  const seen = await own.board.look('loops?of=centre', { role: 'pivot', language: 'fr' });
  const { page } = seen;
  const section = page.locator('section', { hasText: 'de quel enfant s’agit-il' });
  await section.waitFor();
  const words = await section.textContent();
  for (const said of [`Alix ${FAMILY}`, `Ève ${FAMILY}`, `Noé ${FAMILY}`, '12 janvier 2018', 'Hôpital pour enfants'])
    expect(words).toContain(said);
  for (const number of [id('eve'), id('noe'), HOSPITAL]) expect(words).not.toContain(number);
  await expectForEverybody(page);
  await section.getByRole('button', { name: `C’est Noé ${FAMILY}` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'C’est noté' }).waitFor({ timeout: 40_000 });
  await expectForEverybody(page);
  const { body } = await eventually(
    () => own.sandbox.call('GET', `/v1/inbound-referrals/${inbound}`, { centre: CENTRE }),
    ({ body: { child } }) => child !== undefined,
  );
  expect([body.child, body.childSaid]).toEqual([{ id: id('noe') }, undefined]);
  const { body: found } = await own.sandbox.hapi(`ServiceRequest?identifier=${IDENTIFIERS.request(CENTRE)}|${inbound}`);
  const [{ resource }] = found.entry;
  expect(resource.subject.identifier).toMatchObject({ system: IDENTIFIERS.child(CENTRE), value: id('noe') });
  expect(JSON.stringify(resource)).not.toContain('Alix');
  await page.reload();
  await cardOf(page, TOLD).waitFor();
  await section.waitFor({ state: 'detached' });
  // Whoever could be it was read, and that stands in their register.
  await eventually(
    () => own.sandbox.call('POST', '/v1/register/_search', { centre: CENTRE, body: { child: id('eve') } }),
    ({ body: { entries } }) => entries?.some(({ what }: { what: string }) => what === 'match'),
  );
  expectNoComplaint(seen);
});
