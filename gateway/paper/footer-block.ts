import { abreast, type Block, ruled, spaced, stacked } from './block.ts';
import { CONTENT_WIDTH_PT, type Setting, setText, smallSizePt } from './setting.ts';

const COLUMN_GAP_PT = 16;

/** The confidentiality notice, and which page this is should it be parted from its cover sheet. */
export function footerBlock(setting: Setting): Block {
  const { page, words, density, limits, ruler } = setting;
  const sizePt = smallSizePt(density);
  const pagePt = ruler(words.onlyPage, sizePt, true) + 1;
  const { linesMax } = limits.form;
  return stacked([
    ruled(CONTENT_WIDTH_PT, 0.75),
    spaced(3),
    abreast([
      {
        xPt: 0,
        block: setText(setting, page.confidentiality, {
          widthPt: CONTENT_WIDTH_PT - pagePt - COLUMN_GAP_PT,
          sizePt,
          linesMax,
        }),
      },
      {
        xPt: CONTENT_WIDTH_PT - pagePt,
        block: setText(setting, words.onlyPage, { widthPt: pagePt, sizePt, bold: true, linesMax: 1 }),
      },
    ]),
  ]);
}
