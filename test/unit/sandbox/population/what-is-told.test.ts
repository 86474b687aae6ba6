import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type Registry, readRegistry, registryFrom } from '../../../../gateway/registry.ts';
import type { Act, Life } from '../../../../sandbox/population/acts.ts';
import { ageOn, birthdayOf, daysBetween } from '../../../../sandbox/population/days.ts';
import { NEEDS } from '../../../../sandbox/population/needs.ts';
import { population } from '../../../../sandbox/population/population.ts';
import { POPULATION_PARTNERS } from '../../../../sandbox/population/seed-sandbox.ts';
import { SANDBOX_REGISTRY } from '../../../../sandbox/sandbox-registry.ts';

const TO = '2026-02-02';
const CHILDREN = 240;
const lives = population({
  seed: 7,
  children: CHILDREN,
  centres: [
    { id: 'verdun', regime: 'qc-private', motherFiles: false },
    { id: 'vanier', regime: 'on-phipa', motherFiles: false },
    { id: 'hochelaga', regime: 'qc-private', motherFiles: true },
  ],
  from: '2023-02-02',
  to: TO,
});
const puts = <C extends (Act & { act: 'put' })['concept']>(concept: C, of: readonly Life[] = lives) =>
  of.flatMap(({ acts }) =>
    acts.filter((act): act is Extract<Act, { readonly concept: C }> => act.act === 'put' && act.concept === concept),
  );
const answers = (of: readonly Life[] = lives) =>
  of.flatMap(({ acts }) => acts.flatMap((act) => (act.act === 'answer' ? act.body : [])));
const share = (part: number): number => part / CHILDREN;
const circles = lives.flatMap((life) => puts('care-circle', [life]).slice(-1));
const children = circles.map(({ body }) => body.child);

test('no card number could be anybody’s: none that the plans give, and no word on why there is none', () => {
  const cards = children.flatMap(({ cards = [] }) => cards);
  for (const { kind, number } of cards) expect(number).toMatch(kind === 'nam' ? /^ZZZ[A-Z]\d{6}00$/ : /^0\d{9}$/);
  expect(new Set(cards.map(({ kind }) => kind))).toEqual(new Set(['nam', 'ohip']));
  expect(share(children.filter((it) => it.cards === undefined).length)).toBeGreaterThan(0.25);
});

test('telephones and streets are of those that nobody has', () => {
  const text = JSON.stringify(lives);
  for (const [number] of text.matchAll(/\b\d{3}[ -]\d{3}-\d{4}\b/g)) expect(number).toMatch(/ 555-01\d\d$/);
  for (const { lines = [] } of children.flatMap(({ address }) => address ?? []))
    expect(lines.join()).toMatch(/Exemple|Example|^$/);
});

test('there are siblings, one-name families, months without a day, those without an address, and people of every age', () => {
  const families = children.map(({ name }) => name.family);
  expect(families.filter((it) => it === undefined).length).toBeGreaterThan(0);
  expect(
    circles.filter(({ body }) => body.members?.some((it) => it.kind === 'family' && it.kinship === 'SIB')).length,
  ).toBeGreaterThan(40);
  expect(children.filter(({ birthDate }) => birthDate?.length === 7).length).toBeGreaterThan(0);
  expect(children.filter(({ address }) => address?.noFixedAddress === true).length).toBeGreaterThan(0);
  const ages = new Set(children.flatMap(({ birthDate = '' }) => (birthDate.length === 10 ? ageOn(birthDate, TO) : [])));
  for (const age of [0, 3, 6, 10, 14, 17]) expect(ages).toContain(age);
});

test('answers are of every kind: yes, wait, no, not wanted, moved; many days late, and most in time', () => {
  const said = answers();
  for (const what of [
    'acknowledged',
    'accepted',
    'waitlisted',
    'scheduled',
    'started',
    'completed',
    'declined',
    'awaiting-information',
    'family-told',
    'family-ended',
  ])
    expect(said.map((it) => it.what)).toContain(what);
  const reasons = new Set(said.map(({ reason }) => reason));
  for (const reason of ['full', 'family-not-wanted', 'family-moved']) expect(reasons).toContain(reason);
  const late = lives.flatMap(({ acts }) =>
    acts.filter(
      (act) => act.act === 'answer' && Date.parse(act.knownAt) - Date.parse(act.body.happenedAt) > 86_400_000,
    ),
  );
  expect(late.length / said.length).toBeGreaterThan(0.05);
  expect(late.length / said.length).toBeLessThan(0.4);
});

