import { expect, test } from '@jest/globals';
import { dayOf } from '../../../mappings/ledger/day.ts';
import { WATCH_CODES } from '../../../mappings/watch/child-findings.ts';
import { LOOSE_ENDS } from '../../../sandbox/population/loose-ends.ts';
import { population } from '../../../sandbox/population/population.ts';
import { foundByDay, populationRegistry } from '../../watch-budget/told-population.ts';

/** A Tuesday, with a weekend close behind. */
const TO = '2025-02-04';
/** One child in four has something left undone, each rule in its turn. */
const LOOSE = population({
  seed: 1,
  children: 4 * LOOSE_ENDS.length,
  centres: [{ id: 'hochelaga', regime: 'qc-private', motherFiles: false }],
  from: '2022-02-04',
  to: TO,
}).filter((_life, nth) => nth % 4 === 1);

test('each rule finds what was left undone for it, told through the mappings to a record in memory', async () => {
  const registry = populationRegistry();
  const codes = new Set<string>();
  for (const life of LOOSE)
    for await (const { day, found } of foundByDay(life, { registry, from: dayOf(TO), to: dayOf(TO) })) {
      expect(day).toBe(dayOf(TO));
      for (const { code } of found) codes.add(code);
    }
  expect(WATCH_CODES.filter((code) => !codes.has(code))).toEqual([]);
});
