import { expect, test } from '@jest/globals';
import { decide } from '../../../../mappings/consent/decide.ts';
import { DENY_REASONS, PERMIT_REASONS } from '../../../../mappings/consent/reasons.ts';
import { AT, shown, sourcesUnder } from './cases/case.ts';
import { DECISION_TABLE } from './cases/decision-table.ts';

const CASES = DECISION_TABLE.flatMap(({ cases }) =>
  cases.flatMap((it) => it.regimes.map((regime) => [regime, it.what.en, it] as const)),
);

test.each(CASES)('%s: %s', (regime, _what, it) => {
  const decided = decide(regime, it.bases, shown(it.disclosure), new Date(it.at ?? AT));
  const { decision } = it;
  expect([decided.kind, decided.reason]).toEqual(
    'permit' in decision ? ['permit', decision.permit] : ['deny', decision.deny],
  );
  expect(decided.sources).toEqual(sourcesUnder(it, regime));
});

test('every reason that can be given has a case, at least sixty cases in all, and each is said in words once', () => {
  const given = new Set(CASES.map(([, , { decision }]) => ('permit' in decision ? decision.permit : decision.deny)));
  expect([...given].sort()).toEqual([...Object.keys(PERMIT_REASONS), ...Object.keys(DENY_REASONS)].sort());
  const cases = DECISION_TABLE.flatMap(({ cases: all }) => all);
  expect(cases.length).toBeGreaterThanOrEqual(60);
});
