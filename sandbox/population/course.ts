import type { Answer } from '../../mappings/domain/concepts.ts';
import type { Chance } from '../seeded.ts';
import { addDays, addWorkingDays, type Day, daysBetween, earlierOf, workingDay } from './days.ts';
import type { Need } from './need.ts';

/** What becomes of one request at one partner: the days on which something happens, as far as it goes. */
export interface Course {
  readonly asked: Day;
  readonly sent?: Day;
  readonly acknowledged?: Day;
  readonly answered?: {
    readonly on: Day;
    readonly what: 'accepted' | 'waitlisted' | 'declined' | 'awaiting-information';
    readonly priority?: NonNullable<Answer['priority']>;
    readonly reason?: NonNullable<Answer['reason']>;
  };
  readonly scheduled?: { readonly on: Day; readonly start: Day; readonly accompanied: boolean };
  readonly started?: Day;
  readonly ended?: { readonly on: Day; readonly outcome: boolean };
  readonly evaluated?: Day;
  /** When the family was told how it ended. */
  readonly told?: Day;
  /** When the partner’s system says that it was declined, whatever somebody there had said on the telephone. */
  readonly deniedBySystem?: Day;
  readonly familyEnded?: { readonly on: Day; readonly reason: NonNullable<Answer['reason']> };
  /** After a refusal: of whom it is asked next. */
  readonly next?: Course;
}

/** Within how many days the first service is given (MSSS 7.03, 7.04). */
const PRIORITIES = { P2: 10, P3: 30, P4: 90 } as const;

/**
 * A course in which everybody does what they have agreed to do, in time: it ends well, is declined and then accepted elsewhere, or the family
 * does not want it any more. Cut on any day, nothing in it is late.
 */
export function goodCourse(chance: Chance, need: Need, asked: Day): Course {
  const drawn = chance.next();
  if (drawn < 0.12) return endedByFamily(chance, need, asked);
  const others = need.partners.qc.length > 1;
  if (drawn < 0.24 && others) return declinedThenAccepted(chance, need, asked);
  return goodEnding(chance, need, asked);
}

function goodEnding(chance: Chance, need: Need, asked: Day): Course {
  const course = accepted(chance, need, asked);
  const started = course.scheduled?.start ?? asked;
  const on = endOf(chance, need, started);
  return {
    ...course,
    started,
    ended: { on, outcome: true },
    ...(need.asked.kind === 'social' && { evaluated: addWorkingDays(on, chance.whole(0, 2)) }),
    told: addWorkingDays(on, chance.whole(2, 4)),
  };
}

/** Asked, sent, accepted within five working days, and a date given that keeps the delay. */
function accepted(chance: Chance, need: Need, asked: Day): Course {
  const sent = addWorkingDays(asked, chance.whole(0, 1));
  const on = addWorkingDays(sent, chance.whole(2, 4));
  const isPublic = need.asked.kind === 'service' && need.asked.programme !== 'hospital';
  const priority = isPublic ? chance.one(['P2', 'P3', 'P3', 'P4', 'P4'] as const) : undefined;
  const delay = priority === undefined ? 30 : PRIORITIES[priority];
  const start = startOf(chance, need, on, delay);
  const waits = daysBetween(on, start);
  return {
    asked,
    sent,
    ...(chance.happens(0.4) && { acknowledged: addWorkingDays(sent, 1) }),
    answered: { on, what: waits > 14 ? 'waitlisted' : 'accepted', ...(priority !== undefined && { priority }) },
    // What keeps to a season says at once when it begins.
    scheduled: {
      on: need.season === 'all-year' && waits > 10 ? workingDay(addDays(start, -7)) : on,
      start,
      accompanied: true,
    },
  };
}

/** The first day of the service: within the delay, but what keeps to a season begins with it. */
function startOf(chance: Chance, { season }: Need, answered: Day, delay: number): Day {
  const month = Number(answered.slice(5, 7));
  if (season === 'summer')
    return workingDay(`${answered.slice(0, 4)}-07-${String(chance.whole(4, 20)).padStart(2, '0')}`);
  if (season === 'school-year' && month >= 6 && month <= 8)
    return workingDay(`${answered.slice(0, 4)}-09-${String(chance.whole(8, 24)).padStart(2, '0')}`);
  return workingDay(addDays(answered, chance.whole(2, Math.max(3, Math.floor(delay * 0.9) - 4))));
}

/** The last day of the service; a school year ends in June. */
function endOf(chance: Chance, { season, lasts: [least, most] }: Need, started: Day): Day {
  const on = workingDay(addDays(started, chance.whole(least, most)));
  if (season !== 'school-year') return on;
  const year = Number(started.slice(0, 4)) + (started.slice(5) > '06-12' ? 1 : 0);
  return earlierOf(on, workingDay(`${year}-06-12`));
}

function declinedThenAccepted(chance: Chance, need: Need, asked: Day): Course {
  const sent = addWorkingDays(asked, chance.whole(0, 1));
  const on = addWorkingDays(sent, chance.whole(1, 4));
  const told = addWorkingDays(on, 1);
  return {
    asked,
    sent,
    answered: {
      on,
      what: 'declined',
      reason: chance.one(['full', 'full', 'out-of-territory', 'wrong-service'] as const),
    },
    told,
    next: goodEnding(chance, need, addWorkingDays(told, 1)),
  };
}

function endedByFamily(chance: Chance, need: Need, asked: Day): Course {
  const { scheduled: _never, ...course } = accepted(chance, need, asked);
  const on = addWorkingDays(course.answered?.on ?? asked, chance.whole(1, 4));
  const reason = chance.one(['family-not-wanted', 'family-not-now', 'family-prefers-another'] as const);
  return { ...course, familyEnded: { on, reason } };
}

/** The same course for a family that moves away that day: what was still open ends with them. */
export function cutByMove(course: Course, on: Day): Course {
  const { asked, sent, acknowledged, answered, scheduled, started, ended, evaluated, told, familyEnded, next } = course;
  const ending = told ?? familyEnded?.on;
  if (ending !== undefined && ending < on)
    return next === undefined || next.asked >= on ? onlyHere(course) : { ...course, next: cutByMove(next, on) };
  return {
    asked,
    ...(sent !== undefined && sent < on && { sent }),
    ...(acknowledged !== undefined && acknowledged < on && { acknowledged }),
    ...(answered !== undefined && answered.on < on && { answered }),
    ...(scheduled !== undefined && scheduled.start < on && { scheduled }),
    ...(started !== undefined && started < on && { started }),
    ...(ended !== undefined && ended.on < on
      ? { ended, told: on, ...(evaluated !== undefined && evaluated < on && { evaluated }) }
      : { familyEnded: { on, reason: 'family-moved' } }),
  };
}

const onlyHere = ({ next: _next, ...course }: Course): Course => course;

/** The last partner of whom it was asked. */
export const lastOf = (course: Course): Course => (course.next === undefined ? course : lastOf(course.next));