test('circles change: a new address, another pivot with a hand-over, an end', () => {
  expect(puts('contact').filter(({ body }) => body.kind === 'hand-over').length).toBeGreaterThan(5);
  expect(puts('care-circle').filter(({ body }) => body.version > 1 && body.status === 'active').length).toBeGreaterThan(
    10,
  );
  expect(share(circles.filter(({ body }) => body.status === 'inactive').length)).toBeGreaterThan(0.1);
});

test('prescriptions are evaluated, legal referrals made, and camp is in the summer', () => {
  expect(puts('outcome-evaluation').length).toBeGreaterThan(30);
  expect(puts('legal-referral').length).toBeGreaterThan(10);
  const camps = new Set(
    puts('social-prescription').flatMap(({ id, body }) => (body.recipient === 'camp-des-pins' ? id : [])),
  );
  const begun = puts('contact').filter(({ body }) => camps.has(body.request ?? ''));
  expect(begun.length).toBeGreaterThan(0);
  for (const { body } of begun) expect(body.happenedAt).toMatch(/^\d{4}-0[78]-/);
});

test('files of expectant mothers are only at the centre where they may be kept, and close without a reason', () => {
  const files = puts('mother-file');
  expect(new Set(files.map(({ body }) => body.centre))).toEqual(new Set(['hochelaga']));
  expect(files.filter(({ body }) => body.closed === true).length).toBeGreaterThan(0);
  const elsewhere = population({
    seed: 7,
    children: 60,
    centres: [{ id: 'verdun', regime: 'qc-private', motherFiles: false }],
    from: '2023-02-02',
    to: TO,
  });
  expect(puts('mother-file', elsewhere)).toEqual([]);
});

/** What a person would find wrong with a story on the day on which it stops, by rule: written here from the record alone. */
function findings(life: Life): readonly string[] {
  const [last] = puts('care-circle', [life]).slice(-1);
  if (last === undefined) return [];
  const requests = new Map<
    string,
    { said: string[]; outcome: boolean; sent: boolean; social: boolean; answeredAt: string }
  >();
  for (const act of life.acts) {
    if (act.act === 'put' && 'recipient' in act.body && 'agreements' in act.body)
      requests.set(act.id, {
        said: [],
        outcome: false,
        sent: false,
        social: act.concept === 'social-prescription',
        answeredAt: act.body.happenedAt,
      });
    const request = act.act === 'put' ? undefined : requests.get(act.request);
    if (act.act === 'system-says' && request !== undefined) request.said.push('otherwise');
    if (act.act === 'dispatch' && request !== undefined) request.sent = true;
    if (act.act === 'answer' && request !== undefined) {
      request.said.push(act.body.what);
      request.answeredAt = act.body.happenedAt;
      if (act.body.outcome !== undefined) request.outcome = true;
    }
  }
  const evaluated = new Set(puts('outcome-evaluation', [life]).map(({ body }) => body.request));
  const found = [...requests].flatMap(([id, { said, outcome, sent, social, answeredAt }]) => {
    const state = said.findLast((it) => it !== 'family-told' && it !== 'acknowledged') ?? 'nothing';
    const days = daysBetween(answeredAt.slice(0, 10), TO);
    if (state === 'otherwise') return ['answers-contradict'];
    if (!sent) return days > 7 ? ['never-sent'] : [];
    if (state === 'nothing') return days > 21 ? ['silent'] : [];
    if (state === 'waitlisted') return days > 92 ? ['waiting-too-long'] : [];
    if (state === 'awaiting-information') return ['on-hold-undated'];
    if (state === 'declined') return days > 14 ? ['declined-nothing-proposed'] : [];
    if (state !== 'completed') return [];
    if (!outcome) return ['done-without-outcome'];
    if (social && !evaluated.has(id)) return days > 10 ? ['not-evaluated'] : [];
    return said.includes('family-told') || days < 10 ? [] : ['family-not-told'];
  });
  const asked = new Set(
    ['service-referral', 'legal-referral', 'social-prescription'].flatMap((concept) =>
      life.acts.flatMap((act) =>
        act.act === 'put' && act.concept === concept && 'safeContact' in act.body && 'goals' in act.body
          ? (act.body.goals ?? [])
          : [],
      ),
    ),
  );
  const [plan] = puts('action-plan', [life]).slice(-1);
  const open = (plan?.body.goals ?? []).filter(({ id, status }) => status === 'active' && !asked.has(id ?? ''));
  const { birthDate = '' } = last.body.child;
  const turns = (age: number) =>
    birthDate.length === 10 &&
    last.body.status === 'active' &&
    birthdayOf(birthDate, age) >= TO &&
    daysBetween(TO, birthdayOf(birthDate, age)) <= 90;
  const ahead = puts('appointment', [life]).filter(
    ({ body }) =>
      body.status === 'booked' &&
      (body.start ?? '') > TO &&
      body.accompaniedBy?.every(({ answer }) => answer !== 'accepted') === true,
  );
  return [
    ...found,
    ...(open.length > 0 &&
    plan?.body.status === 'active' &&
    open.some(({ agreedOn = TO }) => daysBetween(agreedOn, TO) > 20)
      ? ['need-nobody-was-asked']
      : []),
    ...(ahead.length > 0 ? ['nobody-to-go-along'] : []),
    ...(isCorrected(life) ? ['corrected-not-told'] : []),
    ...(turns(14) ? ['turns-fourteen'] : []),
    ...(turns(18) ? ['turns-eighteen'] : []),
    ...(puts('consent', [life]).some(({ body }) => body.period?.end !== undefined) ? ['basis-ends-soon'] : []),
    ...(last.body.members?.some((it) => it.kind === 'family' && it.period?.end !== undefined)
      ? ['guardianship-ends']
      : []),
    ...(isOutgrown(life, birthDate) ? ['programme-outgrown'] : []),
  ];
}

