import type { Piece } from './block.ts';

export const FONT_NAMES = { regular: 'regular', bold: 'bold' } as const;

/** Unseen; without it, whoever hears or copies the text gets the last word of a line and the first of the next as one. */
const BETWEEN_LINES = ' ';

type Parent = Pick<PDFKit.PDFStructureElement, 'add'>;

/** Draws the pieces in reading order, tagged; rules and frames are artifacts, which assistive software passes over. */
export function drawPieces(doc: PDFKit.PDFDocument, parent: Parent, pieces: readonly Piece[]): void {
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'group': {
        const element = doc.struct(piece.tag);
        parent.add(element);
        drawPieces(doc, element, piece.pieces);
        break;
      }
      case 'text':
        drawText(doc, parent, piece);
        break;
      case 'rule':
        drawArtifact(doc, piece.thickPt, () =>
          doc.moveTo(piece.xPt, piece.yPt).lineTo(piece.xPt + piece.lengthPt, piece.yPt),
        );
        break;
      case 'frame':
        drawArtifact(doc, piece.thickPt, () => doc.rect(piece.xPt, piece.yPt, piece.widthPt, piece.heightPt));
        break;
    }
  }
}

function drawText(doc: PDFKit.PDFDocument, parent: Parent, { tag, lines }: Extract<Piece, { kind: 'text' }>): void {
  const content = doc.markStructureContent(tag);
  for (const [index, { text, xPt, yPt, sizePt, bold }] of lines.entries()) {
    doc.font(bold ? FONT_NAMES.bold : FONT_NAMES.regular).fontSize(sizePt);
    // Without pdfkit's own wrapping it never adds a page.
    doc.text(index < lines.length - 1 ? `${text}${BETWEEN_LINES}` : text, xPt, yPt, { lineBreak: false });
  }
  doc.endMarkedContent();
  const element = doc.struct(tag);
  element.add(content);
  parent.add(element);
}

function drawArtifact(doc: PDFKit.PDFDocument, thickPt: number, path: () => PDFKit.PDFDocument): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.lineWidth(thickPt);
  path().stroke();
  doc.endMarkedContent();
}
