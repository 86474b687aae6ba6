import type { Issue } from '../../domain/mapped.ts';

/** A place of a message that is not taken over: named, its value never said. */
export const notCarried = (expression: string): Issue => ({
  severity: 'warning',
  code: 'not-supported',
  expression,
  text: {
    fr: `${expression} : n’est pas repris de ce message.`,
    en: `${expression}: not carried over from this message.`,
  },
});

/** What a message lacks or has wrong: the place, and what to write there. */
export const fault = (expression: string, fr: string, en: string, code: Issue['code'] = 'required'): Issue => ({
  severity: 'error',
  code,
  expression,
  text: { fr: `${expression} : ${fr}`, en: `${expression}: ${en}` },
});

/** Members that say nothing of their own about what a resource is about. */
const SILENT: ReadonlySet<string> = new Set(['resourceType', 'id', 'meta', 'language', 'text']);

/** The named elements of a resource, each with its extensions, and a warning for every other one. */
export function picked<R extends fhir4.FhirResource>(
  resource: R,
  names: readonly (keyof R & string)[],
): { readonly picked: Pick<R, 'resourceType'> & Partial<R>; readonly issues: readonly Issue[] } {
  const known: ReadonlySet<string> = new Set(names);
  const members = Object.entries(resource).map(([key, value]) => [key, key.replace(/^_/, ''), value] as const);
  const own = Object.fromEntries(members.flatMap(([key, name, value]) => (known.has(name) ? [[key, value]] : [])));
  const others = new Set(members.map(([, name]) => name).filter((name) => !known.has(name) && !SILENT.has(name)));
  return {
    picked: { resourceType: resource.resourceType, ...own } as Pick<R, 'resourceType'> & Partial<R>,
    issues: [...others].map((name) => notCarried(`${resource.resourceType}.${name}`)),
  };
}
