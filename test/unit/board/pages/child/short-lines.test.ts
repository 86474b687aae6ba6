import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shortLines } from '../../../../../board/pages/child/circle/short-lines.ts';

const names = fc
  .array(fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));

test('a name takes two lines at most, each no longer than the room, and nothing is left out unless it says so', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 2, max: 20 }), (name, room) => {
      const lines = shortLines(name, room);
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(room);
      const whole = name.split(/\s+/).filter(Boolean).join(' ');
      if (!lines.some((line) => line.endsWith('…'))) expect(lines.join(' ')).toBe(whole);
    }),
  );
});

test('names as they are', () => {
  expect(shortLines('Lan', 14)).toEqual(['Lan']);
  expect(shortLines("Dre Hélène d'Arcy-Côté", 14)).toEqual(['Dre Hélène', "d'Arcy-Côté"]);
  expect(shortLines('Konwatsi’tsiaiénni', 14)).toEqual(['Konwatsi’tsia…']);
});
