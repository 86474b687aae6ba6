import { isCardLike } from './formats.ts';

/** Where an element is, as FHIRPath: `members[2].kinship`. A name that may not be said back ends the path. */
export function fieldPath(segments: readonly (string | number)[]): string {
  const end = segments.findIndex((it) => typeof it === 'string' && !isFieldName(it));
  return (end === -1 ? segments : segments.slice(0, end)).map(segment).join('').replace(/^\./, '');
}

function segment(name: string | number): string {
  if (typeof name === 'number') return `[${name}]`;
  return name.includes('-') ? `.\`${name}\`` : `.${name}`;
}

/** A field’s name is said back only if it looks like one: a sender may have put a person’s name, or a card, where a field’s belongs. */
export const isFieldName = (name: string): boolean => /^[A-Za-z_][\w-]{0,63}$/.test(name) && !isCardLike(name);
