import type { CareCircle, Member } from '../../../../mappings/domain/concepts.ts';
import { nameInWords } from '../../../texts/name-in-words.ts';
import { type Day, dayAfter, firstDayOf } from '../calendar.ts';

/** From the nearest to the furthest. */
export const RINGS = [
  'family',
  'community',
  'professional',
  'institution',
] as const satisfies readonly Member['kind'][];
export type Ring = (typeof RINGS)[number];

type Kinship = NonNullable<Extract<Member, { kind: 'family' }>['kinship']>;

/** Somebody around the child: there from `joined` on, and no longer on `left`; where a day is not written, it was always so. */
export interface PersonAround {
  readonly key: string;
  readonly ring: Ring;
  readonly name: string;
  readonly initials: string;
  /** In the words of the circle. */
  readonly role?: string;
  readonly kinship?: Kinship;
  /** Holds the thread. */
  readonly isPivot: boolean;
  readonly joined?: Day;
  readonly left?: Day;
  /** As it was written: maybe only a month or a year. */
  readonly period?: Member['period'];
}

/** Everybody of a circle, each once, ring by ring in the order of the circle. */
export function peopleAround({ members = [], pivot }: Pick<CareCircle, 'members' | 'pivot'>): readonly PersonAround[] {
  const people = members.map((member, nth) => personAround(member, nth, pivot));
  return RINGS.flatMap((ring) => people.filter((person) => person.ring === ring));
}

function personAround(member: Member, nth: number, pivot: string | undefined): PersonAround {
  const { kind, id, role, period } = member;
  const name = typeof member.name === 'string' ? member.name : nameInWords(member.name);
  return {
    key: `${kind}-${id ?? nth}`,
    ring: kind,
    name,
    initials: initialsOf(name),
    ...(role !== undefined && { role }),
    ...('kinship' in member && member.kinship !== undefined && { kinship: member.kinship }),
    isPivot: id !== undefined && id === pivot,
    ...(period !== undefined && { period }),
    ...(period?.start !== undefined && { joined: firstDayOf(period.start) }),
    ...(period?.end !== undefined && { left: dayAfter(period.end) }),
  };
}

/** First letters of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}

export type Presence = 'toCome' | 'there' | 'left';

export function presenceOn({ joined, left }: Pick<PersonAround, 'joined' | 'left'>, day: Day): Presence {
  if (left !== undefined && left <= day) return 'left';
  return joined !== undefined && day < joined ? 'toCome' : 'there';
}

export interface Looking {
  readonly today: Day;
  /** Whether somebody asked for those who have left. */
  readonly withThoseWhoLeft: boolean;
}

/**
 * Whom the page may show at all. Whoever has left by today is on no day of the slider unless asked for: the person may have died, or may not
 * come near the child any more, and the child may be looking.
 */
export const whoMayBeShown = (
  people: readonly PersonAround[],
  { today, withThoseWhoLeft }: Looking,
): readonly PersonAround[] =>
  withThoseWhoLeft ? people : people.filter((person) => presenceOn(person, today) !== 'left');

export interface Stop {
  readonly day: Day;
  readonly joining: readonly PersonAround[];
  readonly leaving: readonly PersonAround[];
}

/** The days on which the circle changed, of those who may be shown, oldest first; today is always the last. */
export function stopsOf(people: readonly PersonAround[], looking: Looking): readonly Stop[] {
  const shown = whoMayBeShown(people, looking);
  const days = shown.flatMap(({ joined, left }) => [joined, left]).filter((day) => day !== undefined);
  const past = [...new Set([...days.filter((day) => day <= looking.today), looking.today])].sort((a, b) => a - b);
  return past.map((day) => ({
    day,
    joining: shown.filter(({ joined }) => joined === day),
    leaving: shown.filter(({ left }) => left === day),
  }));
}

/** Who is drawn on a day: those who are there, and, asked for, those who had left by then. */
export const drawnOn = (people: readonly PersonAround[], day: Day, looking: Looking): readonly PersonAround[] =>
  whoMayBeShown(people, looking).filter((person) => presenceOn(person, day) !== 'toCome');
