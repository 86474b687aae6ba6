import type { FhirStore } from '../../../gateway/record/fhir-store.ts';
import { matchCandidates } from '../../../gateway/record/match-candidates.ts';
import { patientFromChild } from '../../../mappings/concepts/child.ts';
import type { Child } from '../../../mappings/domain/concepts.ts';
import {
  byLikeness,
  type MatchCandidate,
  type MatchReason,
  matchChild,
} from '../../../mappings/matching/match-child.ts';
import { wordsIn } from '../../../mappings/matching/name-words.ts';

/** Somebody whom a child of the file resembles. */
export interface Resembled extends MatchCandidate {
  /** Where in the file; undefined for a child that the gateway already holds. */
  readonly line?: number;
}

/** Where the gateway’s children are looked for. */
export type ChildSearch = Pick<FhirStore, 'search'>;

/** Who among the gateway’s children resembles one of the file; `taken`: its identifier there is somebody else’s. */
export interface InGateway {
  readonly resembled: readonly Resembled[];
  readonly isTaken: boolean;
}

/** Finds children of earlier lines that a child resembles; only those that share a card, a birth date or a word of the name are compared. */
export function resemblingEarlier(centre: string): (child: Child, line: number) => readonly Resembled[] {
  const buckets = new Map<string, { readonly line: number; readonly id: string; readonly patient: fhir4.Patient }[]>();
  return (child, line) => {
    const marks = marksOf(child);
    const near = new Map(marks.flatMap((mark) => buckets.get(mark) ?? []).map((it) => [it.line, it]));
    const found = [...near.values()]
      .sort((one, other) => one.line - other.line)
      .flatMap((it) => candidatesOf(child, [it.patient], centre).map((candidate) => ({ ...candidate, line: it.line })));
    const self = { line, id: child.id, patient: patientFromChild(child, centre) };
    for (const mark of marks) buckets.set(mark, [...(buckets.get(mark) ?? []), self]);
    return found;
  };
}

function marksOf({ name, birthDate, cards = [] }: Child): readonly string[] {
  const words = [name.text, name.family, ...(name.given ?? [])].flatMap((part) => wordsIn(part ?? ''));
  return [
    ...new Set([
      ...cards.map(({ kind, number }) => `${kind} ${number}`),
      ...(birthDate === undefined ? [] : [`born ${birthDate}`]),
      ...words.map((word) => `name ${word}`),
    ]),
  ];
}

/** Looks for a child of the file among those that the gateway holds, by card, birth date and name as for a referral that comes in, and by its identifier. */
export async function resemblingInGateway(
  search: ChildSearch,
  centre: string,
  child: Child,
  ownIdentifier: string,
): Promise<InGateway> {
  const [near, own] = await Promise.all([
    matchCandidates(search, centre, child),
    search.search('Patient', { identifier: ownIdentifier }),
  ]);
  const candidates = candidatesOf(child, near, centre);
  const isThere = own.length > 0;
  const patients = own.flatMap((it) => (it.resourceType === 'Patient' ? [it] : []));
  const isSame = candidatesOf(child, patients, centre).length > 0;
  return { resembled: candidates.filter((it) => it.child !== child.id), isTaken: isThere && !isSame };
}

const AGREE: readonly MatchReason[] = ['same-card', 'same-birth-date', 'same-name'];

function candidatesOf(child: Child, patients: readonly fhir4.Patient[], centre: string): readonly MatchCandidate[] {
  const match = matchChild(child, patients, centre);
  if (match.kind === 'known') return [{ child: match.child, because: AGREE }];
  return match.kind === 'uncertain' ? [...match.candidates].sort(byLikeness) : [];
}
