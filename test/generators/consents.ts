import fc from 'fast-check';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { Consent, ConsentGiver, Withdrawal, Witness, WordsSaid } from '../../mappings/domain/concepts.ts';
import {
  CONSENT_PURPOSES,
  CONSENT_REGIMES,
  DISCLOSURE_GROUNDS,
  INFORMATION_KINDS,
  SAID_HOW,
} from '../../profiles/codes/consent.ts';
import { GROUNDS_BY_REGIME } from '../../profiles/grounds-by-regime.ts';
import { surelyBefore } from '../../profiles/moment-span.ts';
import { codesOf } from './codes.ts';
import { pastMoments, periods } from './moments.ts';
import { record } from './record.ts';
import { businessIds, directoryIds, languages, words } from './words.ts';
import { OPEN_WORLD, versions, type World } from './world.ts';

/** What a consent may name whoever it is for: that there is a legal referral is said to the centre’s own staff only, alone. */
const SHOWN_TO_ANYBODY = codesOf(INFORMATION_KINDS).filter((kind) => kind !== 'legal-referral-exists');

const hows = fc.constantFrom(...codesOf(SAID_HOW));

const members = ({ memberId }: World) =>
  memberId === undefined
    ? []
    : [
        record(
          { kind: fc.constant('member' as const), id: memberId, name: words(200) },
          { requiredKeys: ['kind', 'id'] },
        ),
      ];

const givers = (world: World): fc.Arbitrary<ConsentGiver> =>
  fc.oneof(fc.constant({ kind: 'child' } as const), ...members(world));

const witnesses = (world: World): fc.Arbitrary<Witness> =>
  fc.oneof(
    record({ kind: fc.constant('professional' as const), id: directoryIds('pro'), name: words(200) }),
    record({ kind: fc.constant('person' as const), name: words(200) }),
    ...members(world),
  );

const said: fc.Arbitrary<WordsSaid> = record({ words: words(4000), language: languages }, { requiredKeys: ['words'] });

const withdrawals = (world: World): fc.Arbitrary<Withdrawal> =>
  record({ at: pastMoments, by: givers(world), how: hows, words: words(2000) }, { requiredKeys: ['at'] });

/** What any consent may say, whatever was decided. */
const shared = (world: World) => ({
  id: businessIds('cons'),
  version: versions,
  centre: world.centre,
  happenedAt: pastMoments,
  child: record({ id: world.childId }),
  by: givers(world),
  recipient: world.recipient,
  purpose: fc.constantFrom(...codesOf(CONSENT_PURPOSES)),
  information: fc.uniqueArray(fc.constantFrom(...SHOWN_TO_ANYBODY), { minLength: 1 }),
  period: periods,
  regime: fc.constantFrom(...codesOf(CONSENT_REGIMES)),
  how: hows,
  said,
  witness: witnesses(world),
  note: words(4000),
});

const REQUIRED = ['id', 'centre', 'happenedAt', 'child', 'by', 'purpose', 'regime', 'decision'] as const;

/** An oral yes has its words. */
const withItsWords = <C extends Pick<Consent, 'how' | 'said'>>({ how, ...consent }: C) =>
  how === undefined || (how === 'oral' && consent.said === undefined) ? consent : { ...consent, how };

const permits = (world: World) =>
  record(
    {
      ...shared(world),
      decision: fc.constant('permit' as const),
      status: fc.constantFrom('proposed', 'active', 'entered-in-error'),
    },
    { requiredKeys: [...REQUIRED, 'information'] },
  ).map(withItsWords);

const refusals = (world: World) =>
  record(
    {
      ...shared(world),
      decision: fc.constant('refuse' as const),
      status: fc.constantFrom('active', 'entered-in-error'),
    },
    { requiredKeys: [...REQUIRED] },
  );

/** What a professional invokes for a partner, on a provision that its law knows for it. */
export const groundConsents = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<Consent>> =>
  fc
    .tuple(
      record(
        {
          ...shared(world),
          by: record({ kind: fc.constant('professional' as const), id: directoryIds('pro'), name: words(200) }),
          decision: fc.constant('permit' as const),
          status: fc.constantFrom('active', 'entered-in-error'),
        },
        { requiredKeys: [...REQUIRED, 'information', 'recipient'] },
      ),
      fc.constantFrom(...codesOf(DISCLOSURE_GROUNDS)),
      fc.nat(9),
    )
    .map(([{ how: _how, said: _said, witness: _witness, ...consent }, what, nth]) => {
      const provisions = GROUNDS_BY_REGIME[consent.regime][what];
      return { ...consent, ground: { what, provision: provisions[nth % provisions.length] ?? provisions[0] } };
    })
    .filter(({ ground, period }) => ground.what !== 'emergency' || period?.end !== undefined);

/** A consent, a refusal, or one of them taken back; or what is invoked. */
export const consents = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<Consent>> =>
  fc.oneof({ weight: 5, arbitrary: saidConsents(world) }, { weight: 1, arbitrary: groundConsents(world) });

/** What a person said: a consent, a refusal, or one of them taken back; to a partner, or inside the centre. */
export const saidConsents = (world: World = OPEN_WORLD): fc.Arbitrary<Identified<Consent>> =>
  fc.oneof(
    { weight: 6, arbitrary: saidOfAnything(world) },
    { weight: 1, arbitrary: saidOfAnything(world).map(letsLegalReferralBeKnown) },
    { weight: 1, arbitrary: saidOfAnything(world).map(letsOtherCentreKnow) },
  );

/** Of a centre of the sandbox, the other one of it. */
const OTHER_CENTRES: Readonly<Record<string, string>> = { hochelaga: 'petits-renards', vanier: 'hochelaga' };

/** The same, said of whether another centre may be told that the child is followed at this one. */
export const letsOtherCentreKnow = ({
  recipient: _recipient,
  ...consent
}: Identified<Consent>): Identified<Consent> => ({
  ...consent,
  otherCentre: OTHER_CENTRES[consent.centre] ?? 'vanier',
  purpose: 'coordination',
  information: ['identity'],
});

/** The same, said of whether clinical staff may know that there is a legal referral. */
export const letsLegalReferralBeKnown = ({
  recipient: _recipient,
  otherCentre: _otherCentre,
  ...consent
}: Identified<Consent>): Identified<Consent> => ({
  ...consent,
  purpose: 'rights-support',
  information: ['legal-referral-exists'],
});

const saidOfAnything = (world: World): fc.Arbitrary<Identified<Consent>> =>
  fc.oneof(
    { weight: 3, arbitrary: permits(world) },
    { weight: 1, arbitrary: refusals(world) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.oneof(permits(world), refusals(world)), withdrawals(world))
        .filter(([{ happenedAt }, { at }]) => !surelyBefore(at, happenedAt))
        .map(([consent, withdrawal]) => ({ ...consent, status: 'withdrawn' as const, withdrawal })),
    },
  );
