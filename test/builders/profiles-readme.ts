/** One profile as `profiles/README.md` tells of it: read from the text alone, as a partner’s analyst reads it. */
export interface Section {
  readonly id: string;
  readonly rows: readonly { readonly path: string; readonly mandatory: boolean; readonly said: string }[];
  /** How many rules stand below the table. */
  readonly rules: number;
  readonly minimum: Json;
}

// biome-ignore lint/suspicious/noExplicitAny: the shape of a resource is what its profile says
type Json = any;

const HEADING = /^### (psc-[a-z0-9-]+) — /;

export function readSections(readme: string): readonly Section[] {
  return readme
    .split(/^(?=### )/m)
    .filter((part) => HEADING.test(part) && part.includes('```json'))
    .map((part) => ({
      id: HEADING.exec(part)?.[1] ?? '',
      rows: [...part.matchAll(/^\| (\*\*)?`([^`]+)`(?:\*\*)? \| [^|]+ \| (?:[^|\\]|\\.)+ \| (.*) \|$/gm)].map(
        ([, bold, path = '', said = '']) => ({ path, mandatory: bold !== undefined, said }),
      ),
      rules: [...part.matchAll(/^- /gm)].length,
      minimum: JSON.parse(/```json\n(.*?)\n```/s.exec(part)?.[1] ?? 'null'),
    }));
}

/** A copy without what stands at a path of the table; undefined where the path picks out one entry of several. */
export function withoutPath(resource: Json, path: string): Json {
  const copy = structuredClone(resource);
  const names = path.split('.').map((part) => part.replace(/\[.*$/, ''));
  const last = names.pop() ?? '';
  const holder = names.reduce((at, name) => (Array.isArray(at?.[name]) ? at[name][0] : at?.[name]), copy);
  const property = path.endsWith('[x]') ? Object.keys(holder ?? {}).find((key) => key.startsWith(last)) : last;
  if (holder === undefined || property === undefined) return undefined;
  if (/\[\w+\]$/.test(path) && !path.endsWith('[x]') && holder[property]?.length > 1) return undefined;
  delete holder[property];
  return copy;
}
