import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PartnerSandbox } from '../../../sandbox/partners/partner-sandbox.ts';
import type { StandInReferral } from '../../../sandbox/partners/stand-in-referral.ts';
import { aCircle } from '../concept-examples.ts';
import { type Answer, eventually, ownMark, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';

const CENTRE = 'hochelaga';
const HOSPITAL = 'hopital-enfants';
/** Letters of its own, so that no child of another test is alike in the shared HAPI. */
const mark = ownMark();
const id = (name: string): string => `${name}-${mark}`;

let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({ DELIVERY_FIRST_RETRY_MS: '100', DELIVERY_RETRY_CAP_MS: '300' });
});
afterAll(() => sandbox?.stop());

const hospital = (): PartnerSandbox => {
  const found = sandbox.partners.get(HOSPITAL);
  if (found === undefined) throw new Error(`nobody stands in for ${HOSPITAL}`);
  return found;
};

type Said = StandInReferral['child'];

let cards = 0;
/** The NAM of a girl born on 2018-01-12, which nobody else has. */
function aCard(): string {
  cards += 1;
  return `${mark.slice(0, 4).toUpperCase()}185112${String(cards).padStart(2, '0')}`;
}

/** A family name for each test: two tests never speak of children who are alike. */
let families = 0;
function aFamily(): string {
  families += 1;
  return `Tremblay${mark}${'abcdefghijklmnopqrstuvw'[families]}`;
}

const aChild = (given: string, family: string, card?: string): Said => ({
  given,
  family,
  birthDate: '2018-01-12',
  sex: 'female',
  language: 'fr',
  ...(card !== undefined && { card: { kind: 'nam', number: card } }),
});

/** Makes the centre know this child, under a name of ours. */
async function known(child: string, { given, family, birthDate, card }: Said): Promise<void> {
  const { status } = await sandbox.call('PUT', `/v1/care-circles/${child}-circle`, {
    body: aCircle(`${child}-circle`, child, {
      centre: CENTRE,
      child: { id: child, name: { given: [given], family }, birthDate, ...(card !== undefined && { cards: [card] }) },
    }),
  });
  expect(status).toBe(201);
}

const refer = (child: Said, more: Partial<StandInReferral> = {}): Promise<string> =>
  hospital().refer({ child, what: 'Évaluation globale', reason: 'Retard de langage', centre: CENTRE, ...more });

const get = (path: string): Promise<Answer> => sandbox.call('GET', path);
const post = (path: string, body: unknown): Promise<Answer> => sandbox.call('POST', path, { body });

interface Listed {
  readonly id: string;
  readonly stage: string;
  readonly number: { readonly value: string };
  readonly child?: { readonly id: string };
  readonly loop: { readonly closed: boolean; readonly why: string; readonly state: string };
  readonly deliveries: readonly Readonly<Record<string, string>>[];
}

/** The centre's view of what the hospital asked under this number, once it is as wanted. */
async function inboundWhen(number: string, wanted: (one: Listed) => boolean = () => true): Promise<Listed> {
  const listed = async (): Promise<Listed | undefined> =>
    (await get(`/v1/inbound-referrals?sender=${HOSPITAL}&limit=1000`)).body.referrals.find(
      (one: Listed) => one.number.value === number,
    );
  const found = await eventually(listed, (one) => one !== undefined && wanted(one));
  if (found === undefined) throw new Error('not listed');
  return found;
}

/** What the hospital has received about a number of its own: the last Task. */
const toldWhen = async (number: string, status: string): Promise<fhir4.Task> => {
  const last = (): fhir4.Task | undefined =>
    hospital()
      .log()
      .received.flatMap(({ bundle }) => bundle.entry ?? [])
      .flatMap(({ resource }): readonly fhir4.Task[] => (isTask(resource) ? [resource] : []))
      .findLast(({ identifier }) => identifier?.some(({ value }) => value === number));
  const task = await eventually(
    async () => last(),
    (one) => one?.status === status,
  );
  if (task === undefined) throw new Error('never told');
  return task;
};

const isTask = (resource: fhir4.Resource | undefined): resource is fhir4.Task => resource?.resourceType === 'Task';

const patientsOf = async (family: string): Promise<number> =>
  (await sandbox.hapi(`Patient?family=${family}&_summary=count`)).body.total;

