import { present } from '../../concepts/present.ts';
import type { Issue } from '../../domain/mapped.ts';
import type { WordsHeard } from '../dialect.ts';
import { OUR_WORDS } from './answer-codes.ts';
import { conceptInWords } from './code-names.ts';
import { noPlace, notCarried, type Taken } from './not-carried.ts';
import type { Segment } from './parsed-message.ts';
import { nameInWords, telephoneFrom } from './people.ts';
import { ourNumberIn } from './read-answer.ts';
import { besideIn, whereIn, wordsAt } from './read-words.ts';
import { madeAt, NO_TIME, named, type OneHeard, type Source } from './source.ts';
import { momentFrom } from './timestamps.ts';

type News = 'scheduled' | 'cancelled' | 'no-show';

/** S13 and S14 move an appointment: the new time takes the place of the one before. */
export const APPOINTMENT_EVENTS: Readonly<Record<string, News>> = {
  S12: 'scheduled',
  S13: 'scheduled',
  S14: 'scheduled',
  S15: 'cancelled',
  S26: 'no-show',
};

/** Filler statuses (table 0278) that say something else than a mere change of the appointment. */
const BY_STATUS: Readonly<Record<string, News>> = { CANCELLED: 'cancelled', DELETED: 'cancelled', NOSHOW: 'no-show' };

const TAKEN: Taken = {
  SCH: [1, 2, 6, 7, 11, 16, 17, 20, 25, 26, 27],
  TQ1: [1, 7],
  PID: [1, 2, 3, 5, 7, 8],
  OBX: [1, 2, 3, 4, 5, 11, 14],
  AIS: [1, 2, 3, 4],
  AIL: [1, 2, 3, 6],
  AIP: [1, 2, 3, 6],
};

/** SIU: an appointment about a request of ours, whose number stands with the order's or the appointment's (SCH-26, SCH-1, SCH-27, SCH-2). */
export function appointmentHeard(source: Source): OneHeard {
  const { header, segments, timeZone, partner } = source;
  const [sch] = named(source, 'SCH');
  const number = sch && ourNumberIn([26, 1, 27, 2].flatMap((field) => sch.field(field)));
  const happenedAt = madeAt(source);
  const news =
    (sch && BY_STATUS[sch.first(25).component(1).trim().toUpperCase()]) ?? APPOINTMENT_EVENTS[header.trigger];
  const times = timesIn(segments, timeZone);
  const [appointmentAt] = times.flatMap(({ moment }) => moment ?? []);
  const wrong = [
    ...(number === undefined ? [NO_NUMBER] : []),
    ...(happenedAt === undefined ? [NO_TIME] : []),
    ...(news === 'scheduled' && appointmentAt === undefined ? [NO_APPOINTMENT] : []),
  ];
  if (sch === undefined || number === undefined || happenedAt === undefined || news === undefined || wrong.length > 0)
    return { ok: false, issues: wrong };

  const beside = besideIn(segments, timeZone);
  const words = [...beside.words, ...reasonsIn(sch), ...contactsIn(sch), ...segments.flatMap(resourceWords)];
  const issues = [...beside.issues, ...otherTimes(times, appointmentAt), ...notCarried(segments, TAKEN)];
  const { letters } = beside;
  if (news === 'cancelled') {
    const heard = { kind: 'note' as const, number, happenedAt, words: [cancelled(appointmentAt), ...words], letters };
    return { ok: true, value: { heard, issues } };
  }
  const answer = present({
    what: news,
    happenedAt,
    saidBy: personIn(sch, 20) ?? personIn(sch, 16) ?? partner,
    recordedBy: partner,
    channel: 'system' as const,
    appointmentAt,
  });
  return { ok: true, value: { heard: { kind: 'answer', number, answer, letters, words }, issues } };
}

/** Where versions put the time, the newest first, and then the resources'. */
const TIMES = [
  ['TQ1', 7, 1],
  ['SCH', 11, 4],
  ['AIS', 4, 1],
  ['AIL', 6, 1],
  ['AIP', 6, 1],
] as const;

interface TimeSaid {
  readonly place: string;
  readonly moment: string | undefined;
}

const timesIn = (segments: readonly Segment[], timeZone: string): readonly TimeSaid[] =>
  TIMES.flatMap(([name, field, component]) =>
    segments
      .filter((one) => one.name === name && one.field(field).length > 0)
      .map((one) => ({
        place: `${name}-${field}`,
        moment: momentFrom(one.first(field).component(component), timeZone),
      })),
  );

/** Places with a time that is none, or another than the appointment's. */
const otherTimes = (times: readonly TimeSaid[], appointmentAt: string | undefined): readonly Issue[] =>
  [
    ...new Set(
      times.filter(({ moment }) => moment === undefined || moment !== appointmentAt).map(({ place }) => place),
    ),
  ].map(noPlace);

/** Why the appointment is, and why it changed: in words, but for our own. */
const reasonsIn = (sch: Segment): readonly WordsHeard[] =>
  [6, 7].flatMap((field) => {
    const ce = sch.first(field);
    return ce.component(3) === OUR_WORDS ? [] : wordsAt(whereIn(sch, field), [conceptInWords(ce)]);
  });

/** XCN: a name, or a number for want of one. */
const personIn = (segment: Segment, field: number): string | undefined =>
  nameInWords(segment.first(field), 2) ?? (segment.first(field).component(1) || undefined);

/** Whom to call about it, where that is somebody else than who says it. */
function contactsIn(sch: Segment): readonly WordsHeard[] {
  const contact = personIn(sch, 16) ?? '';
  const isOther = personIn(sch, 20) !== undefined && contact !== personIn(sch, 20);
  const telephones = sch.field(17).flatMap((xtn) => telephoneFrom(xtn) ?? []);
  return [...wordsAt(whereIn(sch, 16), [isOther ? contact : '']), ...wordsAt(whereIn(sch, 17), telephones)];
}

/** What, where and with whom. */
function resourceWords(segment: Segment): readonly WordsHeard[] {
  const { name } = segment;
  const said = segment.first(3);
  if (name === 'AIS') return wordsAt(whereIn(segment, 3), [conceptInWords(said)]);
  if (name === 'AIP') return wordsAt(whereIn(segment, 3), [personIn(segment, 3) ?? '']);
  if (name !== 'AIL') return [];
  const place =
    said.component(9) ||
    [4, 7, 1, 2]
      .map((nth) => said.subcomponent(nth, 1))
      .filter((part) => part !== '')
      .join(' ');
  return wordsAt(whereIn(segment, 3), [place]);
}

const cancelled = (appointmentAt: string | undefined): WordsHeard => ({
  where: 'SCH-25',
  words: `Rendez-vous annulé par le partenaire${appointmentAt === undefined ? '' : ` (${appointmentAt})`}. / Appointment cancelled by the partner.`,
});

const NO_NUMBER: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'SCH-26',
  text: {
    fr: 'SCH-26 (ou SCH-1) doit reprendre le numéro de notre demande : sans lui, ce rendez-vous n’est lié à rien.',
    en: 'SCH-26 (or SCH-1) must repeat the number of our request: without it this appointment belongs to nothing.',
  },
};
const NO_APPOINTMENT: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'TQ1-7',
  text: {
    fr: 'TQ1-7 (avant la version 2.5 : SCH-11.4) doit dire quand est le rendez-vous.',
    en: 'TQ1-7 (before version 2.5: SCH-11.4) must say when the appointment is.',
  },
};
