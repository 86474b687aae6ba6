import type { ChildSaid } from '../../mappings/domain/concepts.ts';
import { FOREIGN, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { wordsIn } from '../../mappings/matching/name-words.ts';
import type { FhirStore, SearchParams } from './fhir-store.ts';
import { identifierToken, isIdentifierValue } from './identifier-token.ts';

/**
 * Children of the centre who may be the one that a sender speaks of: by card, by whole birth date, by name. Nothing empty is searched for, since it would
 * find everybody. Throws GatewayError when the record is away.
 */
export async function matchCandidates(
  store: Pick<FhirStore, 'search'>,
  centre: string,
  said: ChildSaid | undefined,
): Promise<readonly fhir4.Patient[]> {
  if (said === undefined) return [];
  const ofCentre = { 'organization.identifier': `${IDENTIFIERS.centre}|${centre}` };
  const lists = await Promise.all(
    [...byCards(said), ...byBirthDate(said), ...byName(said)].map((params) =>
      store.search('Patient', { ...ofCentre, ...params }),
    ),
  );
  const patients = lists.flat().flatMap((it) => (it.resourceType === 'Patient' ? [it] : []));
  return [...new Map(patients.map((patient) => [patient.id, patient])).values()];
}

const CARD_SYSTEMS = { nam: FOREIGN.nam, ohip: FOREIGN.ohip } as const;

/** A card whose number is none finds nobody, and keeps the others from nobody. */
function byCards({ cards = [] }: ChildSaid): readonly SearchParams[] {
  const tokens = cards.flatMap(({ kind, number }) =>
    isIdentifierValue(number) ? [identifierToken(CARD_SYSTEMS[kind], number)] : [],
  );
  return tokens.length === 0 ? [] : [{ identifier: tokens.join(',') }];
}

const byBirthDate = ({ birthDate }: ChildSaid): readonly SearchParams[] =>
  birthDate?.length === '2026-11-25'.length ? [{ birthdate: birthDate }] : [];

/** By the first word of each part: the record compares beginnings, without accents or case. */
function byName({ name }: ChildSaid): readonly SearchParams[] {
  const parts = name?.family === undefined && name?.given === undefined ? [name?.text] : [name.family, name.given?.[0]];
  const words = parts.flatMap((part) => wordsIn(part ?? '').slice(0, 1));
  return words.length === 0 ? [] : [{ name: words }];
}