test('a child who is known by card, birth date and name is recognized; the centre answers, and the hospital has each answer', async () => {
  const family = aFamily();
  const jade = aChild('Jade', family, aCard());
  await known(id('jade'), jade);
  const number = await refer({ ...jade, family: family.toUpperCase() });
  const { id: referral, child } = await inboundWhen(number, ({ stage }) => stage === 'to-answer');
  expect(child).toEqual({ id: id('jade') });
  expect(await patientsOf(family)).toBe(1);

  const read = (await get(`/v1/inbound-referrals/${referral}`)).body;
  expect(read).toMatchObject({ centre: CENTRE, sender: HOSPITAL, child, what: 'Évaluation globale' });
  expect(read).not.toHaveProperty('childSaid');

  const say = (what: string, more: object = {}) =>
    post(`/v1/inbound-referrals/${referral}/answers`, {
      what,
      happenedAt: '2026-11-24T10:00:00-05:00',
      saidBy: 'Julie',
      recordedBy: 'Julie',
      ...more,
    });
  expect((await say('accepted', { priority: 'P3', words: 'note interne' })).status).toBe(201);
  expect((await toldWhen(number, 'accepted')).status).toBe('accepted');
  expect((await say('scheduled', { appointmentAt: '2026-12-01T10:00:00-05:00' })).status).toBe(201);
  await inboundWhen(number, ({ deliveries: [one] }) => one?.state === 'sent' && one.businessStatus === 'scheduled');
  expect(JSON.stringify(await toldWhen(number, 'accepted'))).toContain('2026-12-01T10:00:00-05:00');
  expect((await say('started')).status).toBe(201);
  expect((await say('completed', { outcome: 'Plan convenu avec la famille', words: 'note interne' })).status).toBe(201);
  expect(JSON.stringify(await toldWhen(number, 'completed'))).toContain('Plan convenu avec la famille');
  const ended = await inboundWhen(number, ({ loop }) => loop.closed);
  expect(ended.loop).toEqual({ state: 'completed', closed: true, why: 'answered' });
  expect((await say('family-told')).status).toBe(422);

  // What stands in HAPI agrees; what was for the centre stayed there.
  const task = (await sandbox.hapi(`Task?identifier=${ended.deliveries[0]?.task}`)).body.entry[0].resource;
  expect(task).toMatchObject({ status: 'completed', owner: { identifier: { value: CENTRE } } });
  await eventually(
    () => sandbox.hapi(`AuditEvent?entity=Task/${task.id}`),
    ({ body }) => (body.entry ?? []).length >= 2,
  );
  expect(JSON.stringify(hospital().log())).not.toContain('note interne');
  expect(JSON.stringify(hospital().log())).not.toContain(id('jade'));
  expect(sandbox.logged()).not.toContain(family);
});

test('a parent’s card alone recognizes nobody: a person sees why each child is proposed, and says which one it is', async () => {
  const family = aFamily();
  const card = aCard();
  await known(id('ainee'), aChild('Noémie', family, card));
  const number = await refer({ ...aChild('Bébé', family, card), birthDate: '2026-09-30' });
  const { id: referral, child } = await inboundWhen(number, ({ stage }) => stage === 'to-match');
  expect(child).toBeUndefined();
  expect(await patientsOf(family)).toBe(1);
  const listed = (await get('/v1/matches?limit=1000')).body.matches.find((one: Listed) => one.id === referral);
  expect(listed).toMatchObject({
    sender: HOSPITAL,
    said: { name: { family, given: ['Bébé'] }, birthDate: '2026-09-30' },
    senderName: 'Hôpital pour enfants (bac à sable)',
    candidates: [
      {
        child: id('ainee'),
        name: { family, given: ['Noémie'] },
        birthDate: '2018-01-12',
        because: ['same-card', 'other-birth-date', 'same-family-name'],
      },
    ],
  });
  const early = await post(`/v1/inbound-referrals/${referral}/answers`, {
    what: 'accepted',
    happenedAt: '2026-11-24',
    saidBy: 'Julie',
    recordedBy: 'Julie',
  });
  expect(early.status).toBe(409);
  expect((await post(`/v1/matches/${referral}`, { child: id('personne'), decidedBy: 'Julie' })).status).toBe(422);
  expect(
    (await post(`/v1/matches/${referral}`, { newChild: true, child: id('ainee'), decidedBy: 'Julie' })).status,
  ).toBe(422);

  const settled = await post(`/v1/matches/${referral}`, { newChild: true, decidedBy: 'Julie Bertrand' });
  expect(settled.status).toBe(200);
  expect((await post(`/v1/matches/${referral}`, { newChild: true, decidedBy: 'Julie Bertrand' })).status).toBe(200);
  const { child: made } = await inboundWhen(number, ({ stage }) => stage === 'to-answer');
  expect(made?.id).toMatch(/^enfant-/);
  expect(await patientsOf(family)).toBe(2);
  expect((await post(`/v1/matches/${referral}`, { child: id('ainee'), decidedBy: 'Julie Bertrand' })).status).toBe(409);
  expect((await get('/v1/matches?limit=1000')).body.matches.some((one: Listed) => one.id === referral)).toBe(false);
  const trace = (await sandbox.hapi(`Provenance/${settled.body.id}`)).body;
  expect(trace.agent[0].who.display).toBe('Julie Bertrand');
});

