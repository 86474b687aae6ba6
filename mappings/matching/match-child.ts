import type { MATCH_REASONS } from '../../profiles/codes/matching.ts';
import { cardFrom } from '../concepts/child.ts';
import { personNameFrom } from '../concepts/name-and-telecom.ts';
import type { ChildSaid, HealthCard } from '../domain/concepts.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import { compareNames } from './name-words.ts';

export type MatchReason = keyof typeof MATCH_REASONS;

/** A child of the centre who may be the one that the sender speaks of, and what speaks for and against it. */
export interface MatchCandidate {
  /** Child's identifier at the centre. */
  readonly child: string;
  readonly because: readonly MatchReason[];
}

export type Match =
  | { readonly kind: 'known'; readonly child: string }
  | { readonly kind: 'new' }
  /** A person must say; nothing is merged meanwhile. */
  | { readonly kind: 'uncertain'; readonly candidates: readonly MatchCandidate[] };

/**
 * Which child of the centre a sender speaks of (fhir.md §4): the one with whom card, birth date and name all agree, if it is the only one; a
 * new one only if a name and a whole birth date were said and nobody resembles it. Everything else is for a person: never a card alone, since
 * infants carry a parent's, and never what is empty, since nothing said agrees with nobody.
 */
export function matchChild(said: ChildSaid | undefined, patients: readonly fhir4.Patient[], centre: string): Match {
  if (said === undefined) return { kind: 'uncertain', candidates: [] };
  const candidates = patients.flatMap((patient) => candidateFrom(said, patient, centre) ?? []);
  const [sure, ...others] = candidates.filter(({ because }) => AGREE.every((reason) => because.includes(reason)));
  if (sure !== undefined && others.length === 0) return { kind: 'known', child: sure.child };
  const canBeNew = said.name !== undefined && isWholeDate(said.birthDate);
  return candidates.length === 0 && canBeNew ? { kind: 'new' } : { kind: 'uncertain', candidates };
}

const AGREE: readonly MatchReason[] = ['same-card', 'same-birth-date', 'same-name'];

/** The most alike first. */
export const byLikeness = (one: MatchCandidate, other: MatchCandidate): number =>
  likeness(other) - likeness(one) || (one.child < other.child ? -1 : 1);

const likeness = ({ because }: MatchCandidate): number =>
  because.reduce((sum, reason) => sum + (reason.startsWith('other-') ? -1 : AGREE.includes(reason) ? 2 : 1), 0);

/** Undefined for who resembles the child in nothing that would make a person look. */
function candidateFrom(said: ChildSaid, patient: fhir4.Patient, centre: string): MatchCandidate | undefined {
  const child = patient.identifier?.find(({ system }) => system === IDENTIFIERS.child(centre))?.value;
  if (child === undefined || child === '') return undefined;
  const card = cardReason(said.cards, (patient.identifier ?? []).flatMap(cardFrom));
  const birth = birthReason(said.birthDate, patient.birthDate);
  const name = nameReason(said, patient);
  const isAlike =
    card === 'same-card' ||
    name === 'same-name' ||
    (birth === 'same-birth-date' && (name === 'same-family-name' || name === 'same-given-name'));
  return isAlike ? { child, because: [card, birth, name].flatMap((reason) => reason ?? []) } : undefined;
}

function cardReason(said: readonly HealthCard[] = [], known: readonly HealthCard[]): MatchReason | undefined {
  const ofOneKind = said.flatMap((one) =>
    known.filter(({ kind }) => kind === one.kind).map((other) => [one, other] as const),
  );
  if (ofOneKind.some(([one, other]) => one.number !== '' && one.number === other.number)) return 'same-card';
  return ofOneKind.length > 0 ? 'other-card' : undefined;
}

const isWholeDate = (date: string | undefined): boolean => date?.length === '2026-11-25'.length;

/** Of a partial date nobody can say that it is the same; that it is another, if what both say differs. */
function birthReason(said: string | undefined, known: string | undefined): MatchReason | undefined {
  if (said === undefined || known === undefined) return undefined;
  if (isWholeDate(said) && said === known) return 'same-birth-date';
  const length = Math.min(said.length, known.length);
  return said.slice(0, length) === known.slice(0, length) ? undefined : 'other-birth-date';
}

function nameReason({ name: said }: ChildSaid, { name = [] }: fhir4.Patient): MatchReason | undefined {
  if (said === undefined) return undefined;
  const compared = name.flatMap((one) => {
    const known = personNameFrom(one);
    return known === undefined ? [] : [compareNames(said, known)];
  });
  if (compared.length === 0) return undefined;
  if (compared.some(({ family, given }) => family && given)) return 'same-name';
  if (compared.some(({ family }) => family)) return 'same-family-name';
  return compared.some(({ given }) => given) ? 'same-given-name' : 'other-name';
}
