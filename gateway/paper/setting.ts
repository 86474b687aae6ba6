import type { PaperPage } from '../../mappings/domain/paper-page.ts';
import type { Block, Piece } from './block.ts';
import type { PaperWords } from './paper-words.ts';
import { wrapText } from './wrap-text.ts';

/** US Letter. The margins outlive the edge that fax machines lose. */
export const SHEET = { widthPt: 612, heightPt: 792, marginXPt: 42, marginYPt: 34 } as const;
export const CONTENT_WIDTH_PT = SHEET.widthPt - 2 * SHEET.marginXPt;
export const CONTENT_HEIGHT_PT = SHEET.heightPt - 2 * SHEET.marginYPt;

/** Smaller is not read on a fax. */
export const SIZE_MIN_PT = 7.5;
const SMALL_PRINT_PT = 9;

/** How closely the page is set. */
export interface Density {
  readonly sizePt: number;
  /** Line pitch over type size. */
  readonly leading: number;
  /** Between the parts of the page. */
  readonly gapPt: number;
  /** Height of a line to write on by hand. */
  readonly writingLinePt: number;
}

/** How many lines a text, and how many items a list, may have. */
export interface TextLimits {
  readonly linesMax: number;
  readonly itemsMax: number;
}

/** What may be printed; everything beyond is cut with a mark. */
export interface Limits {
  /** The safe contact, the number to call back and the request's own. */
  readonly safeContact: TextLimits;
  /** Header, headings, answer and notice. */
  readonly form: TextLimits;
  readonly rowsMax: number;
  /** Lines of the row that has this place on the page. */
  readonly rowLinesMax: (row: number) => number;
}

/** Width of a text on one line. */
export type Ruler = (text: string, sizePt: number, bold: boolean) => number;

/** All that a part of the page needs to lay itself out. */
export interface Setting {
  readonly page: PaperPage;
  readonly words: PaperWords;
  /** Whether a character had to be replaced. */
  readonly replaced: boolean;
  readonly ruler: Ruler;
  readonly density: Density;
  readonly limits: Limits;
}

export interface TextStyle {
  readonly widthPt: number;
  readonly sizePt: number;
  readonly linesMax: number;
  readonly bold?: boolean;
  readonly tag?: Extract<Piece, { kind: 'text' }>['tag'];
}

/** A text as a block of lines. */
export function setText({ ruler, density }: Setting, text: string, style: TextStyle): Block {
  const { widthPt, sizePt, linesMax, bold = false, tag = 'P' } = style;
  const wrapped = wrapText(text, { widthPt, linesMax }, (part) => ruler(part, sizePt, bold));
  const pitchPt = sizePt * density.leading;
  return {
    heightPt: wrapped.lines.length * pitchPt,
    pieces: [
      {
        kind: 'text',
        tag,
        lines: wrapped.lines.map((line, index) => ({ text: line, xPt: 0, yPt: index * pitchPt, sizePt, bold })),
      },
    ],
    cut: wrapped.cut,
  };
}

/** The sizes of what must be read in ten seconds, on the telephone or after a fax: they shrink less than the rest. */
export function urgentSizesPt({ sizePt }: Density): {
  readonly callBack: number;
  readonly safeContact: number;
  readonly mustNot: number;
} {
  return {
    callBack: Math.max(14, sizePt * 1.6),
    safeContact: Math.max(9.5, sizePt * 1.1),
    mustNot: Math.max(10, sizePt * 1.15),
  };
}

/** The size of what is read last: never above the body's, never below what a fax keeps. */
export function smallSizePt({ sizePt }: Density): number {
  return Math.max(SIZE_MIN_PT, Math.min(sizePt, SMALL_PRINT_PT));
}
