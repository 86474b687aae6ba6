import type { Course } from './course.ts';
import { addDays, addWorkingDays, type Day, workingDay, yearsBefore } from './days.ts';
import type { Asked } from './need.ts';

/** What is not as it should be, on the day on which the stories stop: one thing for each rule that somebody watches by. */
export const LOOSE_ENDS = [
  'silent',
  'waiting-too-long',
  'on-hold-undated',
  'declined-nothing-proposed',
  'done-without-outcome',
  'not-evaluated',
  'family-not-told',
  'nobody-to-go-along',
  'never-sent',
  'need-nobody-was-asked',
  'basis-ends-soon',
  'turns-fourteen',
  'turns-eighteen',
  'programme-outgrown',
  'guardianship-ends',
  'answers-contradict',
  'corrected-not-told',
] as const;

export type LooseEnd = (typeof LOOSE_ENDS)[number];

/** The request in which it shows: of which kind of partner, and how far it went. */
export interface LooseRequest {
  readonly kind: Asked['kind'];
  readonly course: Course;
}

/** The request that was left so, told back from the day on which the stories stop; undefined where it shows in no request. */
export function looseRequest(end: LooseEnd, to: Day): LooseRequest | undefined {
  const back = (days: number): Day => workingDay(addDays(to, -days));
  const sent = (days: number) => ({ asked: back(days), sent: addWorkingDays(back(days), 1) });
  const accepted = (days: number) => ({
    ...sent(days),
    answered: { on: addWorkingDays(back(days), 4), what: 'accepted' as const },
  });
  const served = (days: number, startedBack: number) => ({
    ...accepted(days),
    scheduled: { on: addWorkingDays(back(days), 4), start: back(startedBack), accompanied: true },
    started: back(startedBack),
  });
  switch (end) {
    case 'silent':
      return { kind: 'service', course: sent(35) };
    case 'waiting-too-long':
      return {
        kind: 'service',
        course: { ...sent(120), answered: { on: back(113), what: 'waitlisted', priority: 'P3' } },
      };
    case 'on-hold-undated':
      return { kind: 'service', course: { ...sent(60), answered: { on: back(53), what: 'awaiting-information' } } };
    case 'declined-nothing-proposed':
      return { kind: 'service', course: { ...sent(40), answered: { on: back(33), what: 'declined', reason: 'full' } } };
    case 'done-without-outcome':
      return {
        kind: 'service',
        course: { ...served(150, 130), ended: { on: back(30), outcome: false }, told: addWorkingDays(back(30), 2) },
      };
    case 'not-evaluated':
      return {
        kind: 'social',
        course: { ...served(190, 170), ended: { on: back(50), outcome: true }, told: addWorkingDays(back(50), 2) },
      };
    case 'family-not-told':
      return { kind: 'service', course: { ...served(150, 130), ended: { on: back(21), outcome: true } } };
    case 'nobody-to-go-along':
      return {
        kind: 'service',
        course: { ...accepted(25), scheduled: { on: back(14), start: addDays(to, 1), accompanied: false } },
      };
    case 'answers-contradict':
      return { kind: 'service', course: { ...accepted(30), deniedBySystem: back(4) } };
    case 'never-sent':
      return { kind: 'service', course: { asked: back(15) } };
    case 'basis-ends-soon':
    case 'guardianship-ends':
    case 'corrected-not-told':
    // Whoever turns 18 with nothing under way has nobody to be handed over to.
    case 'turns-eighteen':
    case 'programme-outgrown':
      return { kind: 'service', course: served(300, 280) };
    default:
      return undefined;
  }
}

/** When a child was born for whom this comes in the weeks after; undefined where age plays no part. */
export function bornFor(end: LooseEnd, to: Day, inDays: number): Day | undefined {
  const [year = 0] = to.split('-').map(Number);
  const turning = (age: number): Day => yearsBefore(addDays(to, inDays), age);
  if (end === 'turns-fourteen') return turning(14);
  if (end === 'turns-eighteen') return turning(18);
  if (end !== 'programme-outgrown') return undefined;
  // School begins in September for those who are five by the end of that month: this year's, begun or just ahead.
  const entry = to.slice(5) >= '05-15' ? year : year - 1;
  return addDays(`${entry - 5}-03-01`, inDays);
}
