import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Basis, Disclosure, Giver, Invoked, Regime, Said } from '../../../../mappings/consent/bases.ts';
import { type Decision, decide } from '../../../../mappings/consent/decide.ts';
import { REGIMES } from '../../../../mappings/consent/regimes.ts';
import { SOURCES } from '../../../../mappings/consent/sources.ts';
import { CONSENT_PURPOSES, INFORMATION_KINDS } from '../../../../profiles/codes/consent.ts';
import { codesOf } from '../../../generators/codes.ts';
import { record } from '../../../generators/record.ts';

const DAY_MS = 86_400_000;
const days = fc.integer({ min: Date.UTC(2025, 9, 1) / DAY_MS, max: Date.UTC(2026, 8, 30) / DAY_MS });
const dates = days.map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10));
const moments = fc.oneof(
  dates,
  dates.map((date) => date.slice(0, 7)),
  fc
    .tuple(dates, fc.integer({ min: 0, max: 23 }))
    .map(([date, hour]) => `${date}T${String(hour).padStart(2, '0')}:30:00Z`),
);
const instants = days.map((day) => new Date(day * DAY_MS + DAY_MS / 2));
const regimes = fc.constantFrom(...codesOf(REGIMES));
const kinds = fc.uniqueArray(fc.constantFrom(...codesOf(INFORMATION_KINDS).slice(0, 5)), { minLength: 1 });
const purposes = fc.constantFrom(...codesOf(CONSENT_PURPOSES).slice(0, 2));
const recipients = fc.constantFrom('clsc', 'clsc', 'ecole');
const periods = record({ start: moments, end: moments }, { requiredKeys: [] });

const givers: fc.Arbitrary<Giver> = fc.oneof(
  fc.constant({ kind: 'child' } as const),
  fc.constant({ kind: 'other' } as const),
  record(
    {
      kind: fc.constant('member' as const),
      id: fc.constantFrom('mere', 'pere'),
      role: fc.constantFrom('tap', 'tutor', 'delegated'),
      from: moments,
      until: moments,
    },
    { requiredKeys: ['kind', 'id'] },
  ),
  record({
    kind: fc.constant('member' as const),
    id: fc.constantFrom('mere', 'pere'),
    role: fc.constant('tap' as const),
  }),
);

const saids: fc.Arbitrary<Said> = record(
  {
    kind: fc.constant('said' as const),
    ref: fc.integer({ min: 1, max: 99 }).map((n) => `Consent/${n}`),
    recipient: recipients,
    decision: fc.constantFrom('permit', 'permit', 'permit', 'refuse'),
    status: fc.constantFrom('active', 'active', 'active', 'active', 'withdrawn', 'proposed', 'entered-in-error'),
    by: givers,
    at: moments,
    purpose: fc.oneof(purposes, fc.constant('any' as const)),
    information: fc.oneof(kinds, fc.constant('all' as const)),
    period: periods,
    regime: regimes,
    how: fc.constantFrom('oral', 'written'),
    withdrawal: record({ at: moments, by: givers }, { requiredKeys: ['at'] }),
  },
  { requiredKeys: ['kind', 'ref', 'recipient', 'decision', 'status', 'by', 'at', 'purpose', 'information'] },
);
const invokeds: fc.Arbitrary<Invoked> = record(
  {
    kind: fc.constant('invoked' as const),
    ref: fc.constant('order 1'),
    recipient: recipients,
    ground: fc.constantFrom('emergency', 'order', 'duty'),
    at: moments,
    until: moments,
  },
  { requiredKeys: ['kind', 'ref', 'recipient', 'ground', 'at'] },
);
const someBases = fc.array(fc.oneof({ weight: 5, arbitrary: saids }, { weight: 1, arbitrary: invokeds }), {
  maxLength: 5,
});

/** Around the birthdays that matter, whole and in part. */
const birthDates = fc
  .tuple(dates, fc.constantFrom(6, 14, 16, 18), fc.constantFrom(4, 7, 10, 10, 10))
  .map(([date, age, length]) => `${Number(date.slice(0, 4)) - age}${date.slice(4)}`.slice(0, length));

const disclosures: fc.Arbitrary<Disclosure> = record(
  {
    what: fc.constant('request' as const),
    recipient: fc.constant('clsc'),
    unassessedElsewhere: fc.constant(false),
    inHealthCare: fc.boolean(),
    purpose: purposes,
    information: kinds,
    labels: fc.subarray(['restricted', 'asked-alone'] as const, { maxLength: 1 }),
    birthDate: birthDates,
    underWaySince: dates,
    timeZone: fc.constantFrom('America/Toronto', 'America/Vancouver'),
  },
  {
    requiredKeys: [
      'what',
      'recipient',
      'unassessedElsewhere',
      'inHealthCare',
      'purpose',
      'information',
      'labels',
      'timeZone',
    ],
  },
);

const held = (holds: (regime: Regime, bases: readonly Basis[], disclosure: Disclosure, at: Date) => void): void =>
  fc.assert(fc.property(regimes, someBases, disclosures, instants, holds), { numRuns: 400 });

