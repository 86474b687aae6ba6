import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seeded } from '../../../sandbox/seeded.ts';
import { FAULT_KINDS } from '../../chaos/faults.ts';
import { drawFamilies } from '../../chaos/load-plan.ts';
import { countsFor, drawSchedule, placeOf } from '../../chaos/schedule.ts';

const topology = { gateways: 2, workers: 4, partners: 4 };
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test('whatever the seed, ten minutes hold more faults than are promised, of every kind, and HAPI is killed four times', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const schedule = drawSchedule(seeded(seed), 10, topology);
      const counts = countsFor(10);
      expect(schedule.length).toBeGreaterThanOrEqual(counts.faults + 3);
      expect(new Set(schedule.map(({ kind }) => kind)).size).toBe(Object.keys(FAULT_KINDS).length);
      expect(schedule.filter(({ kind }) => kind === 'kill-record')).toHaveLength(4);
    }),
    { numRuns: 40 },
  );
});

test('whatever the seed, a short run holds what it promises, of kinds that differ', () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(1, 1.2, 2, 4), (seed, minutes) => {
      const schedule = drawSchedule(seeded(seed), minutes, topology);
      const { faults, kinds, recordKilled } = countsFor(minutes);
      expect(schedule.length).toBeGreaterThanOrEqual(faults);
      expect(new Set(schedule.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(kinds);
      expect(schedule.filter(({ kind }) => kind === 'kill-record')).toHaveLength(recordKilled.most);
    }),
    { numRuns: 40 },
  );
});

test('every fault begins and is over within the run, and is done to a part that is there', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      for (const { atMs, which, kind } of drawSchedule(seeded(seed), 10, topology)) {
        expect(atMs).toBeGreaterThan(0);
        expect(atMs).toBeLessThan(10 * 60_000 * 0.97);
        const { part } = FAULT_KINDS[kind];
        const among = part === 'gateway' ? 2 : part === 'worker' || part === 'partner' ? 4 : 1;
        expect(which).toBeLessThan(among);
        expect(placeOf({ kind, which })).toContain(part);
      }
    }),
    { numRuns: 40 },
  );
});

test('the same seed draws the same load and the same faults, another seed others', () => {
  const drawn = (seed: number) => [drawFamilies(seeded(seed), 2, ['a', 'b']), drawSchedule(seeded(seed), 2, topology)];
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(drawn(seed)).toEqual(drawn(seed));
      expect(drawn(seed)).not.toEqual(drawn(seed + 1));
    }),
    { numRuns: 20 },
  );
});

test('a load has revisions, withdrawals, repeats, versions out of order, and plans before their circle', () => {
  const families = drawFamilies(seeded(1), 10, ['a', 'b']);
  const sendings = families.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'wait' ? [] : [step.sending])),
  );
  expect(sendings.length).toBeGreaterThan(2_000);
  expect(sendings.some(({ body }) => body.status === 'revoked')).toBe(true);
  expect(families.some(({ steps }) => steps.some(({ kind }) => kind === 'at-once'))).toBe(true);
  expect(
    families.some(({ steps }) => {
      const ids = steps.flatMap((step) => (step.kind === 'wait' ? [] : [step.sending.concept]));
      return ids.indexOf('action-plan') !== -1 && ids.indexOf('action-plan') < ids.indexOf('care-circle');
    }),
  ).toBe(true);
  const outOfOrder = sendings.some((one, index) =>
    sendings.slice(index + 1).some((later) => later.id === one.id && later.version < one.version),
  );
  expect(outOfOrder).toBe(true);
});