test('a child whom nobody resembles has a new file; what is not for the centre is declined, and the hospital is told', async () => {
  const family = aFamily();
  const first = await refer(aChild('Ève', family, aCard()));
  const { child } = await inboundWhen(first, ({ stage }) => stage === 'to-answer');
  expect(child?.id).toMatch(/^enfant-/);

  const second = await refer(aChild('Ève', family));
  const { id: referral } = await inboundWhen(second, ({ stage }) => stage === 'to-match');
  const { status } = await post(`/v1/matches/${referral}`, {
    notForUs: 'out-of-territory',
    words: 'note interne',
    decidedBy: 'Julie',
  });
  expect(status).toBe(200);
  const told = await toldWhen(second, 'rejected');
  expect(JSON.stringify(told)).toContain('out-of-territory');
  expect(JSON.stringify(told)).not.toContain('note interne');
  const ended = await inboundWhen(second, ({ loop }) => loop.closed);
  expect(ended).toMatchObject({ stage: 'ended', loop: { state: 'rejected', why: 'answered' } });
  expect((await get(`/v1/inbound-referrals/${referral}`)).body).not.toHaveProperty('childSaid');
  expect(await patientsOf(family)).toBe(1);
});

test('the hospital takes it back: before acceptance it ends, after it the centre is asked to stop and answers', async () => {
  const family = aFamily();
  const before = await refer(aChild('Maé', family, aCard()));
  await inboundWhen(before);
  await hospital().cancelReferral(before);
  expect((await inboundWhen(before, ({ stage }) => stage === 'ended')).loop.state).toBe('cancelled');

  const after = await refer(aChild('Lou', aFamily(), aCard()));
  const { id: referral } = await inboundWhen(after, ({ stage }) => stage === 'to-answer');
  const say = (what: string) =>
    post(`/v1/inbound-referrals/${referral}/answers`, {
      what,
      happenedAt: '2026-11-24T10:00:00-05:00',
      saidBy: 'Julie',
      recordedBy: 'Julie',
    });
  await say('accepted');
  await toldWhen(after, 'accepted');
  await hospital().cancelReferral(after);
  const asked = await inboundWhen(after, ({ loop }) => loop.why === 'cancel-requested');
  expect(asked.loop).toMatchObject({ state: 'accepted', closed: false });
  expect((await say('cancelled')).status).toBe(201);
  await toldWhen(after, 'cancelled');
  expect((await inboundWhen(after, ({ loop }) => loop.closed)).loop.state).toBe('cancelled');
});

test('a family’s choice leaves the centre as an end, and nothing else', async () => {
  const number = await refer(aChild('Iris', aFamily(), aCard()));
  const { id: referral } = await inboundWhen(number, ({ stage }) => stage === 'to-answer');
  await post(`/v1/inbound-referrals/${referral}/answers`, {
    what: 'declined',
    reason: 'family-not-wanted',
    words: 'La mère ne veut pas',
    happenedAt: '2026-11-24T10:00:00-05:00',
    saidBy: 'Julie',
    recordedBy: 'Julie',
  });
  const told = JSON.stringify(await toldWhen(number, 'rejected'));
  expect(told).toContain('Cette demande a pris fin.');
  expect(told).not.toMatch(/family|mère/);
});

test('an empty list is told as empty, and a wrong filter by its name', async () => {
  expect((await get('/v1/inbound-referrals?sender=personne')).body).toEqual({ referrals: [], more: false });
  expect((await get('/v1/inbound-referrals?stage=perdu')).status).toBe(400);
  expect((await get(`/v1/inbound-referrals/${id('rien')}`)).status).toBe(404);
  expect((await post(`/v1/matches/${id('rien')}`, { newChild: true, decidedBy: 'Julie' })).status).toBe(404);
});

