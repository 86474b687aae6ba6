/** Where a text was cut. */
export const CUT_MARK = '[…]';

// No line of a page holds more characters than this: a longer word need not be measured whole.
const WORD_MAX = 400;

const WITH_ITS_MARKS = /.\p{M}*/gsu;

export interface WrappedText {
  readonly lines: readonly string[];
  readonly cut: boolean;
}

export interface WrapLimits {
  readonly widthPt: number;
  /** At least 1. */
  readonly linesMax: number;
}

/**
 * Breaks a text into lines at its line feeds and at spaces, no-break spaces excepted; a word wider than a line breaks after
 * a hyphen or slash, else anywhere. Past `linesMax` the last line ends at a word, with the cut mark.
 */
export function wrapText(
  text: string,
  { widthPt, linesMax }: WrapLimits,
  widthOf: (text: string) => number,
): WrappedText {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    for (const line of paragraphLines(paragraph, widthPt, widthOf)) {
      if (lines.length === linesMax) return { lines: cutLast(lines, widthPt, widthOf), cut: true };
      lines.push(line);
    }
  }
  return { lines, cut: false };
}

function* paragraphLines(paragraph: string, widthPt: number, widthOf: (text: string) => number): Generator<string> {
  const spacePt = widthOf(' ');
  let line = '';
  let linePt = 0;
  for (const word of paragraph.split(' ')) {
    let first = true;
    for (const piece of wordPieces(word, widthPt, widthOf)) {
      const piecePt = widthOf(piece);
      if (line === '') {
        [line, linePt] = [piece, piecePt];
      } else if (first && linePt + spacePt + piecePt <= widthPt) {
        [line, linePt] = [`${line} ${piece}`, linePt + spacePt + piecePt];
      } else {
        yield line;
        [line, linePt] = [piece, piecePt];
      }
      first = false;
    }
  }
  yield line;
}

/** A word that fits is one piece. Widths are summed by character, so that a very long word costs no more than its length. */
function* wordPieces(word: string, widthPt: number, widthOf: (text: string) => number): Generator<string> {
  if (word.length <= WORD_MAX && widthOf(word) <= widthPt) {
    yield word;
    return;
  }
  let piece = '';
  let piecePt = 0;
  for (const part of word.split(/(?<=[-/\u00a0_@.])/u)) {
    const partPt = part.length <= WORD_MAX ? widthOf(part) : Number.POSITIVE_INFINITY;
    if (piece !== '' && piecePt + partPt > widthPt) {
      yield piece;
      [piece, piecePt] = ['', 0];
    }
    if (piecePt + partPt <= widthPt) {
      [piece, piecePt] = [piece + part, piecePt + partPt];
      continue;
    }
    for (const [segment] of part.matchAll(WITH_ITS_MARKS)) {
      const segmentPt = widthOf(segment);
      if (piece !== '' && piecePt + segmentPt > widthPt) {
        yield piece;
        [piece, piecePt] = ['', 0];
      }
      [piece, piecePt] = [piece + segment, piecePt + segmentPt];
    }
  }
  yield piece;
}

function cutLast(lines: readonly string[], widthPt: number, widthOf: (text: string) => number): readonly string[] {
  const marked = (text: string): string => `${text} ${CUT_MARK}`.trimStart();
  const fits = (text: string): boolean => widthOf(marked(text)) <= widthPt;
  const [first = '', ...others] = (lines.at(-1) ?? '').split(' ');
  while (others.length > 0 && !fits([first, ...others].join(' '))) others.pop();
  // A first word that leaves no room for the mark is itself cut short.
  const letters = Array.from(first);
  while (letters.length > 0 && !fits([letters.join(''), ...others].join(' '))) letters.pop();
  return [...lines.slice(0, -1), marked([letters.join(''), ...others].join(' '))];
}
