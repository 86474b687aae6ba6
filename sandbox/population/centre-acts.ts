import type { Bilingual } from '../../profiles/codes.ts';
import type { Act } from './acts.ts';
import type { AskedFor, Span } from './asked-for.ts';
import { writeBasis } from './basis-acts.ts';
import type { Character } from './character.ts';
import { addDays, addWorkingDays, type Day, workingDay } from './days.ts';
import { callDays } from './ending.ts';
import { writeCircle, writeContact, writeFollowUp, writeHandOver, writeReading } from './follow-up-acts.ts';
import { writePlan } from './plan-acts.ts';
import { type Told, thread } from './told.ts';

type Happening = readonly [Day, () => void];

/** What the centre itself does: the circle, meetings, readings, the plan, day by day. */
export function centreActs(
  character: Character,
  told: Told,
  span: Span & Pick<AskedFor, 'goals'> & { readonly handOver: Day | undefined },
): readonly Act[] {
  const { arrival, street, pivot, earlier, looseEnd } = character;
  const { agreed, reviews, last, ending, handOver, goals } = span;
  const { chance, to } = told;
  const book = centreBook(character, told, span);
  const moves = chance.happens(0.15) ? workingDay(addDays(arrival, chance.whole(60, 700))) : undefined;
  const endsTold = goals.flatMap(({ ended }) =>
    ended === undefined ? [] : addWorkingDays(ended.on, chance.whole(0, 3)),
  );
  // Nothing is written as a plan before the first reading: what was agreed earlier stands in the plan that follows it.
  const rewritten = [...new Set([...goals.map(({ agreedOn }) => agreedOn), ...endsTold])];
  const happenings: readonly Happening[] = [
    [arrival, () => book.opened(arrival, chance.one(['meeting', 'visit']))],
    [agreed, () => book.reviewed(agreed)],
    ...reviews.map((day): Happening => [day, () => book.reviewed(day)]),
    ...rewritten
      .filter((day) => day > agreed && !reviews.includes(day) && day < last)
      .map((day): Happening => [day, () => book.plan(day)]),
    ...callDays(told, agreed, last).map((day): Happening => [day, () => book.called(day)]),
    ...before(last, handOver, (day) => book.handedOver(day, { from: earlier, to: pivot })),
    ...before(last, moves, (day) => book.moved(day, street)),
    ...(looseEnd === 'corrected-not-told'
      ? before(last, workingDay(addDays(to, -CORRECTED_DAYS)), (day) => book.corrected(day))
      : []),
    ...(ending === undefined ? [] : [[ending.day, () => book.closed(ending.day, ending.how)] as const]),
  ];
  for (const [day, happen] of happenings.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
    if (day < to) happen();
  return book.acts();
}

const before = (last: Day, day: Day | undefined, happen: (day: Day) => void): readonly Happening[] =>
  day === undefined || day >= last ? [] : [[day, () => happen(day)]];

/** The centre's own writings about a child, each the next version or the next of its kind. */
function centreBook({ child, members, arrival, looseEnd }: Character, told: Told, { goals }: Pick<AskedFor, 'goals'>) {
  const row = thread(told.chance);
  // A call that is written down late makes nothing else late.
  const calls = thread(told.chance);
  let [circles, plans, readings, contacts] = [0, 0, 0, 0];
  let home = looseEnd === 'corrected-not-told' ? misheard(child) : child;
  const circle = (day: Day, until: { readonly until?: Day } = {}): void =>
    writeCircle(told, row, { version: ++circles, day, child: home, members, since: arrival, ...until });
  const plan = (day: Day, status: 'active' | 'completed' = 'active'): void =>
    writePlan(told, row, {
      version: ++plans,
      day,
      goals,
      assessment: told.own(`lecture-${readings}`),
      status,
      goesAlong: looseEnd === 'nobody-to-go-along',
    });
  const met = (day: Day, kind: 'meeting' | 'visit' | 'call', about: Bilingual): string => {
    const id = told.own(`rencontre-${++contacts}`);
    writeContact(told, kind === 'call' ? calls : row, { id, day, kind, about, late: kind === 'call' ? 0.15 : 0 });
    return id;
  };
  return {
    plan,
    opened(day: Day, kind: 'meeting' | 'visit'): void {
      circle(day);
      writeFollowUp(told, row, { day, since: arrival });
      met(day, kind, ABOUT.first);
      writeBasis(told, row, { day, ...(looseEnd !== undefined && { looseEnd }) });
    },
    reviewed(day: Day): void {
      const meeting = met(day, 'meeting', ABOUT.reading);
      writeReading(told, row, { nth: ++readings, day, meeting });
      plan(day);
    },
    called: (day: Day): void => void met(day, 'call', ABOUT.call),
    handedOver(day: Day, who: Pick<Parameters<typeof writeHandOver>[2], 'from' | 'to'>): void {
      writeHandOver(told, row, { day, ...who });
      circle(day);
    },
    moved(day: Day, street: string): void {
      home = { ...home, address: { ...home.address, lines: [street] } };
      circle(day);
    },
    corrected(day: Day): void {
      home = { ...home, name: child.name };
      circle(day);
    },
    closed(day: Day, ended: 'achieved' | 'moved' | 'grown'): void {
      plan(day, 'completed');
      writeFollowUp(told, row, { day, since: arrival, ended });
      circle(day, { until: day });
    },
    acts: (): readonly Act[] => [...row.acts(), ...calls.acts()],
  };
}

/** A correction that nobody has told yet was made so many days before the stories stop. */
const CORRECTED_DAYS = 12;

/** With a given name that somebody wrote as they heard it; what a card is made from stays. */
function misheard(child: Character['child']): Character['child'] {
  const { text, given } = child.name;
  return {
    ...child,
    name: {
      ...child.name,
      ...(text !== undefined && { text: `${text}e` }),
      ...(given !== undefined && { given: given.map((it) => `${it}e`) }),
    },
  };
}

const ABOUT = {
  first: { fr: 'Faire connaissance', en: 'Getting to know each other' },
  reading: { fr: 'Lire la situation ensemble', en: 'Reading the situation together' },
  call: { fr: 'Prendre des nouvelles', en: 'How things are' },
} as const satisfies Readonly<Record<string, Bilingual>>;
