import { FOREIGN } from '../../domain/systems.ts';
import { isNeverKept } from './never-kept.ts';
import { identifierFrom } from './numbers.ts';
import { type Repetition, type Segment, segmentsOf } from './parsed-message.ts';
import { components, repetitions, segment, subcomponents, type Writable } from './write-segment.ts';

/** What the answer to a referral repeats of it, so that the sender's system finds it again. */
export interface Thread {
  /** RF1-6, as it came. */
  readonly number?: Writable;
  /** PID-3: the sender's own numbers of the child; no card. */
  readonly child?: Writable;
  /** MSH-10 of the referral. */
  readonly message?: string;
}

const CARDS: ReadonlySet<string | undefined> = new Set([FOREIGN.nam, FOREIGN.ohip]);
const LENGTH_MAX = 4000;

/** The thread of a referral, as one opaque text. */
export function threadFrom(messageId: string, rf1: Segment, pid: Segment | undefined): string {
  const numbers = (pid?.field(3) ?? []).filter((cx) => !isNeverKept(cx) && !CARDS.has(identifierFrom(cx)?.system));
  const thread = segment('ZTH', { 1: again(rf1.first(6)), 2: repetitions(numbers.map(again)), 3: messageId });
  return thread.length <= LENGTH_MAX ? thread : segment('ZTH', { 1: again(rf1.first(6)), 3: messageId });
}

/** Reads it back; one that is not ours says nothing. */
export function threadIn(thread: string | undefined): Thread {
  const read = segmentsOf(`MSH|^~\\&\r${thread ?? ''}`);
  const zth = read.ok ? read.value.find(({ name }) => name === 'ZTH') : undefined;
  const number = zth?.first(1);
  const child = zth?.field(2) ?? [];
  return {
    ...(number !== undefined && number.component(1) !== '' && { number: again(number) }),
    ...(child.length > 0 && { child: repetitions(child.map(again)) }),
    ...(zth !== undefined && zth.first(3).text !== '' && { message: zth.first(3).text }),
  };
}

const COMPONENTS = [1, 2, 3, 4, 5];

const again = (field: Repetition): Writable =>
  components(...COMPONENTS.map((nth) => subcomponents(...[1, 2, 3].map((sub) => field.subcomponent(nth, sub)))));
