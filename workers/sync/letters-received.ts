import { contentHash } from '../../gateway/lanes/content-hash.ts';
import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import { uuidOf } from '../../mappings/concepts/identity.ts';
import { letterIdentity, letterMapping } from '../../mappings/concepts/letter.ts';
import { type CameAbout, letterFrom } from '../../mappings/concepts/letter-received.ts';
import { activityOf } from '../../mappings/concepts/provenance.ts';
import type { Letter } from '../../mappings/domain/concepts.ts';
import type { LetterHeard } from '../../mappings/domain/lane-events.ts';
import { pointed, type TypedIdentifier, tokenOf } from '../../mappings/domain/references.ts';
import type { Write } from './decision.ts';

export interface Came extends CameAbout {
  /** FHIR instant. */
  readonly recordedAt: string;
  /** Names as the directory has them; absent where they are there already. */
  readonly names?: { readonly centre: string; readonly sender: string };
}

/** Where the record, or the same transaction, has what a letter refers to. */
export type Locate = (target: TypedIdentifier) => string | undefined;

/**
 * The letters that came with something, in the transaction of what they came with, each with a trace of its own; those that the record holds
 * already (`isKnown`) are left as they stand.
 */
export function lettersReceived(
  letters: readonly LetterHeard[],
  came: Came,
  { isKnown, locate }: { readonly isKnown: (letter: TypedIdentifier) => boolean; readonly locate: Locate },
): readonly Write[] {
  const fresh = letters
    .map((letter) => letterFrom(letter, came))
    .filter(({ id }) => !isKnown(letterIdentity(came.centre, id)));
  return distinct(fresh.flatMap((letter) => letterWrites(letter, came, locate)));
}

/** A letter and what it refers to, as writes; one that stands is revised by its id and version. */
export function letterWrites(
  letter: Identified<Letter>,
  { centre, partner, recordedAt, names }: Came,
  locate: Locate,
  standing?: fhir4.DocumentReference,
): readonly Write[] {
  const { id, version, ...content } = letter;
  const { entry = [] } = letterMapping.toBundle(letter, {
    exchangeId: uuidOf('letter-trace', centre, id, `${version}`),
    recordedAt,
    contentHash: contentHash(content),
    centre: { id: centre, name: names?.centre ?? centre },
    recipient: { id: partner, name: names?.sender ?? partner },
  });
  return entry.flatMap(({ resource, fullUrl = '', request }): readonly Write[] => {
    if (resource === undefined) return [];
    const there = pointed<fhir4.FhirResource>(resource, locate);
    if (there.resourceType === 'Provenance')
      return [{ resource: { ...there, activity: activityOf(standing !== undefined) }, fullUrl }];
    if (there.resourceType === 'DocumentReference' && standing?.id !== undefined)
      return [{ resource: { ...there, id: standing.id }, fullUrl, ifMatch: standing.meta?.versionId ?? '0' }];
    const match = request?.ifNoneExist ?? request?.url?.split('?')[1] ?? '';
    return [{ resource: there, fullUrl, ifNoneExist: match }];
  });
}

/** Each resource of a transaction once, in their order: the first one stands. */
export const distinct = (writes: readonly Write[]): readonly Write[] =>
  writes.filter(({ fullUrl }, nth) => writes.findIndex((other) => other.fullUrl === fullUrl) === nth);

/** Under its identifiers, in the record. */
export const locatedIn =
  (found: ReadonlyMap<string, fhir4.FhirResource>): Locate =>
  (target) => {
    const resource = found.get(tokenOf(target));
    return resource?.id === undefined ? undefined : `${resource.resourceType}/${resource.id}`;
  };
