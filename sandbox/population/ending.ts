import { addDays, birthdayOf, type Day, workingDay } from './days.ts';
import type { Told } from './told.ts';

/** How and when a follow-up ends. */
export interface Ending {
  readonly day: Day;
  readonly how: 'achieved' | 'moved' | 'grown';
}

/** How the follow-up ends, where it does before the stories stop. */
export function endingOf(told: Pick<Told, 'chance' | 'to' | 'born'>, arrival: Day, agreed: Day): Ending | undefined {
  const { chance, to, born } = told;
  const grown = workingDay(addDays(birthdayOf(born, 18), -20));
  const drawn = chance.next();
  const moved = workingDay(addDays(agreed, chance.whole(60, 500)));
  const achieved = workingDay(addDays(arrival, chance.whole(250, 700)));
  const day = drawn < 0.08 ? moved : drawn < 0.4 ? achieved : to;
  if (grown < day) return grown < to ? { day: grown, how: 'grown' } : undefined;
  return day < to ? { day, how: drawn < 0.08 ? 'moved' : 'achieved' } : undefined;
}

/** Every five months, a meeting of all. */
export function reviewDays(told: Pick<Told, 'chance'>, agreed: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = agreed; ; ) {
    day = workingDay(addDays(day, told.chance.whole(140, 165)));
    if (day >= addDays(last, -10)) return days;
    days.push(day);
  }
}

/** Between meetings, every three months or so; fewer in the summer. */
export function callDays({ chance }: Pick<Told, 'chance'>, agreed: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = agreed; ; ) {
    day = workingDay(addDays(day, chance.whole(85, 115)));
    if (day >= last) return days.filter((it) => !/-0[78]-/.test(it) || chance.happens(0.5));
    days.push(day);
  }
}
