import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import { REGIMES } from '../../../../mappings/consent/regimes.ts';
import { tieDecision } from '../../../../mappings/consent/tie-permitted.ts';
import type { Consent } from '../../../../mappings/domain/concepts.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { circleEvent } from '../../../builders/concept-events.ts';
import { codesOf } from '../../../generators/codes.ts';
import { consents, letsOtherCentreKnow } from '../../../generators/consents.ts';
import { OPEN_WORLD } from '../../../generators/world.ts';

const AT = new Date('2026-11-26T15:00:00Z');
const VANIER = { id: 'vanier', isElsewhere: false };
const WORLD = {
  ...OPEN_WORLD,
  centre: fc.constant('verdun'),
  childId: fc.constant('enf-1'),
  memberId: fc.constant('maman'),
};

const resources = circleEvent().bundle.entry?.flatMap(({ resource }) => resource ?? []) ?? [];
const child: fhir4.Patient = {
  resourceType: 'Patient',
  identifier: [{ system: IDENTIFIERS.child('verdun'), value: 'enf-1' }],
  birthDate: '2020-03-01',
};
const people = resources.filter((it) => it.resourceType === 'RelatedPerson');
const resourceOf = (consent: Identified<Consent>, nth: number): readonly fhir4.Consent[] =>
  (
    consentMapping.toBundle(consent, {
      exchangeId: '7f1f8c0e-3b7a-4c9e-8a52-2b8a9d0c7e10',
      recordedAt: '2026-11-20T12:00:00.000Z',
      contentHash: 'h',
      centre: { id: 'verdun', name: 'Centre' },
    }).entry ?? []
  ).flatMap(({ resource }) => (resource?.resourceType === 'Consent' ? [{ ...resource, id: `${nth}` }] : []));

const regimes = fc.constantFrom(...codesOf(REGIMES));
/** Half of them about the other centre, so that some permit. */
const said = fc.array(
  fc.oneof(
    consents(WORLD),
    consents(WORLD)
      .filter(({ ground }) => ground === undefined)
      .map(letsOtherCentreKnow),
  ),
  { maxLength: 4 },
);
const side = (regime: keyof typeof REGIMES, all: readonly Identified<Consent>[]) => ({
  ...{ centre: 'verdun', regime, timeZone: 'America/Toronto', child, people },
  consents: all.flatMap(resourceOf),
});
const isLet = (...asked: Parameters<typeof tieDecision>): boolean => tieDecision(...asked).kind === 'permit';
const isYesTo = ({ otherCentre, decision }: Consent): boolean => otherCentre === 'vanier' && decision === 'permit';

test('whatever else is said or invoked, another centre is told on a yes that names it and that stood when this one said so, and never in another province', () => {
  let permitted = 0;
  fc.assert(
    fc.property(regimes, said, (regime, all) => {
      const record = side(regime, all);
      if (isLet(record, VANIER, AT)) permitted += 1;
      expect(isLet(record, { ...VANIER, isElsewhere: true }, AT)).toBe(false);
      expect(isLet(record, { ...VANIER, id: 'hochelaga' }, AT)).toBe(false);
      expect(
        isLet(
          side(
            regime,
            all.filter((it) => !isYesTo(it)),
          ),
          VANIER,
          AT,
        ),
      ).toBe(false);
      // Said before anybody was asked.
      expect(isLet(record, VANIER, AT, new Date('1890-01-01T00:00:00Z'))).toBe(false);
      // A no of the child’s own closes what anybody let.
      const no = { centre: 'verdun', id: 'non', child: { id: 'enf-1' }, happenedAt: '2020-03-02', regime } as const;
      const child = { ...no, by: { kind: 'child' }, decision: 'refuse', purpose: 'coordination' } as const;
      expect(isLet(side(regime, [...all, { ...child, otherCentre: 'vanier' }]), VANIER, AT)).toBe(false);
    }),
    { numRuns: 200 },
  );
  expect(permitted).toBeGreaterThan(0);
});