const WRITTEN = {
  kind: 'said',
  recipient: 'clsc',
  decision: 'permit',
  status: 'active',
  purpose: 'any',
  how: 'written',
} as const;

const isBy = (one: Giver, other: Giver): boolean =>
  one.kind === other.kind && (one.kind !== 'member' || other.kind !== 'member' || one.id === other.id);

const isSaidYes = (basis: Basis): boolean =>
  basis.kind === 'invoked' || (basis.decision === 'permit' && basis.status !== 'withdrawn');

test('without a basis nothing is shown, under any law, at any age and moment', () => {
  held((regime, _bases, disclosure, at) => {
    expect(decide(regime, [], disclosure, at)).toMatchObject({ kind: 'deny', reason: 'no-basis' });
  });
});

test('the order of the bases does not matter: the decision, its reason and what it names are the same', () => {
  held((regime, bases, disclosure, at) => {
    const decided = decide(regime, bases, disclosure, at);
    expect(decide(regime, bases.toReversed(), disclosure, at)).toEqual(decided);
    expect(decide(regime, [...bases.slice(1), ...bases.slice(0, 1)], disclosure, at)).toEqual(decided);
  });
});

test('taking a basis away opens nothing, unless it was a refusal or a withdrawal', () => {
  held((regime, bases, disclosure, at) => {
    if (decide(regime, bases, disclosure, at).kind === 'permit') return;
    bases.forEach((basis, index) => {
      if (isSaidYes(basis)) expect(decide(regime, bases.toSpliced(index, 1), disclosure, at).kind).toBe('deny');
    });
  });
});

test('a refusal or a withdrawal that is added opens nothing', () => {
  fc.assert(
    fc.property(regimes, someBases, saids, disclosures, instants, (regime, bases, said, disclosure, at) => {
      if (isSaidYes(said) || decide(regime, bases, disclosure, at).kind === 'permit') return;
      expect(decide(regime, [...bases, said], disclosure, at).kind).toBe('deny');
    }),
    { numRuns: 400 },
  );
});

/** Somebody permits all of it, in writing. */
const openYes: fc.Arbitrary<Said> = fc
  .tuple(givers, moments)
  .map(([by, at]) => ({ ...WRITTEN, ref: 'Consent/1', information: 'all', by, at }));

test('what somebody took back closes as much as their refusal would, unless they permit again', () => {
  let closed = 0;
  const withdrawal = record({ at: moments, by: givers });
  fc.assert(
    fc.property(regimes, fc.array(openYes), withdrawal, disclosures, instants, (regime, all, taken, disclosure, at) => {
      const others = all.filter(({ by }) => !isBy(by, taken.by));
      const said: Said = { ...WRITTEN, ref: 'Consent/2', information: 'all', by: taken.by, at: '2025-08' };
      const refusal: Said = { ...said, decision: 'refuse', at: taken.at };
      const refused = decide(regime, [...others, refusal], disclosure, at);
      if (refused.kind === 'permit') return;
      closed += decide(regime, others, disclosure, at).kind === 'permit' ? 1 : 0;
      const withdrawn: Said = { ...said, status: 'withdrawn', withdrawal: taken };
      expect(decide(regime, [...others, withdrawn], disclosure, at).kind).toBe('deny');
    }),
    { numRuns: 1_000 },
  );
  expect(closed).toBeGreaterThan(20);
});

test('narrowing what is permitted opens nothing; showing less closes nothing', () => {
  held((regime, bases, disclosure, at) => {
    const decided = decide(regime, bases, disclosure, at).kind;
    if (decided === 'permit') {
      const less = { ...disclosure, information: disclosure.information.slice(1) };
      if (less.information.length > 0) expect(decide(regime, bases, less, at).kind).toBe('permit');
      return;
    }
    const narrower = bases.map((basis): Basis => {
      if (basis.kind === 'invoked' || !isSaidYes(basis) || basis.information === 'all') return basis;
      return { ...basis, information: basis.information.slice(1) };
    });
    expect(decide(regime, narrower, disclosure, at).kind).toBe('deny');
  });
});

test('what was permitted once and is no longer, by consents that had all begun, is not permitted again later', () => {
  const begun = '2025-09-30';
  fc.assert(
    fc.property(
      regimes,
      fc.array(saids, { maxLength: 4 }),
      disclosures,
      instants,
      days,
      (regime, all, disclosure, at, later) => {
        const bases = all.filter(isSaidYes).map((said): Said => {
          const { period, by } = said;
          const lasting =
            by.kind === 'member'
              ? { kind: by.kind, id: by.id, ...(by.role && { role: by.role }), ...(by.until && { until: by.until }) }
              : by;
          return { ...said, at: begun, by: lasting, period: period?.end === undefined ? {} : { end: period.end } };
        });
        if (decide(regime, bases, disclosure, at).kind === 'permit') return;
        const after = new Date(at.getTime() + (later % 400) * DAY_MS);
        expect(decide(regime, bases, disclosure, after).kind).toBe('deny');
      },
    ),
    { numRuns: 400 },
  );
});

