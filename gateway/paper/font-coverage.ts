const FULL_UNICODE_FORMAT = 12;

/** The code points a TrueType font has a glyph for, read from its character map (OpenType `cmap`, format 12). */
export function fontCoverage(font: Buffer): ReadonlySet<number> {
  const cmap = tableAt(font, 'cmap');
  const covered = new Set<number>();
  const subtables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtables; index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
    if (font.readUInt16BE(subtable) !== FULL_UNICODE_FORMAT) continue;
    const groups = font.readUInt32BE(subtable + 12);
    for (let group = 0; group < groups; group += 1) {
      const at = subtable + 16 + 12 * group;
      const last = font.readUInt32BE(at + 4);
      for (let codePoint = font.readUInt32BE(at); codePoint <= last; codePoint += 1) covered.add(codePoint);
    }
  }
  return covered;
}

function tableAt(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new RangeError(`the font has no ${tag} table`);
}
