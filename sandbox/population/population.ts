import { provinceOf } from '../../gateway/province-of.ts';
import type { Consent } from '../../mappings/domain/concepts.ts';
import { type Chance, seeded } from '../seeded.ts';
import type { Life } from './acts.ts';
import type { Character } from './character.ts';
import { childLife } from './child-life.ts';
import { addDays, addWorkingDays, birthdayOf, type Day, daysBetween, workingDay } from './days.ts';
import { bornFor, LOOSE_ENDS, type LooseEnd } from './loose-ends.ts';
import { motherLives } from './mother-lives.ts';
import { DOCTORS, PROFESSIONALS } from './names.ts';
import { type Family, inventedChild, inventedCircle, inventedFamily, safeContactOf, streetOf } from './people.ts';
import type { Professional } from './told.ts';

/** A centre whose children are told of. */
export interface CentreTold {
  readonly id: string;
  readonly regime: Consent['regime'];
  /** Whether files of expectant mothers may be kept there. */
  readonly motherFiles: boolean;
}

export interface PopulationAsked {
  readonly seed: number;
  readonly children: number;
  readonly centres: readonly CentreTold[];
  readonly from: Day;
  /** From this day on nothing has happened yet. */
  readonly to: Day;
}

/** How many children one person follows. */
const PER_PIVOT = 40;
/** The share of children about whom somebody has something to do today: with one line for a child, ten a day for a pivot of forty. */
const LOOSE_SHARE = 0.25;
const LOOSE_EVERY = Math.round(1 / LOOSE_SHARE);

/**
 * The stories of as many invented children, family after family, the same for the same question. Throws a RangeError without a centre or
 * with less than a year to tell.
 */
export function population(asked: PopulationAsked): readonly Life[] {
  const { seed, children, centres, from, to } = asked;
  if (centres.length === 0) throw new RangeError('no centre');
  if (daysBetween(from, to) < YEAR_DAYS) throw new RangeError('the stories need a year at least');
  const mark = markOf(asked);
  const chance = seeded(seed);
  const loose = looseEndsOf(chance, children);
  const lives: Life[] = [];
  for (let first = 0, nth = 0; first < children; nth += 1) {
    const familyChance = seeded(hashOf(`${seed}|${nth}`));
    const centre = centres[nth % centres.length] ?? centres[0];
    if (centre === undefined) break;
    const size = Math.min(children - first, sizeOf(familyChance));
    const family = inventedFamily(familyChance, placeOf(centre), size);
    for (let sibling = 0; sibling < size; sibling += 1) {
      const end = loose.get(first + sibling);
      lives.push(
        childLife(
          characterOf(asked, {
            chance: seeded(hashOf(`${seed}|${nth}|${sibling}`)),
            centre,
            family,
            sibling,
            number: first + sibling,
            mark,
            ...(end !== undefined && { looseEnd: end }),
          }),
        ),
      );
    }
    first += size;
  }
  return [...lives, ...motherLives(asked, mark)];
}

const YEAR_DAYS = 365;

/** Letters and digits that belong to this question alone: another seed or other days make other identifiers, and meet no record of these. */
export const markOf = ({ seed, from, to, children }: Omit<PopulationAsked, 'centres'>): string =>
  hashOf(`${seed}|${from}|${to}|${children}`).toString(36);

/** FNV-1a, 32 bits (public domain): spreads what is near. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

const placeOf = (centre: CentreTold): 'qc' | 'on' => (provinceOf(centre) === 'ON' ? 'on' : 'qc');

const sizeOf = (chance: Chance): number => (chance.happens(0.6) ? 1 : chance.happens(0.7) ? 2 : 3);

/** Of every forty children ten, spread over them, each rule having its turn. */
function looseEndsOf(chance: Chance, children: number): ReadonlyMap<number, LooseEnd> {
  const turn = chance.whole(0, LOOSE_ENDS.length - 1);
  const loose = new Map<number, LooseEnd>();
  for (let number = 1, nth = turn; number < children; number += LOOSE_EVERY, nth += 1) {
    const end = LOOSE_ENDS[nth % LOOSE_ENDS.length];
    if (end !== undefined) loose.set(number, end);
  }
  return loose;
}

/** Neither SIPPE nor the age of 14 is a matter of Ontario, and the one partner with a system is a CLSC. */
const QUEBECS: ReadonlySet<LooseEnd> = new Set(['programme-outgrown', 'turns-fourteen', 'answers-contradict']);