test('a bare cancellation passes whatever was refused or withdrawn', () => {
  held((regime, bases, disclosure, at) => {
    expect(decide(regime, bases, { ...disclosure, what: 'bare-cancellation' }, at)).toMatchObject({
      kind: 'permit',
      reason: 'bare-cancellation',
    });
  });
});

test('a partial birth date is permitted exactly when every date that it may mean is', () => {
  fc.assert(
    fc.property(regimes, someBases, disclosures, birthDates, instants, (regime, bases, disclosure, birthDate, at) => {
      if (birthDate.length === 10) return;
      const verdict = (born: string): Decision['kind'] =>
        decide(regime, bases, { ...disclosure, birthDate: born }, at).kind;
      const every = everyDayIn(birthDate).every((born) => verdict(born) === 'permit');
      expect(verdict(birthDate)).toBe(every ? 'permit' : 'deny');
    }),
    { numRuns: 40 },
  );
});

test('a gap that only some of the dates fall into is found: who turned 14 after they had spoken, and whose mother may not any more', () => {
  const written = {
    kind: 'said',
    recipient: 'clsc',
    decision: 'permit',
    status: 'active',
    purpose: 'any',
    information: 'all',
  } as const;
  let gaps = 0;
  fc.assert(
    fc.property(regimes, dates, dates, fc.constantFrom(4, 7), instants, (regime, asked, born, length, at) => {
      const bases: readonly Said[] = [
        { ...written, ref: 'mother', by: { kind: 'member', id: 'mere', role: 'tap' }, at: '2020-01-01' },
        { ...written, ref: 'child', by: { kind: 'child' }, at: asked },
      ];
      const verdict = (birthDate: string) => decide(regime, bases, { ...SHOWN, birthDate }, at).kind;
      const part = `${Number(born.slice(0, 4)) - 14}${born.slice(4)}`.slice(0, length);
      const verdicts = everyDayIn(part).map(verdict);
      if (verdicts[0] === 'permit' && verdicts.at(-1) === 'permit' && verdicts.includes('deny')) gaps += 1;
      expect(verdict(part)).toBe(verdicts.includes('deny') ? 'deny' : 'permit');
    }),
    // One that has such a gap, whatever is drawn besides.
    { numRuns: 150, examples: [['qc-lrsss', '2026-02-10', '2026-05-01', 4, new Date('2026-08-15T12:00:00Z')]] },
  );
  expect(gaps).toBeGreaterThan(0);
});

const SHOWN: Disclosure = {
  what: 'request',
  recipient: 'clsc',
  unassessedElsewhere: false,
  inHealthCare: true,
  purpose: 'care',
  information: ['identity'],
  labels: [],
  timeZone: 'America/Toronto',
};

function everyDayIn(part: string): readonly string[] {
  const first = Date.parse(part.length === 4 ? `${part}-01-01` : `${part}-01`);
  return Array.from({ length: 366 }, (_, day) => new Date(first + day * DAY_MS).toISOString().slice(0, 10)).filter(
    (date) => date.startsWith(part),
  );
}

test('an emergency opens who the child is, whom to reach, the circle, the request and health, and no other kind of information', () => {
  const opened: readonly string[] = ['identity', 'safe-contact', 'circle', 'request', 'health'];
  const emergency: Invoked = {
    kind: 'invoked',
    ref: 'emergency 1',
    recipient: 'clsc',
    ground: 'emergency',
    at: '2026-03-10T11:30:00Z',
    until: '2026-03-10T12:30:00Z',
  };
  for (const kind of codesOf(INFORMATION_KINDS))
    for (const regime of codesOf(REGIMES)) {
      const decided = decide(regime, [emergency], { ...SHOWN, information: [kind] }, new Date('2026-03-10T12:00:00Z'));
      expect([kind, decided.kind]).toEqual([kind, opened.includes(kind) ? 'permit' : 'deny']);
    }
});

test('to another province that was not assessed leaves nothing more than an emergency or an order, whatever anybody agreed to', () => {
  let closed = 0;
  held((regime, bases, disclosure, at) => {
    const near = decide(regime, bases, disclosure, at);
    const there = decide(regime, bases, { ...disclosure, unassessedElsewhere: true }, at);
    const passes = near.kind === 'permit' && (near.reason === 'emergency' || near.reason === 'order');
    const invoked = bases.filter((it) => it.kind === 'invoked' && it.ground !== 'duty');
    if (passes) expect(there).toEqual(near);
    if (there.kind === 'permit') expect(there).toEqual(decide(regime, invoked, disclosure, at));
    if (near.kind === 'permit' && there.kind === 'deny') closed += 1;
  });
  expect(closed).toBeGreaterThan(0);
});

test('every decision names at least one article, and an article that is ours says so', () => {
  held((regime, bases, disclosure, at) => {
    const { sources } = decide(regime, bases, disclosure, at);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(SOURCES[source].known === 'policy').toBe(source === 'design');
  });
});