/** What the first recipients saw of the child is no longer so. */
const isCorrected = (life: Life): boolean =>
  new Set(puts('care-circle', [life]).map(({ body }) => JSON.stringify(body.child.name))).size > 1;

const isOutgrown = (life: Life, birthDate: string): boolean =>
  birthDate.length === 10 &&
  ageOn(birthDate, TO) >= 4 &&
  puts('enrolment', [life])
    .filter(({ body }) => body.programme === 'sippe')
    .at(-1)?.body.status === 'active';

test('on the day on which the stories stop each rule has something to find, and a pivot of forty children has at most twelve lines', () => {
  const found = lives.map((life) => ({ life, rules: findings(life) }));
  const rules = new Set(found.flatMap((it) => it.rules));
  for (const rule of [
    'silent',
    'waiting-too-long',
    'on-hold-undated',
    'declined-nothing-proposed',
    'done-without-outcome',
    'not-evaluated',
    'family-not-told',
    'never-sent',
    'need-nobody-was-asked',
    'nobody-to-go-along',
    'turns-fourteen',
    'turns-eighteen',
    'basis-ends-soon',
    'guardianship-ends',
    'programme-outgrown',
    'answers-contradict',
    'corrected-not-told',
  ])
    expect(rules).toContain(rule);
  const pivots = new Map<string, { children: number; lines: number }>();
  for (const { life, rules: ofChild } of found) {
    const [circle] = puts('care-circle', [life]).slice(-1);
    if (circle === undefined) continue;
    const pivot = circle.body.pivot ?? '';
    const before = pivots.get(pivot) ?? { children: 0, lines: 0 };
    pivots.set(pivot, { children: before.children + 1, lines: before.lines + (ofChild.length > 0 ? 1 : 0) });
  }
  expect(pivots.size).toBeGreaterThan(4);
  for (const { children: followed, lines } of pivots.values()) {
    expect(followed).toBeLessThanOrEqual(40);
    expect(lines).toBeLessThanOrEqual(12);
  }
});

test('every partner of a story is in the registry, and none has an address, so that nothing old arrives in a system today', () => {
  const registry = merged();
  const asked = lives.flatMap(({ acts }) =>
    acts.flatMap((act) => ('recipient' in act.body && act.body.recipient !== undefined ? [act.body.recipient] : [])),
  );
  for (const id of new Set([...asked, ...NEEDS.flatMap(({ partners: { qc, on } }) => [...qc, ...on])])) {
    const partner = registry.partner(id);
    expect(partner?.transport).toMatch(/^(paper|fhir-poll)$/);
    expect(partner?.endpoint).toBeUndefined();
  }
});

test('what a system says by itself is said of a request that was accepted on the telephone', () => {
  const said = lives.flatMap(({ acts }) => acts.filter(({ act }) => act === 'system-says'));
  expect(said.length).toBeGreaterThan(0);
  for (const { body } of said) expect(body).toMatchObject({ recipient: 'clsc-de-la-rive', what: 'declined' });
});

function merged(): Registry {
  const { centres, partners } = readRegistry(SANDBOX_REGISTRY);
  const more = parse(readFileSync(POPULATION_PARTNERS, 'utf8'), { merge: true });
  return registryFrom({ centres, partners: [...partners, ...more.partners] });
}