/** Everybody in the sandbox who refers children, each in its own language over its own transport, and whether we can answer it there. */
const REFERRERS = [
  ['clsc-verdun', 'Zoé', 'sent'],
  ['hopital-hl7', 'Léa', 'sent'],
  ['triage-ereferral', 'Emma', 'sent'],
  ['plateforme-sociale', 'Olivia', 'sent'],
  ['bser-outreach', 'Rosalie', 'sent'],
  ['clsc-releve', 'Charlotte', 'sent'],
  ['bars-sender', 'Béatrice', 'to-tell'],
] as const;

test.each(REFERRERS)(
  '%s refers a child in its own language: one referral, and its answer',
  async (sender, given, how) => {
    const standIn = sandbox.partners.get(sender);
    if (standIn === undefined) throw new Error(`nobody stands in for ${sender}`);
    const child = aChild(given, aFamily(), aCard());
    const number = await standIn.refer({
      child,
      what: 'Évaluation globale',
      centre: CENTRE,
      note: 'Après seize heures',
    });
    const listed = async (): Promise<readonly Listed[]> =>
      (await get(`/v1/inbound-referrals?sender=${sender}&limit=1000`)).body.referrals.filter(
        (one: Listed) => one.number.value === number,
      );
    const [one, ...others] = await eventually(listed, (all) => all.length > 0);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ stage: 'to-answer', child: { id: expect.stringMatching(/^enfant-/) } });
    const read = (await get(`/v1/inbound-referrals/${one?.id}`)).body;
    expect(read.what).toBe('Évaluation globale');
    const { status } = await post(`/v1/inbound-referrals/${one?.id}/answers`, {
      what: 'accepted',
      happenedAt: '2026-11-24T10:00:00-05:00',
      saidBy: 'Julie',
      recordedBy: 'Julie',
    });
    expect(status).toBe(201);
    const [told] = await eventually(listed, ([it]) => it?.deliveries[0]?.state === how);
    expect(told?.deliveries[0]).toMatchObject({ recipient: sender, status: 'accepted' });
  },
);

test('words that came beside a referral wait until somebody has read them: kept as a note of the centre’s, corrected, or gone', async () => {
  const standIn = sandbox.partners.get('hopital-hl7');
  if (standIn === undefined) throw new Error('nobody stands in for hopital-hl7');
  const secret = `grand-mère ${mark}`;
  const child = aChild('Mégane', aFamily(), aCard());
  const number = await standIn.refer({ child, what: 'Évaluation', centre: CENTRE, note: `Appeler la ${secret}` });
  const [one] = await eventually(
    async (): Promise<readonly Listed[]> =>
      (await get('/v1/inbound-referrals?sender=hopital-hl7&limit=1000')).body.referrals.filter(
        (it: Listed) => it.number.value === number,
      ),
    (all) => all[0]?.stage === 'to-answer',
  );
  const waiting = async (): Promise<
    readonly { readonly id: string; readonly where: string; readonly words: string }[]
  > => (await get('/v1/words?limit=1000')).body.words.filter((it: { request: string }) => it.request === one?.id);
  const [words, ...others] = (await waiting()).filter(({ words: said }) => said.includes(secret));
  expect(words?.where).toMatch(/^NTE/);
  expect(others).toEqual([]);
  expect(JSON.stringify((await sandbox.hapi('Communication?_count=200&_sort=-_lastUpdated')).body)).not.toContain(
    secret,
  );

  const settle = (body: object) => post(`/v1/words/${words?.id}`, { decidedBy: 'Julie', ...body });
  expect((await settle({})).status).toBe(422);
  expect((await settle({ drop: true, words: 'x' })).status).toBe(422);
  const kept = await settle({ keep: true, words: 'Appeler une personne du cercle' });
  expect([kept.status, kept.body]).toEqual([200, { id: words?.id, decision: 'kept', note: words?.id }]);
  expect((await settle({ keep: true, words: 'Appeler une personne du cercle' })).status).toBe(200);
  expect((await settle({ drop: true })).status).toBe(409);
  expect((await waiting()).some(({ id: it }) => it === words?.id)).toBe(false);
  const note = await eventually(
    () => get(`/v1/request-notes/${words?.id}`),
    ({ status }) => status === 200,
  );
  expect(note.body).toMatchObject({
    words: 'Appeler une personne du cercle',
    request: one?.id,
    recipient: 'hopital-hl7',
  });
  expect(sandbox.logged()).not.toContain(secret);
  expect(
    (await post('/v1/words/00000000-0000-4000-8000-000000000000', { drop: true, decidedBy: 'Julie' })).status,
  ).toBe(404);
});
