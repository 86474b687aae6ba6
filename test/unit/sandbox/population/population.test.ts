import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { effectOf } from '../../../../mappings/domain/referral-effect.ts';
import { isReferralState, type ReferralState } from '../../../../mappings/domain/referral-state.ts';
import { conceptChecker } from '../../../../profiles/check-concept.ts';
import { momentSpan } from '../../../../profiles/moment-span.ts';
import type { Act, Life } from '../../../../sandbox/population/acts.ts';
import { addDays, ageOn, type Day, momentAt } from '../../../../sandbox/population/days.ts';
import { type CentreTold, type PopulationAsked, population } from '../../../../sandbox/population/population.ts';

const CENTRES: readonly CentreTold[] = [
  { id: 'verdun', regime: 'qc-private', motherFiles: false },
  { id: 'vanier', regime: 'on-phipa', motherFiles: false },
  { id: 'hochelaga', regime: 'qc-private', motherFiles: true },
];
const THREE_YEARS = 3 * 365;

/** Any seed, some children, any last day: also of a leap year, in the summer, over the New Year. */
const asked: fc.Arbitrary<PopulationAsked> = fc
  .record({
    seed: fc.nat(),
    children: fc.integer({ min: 1, max: 9 }),
    centres: fc.subarray([...CENTRES], { minLength: 1 }),
    to: fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2019-01-01', days)),
  })
  .map((it) => ({ ...it, from: addDays(it.to, -THREE_YEARS) }));

const everyLife = (law: (life: Life, asked: PopulationAsked) => void): void =>
  fc.assert(
    fc.property(asked, (it) => {
      for (const life of population(it)) law(life, it);
    }),
    { numRuns: 7 },
  );

const happenedAt = ({ body }: Act): string => body.happenedAt;
const bornIn = ({ acts }: Life): Day | undefined =>
  acts.flatMap((act) =>
    act.act === 'put' && act.concept === 'care-circle' ? (act.body.child.birthDate ?? []) : [],
  )[0];

test('whatever is told, the API would take it: each act is valid by itself, without an error and without a warning', () => {
  let now = new Date(0);
  const check = conceptChecker({ now: () => now });
  everyLife(({ acts }, { to }) => {
    now = new Date(momentAt(to, '00:00'));
    const issues = acts.flatMap((act) => {
      if (act.act === 'system-says') return [];
      return act.act === 'put' ? check(act.concept, { ...act.body, id: act.id }) : check(act.act, act.body);
    });
    expect(issues).toEqual([]);
  });
});

test('nothing is known before it happened, nor after the stories stop, and all comes in the order in which it became known', () => {
  everyLife(({ acts }, { to }) => {
    expect(acts.length).toBeGreaterThan(0);
    const known = acts.map(({ knownAt }) => Date.parse(knownAt));
    expect(known).toEqual(known.toSorted((one, other) => one - other));
    expect(known.at(-1)).toBeLessThan(Date.parse(momentAt(to, '00:00')));
    for (const act of acts) expect(Date.parse(act.knownAt)).toBeGreaterThan(Date.parse(happenedAt(act)));
  });
});

test('nothing happens before a child is born, nor once they are 18', () => {
  everyLife((life) => {
    const born = bornIn(life);
    if (born === undefined) return;
    for (const act of life.acts) {
      const at = momentSpan(happenedAt(act));
      expect(at.endMs).toBeGreaterThan(momentSpan(born).startMs);
      // A month may be all that is known of a birth: then from its last day on.
      const latest = born.length === 7 ? `${born}-28` : born;
      expect(ageOn(latest, new Date(at.startMs).toISOString().slice(0, 10))).toBeLessThan(18);
    }
  });
});

test('nobody speaks of what is not there yet: a request before it was asked, a goal, a person or a meeting before they were written', () => {
  everyLife((life) => expect(spokenTooEarly(life)).toEqual([]));
});

test('nor among five hundred children, where a goal may be agreed before the first reading', () => {
  const centres: readonly CentreTold[] = [
    { id: 'petits-renards', regime: 'qc-private', motherFiles: false },
    { id: 'carrefour-vanier', regime: 'on-phipa', motherFiles: false },
    { id: 'hochelaga', regime: 'qc-private', motherFiles: true },
  ];
  const lives = population({ seed: 1, children: 500, centres, from: '2023-11-26', to: '2026-11-26' });
  expect(lives.flatMap(spokenTooEarly)).toEqual([]);
});

function spokenTooEarly({ acts }: Life): readonly string[] {
  const there = new Set<string>();
  const named = (kind: string, ids: readonly (string | undefined)[]) =>
    ids.flatMap((id) => (id === undefined ? [] : `${kind}:${id}`));
  return acts.flatMap((act) => {
    const early = needed(act, named).filter((it) => !there.has(it));
    for (const it of given(act, named)) there.add(it);
    return early;
  });
}

type Named = (kind: string, ids: readonly (string | undefined)[]) => readonly string[];

