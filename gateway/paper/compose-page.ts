import { answerBlock } from './answer-block.ts';
import { type Block, spaced, stacked } from './block.ts';
import { footerBlock } from './footer-block.ts';
import { headerBlock } from './header-block.ts';
import { noticeBlock } from './notice-block.ts';
import { safeContactBlock } from './safe-contact-block.ts';
import { sectionsBlock } from './sections-block.ts';
import { CONTENT_HEIGHT_PT, type Setting } from './setting.ts';

/** Room left over is first given to the hand that answers. */
const MORE_LINES_MAX = 3;

/** A page laid out, with the height that it needs, room left over not counted. */
export interface Composition extends Block {
  readonly neededPt: number;
}

/** Everything on the page in its order; the answer is always at the bottom, room left over above it. */
export function composePage(setting: Setting): Composition {
  const { gapPt, writingLinePt } = setting.density;
  const header = headerBlock(setting);
  const safeContact = safeContactBlock(setting);
  const sections = sectionsBlock(setting);
  const footer = footerBlock(setting);
  const answer = answerBlock(setting, 0);
  const cut = [header, safeContact, sections, answer, footer].some((block) => block.cut);

  const top = stacked([header, spaced(gapPt * 0.7), safeContact, spaced(gapPt), sections]);
  const bottomWith = (answering: Block): Block =>
    stacked([noticeBlock(setting, cut), spaced(gapPt * 0.8), answering, spaced(gapPt * 0.7), footer]);
  const neededPt = top.heightPt + gapPt + bottomWith(answer).heightPt;
  const leftPt = Math.max(0, CONTENT_HEIGHT_PT - neededPt);
  const moreLines =
    setting.page.answerLines.length === 0 ? 0 : Math.min(MORE_LINES_MAX, Math.floor(leftPt / writingLinePt));
  const bottom = bottomWith(answerBlock(setting, moreLines));
  const abovePt = Math.max(gapPt, CONTENT_HEIGHT_PT - top.heightPt - bottom.heightPt);
  return { ...stacked([top, spaced(abovePt), bottom]), cut, neededPt };
}