interface Placed {
  readonly chance: Chance;
  readonly centre: CentreTold;
  readonly family: Family;
  readonly sibling: number;
  readonly number: number;
  readonly mark: string;
  readonly looseEnd?: LooseEnd;
}

function characterOf({ from, to, children, centres }: PopulationAsked, placed: Placed): Character {
  const { chance, centre, family, sibling, number, mark } = placed;
  const province = placeOf(centre);
  const isElsewhere = placed.looseEnd !== undefined && QUEBECS.has(placed.looseEnd) && province === 'on';
  const looseEnd = isElsewhere ? 'turns-eighteen' : placed.looseEnd;
  const own = (name: string): string => `enfant-${mark}-${number + 1}-${name}`;
  const { born, arrival } = daysOf(chance, { from, to, ...(looseEnd !== undefined && { looseEnd }) });
  const tutorUntil = looseEnd === 'guardianship-ends' ? addDays(to, chance.whole(12, 28)) : undefined;
  const { child, given } = inventedChild(chance, {
    family,
    nth: sibling,
    id: `enfant-${mark}-${number + 1}`,
    born,
    province,
  });
  const around = inventedCircle(chance, {
    family,
    nth: sibling,
    day: arrival,
    born,
    ...(tutorUntil !== undefined && { tutorUntil }),
  });
  // A rule about an age needs the day.
  const whole = looseEnd === undefined ? child : { ...child, birthDate: born };
  const [pivot, earlier] = pivotsOf({ mark, centre, children: Math.ceil(children / centres.length), number });
  return {
    told: {
      chance,
      centre: centre.id,
      child: child.id,
      born,
      given,
      language: family.language,
      province,
      regime: centre.regime,
      doctor: professional(`medecin-${mark}-${centre.id}`, DOCTORS[hashOf(centre.id) % DOCTORS.length]),
      guardian: around.guardian,
      safeContact: safeContactOf(chance, family, around.guardian),
      circle: own('cercle'),
      plan: own('plan'),
      to,
      own,
    },
    child: whole,
    members: around.members,
    pivot,
    earlier,
    arrival,
    street: streetOf(chance, family.language),
    ...(looseEnd !== undefined && { looseEnd }),
  };
}

/** Born first, then met: from birth on, and long enough before 18. */
function daysOf(
  chance: Chance,
  { from, to, looseEnd }: { readonly from: Day; readonly to: Day; readonly looseEnd?: LooseEnd },
): { readonly born: Day; readonly arrival: Day } {
  // A story with something left undone began long enough ago for it.
  const latest = addDays(to, looseEnd === undefined ? -50 : -330);
  const arrival = arrivalDay(chance, from, latest);
  const fixed = looseEnd === undefined ? undefined : bornFor(looseEnd, to, chance.whole(20, 70));
  if (fixed !== undefined) return { born: fixed, arrival: fixed > arrival ? workingDay(addDays(fixed, 10)) : arrival };
  const years = chance.whole(0, looseEnd === undefined ? 15 : 9);
  return { born: addDays(birthdayOf(arrival, -years), -chance.whole(12, 350)), arrival };
}

/** How readily families come in each month. */
const SEASONS = [0.8, 0.9, 1, 0.9, 0.8, 0.5, 0.2, 0.5, 1, 1, 0.9, 0.4];

function arrivalDay(chance: Chance, from: Day, latest: Day): Day {
  for (;;) {
    const day = addWorkingDays(addDays(from, chance.whole(0, Math.max(0, daysBetween(from, latest)))), 0);
    if (chance.happens(SEASONS[Number(day.slice(5, 7)) - 1] ?? 1)) return day;
  }
}

/** Who holds the thread for a child, and another of the same centre. */
function pivotsOf({
  mark,
  centre,
  children,
  number,
}: {
  readonly mark: string;
  readonly centre: CentreTold;
  readonly children: number;
  readonly number: number;
}): readonly [Professional, Professional] {
  const people = Math.max(2, Math.ceil((children * 1.25) / PER_PIVOT));
  const one = (nth: number): Professional => {
    const place = nth % people;
    return professional(
      `pivot-${mark}-${centre.id}-${place + 1}`,
      PROFESSIONALS[(hashOf(centre.id) + place) % PROFESSIONALS.length],
    );
  };
  // By so many children as have one loose end among them: else one of two pivots would have them all.
  const place = Math.floor(number / LOOSE_EVERY);
  return [one(place), one(place + 1)];
}

const professional = (id: string, name = ''): Professional => ({ kind: 'professional', id, name });
