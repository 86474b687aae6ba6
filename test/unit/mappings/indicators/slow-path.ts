import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Act, Life } from '../../../../sandbox/population/acts.ts';
import { POPULATION_PARTNERS } from '../../../../sandbox/population/seed-sandbox.ts';

/**
 * The indicators of requests, ratings and readings counted a second time: plain loops over what the stories tell, written from the
 * definitions of docs/indicators.md, with calendars written out by hand. Nothing here comes from the code that is tried.
 */
export interface Tally {
  readonly counted: string;
  readonly child: string;
  readonly row: string;
  readonly mark?: boolean;
  readonly amount?: number;
}

/** Of 2024 and 2025: N-1.1 s. 60 and F-1.1 (Good Friday and Easter Monday both off); ESA 2000 s. 1 (1). */
const HOLIDAYS = {
  qc: [
    ...['2024-01-01', '2024-03-29', '2024-04-01', '2024-05-20', '2024-06-24', '2024-07-01', '2024-09-02', '2024-10-14'],
    ...['2024-12-25', '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-19', '2025-06-24', '2025-07-01', '2025-09-01'],
    ...['2025-10-13', '2025-12-25', '2026-01-01'],
  ],
  on: [
    ...['2024-01-01', '2024-02-19', '2024-03-29', '2024-05-20', '2024-07-01', '2024-09-02', '2024-10-14', '2024-12-25'],
    ...['2024-12-26', '2025-01-01', '2025-02-17', '2025-04-18', '2025-05-19', '2025-07-01', '2025-09-01', '2025-10-13'],
    ...['2025-12-25', '2025-12-26', '2026-01-01'],
  ],
} as const;
const PRIORITIES: Readonly<Record<string, number>> = { P1: 2, P2: 10, P3: 30, P4: 90 };
const IS_ANSWER = [
  'accepted',
  'declined',
  'waitlisted',
  'scheduled',
  'started',
  'awaiting-information',
  'completed',
  'failed',
];
const PARTNERS: readonly {
  id: string;
  kind: string;
  delays?: { answerWorkingDays?: number; firstServiceDays?: number };
}[] = parse(readFileSync(POPULATION_PARTNERS, 'utf8'), { merge: true }).partners;

export interface SlowScope {
  readonly from: string;
  /** Last day of the quarter. */
  readonly last: string;
  /** What became known on this day or later is not counted. */
  readonly knownBefore: string;
}

/** One request at one recipient, as the acts tell it. */
interface AtOne {
  readonly request: string;
  readonly recipient: string;
  readonly row: string;
  readonly goals: readonly string[];
  readonly asked: string;
  readonly acts: readonly { what: string; day: string; known: string; priority?: string; reason?: string }[];
  readonly met: readonly string[];
}

export function slowTallies(life: Life, scope: SlowScope): readonly Tally[] {
  const { from, last, knownBefore } = scope;
  const province = life.centre === 'vanier' ? 'on' : 'qc';
  const acts = life.acts.filter(({ knownAt }) => localDate(knownAt) < knownBefore);
  const tallies: Tally[] = [];
  const add = (counted: string, day: string, row: string, more: Partial<Tally>): void => {
    if (day >= from && day <= last) tallies.push({ counted, child: life.id, row, ...more });
  };
  const all = requestsIn(life, acts);
  for (const one of all) {
    const { row, met } = one;
    const partner = PARTNERS.find(({ id }) => id === one.recipient);
    const firstOf = (words: readonly string[]): string | undefined =>
      one.acts
        .filter(({ what }) => words.includes(what))
        .map(({ day }) => day)
        .sort()[0];
    const sent = firstOf(['dispatch']);
    const familys = one.acts.find(({ what }) => what === 'family-ended');
    const declined = one.acts.find(({ what }) => what === 'declined');
    const completed = one.acts.find(({ what }) => what === 'completed');
    const first = (...days: readonly (string | undefined)[]): string | undefined =>
      days.filter((day) => day !== undefined).sort()[0];

    if (sent !== undefined) {
      let due = sent;
      for (let left = partner?.delays?.answerWorkingDays ?? 5; left > 0; ) {
        due = plus(due, 1);
        if (isWorked(due, province, partner?.kind === 'school')) left -= 1;
      }
      const answered = first(firstOf(IS_ANSWER), ...met);
      const isGone =
        familys !== undefined && familys.day <= due && !(answered !== undefined && answered <= familys.day);
      if (!isGone)
        add('answers', due, row, {
          mark: answered !== undefined && answered <= due,
          amount: answered === undefined ? Infinity : between(sent, answered),
        });
    }

    const accepted = firstOf(['accepted', 'waitlisted', 'scheduled']);
    const priority = one.acts.filter((it) => it.priority !== undefined).at(-1)?.priority;
    const days = PRIORITIES[priority ?? ''] ?? partner?.delays?.firstServiceDays;
    if (accepted !== undefined && days !== undefined) {
      const due = plus(accepted, days);
      const served = first(firstOf(['started', 'completed']), ...met);
      const isGone = familys !== undefined && familys.day <= due && !(served !== undefined && served <= familys.day);
      if (!isGone)
        add('first-services', due, row, {
          mark: served !== undefined && served <= due,
          amount: served === undefined ? Infinity : Math.max(0, between(accepted, served)),
        });
    }

    if (completed !== undefined && sent !== undefined)
      add('completions', completed.day, row, { amount: between(sent, completed.day) });

    const end = completed ?? declined;
    const askedElsewhere = (until: string): boolean =>
      declined !== undefined &&
      all.some(
        (other) =>
          other !== one &&
          (other.request === one.request || other.goals.some((goal) => one.goals.includes(goal))) &&
          other.asked >= declined.day &&
          other.asked <= until,
      );
    if (end !== undefined && !(completed === undefined && askedElsewhere(last))) {
      let due = end.known;
      for (let left = 5; left > 0; ) {
        due = plus(due, 1);
        if (isWorked(due, province, false)) left -= 1;
      }
      add('endings', due, row, {
        mark: one.acts.some(({ what, day }) => what === 'family-told' && day >= end.day),
      });
    }
    if (completed === undefined && declined !== undefined) {
      const until = plus(declined.day, 30);
      add('declines', until, row, { mark: askedElsewhere(until) });
    }
    if (row === 'social-prescription' && completed !== undefined) {
      const until = plus(completed.day, 30);
      add('prescriptions', until, row, {
        mark: acts.some(
          (act) =>
            act.act === 'put' &&
            act.concept === 'outcome-evaluation' &&
            act.body.request === one.request &&
            dayOf(act.body.happenedAt) <= until,
        ),
      });
    }
  }
  for (const act of acts) {
    if (act.act !== 'put' || act.concept !== 'outcome-evaluation') continue;
    const asking = acts.findLast(
      (it) => it.act === 'put' && it.concept === 'social-prescription' && it.id === act.body.request,
    );
    if (asking?.act !== 'put' || asking.concept !== 'social-prescription') continue;
    for (const after of act.body.ratings) {
      const before = asking.body.ratingsBefore?.find(({ factor }) => factor === after.factor);
      if (before === undefined) continue;
      add(`change-${after.factor}`, dayOf(act.body.happenedAt), 'social-prescription', {
        amount: after.rating - before.rating,
      });
    }
  }
  for (const reading of readingsIn(acts)) {
    const due = sixMonthsAfter(reading);
    const isRead = readingsIn(acts).some((day) => day > reading && day <= due);
    let stands = false;
    for (const act of acts)
      if (act.act === 'put' && act.concept === 'action-plan' && dayOf(act.body.happenedAt) <= due)
        stands = act.body.status === 'active';
    if (isRead || stands) add('readings', due, 'centre', { mark: isRead });
  }
  return tallies;
}

