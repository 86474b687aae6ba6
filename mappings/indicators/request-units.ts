import { present } from '../concepts/present.ts';
import { EXTENSIONS } from '../domain/systems.ts';
import type { Day } from '../ledger/day.ts';
import type { FactTimes, NeedFact } from '../ledger/need-facts.ts';
import { placeOf } from '../ledger/traces.ts';
import {
  ACCEPTING,
  ANSWER_WORKING_DAYS,
  ANSWERS,
  PRIORITY_DAYS,
  TELL_FAMILY_WORKING_DAYS,
} from '../watch/request-rules.ts';
import { isSchoolDay, isWorkingDay, workingDaysAfter } from '../watch/work-calendar.ts';
import { type AskedFacts, type ChildFacts, type IndicatorScope, knownBefore } from './child-facts.ts';
import type { Quarter } from './quarter.ts';
import type { Counted, Unit } from './unit.ts';

/** Within so many days of a decline somebody else is asked. */
export const AGAIN_DAYS = 30;

/** One request at one recipient, as it was known when the quarter settled. */
interface AskedSeen extends AskedFacts {
  readonly sent?: Day;
  readonly answered?: Day;
  readonly accepted?: Day;
  readonly served?: Day;
  readonly ending?: Ending;
  readonly isTold: (since: Day) => boolean;
}

export interface Ending extends FactTimes {
  /** Withdrawn: by the family, or by the centre; that is no act of the recipient. */
  readonly how: 'completed' | 'declined' | 'failed' | 'withdrawn';
}

/** What a child’s requests add to a quarter: each in the quarter in which its own delay ran out, so that it is counted once, and whole. */
export function requestUnits(facts: ChildFacts, quarter: Quarter): readonly Unit[] {
  const { child, scope } = facts;
  const seen = facts.asked.map((asked) => askedSeen(asked, scope, quarter));
  return seen.flatMap((one) => {
    const unit = (counted: Counted, on: Day | undefined, more: Pick<Unit, 'marks' | 'amounts'>): readonly Unit[] =>
      on !== undefined && quarter.from <= on && on < quarter.to
        ? [{ counted, child, row: one.row, partner: one.partner, ...more }]
        : [];
    return [
      ...answerUnit(one, scope, unit),
      ...serviceUnit(one, scope, unit),
      ...endingUnits(one, facts, quarter, unit),
    ];
  });
}

type MakeUnit = (counted: Counted, on: Day | undefined, more: Pick<Unit, 'marks' | 'amounts'>) => readonly Unit[];

/** How it ended, as far as that was known; a recipient’s own end or one that the family or the centre chose. */
export function endingOf(
  { said, task, acts }: Pick<AskedFacts, 'said' | 'task' | 'acts'>,
  isKnown: (it: FactTimes) => boolean,
): Ending | undefined {
  const [end] = said
    .filter((fact) => fact.kind === 'let-go')
    .filter(isKnown)
    .sort((a, b) => a.happened - b.happened || a.known - b.known);
  if (end === undefined) return undefined;
  const { happened, known, how } = end;
  if (how === 'completed') return { happened, known, how };
  const isFamilys = task.statusReason?.coding?.[0]?.code?.startsWith('family-') === true;
  if (isFamilys) return { happened, known, how: 'withdrawn' };
  if (how === 'declined') return { happened, known, how };
  return { happened, known, how: acts.some(({ act }) => act === 'failed') ? 'failed' : 'withdrawn' };
}

function askedSeen(asked: AskedFacts, scope: IndicatorScope, { knownBefore: settled }: Quarter): AskedSeen {
  const isKnown = knownBefore(scope, settled);
  const acts = asked.acts.filter(isKnown);
  const ending = endingOf({ ...asked, acts }, isKnown);
  // A contact that came after it ended was given to another recipient of the same request.
  const beside = asked.beside.filter((it) => isKnown(it) && it.happened <= (ending?.happened ?? it.happened));
  const first = (days: readonly Day[]): Day | undefined => (days.length === 0 ? undefined : Math.min(...days));
  const said = (what: (act: string | undefined) => boolean) => acts.filter(({ act }) => what(act)).map(happenedOn);
  const met = (facts: readonly NeedFact[]) => facts.filter(({ kind }) => kind === 'contact').map(happenedOn);
  const listed = beside.filter(({ kind }) => kind === 'waitlisted').map(happenedOn);
  const days = {
    sent: first(said((act) => act === 'dispatched')),
    // Whoever meets the child, or puts them on a list, has answered.
    answered: first([...said((act) => ANSWERS.has(act)), ...met(beside), ...listed]),
    accepted: first([...said((act) => ACCEPTING.has(act)), ...listed]),
    served: first([...met(asked.said.filter(isKnown)), ...met(beside)]),
    ending,
  };
  return {
    ...asked,
    ...present(days),
    isTold: (since) => acts.some(({ act, happened }) => act === 'family-told' && happened >= since),
  };
}

