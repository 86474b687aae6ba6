import { present } from '../../concepts/present.ts';
import type { Issue } from '../../domain/mapped.ts';
import type { WordsHeard } from '../dialect.ts';
import { letterNotKept } from '../letters-heard.ts';
import { OUR_WORDS } from './answer-codes.ts';
import { letterFrom } from './letters.ts';
import { noPlace } from './not-carried.ts';
import type { Repetition, Segment } from './parsed-message.ts';

/** What a message says beside its coded part: words for a person to read, letters, and what is neither. */
export interface Beside {
  readonly words: readonly WordsHeard[];
  readonly letters: readonly fhir4.DocumentReference[];
  readonly issues: readonly Issue[];
}

const TEXTS: ReadonlySet<string> = new Set(['TX', 'FT', 'ST']);

/** Of NTE the comments, of OBX the texts and the encapsulated data; OBX under our own name are slots of an answer, which others read. */
export function besideIn(segments: readonly Segment[], timeZone: string): Beside {
  const comments = segments.filter(({ name }) => name === 'NTE').flatMap(commentIn);
  const observations = segments.filter((one) => one.name === 'OBX' && !isSlot(one));
  const texts = observations.filter((obx) => TEXTS.has(typeOf(obx)));
  const encapsulated = observations.filter((obx) => typeOf(obx) === 'ED');
  const letters = encapsulated.flatMap((obx) => letterFrom(obx, timeZone) ?? []);
  const unread = encapsulated.length - letters.length;
  const others = observations.length - texts.length - encapsulated.length;
  const dated = texts.some((obx) => obx.field(14).length > 0);
  return {
    words: [...comments, ...texts.flatMap(observationIn)],
    letters,
    issues: [
      ...(unread > 0 ? [letterNotKept('OBX-5', 'unreadable')] : []),
      ...(others > 0 ? [noPlace('OBX-5')] : []),
      ...(dated ? [noPlace('OBX-14')] : []),
    ],
  };
}

const isSlot = (obx: Segment): boolean => obx.first(3).component(3) === OUR_WORDS;
const typeOf = (obx: Segment): string => obx.first(2).text.trim().toUpperCase();

/** `NTE-3`, or `NTE[2]-3` for the second one. */
export const whereIn = ({ name, nth }: Segment, field: number): string =>
  nth === 1 ? `${name}-${field}` : `${name}[${nth}]-${field}`;

/** Words with the place where they stood; none if there are none. */
export const wordsAt = (where: string, parts: readonly string[], between = '\n'): readonly WordsHeard[] => {
  const words = parts.filter((part) => part !== '').join(between);
  return words === '' ? [] : [{ where, words }];
};

const textsOf = (repetitions: readonly Repetition[]): readonly string[] => repetitions.map(({ text }) => text);

const commentIn = (nte: Segment): readonly WordsHeard[] => wordsAt(whereIn(nte, 3), textsOf(nte.field(3)));

/** A text with what it is about, since one without the other may mean the contrary. */
function observationIn(obx: Segment): readonly WordsHeard[] {
  const about = obx.first(3).component(2) || obx.first(3).component(1);
  const [text] = wordsAt(whereIn(obx, 5), textsOf(obx.field(5)));
  if (text === undefined) return [];
  return [present({ where: text.where, words: about === '' ? text.words : `${about}: ${text.words}` })];
}
