import { expect, test } from '@jest/globals';
import { storyCalendar } from '../../../../sandbox/families/story-calendar.ts';

// A Wednesday.
const calendar = storyCalendar(new Date('2026-02-18T15:00:00Z'));

test('a day is that of the week asked for, counted from this one', () => {
  expect(calendar.day(0, 'mon')).toBe('2026-02-16');
  expect(calendar.day(-1, 'fri')).toBe('2026-02-13');
  expect(calendar.day(3, 'thu')).toBe('2026-03-12');
});

test('a moment has the offset of Montréal on that day, also beyond a change of the clock', () => {
  expect(calendar.at(-1, 'tue', '09:30')).toBe('2026-02-10T09:30:00.000-05:00');
  expect(calendar.at(4, 'tue', '09:30')).toBe('2026-03-17T09:30:00.000-04:00');
});

test('late on a Sunday evening in Montréal the week is still the one that ends', () => {
  const sunday = storyCalendar(new Date('2026-02-23T03:00:00Z'));
  expect(sunday.day(0, 'mon')).toBe('2026-02-16');
});

test.each([
  [6, 4, '2019-10-17'],
  [3, 2, '2022-12-17'],
])('a child of %i years and %i months was born on %s', (years, months, born) => {
  expect(calendar.born(years, months)).toBe(born);
});

test('a time that does not exist is refused', () => {
  expect(() => calendar.at(0, 'mon', '25:00')).toThrow(RangeError);
});
