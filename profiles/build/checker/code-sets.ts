import { withoutVersion } from '../../canonical.ts';
import { type FunctionPool, js } from './function-pool.ts';
import type { Expansion } from './value-set-expansion.ts';

/** Writes the code sets that bindings need, each once. */
export interface CodeSets {
  /** A `CodeSet`, for Coding, CodeableConcept, Quantity; undefined where the value set is not known. */
  readonly coded: (valueSet: string) => string | undefined;
  /** The `Set` of bare codes, for an element of type code; undefined where not all of them are known. */
  readonly codes: (valueSet: string) => string | undefined;
}

/** All code sets by what `expand` says of a value set. */
export function codeSets(pool: FunctionPool, expand: (url: string) => Expansion | undefined): CodeSets {
  return {
    coded(valueSet) {
      const expansion = expand(valueSet);
      if (expansion === undefined || isEmpty(expansion)) return undefined;
      const url = withoutVersion(valueSet);
      const open = expansion.open.size === 0 ? '' : `, ${js([...expansion.open].sort())}`;
      return pool.constant(`set_${shortName(url)}`, `codeSet(${js(url)}, ${js(blocks(expansion))}${open})`);
    },
    codes(valueSet) {
      const expansion = expand(valueSet);
      if (expansion === undefined || expansion.open.size > 0 || isEmpty(expansion)) return undefined;
      const all = new Set([...expansion.codes.values()].flatMap((codes) => [...codes]));
      return pool.constant(`codes_${shortName(valueSet)}`, `codesOf(${js([...all].sort().join('\n'))})`);
    },
  };
}

const isEmpty = ({ codes, open }: Expansion): boolean =>
  open.size === 0 && [...codes.values()].every((it) => it.size === 0);

const blocks = ({ codes }: Expansion): string =>
  [...codes]
    .filter(([, it]) => it.size > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([system, it]) => [system, ...[...it].sort()].join('\n'))
    .join('\n\n');

const shortName = (url: string): string => withoutVersion(url).slice(url.lastIndexOf('/') + 1);
