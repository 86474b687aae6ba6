import { abreast, type Block, grouped, ruled, spaced, stacked, stackedUpTo } from './block.ts';
import { CONTENT_HEIGHT_PT, CONTENT_WIDTH_PT, type Setting, setText } from './setting.ts';
import { CUT_MARK } from './wrap-text.ts';

const LABEL_WIDTH = { minPt: 72, maxPt: 142 } as const;
const LABEL_GAP_PT = 10;

interface Row {
  readonly label: string;
  readonly text: string;
  /** Its place on the page, counted over all sections. */
  readonly place: number;
}

/** The sections one after the other, labels in one column over the whole page; rows beyond the limit are left out with a mark. */
export function sectionsBlock(setting: Setting): Block {
  const { page, limits, density } = setting;
  const labelPt = labelWidthPt(setting);
  let place = 0;
  const sections = page.sections
    .map(({ heading, rows }) => ({ heading, rows: rows.map((row): Row => ({ ...row, place: place++ })) }))
    .map(({ heading, rows }) => ({ heading, rows: rows.filter((row) => row.place < limits.rowsMax) }))
    .filter(({ rows }) => rows.length > 0);
  const leftOut = place > limits.rowsMax;
  const mark = { widthPt: CONTENT_WIDTH_PT, sizePt: density.sizePt, bold: true, linesMax: 1 };
  function* blocks(): Generator<Block> {
    for (const { heading, rows } of sections) yield sectionBlock(setting, heading, rows, labelPt);
    if (leftOut) yield setText(setting, CUT_MARK, mark);
  }
  const block = stackedUpTo(CONTENT_HEIGHT_PT, blocks(), density.gapPt * 0.9);
  return { ...block, cut: block.cut || leftOut };
}

function sectionBlock(setting: Setting, heading: string, rows: readonly Row[], labelPt: number): Block {
  const { density, limits } = setting;
  const { linesMax } = limits.form;
  function* blocks(): Generator<Block> {
    for (const row of rows) yield rowBlock(setting, row, labelPt);
  }
  const list = stackedUpTo(CONTENT_HEIGHT_PT, blocks(), density.gapPt * 0.25);
  return grouped(
    'Sect',
    stacked([
      setText(setting, heading, {
        widthPt: CONTENT_WIDTH_PT,
        sizePt: density.sizePt * 1.15,
        bold: true,
        linesMax,
        tag: 'H2',
      }),
      ruled(CONTENT_WIDTH_PT, 1),
      spaced(density.gapPt * 0.35),
      grouped('L', list),
    ]),
  );
}

function rowBlock(setting: Setting, { label, text, place }: Row, labelPt: number): Block {
  const { sizePt } = setting.density;
  const linesMax = setting.limits.rowLinesMax(place);
  // A label names what was cut: it keeps a second line when its text has one only.
  const labelLinesMax = Math.max(2, linesMax);
  const textPt = CONTENT_WIDTH_PT - labelPt - LABEL_GAP_PT;
  return grouped(
    'LI',
    abreast([
      {
        xPt: 0,
        block: setText(setting, label, { widthPt: labelPt, sizePt, bold: true, linesMax: labelLinesMax, tag: 'Lbl' }),
      },
      {
        xPt: labelPt + LABEL_GAP_PT,
        block: setText(setting, text, { widthPt: textPt, sizePt, linesMax, tag: 'LBody' }),
      },
    ]),
  );
}

function labelWidthPt({ page, density, ruler }: Setting): number {
  const widths = page.sections
    .flatMap(({ rows }) => rows)
    .map(({ label }) => (label.length > 100 ? LABEL_WIDTH.maxPt : ruler(label, density.sizePt, true)));
  const widest = widths.reduce((most, width) => Math.max(most, width), LABEL_WIDTH.minPt);
  return Math.min(LABEL_WIDTH.maxPt, Math.ceil(widest) + 1);
}
