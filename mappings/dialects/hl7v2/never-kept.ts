import type { Issue } from '../../domain/mapped.ts';
import { isNeverKeptIdentifier, isNeverKeptSystem } from '../never-kept-places.ts';
import type { Repetition, Segment } from './parsed-message.ts';
import { placeOf } from './place.ts';

/** Fields that are dropped by their position (fhir.md §4): race, religion, citizenship, nationality, birth place, SIN, account … */
export const NEVER_KEPT_FIELDS: Readonly<Record<string, ReadonlySet<number>>> = {
  PID: new Set([10, 17, 19, 22, 23, 26, 28, 39]),
  NK1: new Set([19, 25, 27, 28, 35, 37, 38]),
};

/** Segments that are dropped whole: guarantor and insurance. */
export const NEVER_KEPT_SEGMENTS: ReadonlySet<string> = new Set(['GT1', 'IN1', 'IN2', 'IN3']);

/** Names under which v2 sites give types or authorities that table 0203 does not have. */
const NAMES: ReadonlySet<string> = new Set(['SIN', 'NAS', 'SSN', 'IFHP', 'PFSI', 'IRCC', 'CIC', 'VISA', 'NI', 'USSSA']);

/** An identifier (CX) that is never kept: by its type, or by who gave it out, under FHIR's names for both (never-kept-places.ts) and those of v2 sites. */
export function isNeverKept(identifier: Repetition): boolean {
  const kind = identifier.component(5).trim().toUpperCase();
  const authority = identifier.subcomponent(4, 1).trim();
  const universal = identifier.subcomponent(4, 2).trim();
  const coded = { value: identifier.component(1), type: { coding: [{ code: kind }] } };
  return (
    isNeverKeptIdentifier(coded) ||
    [kind, authority.toUpperCase()].some((name) => NAMES.has(name)) ||
    [authority, universal].some((system) => system !== '' && isNeverKeptSystem(system))
  );
}

/** What is left of a message once all that is never kept by position is gone, with one warning for each place; nothing else may look at a message before. */
export function withoutForbidden(segments: readonly Segment[]): {
  readonly segments: readonly Segment[];
  readonly issues: readonly Issue[];
} {
  const places = new Set<string>();
  const kept = segments.flatMap((segment) => {
    if (NEVER_KEPT_SEGMENTS.has(segment.name)) {
      places.add(segment.name);
      return [];
    }
    const forbidden = NEVER_KEPT_FIELDS[segment.name];
    if (forbidden === undefined) return [segment];
    for (const field of forbidden) {
      if (segment.field(field).length > 0) places.add(placeOf(segment.name, field));
    }
    return [segment.without(forbidden)];
  });
  return { segments: kept, issues: [...places].map(suppressed) };
}

/** Said once for each place, in the same words whatever stood there. */
export const suppressed = (place: string): Issue => ({
  severity: 'warning',
  code: 'suppressed',
  expression: place,
  text: {
    fr: `${place} : retiré avant toute lecture. Pièces d’identité, origine, religion et couverture ne sont jamais gardées ici ; cessez de les envoyer.`,
    en: `${place}: taken out before anything read it. Identity papers, origin, religion and coverage are never kept here; stop sending them.`,
  },
});
