import { type FunctionPool, js } from './function-pool.ts';

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

const PREFIXES = { fixed: 'fixed', pattern: 'pattern' } as const;

/** `fixedUri`, `patternCodeableConcept`… of an element definition: which of the two, and the value. */
export function fixedOrPattern(
  definition: fhir4.ElementDefinition,
): { readonly kind: 'fixed' | 'pattern'; readonly value: unknown } | undefined {
  for (const [key, value] of Object.entries(definition)) {
    for (const kind of Object.values(PREFIXES)) {
      if (key.startsWith(kind) && /^[A-Z]/.test(key.slice(kind.length))) return { kind, value };
    }
  }
  return undefined;
}

/** The name of a function `(v) => boolean`: whether a value equals (`fixed`) or contains (`pattern`) this one. */
export const patternTest = (pool: FunctionPool, kind: 'fixed' | 'pattern', value: unknown): string =>
  pool.fn(kind, 'v', `return ${holds(pool, kind, 'v', value as Value)};`);

function holds(pool: FunctionPool, kind: 'fixed' | 'pattern', at: string, value: Value): string {
  if (Array.isArray(value)) {
    const each = value.map((item: Value) => `${at}.some(${patternTest(pool, kind, item)})`);
    const length = kind === 'fixed' ? [`${at}.length === ${value.length}`] : [];
    return [`Array.isArray(${at})`, ...length, ...each].join(' && ');
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    const each = entries.map(([key, item]) => holds(pool, kind, `${at}.${key}`, item));
    const count = kind === 'fixed' ? [`Object.keys(${at}).length === ${entries.length}`] : [];
    return [`isObject(${at})`, ...count, ...each].join(' && ');
  }
  return `${at} === ${js(value)}`;
}
