import { expect, test } from '@jest/globals';
import { dayOf } from '../../../../../board/pages/child/calendar.ts';
import { dayInShort, dayInWords, momentInWords, tickInWords } from '../../../../../board/pages/child/dates-in-words.ts';

test('a date is said as precisely as it was written, and a day of a moment as the actor said it', () => {
  expect(momentInWords('2024', 'fr')).toBe('2024');
  expect(momentInWords('2024-11', 'fr')).toBe('novembre 2024');
  expect(momentInWords('2024-11-03', 'en')).toBe('November 3, 2024');
  expect(momentInWords('2024-11-03T23:30:00-05:00', 'fr')).toBe('3 novembre 2024');
});

test('in French the first of a month is « 1er », and the eleventh is not', () => {
  expect(dayInWords(dayOf('2026-05-01'), 'fr')).toBe('1er mai 2026');
  expect(dayInWords(dayOf('2026-05-11'), 'fr')).toBe('11 mai 2026');
  expect(dayInShort(dayOf('2026-05-01'), 'fr')).toMatch(/^1er mai/);
  expect(dayInWords(dayOf('2026-05-01'), 'en')).toBe('May 1, 2026');
});

test('a mark under the line of time says the year where it begins, and where the line does', () => {
  const january = dayOf('2026-01-01');
  expect(tickInWords(january, 'en', false)).toBe('Jan 2026');
  expect([tickInWords(dayOf('2026-04-01'), 'en', false), tickInWords(dayOf('2026-04-01'), 'en', true)]).toEqual([
    'Apr',
    'Apr 2026',
  ]);
});