const happenedOn = ({ happened }: FactTimes): Day => happened;

/** In the quarter in which the delay agreed with the partner ran out. */
function answerUnit({ sent, answered, ending, partner }: AskedSeen, scope: IndicatorScope, unit: MakeUnit) {
  if (sent === undefined) return [];
  const delays = scope.delaysOf(partner);
  const isWorked = (day: Day) => (delays?.isSchool ? isSchoolDay : isWorkingDay)(day, scope.province);
  const due = workingDaysAfter(sent, delays?.answerWorkingDays ?? ANSWER_WORKING_DAYS, isWorked);
  if (isWithdrawnBefore(ending, due, answered)) return [];
  return unit('answers', due, { marks: { inTime: isBy(answered, due) }, amounts: { days: lasted(sent, answered) } });
}

/** In the quarter in which the priority that the CLSC gave, or the partner’s usual delay, ran out. */
function serviceUnit({ accepted, served, ending, partner, task }: AskedSeen, scope: IndicatorScope, unit: MakeUnit) {
  const priority = task.extension?.find(({ url }) => url === EXTENSIONS.receiverPriority)?.valueCode;
  const days = PRIORITY_DAYS[priority ?? ''] ?? scope.delaysOf(partner)?.firstServiceDays;
  if (accepted === undefined || days === undefined) return [];
  const due = accepted + days;
  if (isWithdrawnBefore(ending, due, served)) return [];
  return unit('first-services', due, {
    marks: { inTime: isBy(served, due) },
    amounts: { days: lasted(accepted, served) },
  });
}

const isBy = (day: Day | undefined, due: Day): boolean => day !== undefined && day <= due;

const lasted = (from: Day, to: Day | undefined): number =>
  to === undefined ? Number.POSITIVE_INFINITY : Math.max(0, to - from);

/** The family or the centre ended it before the recipient had to do anything: that is nobody’s delay. */
const isWithdrawnBefore = (ending: Ending | undefined, due: Day, done: Day | undefined): boolean =>
  ending?.how === 'withdrawn' && ending.happened <= due && !isBy(done, ending.happened);

function endingUnits(one: AskedSeen, facts: ChildFacts, quarter: Quarter, unit: MakeUnit): readonly Unit[] {
  const { ending, sent } = one;
  if (ending === undefined || ending.how === 'withdrawn') return [];
  const { happened: on, known, how } = ending;
  const { localDay, province } = facts.scope;
  const toTell = workingDaysAfter(localDay(known), TELL_FAMILY_WORKING_DAYS, (day) => isWorkingDay(day, province));
  const goesOn = how === 'declined' && isAskedAgain(one, on, quarter.to, facts, quarter);
  return [
    ...(goesOn ? [] : unit('endings', toTell, { marks: { told: one.isTold(on) } })),
    ...(how === 'completed' && sent !== undefined
      ? unit('completions', on, { amounts: { days: lasted(sent, on) } })
      : []),
    ...(how === 'declined'
      ? unit('declines', on + AGAIN_DAYS, {
          marks: { again: isAskedAgain(one, on, on + AGAIN_DAYS + 1, facts, quarter) },
        })
      : []),
  ];
}

/** Somebody else was asked, from that day and before another, for the same request or for a goal that it served. */
function isAskedAgain(
  declined: AskedFacts,
  from: Day,
  to: Day,
  { asked, scope, traces }: ChildFacts,
  { knownBefore: settled }: Quarter,
): boolean {
  return asked.some(({ task, request, goals }) => {
    const on = scope.localDay(Date.parse(task.authoredOn ?? ''));
    const written = traces.of(placeOf(task))[0];
    const isSame =
      placeOf(request) === placeOf(declined.request) || goals.some((goal) => declined.goals.includes(goal));
    return (
      placeOf(task) !== placeOf(declined.task) &&
      isSame &&
      from <= on &&
      on < to &&
      (written === undefined || knownBefore(scope, settled)(written))
    );
  });
}
