import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { PaperPage } from '../../mappings/domain/paper-page.ts';
import { movedPiece } from './block.ts';
import { composePage } from './compose-page.ts';
import { drawPieces, FONT_NAMES } from './draw-pieces.ts';
import { fitPage } from './fit-page.ts';
import { fontCoverage } from './font-coverage.ts';
import { PAPER_WORDS } from './paper-words.ts';
import { printablePage } from './printable-page.ts';
import { type Ruler, SHEET } from './setting.ts';

/**
 * The request as one US Letter page in black on white, to print or fax: a tagged PDF whose metadata name the request's
 * number only. Always exactly one page: long texts are set smaller, then cut with a mark and a sentence that says so.
 * The same page gives the same bytes. Rejects with a RangeError when `preparedAt` is not a date.
 */
export async function renderPaperPage(page: PaperPage): Promise<Buffer> {
  const [regular, bold] = await Promise.all([readFont('DejaVuSansCondensed'), readFont('DejaVuSansCondensed-Bold')]);
  const boldCoverage = fontCoverage(bold);
  const covered = new Set([...fontCoverage(regular)].filter((codePoint) => boldCoverage.has(codePoint)));
  const { page: printed, replaced } = printablePage(page, covered);

  const doc = emptyDocument(printed);
  doc.registerFont(FONT_NAMES.regular, regular).registerFont(FONT_NAMES.bold, bold);
  const words = PAPER_WORDS[printed.language];
  const ruler = rulerOf(doc);
  const rows = printed.sections.reduce((count, section) => count + section.rows.length, 0);
  const fitted = fitPage(
    (density, limits) => composePage({ page: printed, words, replaced, ruler, density, limits }),
    rows,
  );

  const root = doc.struct('Document');
  drawPieces(
    doc,
    root,
    fitted.pieces.map((piece) => movedPiece(piece, SHEET.marginXPt, SHEET.marginYPt)),
  );
  doc.addStructure(root);
  const bytes = buffer(doc);
  doc.end();
  return bytes;
}

function readFont(name: string): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
}

function emptyDocument({ requestNumber, preparedAt, language }: PaperPage): PDFKit.PDFDocument {
  const creationDate = new Date(preparedAt);
  if (Number.isNaN(creationDate.getTime())) throw new RangeError('preparedAt is not a date');
  return new PDFDocument({
    size: [SHEET.widthPt, SHEET.heightPt],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: PAPER_WORDS[language].locale,
    info: {
      // pdfkit writes the title into the XMP metadata as it is, without escaping.
      Title: requestNumber.replace(/[<>&]/gu, ''),
      Creator: 'Passerelle',
      CreationDate: creationDate,
    },
  });
}

/** Kept by text, since fitting the page measures the same words at every size. */
function rulerOf(doc: PDFKit.PDFDocument): Ruler {
  const widthsPt = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return (text, sizePt, bold) => {
    const name = bold ? FONT_NAMES.bold : FONT_NAMES.regular;
    const known = widthsPt[name].get(text);
    if (known !== undefined) return known * sizePt;
    const widthPt = doc.font(name).fontSize(1).widthOfString(text);
    widthsPt[name].set(text, widthPt);
    return widthPt * sizePt;
  };
}
