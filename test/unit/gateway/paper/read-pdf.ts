import { inflateSync } from 'node:zlib';

/** One run of text on a page, with the top left corner of the sheet at 0, 0. */
export interface PdfText {
  readonly text: string;
  readonly xPt: number;
  readonly yPt: number;
  readonly sizePt: number;
}

export interface PdfContents {
  readonly pages: number;
  readonly texts: readonly PdfText[];
  /** Everything that is neither page content nor font: what a reader sees in the file's properties, and the structure. */
  readonly aroundThePage: string;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

/** Reads back the PDFs that pdfkit writes: its layout of objects, embedded fonts only. Not a reader of PDFs at large. */
export function readPdf(bytes: Buffer): PdfContents {
  const objects = objectsOf(bytes.toString('latin1'));
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b(?!s)/u.test(dictionary));
  const contentIds = new Set(pages.map((page) => reference(page.dictionary, 'Contents')));
  const around = [...objects].filter(([id, { stream }]) => !contentIds.has(id) && !isFontData(stream));
  return {
    pages: pages.length,
    texts: pages.flatMap((page) => textsOf(page, objects)),
    aroundThePage: around.map(([, { dictionary, stream }]) => readable(dictionary + stream)).join('\n'),
  };
}

function objectsOf(file: string): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  const start = /(\d+) 0 obj\n/gu;
  for (let match = start.exec(file); match !== null; match = start.exec(file)) {
    const body = file.slice(start.lastIndex);
    const dictionary = body.slice(0, body.search(/\n(?:stream|endobj)\n/u));
    const length = Number(/\/Length (\d+)/u.exec(dictionary)?.[1] ?? 0);
    const from = start.lastIndex + dictionary.length + '\nstream\n'.length;
    const raw = length === 0 ? '' : file.slice(from, from + length);
    const stream = dictionary.includes('FlateDecode')
      ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
      : raw;
    objects.set(String(match[1]), { dictionary, stream });
    start.lastIndex = from + length;
  }
  return objects;
}

function textsOf(page: PdfObject, objects: ReadonlyMap<string, PdfObject>): readonly PdfText[] {
  const resources = objectAt(objects, reference(page.dictionary, 'Resources')).dictionary;
  const content = objectAt(objects, reference(page.dictionary, 'Contents')).stream;
  const height = Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/u.exec(page.dictionary)?.[1]);
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name, id]) => {
      const font = objectAt(objects, String(id)).dictionary;
      return [name, unicodeOf(objectAt(objects, reference(font, 'ToUnicode')).stream)] as const;
    }),
  );
  const run = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm\n\/(F\d+) ([\d.]+) Tf\n\[([^\]]*)\] TJ/gu;
  return [...content.matchAll(run)].map(([, x, y, font, size, glyphs]) => ({
    text: [...String(glyphs).matchAll(/<([0-9a-f]*)>/gu)]
      .flatMap(([, hex]) => String(hex).match(/.{4}/gu) ?? [])
      .map((glyph) => fonts.get(String(font))?.[Number.parseInt(glyph, 16)] ?? '\u0000')
      .join(''),
    xPt: Number(x),
    yPt: height - Number(y),
    sizePt: Number(size),
  }));
}

/** What each glyph of a subset stands for. */
function unicodeOf(cmap: string): readonly string[] {
  return [...cmap.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/gu)].flatMap(([, entries]) =>
    [...String(entries).matchAll(/<([0-9a-f ]*)>/gu)].map(([, units]) =>
      String.fromCharCode(
        ...String(units)
          .split(' ')
          .map((unit) => Number.parseInt(unit, 16)),
      ),
    ),
  );
}

function reference(dictionary: string, key: string): string {
  return String(new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(dictionary)?.[1]);
}

function objectAt(objects: ReadonlyMap<string, PdfObject>, id: string): PdfObject {
  const found = objects.get(id);
  if (found === undefined) throw new Error(`the PDF has no object ${id}`);
  return found;
}

function isFontData(stream: string): boolean {
  return stream.startsWith('\u0000\u0001\u0000\u0000') || stream.includes('begincmap');
}

/** The same with strings in UTF-16 (as in document properties) and UTF-8 (as in XMP) made readable. */
function readable(text: string): string {
  const bytes = Buffer.from(text, 'latin1');
  return [text, text.replaceAll('\u0000', ''), bytes.toString('utf8')].join('\n');
}
