import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CUT_MARK, wrapText } from '../../../../gateway/paper/wrap-text.ts';

/** Every character is one point wide. */
const widthOf = (text: string): number => Array.from(text).length;

function linesOf(text: string, widthPt: number): readonly string[] {
  return wrapText(text, { widthPt, linesMax: 100 }, widthOf).lines;
}

test('lines break at spaces and at line feeds', () => {
  expect(linesOf('un deux trois\nquatre', 8)).toEqual(['un deux', 'trois', 'quatre']);
});

test('no line breaks at a no-break space', () => {
  expect(linesOf('appeler le 514\u00a0555-0123', 14)).toEqual(['appeler le', '514\u00a0555-0123']);
});

test('a word wider than the line breaks after its hyphen, else between letters, never before an accent', () => {
  expect(linesOf('Marie-Konwatsi', 9)).toEqual(['Marie-', 'Konwatsi']);
  expect(linesOf('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  expect(linesOf('abe\u0301cd', 3)).toEqual(['ab', 'e\u0301c', 'd']);
});

test('an empty text is one empty line', () => {
  expect(wrapText('', { widthPt: 5, linesMax: 1 }, widthOf)).toEqual({ lines: [''], cut: false });
});

test('beyond the last line the text is cut at a word, with the mark', () => {
  expect(wrapText('un deux trois quatre cinq', { widthPt: 10, linesMax: 2 }, widthOf)).toEqual({
    lines: ['un deux', `trois ${CUT_MARK}`],
    cut: true,
  });
});

test('a text that just fits is not cut', () => {
  expect(wrapText('un deux trois', { widthPt: 8, linesMax: 2 }, widthOf)).toEqual({
    lines: ['un deux', 'trois'],
    cut: false,
  });
});

test('a word that leaves no room for the mark is cut short', () => {
  expect(wrapText('abcdefghijkl', { widthPt: 7, linesMax: 1 }, widthOf)).toEqual({
    lines: [`abc ${CUT_MARK}`],
    cut: true,
  });
});

test('whatever the text, no line is wider than asked and no letter is lost or added unless cut', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '-', '\n', 'ễ'), maxLength: 200 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 6, max: 30 }), fc.integer({ min: 1, max: 12 }), (text, widthPt, linesMax) => {
      const { lines, cut } = wrapText(text, { widthPt, linesMax }, widthOf);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(widthPt);
      expect(lines.length).toBeLessThanOrEqual(linesMax);
      expect(lines.at(-1)?.endsWith(CUT_MARK)).toBe(cut);
      const letters = (from: string): string => from.replaceAll(/\s/gu, '');
      const printed = letters(lines.join('')).replace(CUT_MARK, '');
      if (cut) expect(letters(text).startsWith(printed)).toBe(true);
      else expect(printed).toBe(letters(text));
    }),
  );
});
