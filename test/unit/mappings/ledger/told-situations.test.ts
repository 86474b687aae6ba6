import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LaneEvent } from '../../../../mappings/domain/lane-events.ts';
import type { LedgerTold } from '../../../../mappings/domain/ledger-told.ts';
import { requestKindOf } from '../../../../mappings/domain/request-kind.ts';
import { dayOf } from '../../../../mappings/ledger/day.ts';
import { ledgerTold } from '../../../../mappings/ledger/ledger-told.ts';
import { localDayIn } from '../../../../mappings/ledger/local-day.ts';
import { rootOf, toldFile } from '../../../builders/told-record.ts';
import { SITUATIONS, type Situation } from './told-situations.ts';

const tell = (resources: readonly fhir4.FhirResource[], { asOf }: Pick<Situation, 'asOf'>, more = {}): LedgerTold =>
  ledgerTold(resources, {
    centre: 'verdun',
    child: 'enf-1',
    localDay: localDayIn('America/Toronto'),
    asOf: dayOf(asOf),
    nameOf: ({ kind, id }) => `${kind}:${id}`,
    mayKnow: () => true,
    ...more,
  });

const inWords = ({ needs }: LedgerTold) =>
  Object.fromEntries(
    needs.map(({ goal, daysWithoutCare: { waiting, asked, open }, otherDays: { served, paused, unknown } }) => [
      goal,
      `${waiting} ${asked} ${open} | ${served} ${paused} ${unknown}`,
    ]),
  );

const handOversIn = ({ needs }: LedgerTold) =>
  needs.flatMap(({ handOvers }) =>
    handOvers.map(({ from, to, on, how, gapDays }) => `${from.name} → ${to.name} ${on} ${how} ${gapDays}`),
  );

describe.each(SITUATIONS)('$told.en', (situation) => {
  test('written into the record and read back, gives the days that a person counts by hand', async () => {
    const ledger = tell(await toldFile(situation.acts), situation);
    expect(inWords(ledger)).toEqual(situation.days);
    expect(handOversIn(ledger)).toEqual(situation.handOvers ?? []);
    expect(ledger.needs.reduce((sum, { learntLate }) => sum + learntLate, 0)).toBe(situation.learntLate ?? 1);
    expect(ledger.accompanied).toEqual([{ name: 'Julie Côté', from: '2026-01-05' }]);
  });

  test('ends the same in whatever order it arrives', async () => {
    const { acts } = situation;
    const expected = tell(await toldFile(acts), situation);
    const ranks = acts.map((_, rank) => rank);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ranks, { minLength: ranks.length }), async (order) => {
        const arrived = inVersions(order.flatMap((rank) => acts[rank] ?? []));
        const ledger = tell(await toldFile(arrived), situation);
        expect(inWords(ledger)).toEqual(inWords(expected));
        expect(handOversIn(ledger)).toEqual(handOversIn(expected));
      }),
      { numRuns: 5 },
    );
  });
});

test('whoever may not know of a holder sees neither the need nor its days', async () => {
  const [lawyer] = SITUATIONS.filter(({ days }) => 'logis' in days);
  if (lawyer === undefined) throw new Error('nobody tells of the lawyer');
  const mayKnow = (request: fhir4.ServiceRequest): boolean => requestKindOf(request) !== 'legal-referral';
  const ledger = tell(await toldFile(lawyer.acts), lawyer, { mayKnow });
  expect(Object.keys(inWords(ledger))).toEqual(['parler']);
  expect(JSON.stringify(ledger)).not.toMatch(/logis|avocate|chez nous/);
});

test('as it was known in March, nobody had begun; now it is told when they had', async () => {
  const [late] = SITUATIONS.filter(({ learntLate }) => learntLate === 5);
  if (late === undefined) throw new Error('nobody tells late');
  const resources = await toldFile(late.acts);
  const until = { asOf: '2026-03-31' };
  expect(inWords(tell(resources, until, { knownAt: '2026-03-31T23:00:00Z' }))).toEqual({ parler: '0 85 1 | 0 0 0' });
  expect(inWords(tell(resources, until))).toEqual({ parler: '0 30 1 | 55 0 0' });
});

/** A newer version of a concept makes an older one that comes late nothing: versions come in their order, among everything else. */
function inVersions(acts: readonly LaneEvent[]): readonly LaneEvent[] {
  const later = new Map<string, LaneEvent[]>();
  for (const act of acts) if (act.kind === 'concept') later.set(rootOf(act), [...(later.get(rootOf(act)) ?? []), act]);
  for (const versions of later.values()) versions.sort((a, b) => versionOf(a) - versionOf(b));
  return acts.map((act) => later.get(rootOf(act))?.shift() ?? act);
}

const versionOf = (act: LaneEvent): number => (act.kind === 'concept' ? (act.version ?? 0) : 0);
