import { type Block, framed, stacked } from './block.ts';
import { CONTENT_WIDTH_PT, type Setting, setText } from './setting.ts';

const NOTICE = { paddingPt: 5, thickPt: 1 } as const;
const NOTICE_LINES_MAX = 4;

/** Says in words that something is missing from the page, and whom to call for it. */
export function noticeBlock(setting: Setting, cut: boolean): Block | null {
  const { page, words, density, replaced } = setting;
  const sentences = [
    ...(cut ? [words.continues(page.centre.telephone)] : []),
    ...(replaced ? [words.unprintable(page.centre.telephone)] : []),
  ];
  if (sentences.length === 0) return null;
  const style = {
    widthPt: CONTENT_WIDTH_PT - 2 * NOTICE.paddingPt,
    sizePt: Math.max(density.sizePt, 9),
    bold: true,
    linesMax: NOTICE_LINES_MAX,
  };
  return framed(stacked(sentences.map((sentence) => setText(setting, sentence, style))), {
    widthPt: CONTENT_WIDTH_PT,
    ...NOTICE,
  });
}
