import { parseDateTime, toZoned } from '@internationalized/date';
import type { Answer, Dispatch, RequestNote } from '../../../mappings/domain/concepts.ts';

/** What a partner may answer, in the order of a request's life. */
export const ANSWERS = [
  'accepted',
  'scheduled',
  'waitlisted',
  'started',
  'declined',
  'awaiting-information',
  'completed',
  'failed',
] as const satisfies readonly Answer['what'][];
export type AnswerWhat = (typeof ANSWERS)[number];

export const DECLINED_FOR = [
  'full',
  'out-of-territory',
  'not-eligible',
  'wrong-service',
  'duplicate',
] as const satisfies readonly NonNullable<Answer['reason']>[];

export const FAMILY_REASONS = [
  'family-not-wanted',
  'family-not-now',
  'family-prefers-another',
  'family-moved',
] as const satisfies readonly NonNullable<Answer['reason']>[];

export const CHANNELS = ['telephone', 'in-person', 'email', 'fax', 'mail'] as const satisfies readonly NonNullable<
  Answer['channel']
>[];
export const SENT_HOW = ['fax', 'mail', 'in-person', 'telephone'] as const satisfies readonly Dispatch['how'][];

/** Who writes down, when, at whose clock. */
export interface Noting {
  readonly by: string;
  readonly now: Date;
  readonly timeZone: string;
}

/** An answer as it is typed: texts, empty where nothing was. */
export interface AnswerTyped {
  readonly what: AnswerWhat | '';
  readonly saidBy: string;
  readonly channel: string;
  /** A day; empty for just now. */
  readonly on: string;
  readonly reason: string;
  readonly priority: string;
  /** Day and time at the centre. */
  readonly appointmentAt: string;
  readonly words: string;
}

export const NOTHING_TYPED: AnswerTyped = {
  what: '',
  saidBy: '',
  channel: 'telephone',
  on: '',
  reason: '',
  priority: '',
  appointmentAt: '',
  words: '',
};

/** Whether it says enough: what, who said it; why, where it is a no; how it came out, where it is done. */
export const isEnough = ({ what, saidBy, reason, words }: AnswerTyped): boolean =>
  what !== '' &&
  saidBy.trim() !== '' &&
  (what !== 'declined' || reason !== '') &&
  (what !== 'completed' || words.trim() !== '');

/** What is sent: only what belongs to this answer, whatever was typed for another before. */
export function answerFrom(typed: AnswerTyped, recipient: string, noting: Noting): Answer | undefined {
  const { what } = typed;
  if (what === '' || !isEnough(typed)) return undefined;
  const words = typed.words.trim();
  const [channel, reason, priority] = [
    CHANNELS.find((it) => it === typed.channel),
    DECLINED_FOR.find((it) => what === 'declined' && it === typed.reason),
    PRIORITIES.find((it) => (what === 'accepted' || what === 'waitlisted') && it === typed.priority),
  ];
  const appointmentAt = what === 'scheduled' ? instantAt(typed.appointmentAt, noting.timeZone) : undefined;
  return {
    what,
    happenedAt: momentOf(typed.on, noting.now),
    saidBy: typed.saidBy.trim(),
    recordedBy: noting.by,
    recipient,
    ...(channel !== undefined && { channel }),
    ...(reason !== undefined && { reason }),
    ...(priority !== undefined && { priority }),
    ...(appointmentAt !== undefined && { appointmentAt }),
    ...(words !== '' && (what === 'completed' ? { outcome: words } : { words })),
  };
}

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const satisfies readonly NonNullable<Answer['priority']>[];

/** The day that was said, or this moment. */
export const momentOf = (on: string, now: Date): string => (on === '' ? now.toISOString() : on);

/** The instant of a day and time at the centre's clock; undefined where none was typed. */
export function instantAt(local: string, timeZone: string): string | undefined {
  return local === '' ? undefined : toZoned(parseDateTime(local), timeZone).toAbsoluteString();
}

/** A note of the centre's own about a request. */
export const noteFrom = (
  words: string,
  {
    centre,
    child,
    request,
    recipient,
  }: Pick<RequestNote, 'centre' | 'request' | 'recipient'> & { readonly child: string },
  now: Date,
): RequestNote => ({
  centre,
  child: { id: child },
  request,
  ...(recipient !== undefined && { recipient }),
  happenedAt: now.toISOString(),
  words: words.trim(),
});

/** The day so many days on, at the centre. */
export function dayIn(days: number, { now, timeZone }: Pick<Noting, 'now' | 'timeZone'>): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const day = new Date(`${parts.format(now)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
