/** Rows as text in columns, the first row above a line; each column as wide as its widest cell. */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - lengthOf(cell)))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows.map(line);
  return [String(head), widths.map((width) => '─'.repeat(width)).join('  '), ...body];
}

/** In characters as people count them, so that accents written apart do not shift a column. */
const lengthOf = (text: string): number => [...new Intl.Segmenter('fr').segment(text)].length;
