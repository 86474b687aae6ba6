import type { Consent, SafeContact, Who } from '../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { localDateTime } from '../partners/local-time.ts';
import type { Chance } from '../seeded.ts';
import type { Act } from './acts.ts';
import { addWorkingDays, type Day, minutesAfter, officeMoment } from './days.ts';

export type Professional = Who & { readonly kind: 'professional' };

/** Of whom a story tells, and what holds for all of it. */
export interface Told {
  readonly chance: Chance;
  readonly centre: string;
  /** The child's number at the centre. */
  readonly child: string;
  readonly born: Day;
  readonly given: string;
  readonly language: keyof Bilingual;
  readonly province: 'qc' | 'on';
  readonly regime: Consent['regime'];
  /** Who holds the thread on that day. */
  readonly pivot: (day: Day) => Professional;
  readonly doctor: Professional;
  readonly guardian: Who & { readonly kind: 'member' };
  readonly safeContact: SafeContact;
  readonly circle: string;
  readonly plan: string;
  /** From this day on nothing has happened yet. */
  readonly to: Day;
  /** An identifier of this child. */
  readonly own: (name: string) => string;
}

type Deed = Act extends infer A ? (A extends Act ? Omit<A, 'knownAt'> : never) : never;

/** Acts in a row: none happens before the one before it, and none is known before it. */
export interface Thread {
  /** Writes down what happened that day, made from its moment. `late`: how often, from 0 to 1, it is written down only days after. */
  add(day: Day, deed: (happenedAt: string) => Deed, late?: number): void;
  readonly acts: () => readonly Act[];
}

/** A row of acts; moments are drawn in office hours. */
export function thread(chance: Chance): Thread {
  const acts: Act[] = [];
  let happened = '';
  let known = '';
  return {
    add(day, deed, late = 0) {
      const drawn = officeMoment(chance, day);
      const isBehind = happened !== '' && Date.parse(drawn) <= Date.parse(happened);
      happened = isBehind ? localDateTime(new Date(minutesAfter(happened, 5))).replace('.000', '') : drawn;
      const soon = minutesAfter(happened, chance.whole(5, 90));
      const later = chance.happens(late)
        ? minutesAfter(officeMoment(chance, addWorkingDays(happened.slice(0, 10), chance.whole(2, 12))), 0)
        : soon;
      known = known === '' || known < later ? later : minutesAfter(known, 1);
      acts.push({ ...deed(happened), knownAt: known });
    },
    acts: () => acts,
  };
}

/** In the language of the family. */
export const say = ({ language }: Pick<Told, 'language'>, words: Bilingual): string => words[language];
