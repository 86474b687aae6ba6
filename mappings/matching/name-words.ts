import type { PersonName } from '../domain/concepts.ts';

/** Letters that Unicode does not take apart into a letter and its mark. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/** The words of a name without accents, case, hyphens, apostrophes or other marks: `d'Arcy-Côté` → `darcy cote`. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[œæßøđðłıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/[\p{M}'’ʼ`´.]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** How two names compare; a part that one of them does not have compares with nothing. */
export interface NamesCompared {
  readonly family: boolean;
  readonly given: boolean;
}

/**
 * Family names agree when they are the same; given names when one person is told by more of them than the other (`Jade`, `Jade Rose`). Names
 * in one piece agree with both parts when they are the same words in any order.
 */
export function compareNames(one: PersonName, other: PersonName): NamesCompared {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.family.length > 0 && b.family.length > 0)
    return { family: isSame(a.family, b.family), given: startsAlike(a.given, b.given) };
  const same = isSame([...a.all].sort(), [...b.all].sort());
  return { family: same, given: same };
}

interface NameParts {
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly all: readonly string[];
}

function partsOf({ family = '', given = [], text }: PersonName): NameParts {
  const parts = { family: wordsIn(family), given: given.flatMap(wordsIn) };
  const all = [...parts.given, ...parts.family];
  return { ...parts, all: all.length > 0 ? all : wordsIn(text ?? '') };
}

/** `Jean-Pierre` and `JeanPierre` are one name. */
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && one.join('') === other.join('');

function startsAlike(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  const length = Math.min(one.length, other.length);
  return isSame(one, other) || isSame(one.slice(0, length), other.slice(0, length));
}
