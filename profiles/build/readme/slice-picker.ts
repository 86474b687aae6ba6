import type { CodeWords } from './binding-note.ts';

type ElementDefinition = fhir4.ElementDefinition;

/** Tells the entries of a list that a slice stands for, by what its discriminators look at. */
export function slicePicker(
  slice: ElementDefinition,
  elements: readonly ElementDefinition[],
  words: CodeWords,
): ((entry: unknown) => boolean) | undefined {
  if (slice.sliceName === undefined) return undefined;
  const profile = slice.type?.[0]?.profile?.[0];
  if (profile !== undefined) return (entry) => containsAll(entry, { url: profile });
  const id = slice.id ?? '';
  const list = elements.find((it) => it.id === id.slice(0, id.lastIndexOf(':')));
  const told = (list?.slicing?.discriminator ?? []).map(({ path }) => (path === '$this' ? id : `${id}.${path}`));
  const asked = elements.filter((it) => told.some((at) => it.id === at || it.id?.startsWith(`${at}.`)));
  const tests = asked.flatMap((it) => {
    const at = (it.id ?? '')
      .slice(id.length + 1)
      .split('.')
      .map((part) => part.replace(/:.*$/, ''))
      .filter((part) => part !== '');
    const test = valueTest(it, words);
    return test === undefined ? [] : [(entry: unknown) => valuesAt(entry, at).some(test)];
  });
  return tests.length === 0 ? undefined : (entry) => tests.every((test) => test(entry));
}

function valueTest(element: ElementDefinition, words: CodeWords): ((value: unknown) => boolean) | undefined {
  const asked = Object.entries(element).find(([key]) => /^(?:fixed|pattern)[A-Z]/.test(key))?.[1];
  if (asked !== undefined) return (value) => containsAll(value, asked);
  const { strength, valueSet = '' } = element.binding ?? {};
  const codes = strength === 'required' ? words.codesOf(valueSet.split('|')[0] ?? '') : undefined;
  if (codes === undefined) return undefined;
  const known = new Set(codes.map(({ code }) => code));
  return (value) => codesIn(value).some((code) => typeof code === 'string' && known.has(code));
}

/** Everything at a path, through lists. */
function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((it) => valuesAt(it, path));
  const [first, ...rest] = path;
  if (first === undefined) return [value];
  return isObject(value) && value[first] !== undefined ? valuesAt(value[first], rest) : [];
}

/** FHIR's pattern: what is asked is there; more may be. */
function containsAll(value: unknown, asked: unknown): boolean {
  if (Array.isArray(asked)) {
    return Array.isArray(value) && asked.every((one) => value.some((it) => containsAll(it, one)));
  }
  if (!isObject(asked)) return value === asked;
  return isObject(value) && Object.entries(asked).every(([key, it]) => containsAll(value[key], it));
}

function codesIn(value: unknown): readonly unknown[] {
  if (!isObject(value)) return [value];
  return Array.isArray(value.coding) ? value.coding.flatMap(codesIn) : [value.code];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
