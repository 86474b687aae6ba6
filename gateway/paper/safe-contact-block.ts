import { abreast, type Block, framed, grouped, spaced, stacked, stackedUpTo } from './block.ts';
import { CONTENT_HEIGHT_PT, CONTENT_WIDTH_PT, type Setting, setText, urgentSizesPt } from './setting.ts';

const FRAME = { paddingPt: 9, thickPt: 1.5 } as const;
const WARNING = { paddingPt: 7, thickPt: 3 } as const;
const INSIDE_PT = CONTENT_WIDTH_PT - 2 * FRAME.paddingPt;
const WARNING_INSIDE_PT = INSIDE_PT - 2 * WARNING.paddingPt;

/** Whom it is safe to call and how; what must not be done in a bold box of its own, each line whole in itself. */
export function safeContactBlock(setting: Setting): Block {
  const { page, words, density, limits } = setting;
  const { heading, lines, mustNot } = page.safeContact;
  const { linesMax, itemsMax } = limits.safeContact;
  const sizes = urgentSizesPt(density);
  function* allowed(): Generator<Block> {
    for (const [index, line] of lines.slice(0, itemsMax).entries()) {
      yield setText(setting, line, { widthPt: INSIDE_PT, sizePt: sizes.safeContact, bold: index === 0, linesMax });
    }
  }
  function* forbiddenLines(): Generator<Block> {
    for (const text of mustNot.slice(0, itemsMax)) yield forbiddenLine(setting, text);
  }
  const said = stacked([
    setText(setting, heading, {
      widthPt: INSIDE_PT,
      sizePt: sizes.mustNot,
      bold: true,
      linesMax: limits.form.linesMax,
      tag: 'H2',
    }),
    spaced(density.gapPt * 0.25),
    stackedUpTo(CONTENT_HEIGHT_PT, allowed()),
  ]);
  const forbidden = stackedUpTo(CONTENT_HEIGHT_PT, forbiddenLines());
  const cut = said.cut || forbidden.cut || Math.max(lines.length, mustNot.length) > itemsMax;
  const callFirst = setText(setting, words.callFirst(page.centre.telephone), {
    widthPt: WARNING_INSIDE_PT,
    sizePt: sizes.mustNot,
    bold: true,
    linesMax: 3,
  });
  const warning = stacked([mustNot.length > 0 ? grouped('L', forbidden) : null, cut ? callFirst : null]);
  const inside = stacked([
    said,
    ...(warning.heightPt > 0 ? [spaced(density.gapPt * 0.6), framed(warning, { widthPt: INSIDE_PT, ...WARNING })] : []),
  ]);
  return { ...grouped('Sect', framed(inside, { widthPt: CONTENT_WIDTH_PT, ...FRAME })), cut };
}

function forbiddenLine(setting: Setting, text: string): Block {
  const { words, density, limits, ruler } = setting;
  const style = { sizePt: urgentSizesPt(density).mustNot, bold: true, linesMax: limits.safeContact.linesMax };
  if (saysItself(text, words.mustNot)) {
    return grouped('LI', setText(setting, text, { ...style, widthPt: WARNING_INSIDE_PT, tag: 'LBody' }));
  }
  const labelPt = ruler(`${words.mustNot} `, style.sizePt, true);
  const textPt = WARNING_INSIDE_PT - labelPt;
  return grouped(
    'LI',
    abreast([
      { xPt: 0, block: setText(setting, words.mustNot, { ...style, widthPt: labelPt, tag: 'Lbl' }) },
      { xPt: labelPt, block: setText(setting, text, { ...style, widthPt: textPt, tag: 'LBody' }) },
    ]),
  );
}

/** Whether the text begins with the words that would stand before it. */
function saysItself(text: string, mustNot: string): boolean {
  const words = mustNot.replace(/(?<![\s:])[\s:]+$/u, '').toLowerCase();
  const rest = text.slice(words.length);
  return text.toLowerCase().startsWith(words) && !/^\p{L}/u.test(rest);
}
