/** A name on two lines at most of so many letters; what does not fit ends in `…`. */
export function shortLines(name: string, lettersMax: number): readonly string[] {
  const words = name.split(/\s+/).filter(Boolean);
  let first = '';
  while (words[0] !== undefined && (first === '' || lengthOf(`${first} ${words[0]}`) <= lettersMax))
    first = [first, words.shift()].filter(Boolean).join(' ');
  const lines = words.length === 0 ? [first] : [first, words.join(' ')];
  return lines.map((line) => cut(line, lettersMax)).filter(Boolean);
}

const lengthOf = (text: string): number => [...text].length;

const cut = (line: string, lettersMax: number): string =>
  lengthOf(line) <= lettersMax
    ? line
    : `${[...line]
        .slice(0, lettersMax - 1)
        .join('')
        .trimEnd()}…`;
