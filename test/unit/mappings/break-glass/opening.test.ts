import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { againstSigning, type Opening, standingOf } from '../../../../mappings/break-glass/opening.ts';

const OPENED = Date.parse('2026-11-26T15:00:00Z');
const HOUR_MS = 3_600_000;
const OPENING: Opening = {
  id: '0b7c8e7e-5d0c-4f0e-9a55-2f6d1f0c7a11',
  centre: 'verdun',
  child: 'enf-1',
  by: 'p-1',
  role: 'reception',
  reason: 'safety',
  openedAt: new Date(OPENED).toISOString(),
  until: new Date(OPENED + HOUR_MS).toISOString(),
};
const signedAs = (verdict: 'justified' | 'unjustified'): Opening => ({
  ...OPENING,
  signed: { by: 'p-2', verdict, at: OPENING.openedAt },
});

test('it is open until its hour is over, to the millisecond, whether or not somebody has found it justified', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * HOUR_MS }), fc.boolean(), (afterMs, isSigned) => {
      const opening = isSigned ? signedAs('justified') : OPENING;
      expect(standingOf(opening, new Date(OPENED + afterMs))).toBe(afterMs < HOUR_MS ? 'open' : 'expired');
    }),
    {
      examples: [
        [HOUR_MS - 1, false],
        [HOUR_MS, false],
        [HOUR_MS, true],
      ],
    },
  );
});

test('found not justified, it is over at once', () => {
  expect(standingOf(signedAs('unjustified'), new Date(OPENED))).toBe('ended');
});

test('another person signs it off, once', () => {
  expect(againstSigning(OPENING, 'p-1')).toBe('own');
  expect(againstSigning(OPENING, 'p-2')).toBeUndefined();
  expect(againstSigning(signedAs('justified'), 'p-3')).toBe('signed');
  expect(againstSigning(signedAs('justified'), 'p-1')).toBe('own');
});
