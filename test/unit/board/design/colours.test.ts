import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const BOARD = fileURLToPath(new URL('../../../../board', import.meta.url));

/** Every colour that a style sheet of the board writes, as red, green and blue. */
async function colours(): Promise<readonly (readonly [string, number, number, number])[]> {
  const sheets = (await readdir(BOARD, { recursive: true })).filter((name) => name.endsWith('.css'));
  const texts = await Promise.all(sheets.map((name) => readFile(`${BOARD}/${name}`, 'utf8')));
  const hex = texts.flatMap((text) =>
    [...text.matchAll(/#([0-9a-f]{3}|[0-9a-f]{6})\b/gi)].map(([, digits = '']) => digits),
  );
  const rgb = texts.flatMap((text) => [...text.matchAll(/rgba?\((\d+)[ ,]+(\d+)[ ,]+(\d+)/g)]);
  return [
    ...hex.map((digits) => {
      const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
      const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
      return [`#${digits}`, r ?? 0, g ?? 0, b ?? 0] as const;
    }),
    ...rgb.map(([name, r, g, b]) => [name, Number(r), Number(g), Number(b)] as const),
  ];
}

/** A hue within 25° of red, strong enough to be seen as one. */
function isRed(r: number, g: number, b: number): boolean {
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  if (most !== r || most - least < 0.25 * most) return false;
  return Math.abs(g - b) / (most - least) < 25 / 60;
}

test('no colour of the board is red: nothing there is an alarm about a child', async () => {
  expect([isRed(200, 30, 30), isRed(168, 111, 0)]).toEqual([true, false]);
  const all = await colours();
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter(([, r, g, b]) => isRed(r, g, b)).map(([name]) => name)).toEqual([]);
});

test('no sheet of the board names a colour by a word that is red', async () => {
  const sheets = (await readdir(BOARD, { recursive: true })).filter((name) => name.endsWith('.css'));
  for (const name of sheets)
    expect([
      name,
      /:\s*[^;{]*\b(?:red|crimson|firebrick|darkred|tomato|salmon|coral)\b/.test(
        await readFile(`${BOARD}/${name}`, 'utf8'),
      ),
    ]).toEqual([name, false]);
});
