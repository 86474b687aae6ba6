import { abreast, type Block, framed, ruled, spaced, stacked } from './block.ts';
import { CONTENT_WIDTH_PT, type Setting, setText, smallSizePt, urgentSizesPt } from './setting.ts';

const NUMBER_BOX = { widthMinPt: 104, widthMaxPt: 220, paddingPt: 6, thickPt: 1 } as const;
const COLUMN_GAP_PT = 16;

/** The centre and the request's number, what is asked and of whom, and the number to call back, large. */
export function headerBlock(setting: Setting): Block {
  const { gapPt } = setting.density;
  return stacked([
    letterhead(setting),
    spaced(gapPt * 0.6),
    ruled(CONTENT_WIDTH_PT, 2),
    spaced(gapPt * 0.6),
    titleAndRecipient(setting),
    spaced(gapPt * 0.5),
    ruled(CONTENT_WIDTH_PT, 0.75),
    spaced(gapPt * 0.5),
    setText(setting, setting.page.callBack, {
      widthPt: CONTENT_WIDTH_PT,
      sizePt: urgentSizesPt(setting.density).callBack,
      bold: true,
      linesMax: setting.limits.safeContact.linesMax,
    }),
  ]);
}

function letterhead(setting: Setting): Block {
  const { page, density, limits } = setting;
  const number = numberBox(setting);
  const widthPt = CONTENT_WIDTH_PT - number.widthPt - COLUMN_GAP_PT;
  const { linesMax } = limits.form;
  const small = { widthPt, sizePt: smallSizePt(density), linesMax };
  const { name, address } = page.centre;
  const centre = stacked([
    setText(setting, name, { widthPt, sizePt: density.sizePt * 1.3, bold: true, linesMax }),
    address === undefined ? null : setText(setting, address, small),
    setText(setting, waysToReach(setting, page.centre), small),
  ]);
  return abreast([
    { xPt: 0, block: centre },
    { xPt: CONTENT_WIDTH_PT - number.widthPt, block: number.block },
  ]);
}

function numberBox(setting: Setting): { readonly widthPt: number; readonly block: Block } {
  const { page, words, density, limits, ruler } = setting;
  const sizePt = density.sizePt * 1.25;
  const paddingsPt = 2 * NUMBER_BOX.paddingPt;
  const wantedPt = ruler(page.requestNumber.slice(0, 100), sizePt, true) + paddingsPt + 1;
  const widthPt = Math.min(NUMBER_BOX.widthMaxPt, Math.max(NUMBER_BOX.widthMinPt, wantedPt));
  const inside = stacked([
    setText(setting, words.request, { widthPt: widthPt - paddingsPt, sizePt: smallSizePt(density), linesMax: 1 }),
    setText(setting, page.requestNumber, {
      widthPt: widthPt - paddingsPt,
      sizePt,
      bold: true,
      linesMax: limits.safeContact.linesMax,
    }),
  ]);
  return { widthPt, block: framed(inside, { widthPt, ...NUMBER_BOX }) };
}

function titleAndRecipient(setting: Setting): Block {
  const { page, words, density, limits, ruler } = setting;
  const { linesMax } = limits.form;
  const { sizePt } = density;
  const toPt = ruler(`${words.to} `, sizePt, false);
  const besidePt = CONTENT_WIDTH_PT - toPt;
  const reach = waysToReach(setting, page.recipient);
  return stacked([
    setText(setting, page.title, { widthPt: CONTENT_WIDTH_PT, sizePt: sizePt * 1.7, bold: true, linesMax, tag: 'H1' }),
    setText(setting, `${words.prepared} ${page.preparedAtText}`, {
      widthPt: CONTENT_WIDTH_PT,
      sizePt: smallSizePt(density),
      linesMax,
    }),
    spaced(density.gapPt * 0.4),
    abreast([
      { xPt: 0, block: setText(setting, words.to, { widthPt: toPt, sizePt, linesMax: 1 }) },
      {
        xPt: toPt,
        block: stacked([
          setText(setting, page.recipient.name, { widthPt: besidePt, sizePt, bold: true, linesMax }),
          reach === '' ? null : setText(setting, reach, { widthPt: besidePt, sizePt: smallSizePt(density), linesMax }),
        ]),
      },
    ]),
  ]);
}

function waysToReach(
  { words }: Setting,
  { telephone, fax }: { readonly telephone?: string; readonly fax?: string },
): string {
  return [
    ...(telephone === undefined ? [] : [`${words.telephone}\u00a0${telephone}`]),
    ...(fax === undefined ? [] : [`${words.fax}\u00a0${fax}`]),
  ].join('   ');
}
