import { Hl7Message, type Hl7Segment } from '@medplum/core';
import type { Issue, Mapped } from '../../domain/mapped.ts';
import { type Delimiters, NULL, unescaped } from './syntax.ts';

/** One repetition of a field; what is not there, or null, is the empty text. */
export interface Repetition {
  /** All of it, for a field that is one text: a sender who forgot to escape a `^` or `&` in it loses no word. */
  readonly text: string;
  component(nth: number): string;
  subcomponent(nth: number, sub: number): string;
}

export interface Segment {
  readonly name: string;
  /** The how manieth of its name: 1 for the first. */
  readonly nth: number;
  /** Number of its last field. */
  readonly last: number;
  /** Repetitions of a field that say something. */
  field(nth: number): readonly Repetition[];
  /** First repetition of a field; one that says nothing if there is none. */
  first(nth: number): Repetition;
  /** The segment without these fields. */
  without(fields: ReadonlySet<number>): Segment;
}

const SAYS_NOTHING: Repetition = { text: '', component: () => '', subcomponent: () => '' };

/** MSH-1 and MSH-2 as a message says them; undefined where they cannot be what they say. */
export function delimitersOf(text: string): Delimiters | undefined {
  const [field = '', component = '', repetition = '', escaping = '', subcomponent = ''] = text.slice(3, 8);
  const all = [field, component, repetition, escaping, subcomponent];
  const may = all.every((one) => one !== '' && !/[\p{L}\p{N}\s\p{Cc}"]/u.test(one));
  return text.startsWith('MSH') && may && new Set(all).size === all.length
    ? { field, component, repetition, escape: escaping, subcomponent }
    : undefined;
}

/** More than any letter or report has; what each part costs to read is small, and everybody else waits meanwhile. */
export const PARTS_MAX = 20_000;

/**
 * The segments of a message; a text that is none, has more parts than `PARTS_MAX`, or a line in it that is no segment, is a reason and never
 * an exception.
 */
export function segmentsOf(text: string): Mapped<readonly Segment[]> {
  const delimiters = delimitersOf(text);
  if (delimiters === undefined) return { ok: false, issues: [notAMessage] };
  if (hasTooManyParts(text, delimiters)) return { ok: false, issues: [tooManyParts] };
  const counts = new Map<string, number>();
  const lines = Hl7Message.parse(text).segments.filter((line) => line.toString() !== '');
  const segments = lines.map((line) => {
    const nth = (counts.get(line.name) ?? 0) + 1;
    counts.set(line.name, nth);
    return segmentFrom(line, nth, delimiters);
  });
  const issues = segments.flatMap(({ name }, at) => (SEGMENT_NAME.test(name) ? [] : [notASegment(at + 1)]));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: segments };
}

/** Segments, fields, repetitions, components and escapes together, counted before anything is cut: a file in Base64 is one. */
function hasTooManyParts(text: string, { field, repetition, component, escape: escaping }: Delimiters): boolean {
  const ends = new Set([field, repetition, component, escaping, '\r', '\n'].map((it) => it.charCodeAt(0)));
  let parts = 0;
  for (let at = 0; at < text.length && parts <= PARTS_MAX; at += 1) if (ends.has(text.charCodeAt(at))) parts += 1;
  return parts > PARTS_MAX;
}

const SEGMENT_NAME = /^[A-Z][A-Z0-9]{2}$/;

function segmentFrom(
  line: Hl7Segment,
  nth: number,
  delimiters: Delimiters,
  hidden: ReadonlySet<number> = new Set(),
): Segment {
  const field = (number: number): readonly Repetition[] =>
    hidden.has(number)
      ? []
      : (line.getField(number)?.components ?? [])
          .map((components) => repetitionFrom(components, delimiters))
          .filter(({ text }) => text !== '');
  return {
    name: line.name,
    nth,
    last: line.name === 'MSH' ? line.fields.length : line.fields.length - 1,
    field,
    first: (number) => field(number)[0] ?? SAYS_NOTHING,
    without: (fields) => segmentFrom(line, nth, delimiters, new Set([...hidden, ...fields])),
  };
}

function repetitionFrom(components: readonly string[], delimiters: Delimiters): Repetition {
  const said = (raw: string | undefined): string => {
    const text = raw === undefined || raw === NULL ? '' : legible(unescaped(raw, delimiters));
    return text.trim() === '' ? '' : text;
  };
  return {
    // A field of delimiters alone says nothing.
    text: components.every((raw) => said(raw.replaceAll(delimiters.subcomponent, '')) === '')
      ? ''
      : said(components.join(delimiters.component)),
    component: (nth) => said(components[nth - 1]),
    subcomponent: (nth, sub) => said(components[nth - 1]?.split(delimiters.subcomponent)[sub - 1]),
  };
}

const ILLEGIBLE = /[^\P{Cc}\n\r\t]|[\u202A-\u202E\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu;

/** Without what nobody can read and FHIR does not take: control characters, marks that turn the text around them, halves of characters. */
export const legible = (text: string): string => text.toWellFormed().replaceAll(ILLEGIBLE, '');

const notAMessage: Issue = {
  severity: 'error',
  code: 'structure',
  expression: 'MSH',
  text: {
    fr: 'Ce n’est pas un message HL7 v2 : il commence par MSH et cinq délimiteurs différents (MSH-1 et MSH-2, d’habitude |^~\\&).',
    en: 'This is not an HL7 v2 message: it starts with MSH and five different delimiters (MSH-1 and MSH-2, usually |^~\\&).',
  },
};

const tooManyParts: Issue = {
  severity: 'error',
  code: 'too-long',
  expression: 'MSH',
  text: {
    fr: `Le message a plus de ${PARTS_MAX} segments, champs, répétitions, composants et échappements. Envoyez-le en plusieurs messages ; un long texte va dans un seul champ, ou en pièce jointe (OBX-5, Base64).`,
    en: `The message has more than ${PARTS_MAX} segments, fields, repetitions, components and escapes. Send it as several messages; a long text goes into one field, or into an attachment (OBX-5, Base64).`,
  },
};

const notASegment = (line: number): Issue => ({
  severity: 'error',
  code: 'structure',
  text: {
    fr: `La ligne ${line} n’est pas un segment. Un retour de ligne dans un texte s’écrit \\.br\\.`,
    en: `Line ${line} is not a segment. A line break inside a text is written \\.br\\.`,
  },
});
