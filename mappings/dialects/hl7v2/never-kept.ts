import type { Issue } from '../../domain/mapped.ts';
import type { Repetition, Segment } from './parsed-message.ts';
import { placeOf } from './place.ts';

/** Fields that are dropped by their position (fhir.md §4): race, religion, citizenship, nationality, birth place, SIN, account … */
const FIELDS: Readonly<Record<string, ReadonlySet<number>>> = {
  PID: new Set([10, 17, 19, 22, 23, 26, 28, 39]),
  NK1: new Set([19, 25, 27, 28, 35, 37, 38]),
};

/** Segments that are dropped whole: guarantor and insurance. */
const SEGMENTS: ReadonlySet<string> = new Set(['GT1', 'IN1', 'IN2', 'IN3']);

/** Kinds of identifiers (table 0203) that are dropped wherever they stand: social insurance, passport, residence and citizenship cards. */
const KINDS: ReadonlySet<string> = new Set(['SS', 'SIN', 'PPN', 'DP', 'PRC', 'CZ', 'TAX', 'NI', 'VISA', 'IFHP']);
const AUTHORITIES: ReadonlySet<string> = new Set(['SIN', 'NAS', 'IFHP', 'PFSI', 'IRCC']);

/** An identifier (CX) that is never kept, by its type or by who gave it out. `NNCAN` is the national number of a country, here the SIN. */
export function isNeverKept(identifier: Repetition): boolean {
  const kind = identifier.component(5).trim().toUpperCase();
  const authority = identifier.subcomponent(4, 1).trim().toUpperCase();
  return KINDS.has(kind) || /^NN[A-Z]{3}$/.test(kind) || AUTHORITIES.has(authority);
}

/** What is left of a message once all that is never kept by position is gone, with one warning for each place; nothing else may look at a message before. */
export function withoutForbidden(segments: readonly Segment[]): {
  readonly segments: readonly Segment[];
  readonly issues: readonly Issue[];
} {
  const places = new Set<string>();
  const kept = segments.flatMap((segment) => {
    if (SEGMENTS.has(segment.name)) {
      places.add(segment.name);
      return [];
    }
    const forbidden = FIELDS[segment.name];
    if (forbidden === undefined) return [segment];
    for (const field of forbidden) {
      if (segment.field(field).length > 0) places.add(placeOf(segment.name, field));
    }
    return [segment.without(forbidden)];
  });
  return { segments: kept, issues: [...places].map(suppressed) };
}

/** Said once for each place; the value stands nowhere. */
export const suppressed = (place: string): Issue => ({
  severity: 'warning',
  code: 'suppressed',
  expression: place,
  text: {
    fr: `${place} n’est jamais gardé : origine, statut, assurance et numéros de ce genre ne servent pas à soigner. Ne l’envoyez plus.`,
    en: `${place} is never kept: origin, status, coverage and numbers of that kind are of no use to care. Stop sending it.`,
  },
});
