import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { INDICATORS } from '../../../../mappings/indicators/indicators.ts';
import { indicatorOf, measureCanonical, measureFrom } from '../../../../mappings/indicators/measure.ts';
import { measureReportFrom, reportRead, withStrataOn } from '../../../../mappings/indicators/measure-report.ts';
import { PROGRAMME_NAMES } from '../../../../mappings/indicators/programme-rows.ts';
import { publishedFrom } from '../../../../mappings/indicators/published.ts';
import { quarterNamed } from '../../../../mappings/indicators/quarter.ts';
import { STRATA_NAMES } from '../../../../mappings/indicators/strata.ts';
import type { Unit } from '../../../../mappings/indicators/unit.ts';
import { checkResource } from '../../../../profiles/check-resource.ts';

const errorsOf = (resource: unknown) => checkResource(resource).filter(({ severity }) => severity === 'error');
const quarter = quarterNamed('2026-Q3');
if (quarter === undefined) throw new Error('2026-Q3');
const scope = { centre: 'verdun', quarter, now: '2026-10-31T06:00:00.000Z' };

describe.each(INDICATORS.map((indicator) => [indicator.name, indicator] as const))('%s', (_name, indicator) => {
  test('has a Measure that is valid as its profile says, in French and in English', () => {
    const measure = measureFrom(indicator);
    expect(errorsOf(measure)).toEqual([]);
    const text = JSON.stringify(measure);
    for (const { fr, en } of [indicator.title, indicator.who, indicator.what, indicator.why]) {
      expect(fr === '' || en === '').toBe(false);
      expect([text.includes(JSON.stringify(fr).slice(1, -1)), text.includes(JSON.stringify(en).slice(1, -1))]).toEqual([
        true,
        true,
      ]);
    }
    expect(indicatorOf(measureCanonical(indicator.name))).toBe(indicator);
  });

  test('comes back from its MeasureReport as it went, which is valid whatever is suppressed', () => {
    const units: fc.Arbitrary<readonly Unit[]> = fc.array(
      fc.record({
        counted: fc.constant(indicator.counted),
        child: fc.integer({ min: 1, max: 25 }).map(String),
        row: fc.constantFrom(...PROGRAMME_NAMES.slice(0, 3)),
        partner: fc.constantFrom('clsc-verdun', 'orchestre'),
        district: fc.constantFrom('H4G', 'H3K'),
        marks: fc.record({ [indicator.of]: fc.boolean() }),
        amounts: fc.record({
          [indicator.of]: fc.oneof(
            fc.integer({ min: 0, max: 40 }),
            fc.constant(indicator.by === 'median' ? Number.POSITIVE_INFINITY : 1),
          ),
        }),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(units, fc.subarray([...STRATA_NAMES]), (all, on) => {
        const published = publishedFrom(all, on).find(({ name }) => name === indicator.name);
        if (published === undefined) throw new Error(indicator.name);
        expect(published.strata?.by).toBe(on.find((it) => it === indicator.strata));
        const report = measureReportFrom(published, scope);
        expect(errorsOf(report)).toEqual([]);
        expect(reportRead(report, 'verdun')).toEqual({ ...published, quarter, publishedAt: scope.now });
        expect(reportRead(report, 'vanier')).toBeUndefined();
        expect(withStrataOn(report, on)).toEqual(report);
        // Turned off since: the report as if it had never been on.
        const plain = publishedFrom(all).find(({ name }) => name === indicator.name);
        expect(withStrataOn(report, [])).toEqual(plain && measureReportFrom(plain, scope));
        // No child, and nothing that leads to one, leaves the computation.
        expect(JSON.stringify(report)).not.toMatch(/Patient|subjectResults|evaluatedResource/);
      }),
      { numRuns: 20 },
    );
  });
});

test('what is counted together is cut together, by one thing at most beside programmes', () => {
  for (const { name, counted, strata } of INDICATORS)
    for (const other of INDICATORS.filter((it) => it.counted === counted))
      expect([name, other.name, other.strata]).toEqual([name, other.name, strata]);
});

test('no indicator is of a worker or a partner', () => {
  const text = JSON.stringify(INDICATORS.map(({ name, of, counted }) => [name, of, counted]));
  expect(text).not.toMatch(/worker|professional|partner|recipient/);
});