function requestsIn(life: Life, acts: readonly Act[]): readonly AtOne[] {
  const found = new Map<string, AtOne>();
  for (const act of acts) {
    if (act.act !== 'put') continue;
    if (act.concept !== 'service-referral' && act.concept !== 'social-prescription' && act.concept !== 'legal-referral')
      continue;
    const { recipient = '', goals = [], happenedAt } = act.body;
    const row = act.concept === 'service-referral' ? act.body.programme : act.concept;
    if (found.has(`${act.id}|${recipient}`)) continue;
    const said: AtOne['acts'][number][] = [];
    const met: string[] = [];
    for (const it of acts) {
      const known = localDate(it.knownAt);
      if (it.act === 'dispatch' && it.request === act.id && it.body.recipient === recipient)
        said.push({ what: 'dispatch', day: dayOf(it.body.happenedAt), known });
      if (it.act === 'answer' && it.request === act.id && it.body.recipient === recipient) {
        const { what, happenedAt: at, priority, reason } = it.body;
        said.push({
          what,
          day: dayOf(at),
          known,
          ...(priority !== undefined && { priority }),
          ...(reason !== undefined && { reason }),
        });
      }
      if (it.act !== 'put') continue;
      if (it.concept === 'contact' && it.body.request === act.id) met.push(dayOf(it.body.happenedAt));
      if (it.concept === 'appointment' && it.body.request === act.id && it.body.partner === recipient)
        if (it.body.status === 'fulfilled') met.push(dayOf(it.body.start ?? ''));
      if (it.concept === 'enrolment' && it.body.request === act.id && it.body.partner === recipient)
        met.push(dayOf(it.body.period?.start ?? ''));
    }
    const end = said.find(({ what }) => ['declined', 'completed', 'family-ended'].includes(what))?.day ?? '9999';
    found.set(`${act.id}|${recipient}`, {
      request: act.id,
      recipient,
      row,
      goals,
      asked: dayOf(happenedAt),
      acts: said,
      met: met.filter((day) => day <= end),
    });
  }
  void life;
  return [...found.values()];
}

const readingsIn = (acts: readonly Act[]): readonly string[] => [
  ...new Set(
    acts.flatMap((act) =>
      act.act === 'put' && act.concept === 'shared-assessment' ? [dayOf(act.body.happenedAt)] : [],
    ),
  ),
];

/** Stories are told in local time, with its offset: the day stands in the text. */
const dayOf = (moment: string): string => (moment.endsWith('Z') ? localDate(moment) : moment.slice(0, 10));

const localDate = (instant: string): string =>
  new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'America/Toronto' });

function plus(day: string, count: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

const between = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);

function sixMonthsAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  const there = new Date(Date.UTC(year, month - 1 + 6, Math.min(date, lastDate)));
  return there.toISOString().slice(0, 10);
}

function isWorked(day: string, province: 'qc' | 'on', isSchool: boolean): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if ((HOLIDAYS[province] as readonly string[]).includes(day)) return false;
  const date = day.slice(5);
  return !isSchool || !((date >= '06-24' && date <= '08-31') || date >= '12-23' || date <= '01-05');
}
