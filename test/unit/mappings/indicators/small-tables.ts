import fc from 'fast-check';
import { INDICATORS } from '../../../../mappings/indicators/indicators.ts';
import { PROGRAMME_NAMES } from '../../../../mappings/indicators/programme-rows.ts';
import type { Counted, Unit } from '../../../../mappings/indicators/unit.ts';

/** Indicators that may be cut a second time. */
export const CUT = INDICATORS.filter(({ strata }) => strata !== undefined);
const COUNTED: readonly Counted[] = [...new Set(CUT.map(({ counted }) => counted))];

/** Small tables on purpose, of few programmes and few strata, some of which lie wholly in one another. */
export const tables = fc.constantFrom(...COUNTED).chain((counted) =>
  fc
    .record({
      // Which strata a programme has: a partner mostly serves one.
      strataOf: fc.oneof(
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }), {
          minLength: 3,
          maxLength: 3,
        }),
        // In a ring, where no cell is a difference.
        fc.constant([
          [0, 1],
          [1, 2],
          [2, 0],
        ]),
      ),
      // Of some strata all have the mark, or none: a zero that is told tells more than it says.
      marked: fc.array(fc.constantFrom(true, false, undefined, undefined), { minLength: 6, maxLength: 6 }),
      units: fc.array(
        fc.record({
          child: fc.integer({ min: 1, max: 40 }),
          row: fc.integer({ min: 0, max: 2 }),
          nth: fc.nat({ max: 2 }),
          isSaid: fc.integer({ min: 0, max: 9 }).map((it) => it > 0),
          mark: fc.integer({ min: 0, max: 3 }).map((it) => it > 0),
          amount: fc.constantFrom(0, 1, 3, 3, 5),
        }),
        { minLength: 10, maxLength: 90, size: 'max' },
      ),
    })
    .map(({ strataOf, marked, units }) => ({
      counted,
      all: units.map(({ child, row, nth, isSaid, mark: some, amount: much }): Unit => {
        const its = strataOf[row] ?? [];
        const stratum = isSaid ? its[nth % its.length] : undefined;
        const name = stratum === undefined ? undefined : `s${stratum}`;
        const mark = marked[stratum ?? 5] ?? some;
        const amount = marked[stratum ?? 5] === false ? 0 : much;
        return {
          counted,
          child: String(child),
          row: PROGRAMME_NAMES[row] ?? 'clsc',
          ...(name !== undefined && { partner: name, district: name }),
          marks: { inTime: mark, told: mark, again: mark, joint: mark },
          amounts: { days: amount, waiting: amount, asked: 1, open: 0, changes: mark ? 0 : 1 },
        };
      }),
    })),
);
