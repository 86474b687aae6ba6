import { expect, test } from '@jest/globals';
import type { Composition } from '../../../../gateway/paper/compose-page.ts';
import { fitPage } from '../../../../gateway/paper/fit-page.ts';
import { CONTENT_HEIGHT_PT, type Density, type Limits } from '../../../../gateway/paper/setting.ts';

interface Tried extends Composition {
  readonly sizePt: number;
  /** Lines printed of each row. */
  readonly rowLines: readonly number[];
  readonly formLines: number;
  readonly safeLines: number;
}

/** A page whose texts have so many lines, each as high as its type. */
function pageOf(rows: readonly number[], formLines = 10, safeLines = 5): (density: Density, limits: Limits) => Tried {
  return ({ sizePt }, limits) => {
    const rowLines = rows.slice(0, limits.rowsMax).map((lines, row) => Math.min(lines, limits.rowLinesMax(row)));
    const form = Math.min(formLines, limits.form.linesMax);
    const safe = Math.min(safeLines, limits.safeContact.linesMax);
    const neededPt = sizePt * (form + safe + rowLines.reduce((sum, lines) => sum + lines, 0));
    const cut = rowLines.length < rows.length || rowLines.some((lines, row) => lines !== rows[row]);
    return {
      heightPt: neededPt,
      neededPt,
      pieces: [],
      cut: cut || form < formLines || safe < safeLines,
      sizePt,
      rowLines,
      formLines: form,
      safeLines: safe,
    };
  };
}

function fitted(rows: readonly number[], formLines?: number, safeLines?: number): Tried {
  return fitPage(pageOf(rows, formLines, safeLines), rows.length) as Tried;
}

test('a short page has the largest type', () => {
  expect(fitted([1, 2, 3])).toMatchObject({ sizePt: 11, cut: false, rowLines: [1, 2, 3] });
});

test('a longer page has the largest type that fits, and is whole', () => {
  const lines = Math.floor(CONTENT_HEIGHT_PT / 9) - 15;
  expect(fitted([lines])).toMatchObject({ sizePt: 9, cut: false });
  expect(fitted([lines + 1])).toMatchObject({ sizePt: 8.5, cut: false });
});

test('at the smallest type only the longest rows are cut, evenly, and the page is filled', () => {
  const tried = fitted([3, 60, 4, 70, 1]);
  expect(tried.sizePt).toBe(7.5);
  const [first, second = 0, third, fourth = 0, fifth] = tried.rowLines;
  expect([first, third, fifth]).toEqual([3, 4, 1]);
  expect(Math.abs(second - fourth)).toBeLessThanOrEqual(1);
  expect(CONTENT_HEIGHT_PT - tried.neededPt).toBeLessThan(2 * 7.5);
  expect(tried).toMatchObject({ formLines: 10, safeLines: 5 });
});

test('when one line each is too much, the last rows are left out', () => {
  const tried = fitted(Array.from({ length: 500 }, () => 1));
  expect(tried.rowLines.length).toBe(Math.floor(CONTENT_HEIGHT_PT / 7.5) - 15);
});

test('a form too long gives way before the safe contact does', () => {
  expect(fitted([1, 1], 85, 20)).toMatchObject({ formLines: 3, safeLines: 20, rowLines: [1, 1] });
});

test('a safe contact too long gives way last, and the page still fits', () => {
  const tried = fitted([50], 85, 90);
  expect(tried.formLines).toBe(1);
  expect(tried.safeLines).toBeLessThan(90);
  expect(tried.neededPt).toBeLessThanOrEqual(CONTENT_HEIGHT_PT);
});
