import type { Issue } from '../../domain/mapped.ts';
import type { Segment } from './parsed-message.ts';
import { placeOf } from './place.ts';

/** Fields of each segment that a reader takes; `all` of a segment that says nothing but how the message is made. */
export type Taken = Readonly<Record<string, readonly number[] | 'all'>>;

const ENVELOPE: Taken = { MSH: 'all', SFT: 'all', MSA: [1, 2], RGS: 'all', NTE: [1, 2, 3, 4] };

/** One warning for each field that says something and that nobody takes, whatever the segment, a site's own (Z…) included. */
export function notCarried(segments: readonly Segment[], taken: Taken): readonly Issue[] {
  const places = segments.flatMap((segment) => {
    const fields = taken[segment.name] ?? ENVELOPE[segment.name] ?? [];
    if (fields === 'all') return [];
    return Array.from({ length: segment.last }, (_, nth) => nth + 1)
      .filter((field) => !fields.includes(field) && segment.field(field).length > 0)
      .map((field) => placeOf(segment.name, field));
  });
  return [...new Set(places)].map(noPlace);
}

/** A field that is taken, if it says something of which nothing could be made. */
export const unlessRead = (segment: Segment | undefined, field: number, isRead: boolean): readonly Issue[] =>
  segment === undefined || isRead || segment.field(field).length === 0 ? [] : [noPlace(placeOf(segment.name, field))];

/** A field for which we have no place. */
export const noPlace = (place: string): Issue => ({
  severity: 'warning',
  code: 'not-supported',
  expression: place,
  text: {
    fr: `${place} n’est pas gardé : rien chez nous n’a de place pour ce champ, ou pour ce qu’il dit ici.`,
    en: `${place} is not kept: nothing of ours has a place for this field, or for what it says here.`,
  },
});
