import { expect, test } from '@jest/globals';
import { datesInWords } from '../../../../board/texts/dates.ts';

test('a day is told as it is written, wherever the centre is', () => {
  expect(datesInWords('fr', 'America/Toronto').day('2026-03-08')).toBe('8 mars 2026');
  expect(datesInWords('en', 'America/Toronto').day('2026-03-08')).toBe('March 8, 2026');
});

test('an instant is told at the centre’s clock, also in the night when the clock changes', () => {
  const { day, moment } = datesInWords('fr', 'America/Toronto');
  expect(day('2026-11-01T03:30:00Z')).toBe('31 octobre 2026');
  expect(moment('2026-11-01T05:30:00Z')).toBe('1er novembre 2026 à 1 h 30');
  expect(moment('2026-11-01T06:30:00Z')).toBe('1er novembre 2026 à 1 h 30');
  expect(moment('2026-11-01T07:30:00Z')).toBe('1er novembre 2026 à 2 h 30');
});
