/** One line of print; `yPt` is the top of the line. */
export interface PrintedLine {
  readonly text: string;
  readonly xPt: number;
  readonly yPt: number;
  readonly sizePt: number;
  readonly bold: boolean;
}

/** What the block is made of, in reading order. `tag` is the PDF structure type that assistive software hears. */
export type Piece =
  | { readonly kind: 'text'; readonly tag: 'H1' | 'H2' | 'P' | 'Lbl' | 'LBody'; readonly lines: readonly PrintedLine[] }
  | { readonly kind: 'group'; readonly tag: 'Sect' | 'L' | 'LI'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'rule';
      readonly xPt: number;
      readonly yPt: number;
      readonly lengthPt: number;
      readonly thickPt: number;
    }
  | {
      readonly kind: 'frame';
      readonly xPt: number;
      readonly yPt: number;
      readonly widthPt: number;
      readonly heightPt: number;
      readonly thickPt: number;
    };

/** A laid-out part of the page, measured from its own top left corner. */
export interface Block {
  readonly heightPt: number;
  readonly pieces: readonly Piece[];
  /** Whether a text in it was cut. */
  readonly cut: boolean;
}

/** Blocks one under the other; `null` ones are left out. */
export function stacked(blocks: readonly (Block | null)[], gapPt = 0): Block {
  const pieces: Piece[] = [];
  let heightPt = 0;
  let cut = false;
  for (const block of blocks) {
    if (block === null) continue;
    if (heightPt > 0) heightPt += gapPt;
    pieces.push(...block.pieces.map((piece) => movedPiece(piece, 0, heightPt)));
    heightPt += block.heightPt;
    cut ||= block.cut;
  }
  return { heightPt, pieces, cut };
}

/**
 * Blocks one under the other, each laid out in its turn; endlessly high as soon as they exceed `maxPt`, since what fits
 * on no page need not be laid out to its end.
 */
export function stackedUpTo(maxPt: number, blocks: Iterable<Block>, gapPt = 0): Block {
  const laidOut: Block[] = [];
  let heightPt = 0;
  for (const block of blocks) {
    laidOut.push(block);
    heightPt += block.heightPt;
    if (heightPt > maxPt)
      return { heightPt: Number.POSITIVE_INFINITY, pieces: [], cut: laidOut.some(({ cut }) => cut) };
  }
  return stacked(laidOut, gapPt);
}

/** Blocks side by side: each at its own offset from the left, as high as the highest. */
export function abreast(columns: readonly { readonly xPt: number; readonly block: Block }[]): Block {
  return {
    heightPt: Math.max(0, ...columns.map(({ block }) => block.heightPt)),
    pieces: columns.flatMap(({ xPt, block }) => block.pieces.map((piece) => movedPiece(piece, xPt, 0))),
    cut: columns.some(({ block }) => block.cut),
  };
}

/** The block as one element of the document's structure. */
export function grouped(tag: 'Sect' | 'L' | 'LI', block: Block): Block {
  return { ...block, pieces: [{ kind: 'group', tag, pieces: block.pieces }] };
}

/** The block inside a frame, with room between frame and text. */
export function framed(
  block: Block,
  { widthPt, paddingPt, thickPt }: { readonly widthPt: number; readonly paddingPt: number; readonly thickPt: number },
): Block {
  const heightPt = block.heightPt + 2 * paddingPt;
  // The line is drawn inside the edge, so that a thick frame stays within its column.
  const inset = thickPt / 2;
  return {
    heightPt,
    pieces: [
      {
        kind: 'frame',
        xPt: inset,
        yPt: inset,
        widthPt: widthPt - thickPt,
        heightPt: heightPt - thickPt,
        thickPt,
      },
      ...block.pieces.map((piece) => movedPiece(piece, paddingPt, paddingPt)),
    ],
    cut: block.cut,
  };
}

/** A horizontal rule. */
export function ruled(lengthPt: number, thickPt: number): Block {
  return { heightPt: thickPt, pieces: [{ kind: 'rule', xPt: 0, yPt: thickPt / 2, lengthPt, thickPt }], cut: false };
}

/** Nothing, so high. */
export function spaced(heightPt: number): Block {
  return { heightPt, pieces: [], cut: false };
}

/** The piece, elsewhere. */
export function movedPiece(piece: Piece, dxPt: number, dyPt: number): Piece {
  switch (piece.kind) {
    case 'text':
      return {
        ...piece,
        lines: piece.lines.map((line) => ({ ...line, xPt: line.xPt + dxPt, yPt: line.yPt + dyPt })),
      };
    case 'group':
      return { ...piece, pieces: piece.pieces.map((inner) => movedPiece(inner, dxPt, dyPt)) };
    case 'rule':
    case 'frame':
      return { ...piece, xPt: piece.xPt + dxPt, yPt: piece.yPt + dyPt };
  }
}