function needed(act: Act, named: Named): readonly string[] {
  if (act.act !== 'put') return named('request', [act.request]);
  const { concept, body } = act;
  const version = body.version > 1 ? named('version', [`${concept}/${act.id}/${body.version - 1}`]) : [];
  switch (concept) {
    case 'care-circle':
    case 'mother-file':
      return version;
    case 'service-referral':
    case 'legal-referral':
    case 'social-prescription':
      return [
        ...version,
        ...named('goal', body.goals ?? []),
        ...named('plan', [body.plan]),
        ...people(
          named,
          body.agreements?.map(({ by }) => by),
        ),
      ];
    case 'action-plan':
      return [
        ...version,
        ...named('circle', [body.circle]),
        ...named('reading', [body.assessment]),
        ...people(named, body.contributors),
      ];
    case 'shared-assessment':
      return [...version, ...named('contact', [body.meeting]), ...named('reading', [body.previous])];
    case 'contact':
      return [...version, ...named('request', [body.request]), ...people(named, body.participants)];
    case 'appointment':
      return [
        ...version,
        ...named('request', [body.request]),
        ...people(
          named,
          body.accompaniedBy?.map(({ who }) => who),
        ),
      ];
    case 'outcome-evaluation':
      return [...version, ...named('request', [body.request])];
    case 'enrolment':
      return [...version, ...named('request', [body.request]), ...named('circle', [body.circle])];
    case 'consent':
      return [...version, ...people(named, [body.by])];
  }
}

const people = (named: Named, all: readonly { readonly kind: string; readonly id?: string }[] = []) =>
  named(
    'member',
    all.map(({ kind, id }) => (kind === 'member' ? id : undefined)),
  );

function given(act: Act, named: Named): readonly string[] {
  if (act.act !== 'put') return [];
  const { concept, body, id } = act;
  const version = named('version', [`${concept}/${id}/${body.version}`]);
  switch (concept) {
    case 'care-circle':
      return [
        ...version,
        ...named('circle', [id]),
        ...named(
          'member',
          (body.members ?? []).map((it) => it.id),
        ),
      ];
    case 'action-plan':
      return [
        ...version,
        ...named('plan', [id]),
        ...named(
          'goal',
          (body.goals ?? []).map((it) => it.id),
        ),
      ];
    case 'shared-assessment':
      return [...version, ...named('reading', [id])];
    case 'contact':
      return [...version, ...named('contact', [id])];
    case 'service-referral':
    case 'legal-referral':
    case 'social-prescription':
      return [...version, ...named('request', [id])];
    default:
      return version;
  }
}

test('each answer moves its request on, or says more of it: none is late, repeated or backward, and none comes before the page has left', () => {
  everyLife(({ acts }) => {
    const states = new Map<string, ReferralState>();
    const sent = new Set<string>();
    for (const act of acts) {
      if (act.act === 'put') {
        if ('recipient' in act.body && act.body.recipient !== undefined)
          states.set(`${act.id}|${act.body.recipient}`, 'requested');
        continue;
      }
      const at = `${act.request}|${act.body.recipient}`;
      // That is what its story is about.
      if (act.act === 'system-says') {
        expect(states.get(at)).toBe('accepted');
        continue;
      }
      if (act.act === 'dispatch') {
        sent.add(at);
        continue;
      }
      const state = states.get(at) ?? 'draft';
      const effect = effectOf(act.body.what, state, {
        accepted: state === 'accepted' || state === 'in-progress',
        started: state === 'in-progress',
        stopAsked: false,
        beforeCancellation: false,
        older: false,
      });
      expect([act.body.what, state, effect.kind]).not.toContain('recorded-only');
      expect(sent).toContain(at);
      if (effect.kind === 'moves' && isReferralState(effect.to)) states.set(at, effect.to);
    }
  });
});

test('the same question gives the same stories; another seed others, under identifiers of their own', () => {
  fc.assert(
    fc.property(asked, (it) => {
      expect(population(it)).toEqual(population(it));
      const ids = (lives: readonly Life[]) =>
        lives.flatMap(({ acts }) => acts.flatMap((act) => (act.act === 'put' ? act.id : [])));
      const others = new Set(ids(population({ ...it, seed: it.seed + 1 })));
      expect(ids(population(it)).filter((id) => others.has(id))).toEqual([]);
    }),
    { numRuns: 3 },
  );
});

test('two stories never share an identifier', () => {
  const owners = new Map<string, string>();
  for (const { id: life, acts } of population({
    seed: 3,
    children: 60,
    centres: CENTRES,
    from: '2022-02-28',
    to: '2025-02-28',
  }))
    for (const act of acts) {
      const id = act.act === 'put' ? act.id : act.request;
      expect(owners.get(id) ?? life).toBe(life);
      owners.set(id, life);
    }
});

test.each([
  ['no centre', { centres: [] }],
  ['less than a year', { from: '2024-12-01' }],
])('%s is no question', (_what, wrong) => {
  const question = { seed: 1, children: 1, centres: CENTRES, from: '2022-01-01', to: '2025-01-01', ...wrong };
  expect(() => population(question)).toThrow(RangeError);
});
