/**
 * SMART v2 scopes (HL7 SMART App Launch 2.2, “Scopes for requesting FHIR Resources”): `system/CareTeam.cru`, `user/*.rs`, and one of our
 * own: `passerelle/operate.ru` for whoever operates the gateway, `passerelle/known.u` for a program that says since when something was known.
 * What we do not understand grants nothing: `patient/`, the verbs of v1 (`.read`), scopes that narrow by a search.
 */
export interface Scope {
  /** `system`: a program of its own; `user`: a program for a person, who must be named; `passerelle`: what is ours alone. */
  readonly context: 'system' | 'user' | 'passerelle';
  /** A FHIR resource type, `*` for all, or `operate` or `known`. */
  readonly type: string;
  /** Of create, read, update, delete, search. */
  readonly letters: string;
}

/** What of a type is asked; `any`: whatever can be done with it. */
export interface ScopeAsked {
  readonly type: string;
  readonly can: 'c' | 'r' | 'u' | 'd' | 's' | 'cr' | 'cu' | 'rs' | 'any';
}

const SCOPE = /^(?:(system|user)\/(\*|[A-Z][A-Za-z]{1,63})|(passerelle)\/(operate|known))\.(c?r?u?d?s?)$/;
const SCOPES_MAX = 200;

/** The scopes that a token carries, those that we understand. */
export const scopesIn = (text: string): readonly Scope[] =>
  text
    .split(' ')
    .slice(0, SCOPES_MAX)
    .flatMap((word): readonly Scope[] => {
      const [, record, type, own, ours, letters = ''] = SCOPE.exec(word) ?? [];
      if (letters === '') return [];
      if (own === 'passerelle') return [{ context: own, type: ours ?? '', letters }];
      return record === 'system' || record === 'user' ? [{ context: record, type: type ?? '', letters }] : [];
    });

/** What both lists of scopes grant. */
export const scopesInBoth = (some: readonly Scope[], others: readonly Scope[]): readonly Scope[] =>
  some.flatMap((one) =>
    others.flatMap((other): readonly Scope[] => {
      const letters = [...one.letters].filter((letter) => other.letters.includes(letter)).join('');
      const type = one.type === '*' ? other.type : one.type;
      const meet = one.context === other.context && [type, '*'].includes(other.type) && letters !== '';
      return meet ? [{ context: one.context, type, letters }] : [];
    }),
  );

/** Whether scopes grant all that is asked; those of `user/` count only where a person acts. */
export function grants(scopes: readonly Scope[], { type, can }: ScopeAsked, personActs: boolean): boolean {
  const letters = scopes
    .filter((scope) => scope.context === 'system' || (scope.context === 'user' && personActs))
    .filter((scope) => scope.type === '*' || scope.type === type)
    .map((scope) => scope.letters)
    .join('');
  return can === 'any' ? letters !== '' : [...can].every((letter) => letters.includes(letter));
}

/** Whether scopes let somebody operate the gateway: look (`r`) or act (`u`). */
export const grantsOperation = (scopes: readonly Scope[], can: 'r' | 'u'): boolean =>
  scopes.some(({ context, type, letters }) => context === 'passerelle' && type === 'operate' && letters.includes(can));

/** Lets a program say since when something was known, instead of now. */
export const STATE_KNOWN_SCOPE = 'passerelle/known.u';

/** Whether scopes let somebody say since when something was known. */
export const grantsStatingKnown = (scopes: readonly Scope[]): boolean =>
  scopes.some(({ context, type, letters }) => context === 'passerelle' && type === 'known' && letters.includes('u'));
