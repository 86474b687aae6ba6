import { abreast, type Block, framed, grouped, ruled, spaced, stacked } from './block.ts';
import { CONTENT_WIDTH_PT, type Setting, setText, smallSizePt } from './setting.ts';
import { CUT_MARK } from './wrap-text.ts';

const FRAME = { paddingPt: 9, thickPt: 1 } as const;
const INSIDE_PT = CONTENT_WIDTH_PT - 2 * FRAME.paddingPt;
const TICK_COLUMNS_MAX = 4;
const TICK_GAP_PT = 6;
const COLUMN_GAP_PT = 14;
const ROUNDING_PT = 0.1;
/** A label leaves at least this much of its line to write on. */
const WRITING_SHARE = 0.45;

/** What the partner answers by hand: boxes to tick, lines to fill; after the last one `moreLines` without a label. */
export function answerBlock(setting: Setting, moreLines: number): Block {
  const { page, density, limits } = setting;
  const { linesMax, itemsMax } = limits.form;
  const answers = page.answers.slice(0, itemsMax);
  const labels = page.answerLines.slice(0, itemsMax);
  const leftOut = Math.max(page.answers.length, page.answerLines.length) > itemsMax;
  const inside = stacked([
    setText(setting, page.answerHeading, {
      widthPt: INSIDE_PT,
      sizePt: density.sizePt * 1.15,
      bold: true,
      linesMax,
      tag: 'H2',
    }),
    spaced(density.gapPt * 0.4),
    ...(answers.length > 0 ? [tickBoxes(setting, answers)] : []),
    leftOut
      ? setText(setting, CUT_MARK, { widthPt: INSIDE_PT, sizePt: density.sizePt, bold: true, linesMax: 1 })
      : null,
    ...writingLines(setting, labels),
    ...Array.from({ length: moreLines }, () => blankLine(setting)),
  ]);
  const block = grouped('Sect', framed(inside, { widthPt: CONTENT_WIDTH_PT, ...FRAME }));
  return { ...block, cut: block.cut || leftOut };
}

/** As many columns as the longest answer leaves room for. */
function tickBoxes(setting: Setting, answers: readonly string[]): Block {
  const { density, ruler, limits } = setting;
  const { sizePt } = density;
  const boxPt = sizePt;
  const beforeTextPt = boxPt + TICK_GAP_PT;
  const widestPt = answers.reduce((most, answer) => Math.max(most, ruler(answer.slice(0, 200), sizePt, false)), 0);
  const columns = Math.max(
    1,
    Math.min(
      TICK_COLUMNS_MAX,
      answers.length,
      Math.floor((INSIDE_PT + COLUMN_GAP_PT) / (beforeTextPt + widestPt + COLUMN_GAP_PT)),
    ),
  );
  const columnPt = (INSIDE_PT + COLUMN_GAP_PT) / columns;
  const tick = (answer: string): Block =>
    grouped(
      'LI',
      abreast([
        {
          xPt: 0,
          block: {
            heightPt: boxPt,
            pieces: [{ kind: 'frame', xPt: 0.5, yPt: sizePt * 0.1, widthPt: boxPt, heightPt: boxPt, thickPt: 1.25 }],
            cut: false,
          },
        },
        {
          xPt: beforeTextPt,
          block: setText(setting, answer, {
            widthPt: columnPt - beforeTextPt - COLUMN_GAP_PT + ROUNDING_PT,
            sizePt,
            linesMax: limits.form.linesMax,
            tag: 'LBody',
          }),
        },
      ]),
    );
  const rows = chunked(answers, columns).map((row) =>
    abreast(row.map((answer, index) => ({ xPt: index * columnPt, block: tick(answer) }))),
  );
  return grouped('L', stacked(rows, density.gapPt * 0.5));
}

/** The last label has a line of its own, the others share theirs. */
function writingLines(setting: Setting, labels: readonly string[]): readonly Block[] {
  const [last, ...others] = labels.toReversed();
  if (last === undefined) return [];
  const shared = others.toReversed();
  const rows = [...chunked(shared, shared.length % 3 === 0 ? 3 : 2), [last]];
  return rows.map((row) => {
    const columnPt = (INSIDE_PT - COLUMN_GAP_PT * (row.length - 1)) / row.length;
    return abreast(
      row.map((label, index) => ({
        xPt: index * (columnPt + COLUMN_GAP_PT),
        block: writingLine(setting, label, columnPt),
      })),
    );
  });
}

function writingLine(setting: Setting, label: string, widthPt: number): Block {
  const { density, ruler, limits } = setting;
  const sizePt = smallSizePt(density);
  const wantedPt = ruler(label.slice(0, 200), sizePt, false) + 1;
  const labelPt = Math.min(wantedPt, widthPt * (1 - WRITING_SHARE));
  const text = setText(setting, label, { widthPt: labelPt, sizePt, linesMax: limits.form.linesMax });
  const abovePt = Math.max(0, density.writingLinePt - text.heightPt);
  const heightPt = abovePt + text.heightPt;
  const rulePt = widthPt - labelPt - TICK_GAP_PT;
  return abreast([
    { xPt: 0, block: stacked([spaced(abovePt), text]) },
    { xPt: labelPt + TICK_GAP_PT, block: stacked([spaced(heightPt - 2), ruled(rulePt, 0.75)]) },
  ]);
}

function blankLine({ density }: Setting): Block {
  return stacked([spaced(density.writingLinePt - 0.75), ruled(INSIDE_PT, 0.75)]);
}

function chunked<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
