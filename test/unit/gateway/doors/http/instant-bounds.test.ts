import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isInstantBound, isWithin } from '../../../../../gateway/doors/http/instant-bounds.ts';

const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
/** A moment, written as coarsely as FHIR lets it be. */
const written = fc
  .tuple(moments, fc.constantFrom(4, 7, 10, 16, 19, 23))
  .map(([at, length]) => `${at.toISOString().slice(0, length)}${length > 10 ? 'Z' : ''}`);

test('a moment is before what a value stands for, in it, or after it, and every prefix says which', () => {
  fc.assert(
    fc.property(written, moments, (value, at) => {
      const is = (prefix: string): boolean => isWithin(`${prefix}${value}`, at.getTime());
      expect([is('lt'), is('eq'), is('gt')].filter(Boolean)).toHaveLength(1);
      expect(is('ge')).toBe(is('eq') || is('gt'));
      expect(is('le')).toBe(is('eq') || is('lt'));
      expect(is('ne')).toBe(!is('eq'));
      expect([is('sa'), is('eb'), is('')]).toEqual([is('gt'), is('lt'), is('eq')]);
      expect(is('eq')).toBe(at.toISOString().startsWith(value.replace('Z', '')));
    }),
  );
});

test('a moment that we gave is not after itself, and the next millisecond is', () => {
  fc.assert(
    fc.property(moments, (at) => {
      const bound = `gt${at.toISOString()}`;
      expect([isWithin(bound, at.getTime()), isWithin(bound, at.getTime() + 1)]).toEqual([false, true]);
    }),
  );
});

test('an hour holds in the zone that it names', () => {
  expect(isWithin('eq2026-03-02T10:00:00-05:00', Date.parse('2026-03-02T15:00:00.500Z'))).toBe(true);
  expect(isWithin('ge2026-03-02T15:00:00.12345Z', Date.parse('2026-03-02T15:00:00.123Z'))).toBe(true);
});

test.each(['yesterday', '2026-13-01', 'gt', 'xx2026-01-01', '2026-01-01T10:00', '26-01-01', ''])(
  '«%s» stands for no moment',
  (text) => {
    expect([isInstantBound(text), isWithin(text, START)]).toEqual([false, false]);
  },
);
const START = Date.parse('2026-03-10T15:00:00Z');
