import type { Composition } from './compose-page.ts';
import { CONTENT_HEIGHT_PT, type Density, type Limits, SIZE_MIN_PT, type TextLimits } from './setting.ts';

const FLOOR: Density = { sizePt: SIZE_MIN_PT, leading: 1.18, gapPt: 6, writingLinePt: 19 };

/** From roomy to the floor: at each size room goes first, and nothing is set below 9 points while room is left. */
const DENSITIES: readonly Density[] = [
  { sizePt: 11, leading: 1.32, gapPt: 15, writingLinePt: 28 },
  { sizePt: 10.5, leading: 1.3, gapPt: 14, writingLinePt: 27 },
  { sizePt: 10.5, leading: 1.27, gapPt: 12, writingLinePt: 26 },
  { sizePt: 10, leading: 1.28, gapPt: 12, writingLinePt: 26 },
  { sizePt: 10, leading: 1.25, gapPt: 10, writingLinePt: 24 },
  { sizePt: 9.5, leading: 1.27, gapPt: 11, writingLinePt: 25 },
  { sizePt: 9.5, leading: 1.25, gapPt: 9, writingLinePt: 23 },
  { sizePt: 9, leading: 1.25, gapPt: 9, writingLinePt: 23 },
  { sizePt: 9, leading: 1.2, gapPt: 6, writingLinePt: 20 },
  { sizePt: 8.5, leading: 1.2, gapPt: 6, writingLinePt: 20 },
  { sizePt: 8, leading: 1.18, gapPt: 6, writingLinePt: 19 },
  FLOOR,
];

/** More lines than this fit on no page. */
const LINES_MAX = 90;

const ALL: TextLimits = { linesMax: LINES_MAX, itemsMax: Number.POSITIVE_INFINITY };

type FormLimits = Pick<Limits, 'form' | 'safeContact'>;

/** Fits on one page whatever the texts are, and leaves room for rows. */
const TIGHTEST: FormLimits = {
  form: { linesMax: 1, itemsMax: 4 },
  safeContact: { linesMax: 1, itemsMax: 4 },
};

/** Limits of everything but the rows, for pages whose very form is too long; the safe contact is the last to give way. */
const FORM_LIMITS: readonly FormLimits[] = [
  { form: ALL, safeContact: ALL },
  { form: { linesMax: 3, itemsMax: 12 }, safeContact: ALL },
  { form: { linesMax: 1, itemsMax: 8 }, safeContact: ALL },
  { form: { linesMax: 1, itemsMax: 6 }, safeContact: { linesMax: 4, itemsMax: 6 } },
  { form: { linesMax: 1, itemsMax: 4 }, safeContact: { linesMax: 2, itemsMax: 4 } },
];

// A page filled to the last point may exceed it by the rounding of its sums.
const ROUNDING_PT = 0.01;

const ROW_LINES_MIN = 1;
/** The share of the page that the form leaves to the rows before it is cut itself. */
const ROWS_SHARE = 0.3;

/**
 * The roomiest layout that fits on one page. When the smallest type does not suffice, the longest rows are cut to the
 * same number of lines, then the last rows are left out.
 */
export function fitPage(compose: (density: Density, limits: Limits) => Composition, rows: number): Composition {
  const fits = (page: Composition): boolean => page.neededPt <= CONTENT_HEIGHT_PT + ROUNDING_PT;
  const whole = { form: ALL, safeContact: ALL, rowsMax: rows, rowLinesMax: () => LINES_MAX };
  for (const density of DENSITIES) {
    const page = compose(density, whole);
    if (fits(page) && !page.cut) return page;
  }

  const form = formThatFits(compose, whole);
  const withRows = (rowsMax: number, lines: number): Composition =>
    compose(FLOOR, {
      ...form,
      rowsMax,
      rowLinesMax: (row) => Math.floor(lines / rowsMax) + (row < lines % rowsMax ? 1 : 0),
    });
  const fewest = ROW_LINES_MIN * rows;
  if (fits(withRows(rows, fewest))) {
    return withRows(
      rows,
      most(fewest, LINES_MAX * rows, (lines) => fits(withRows(rows, lines))),
    );
  }
  const rowsMax = most(0, rows, (count) => fits(withRows(count, ROW_LINES_MIN * count)));
  return withRows(rowsMax, ROW_LINES_MIN * rowsMax);
}

function formThatFits(compose: (density: Density, limits: Limits) => Composition, whole: Limits): FormLimits {
  const fitting = FORM_LIMITS.find((limits) => {
    const formPt = compose(FLOOR, { ...whole, ...limits, rowsMax: 0 }).neededPt;
    const rowsPt = compose(FLOOR, { ...whole, ...limits }).neededPt - formPt;
    return formPt + Math.min(rowsPt, CONTENT_HEIGHT_PT * ROWS_SHARE) <= CONTENT_HEIGHT_PT;
  });
  return fitting ?? TIGHTEST;
}

/** The largest whole number from `low` on that passes, below or at `high`; `low` is taken to pass. */
function most(low: number, high: number, passes: (count: number) => boolean): number {
  let [known, limit] = [low, high];
  while (known < limit) {
    const middle = Math.ceil((known + limit) / 2);
    if (passes(middle)) known = middle;
    else limit = middle - 1;
  }
  return known;
}
