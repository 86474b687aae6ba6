import { CONSENTED, LEANS_ON_CONSENT } from './basis-acts.ts';
import { type Course, cutByMove, goodCourse, lastOf } from './course.ts';
import { addDays, addWorkingDays, ageOn, type Day, daysBetween, workingDay } from './days.ts';
import type { Ending } from './ending.ts';
import { type LooseEnd, looseRequest } from './loose-ends.ts';
import type { Need } from './need.ts';
import { NEEDS } from './needs.ts';
import type { Goal } from './plan-acts.ts';
import type { Request } from './request-acts.ts';
import type { Told } from './told.ts';

/** What is agreed and asked in one story. */
export interface AskedFor {
  readonly goals: readonly Goal[];
  readonly requests: readonly Request[];
}

/** Between which days, and how the story goes. */
export interface Span {
  /** The day on which the first plan is agreed. */
  readonly agreed: Day;
  readonly reviews: readonly Day[];
  readonly last: Day;
  readonly ending?: Ending;
  readonly looseEnd?: LooseEnd;
}

/** What a follow-up must leave for what is asked to end before it does. */
const LEAST_DAYS = 60;

/** What was agreed and asked, when, and what became of it. */
export function askedFor(told: Told, span: Span): AskedFor {
  const kept = asWished(told, span);
  const { looseEnd } = span;
  return looseEnd === undefined ? kept : withLooseEnd(told, kept, looseEnd);
}

/** At the first plan and at some of the reviews: each a need that is not spoken of yet. */
function asWished(told: Told, { agreed, reviews, last, ending }: Span): AskedFor {
  const { chance } = told;
  const days = [agreed, ...(chance.happens(0.3) ? [agreed] : []), ...reviews.filter(() => chance.happens(0.3))];
  return days.reduce<AskedFor>((before, day) => {
    const need = needFor(told, day, before);
    const isTooLate = ending !== undefined && ending.how !== 'moved' && daysBetween(day, last) < LEAST_DAYS;
    if (need === undefined || isTooLate) return before;
    const course = goodCourse(chance, need, addWorkingDays(addDays(day, 1), chance.whole(0, 2)));
    return withNeed(told, before, {
      need,
      agreedOn: day,
      course: ending === undefined ? course : cutByMove(course, last),
    });
  }, NOTHING);
}

const NOTHING: AskedFor = { goals: [], requests: [] };

/** And what was left undone, if it shows in a need or a request. */
function withLooseEnd(told: Told, before: AskedFor, looseEnd: LooseEnd): AskedFor {
  const { to, chance } = told;
  if (looseEnd === 'need-nobody-was-asked') {
    const need = needFor(told, to, before);
    return need === undefined ? before : withNeed(told, before, { need, agreedOn: workingDay(addDays(to, -60)) });
  }
  const loose = looseRequest(looseEnd, to);
  if (loose === undefined) return before;
  const isMeant = (need: Need): boolean =>
    looseEnd === 'programme-outgrown'
      ? isSippe(need)
      : need.asked.kind === loose.kind &&
        !isSippe(need) &&
        fits(told, need, loose.course.asked) &&
        (!LEANS_ON_CONSENT.has(looseEnd) || need.partners[told.province][0] === CONSENTED[told.province]);
  const [need] = chance.shuffled(NEEDS.filter((it) => isMeant(it) && isFree(it, before)));
  if (need === undefined) return before;
  // Agreed first: a closed fortnight may lie between.
  const agreedOn = workingDay(addDays(loose.course.asked, -14));
  const asked = looseEnd === 'answers-contradict' ? { ...need, partners: WITH_SYSTEM } : need;
  return withNeed(told, before, { need: asked, agreedOn, course: loose.course });
}

/** The one partner of the stories that says by itself where things stand. */
const WITH_SYSTEM: Need['partners'] = { qc: ['clsc-de-la-rive'], on: [] };

function withNeed(
  told: Told,
  { goals, requests }: AskedFor,
  { need, agreedOn, course }: { readonly need: Need; readonly agreedOn: Day; readonly course?: Course },
): AskedFor {
  const goal = `but-${need.name}`;
  const ended = course === undefined ? undefined : endOf(course);
  return {
    goals: [...goals, { id: goal, need, agreedOn, ...(ended !== undefined && { ended }) }],
    requests: course === undefined ? requests : [...requests, { id: told.own(need.name), need, goal, course }],
  };
}

const isFree = (need: Need, { goals }: AskedFor): boolean => goals.every((goal) => goal.need !== need);
const isSippe = ({ name }: Need): boolean => name === 'sippe';

/** A need of a child of that age that can be asked of somebody here and now. */
function needFor(told: Told, day: Day, before: AskedFor): Need | undefined {
  const fitting = NEEDS.filter((need) => isFree(need, before) && fits(told, need, day));
  return fitting.length === 0 ? undefined : told.chance.one(fitting);
}

function fits({ born, province }: Told, { ages: [first, last], season, partners }: Need, day: Day): boolean {
  const age = ageOn(born, day);
  const month = Number(day.slice(5, 7));
  const isOffered =
    season === 'all-year' || (season === 'summer' ? month >= 3 && month <= 5 : month >= 8 || month <= 3);
  return age >= first && age <= last && isOffered && partners[province].length > 0;
}

/** When a need ended with its last request; undefined while it goes on. */
function endOf(course: Course): Goal['ended'] {
  const { ended, familyEnded } = lastOf(course);
  if (ended !== undefined) return { on: ended.on, status: 'completed' };
  return familyEnded === undefined ? undefined : { on: familyEnded.on, status: 'cancelled' };
}
