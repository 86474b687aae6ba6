import { isFhirDateTime } from '../../profiles/calendar.ts';
import { FILE_TEXTS } from '../../profiles/coherence/letter.ts';
import { isText } from '../../profiles/formats.ts';
import { isLetterContentType, type LetterFault, letterFault } from '../../profiles/letter-content.ts';
import { letterKindOf } from '../concepts/letter.ts';
import { sha1Of } from '../concepts/letter-attachment.ts';
import { present } from '../concepts/present.ts';
import type { LetterHeard } from '../domain/lane-events.ts';
import type { Issue } from '../domain/mapped.ts';

interface Reception {
  /** When what it came with happened: the date of a letter that bears none. */
  readonly happenedAt: string;
  /** Where the message has its nth letter, in the words of its language. */
  readonly placeOf: (nth: number) => string;
}

/**
 * Letters that came with a message, as they can be kept, each file once; and why others cannot: place, rule and way out, as warnings, since what
 * they came with is kept all the same.
 */
export function lettersHeard(
  documents: readonly fhir4.DocumentReference[],
  { happenedAt, placeOf }: Reception,
): { readonly letters: readonly LetterHeard[]; readonly issues: readonly Issue[] } {
  const read = documents.flatMap((document, nth) =>
    document.content.map(({ attachment }) => ({
      place: placeOf(nth),
      read: letterOf(document, attachment, happenedAt),
    })),
  );
  const letters = new Map(
    read.flatMap(({ read: one }) => (typeof one === 'string' ? [] : [[one.content, one] as const])),
  );
  return {
    letters: [...letters.values()],
    issues: read.flatMap(({ place, read: one }) => (typeof one === 'string' ? [letterNotKept(place, one)] : [])),
  };
}

type WhyNot = LetterFault | 'elsewhere' | 'taken-back';

function letterOf(
  { status, type, description, date }: fhir4.DocumentReference,
  attachment: fhir4.Attachment,
  happenedAt: string,
): LetterHeard | WhyNot {
  if (status !== 'current') return 'taken-back';
  if (attachment.data === undefined) return 'elsewhere';
  const content = attachment.data.replaceAll(/\s/g, '');
  const contentType = attachment.contentType?.split(';')[0]?.trim().toLowerCase();
  const fault = letterFault(contentType, content);
  if (fault !== undefined || !isLetterContentType(contentType)) return fault ?? 'kind';
  if (!isAsMeasured(attachment, Buffer.from(content, 'base64'))) return 'unreadable';
  return present({
    kind: letterKindOf(type),
    title: [attachment.title, description].map(titleFrom).find((title) => title !== undefined),
    happenedAt: [attachment.creation, date].find((at) => at !== undefined && isFhirDateTime(at)) ?? happenedAt,
    contentType,
    content,
  });
}

/** What its sender says of its size and SHA-1 holds; a hash that is none of SHA-1 says nothing. */
const isAsMeasured = ({ size, hash }: fhir4.Attachment, bytes: Buffer): boolean =>
  (size === undefined || size === bytes.length) && (hash === undefined || !isSha1(hash) || hash === sha1Of(bytes));

const SHA1_BYTES = 20;
const isSha1 = (hash: string): boolean => Buffer.from(hash, 'base64').length === SHA1_BYTES;

const TITLE_MAX = 200;

function titleFrom(said: string | undefined): string | undefined {
  const title = said?.replaceAll(/\s+/g, ' ').trim().slice(0, TITLE_MAX).trim();
  return title !== undefined && isText(title) ? title : undefined;
}

const CODES = {
  kind: 'not-supported',
  size: 'too-long',
  unreadable: 'value',
  elsewhere: 'not-supported',
  'taken-back': 'not-supported',
} as const satisfies Readonly<Record<WhyNot, Issue['code']>>;

const TEXTS: Readonly<Record<WhyNot, Issue['text']>> = {
  ...FILE_TEXTS,
  elsewhere: {
    fr: 'le fichier doit être dans le message : nous ne suivons aucune adresse.',
    en: 'the file must be in the message: we follow no address.',
  },
  'taken-back': {
    fr: 'une lettre retirée ou remplacée ne se garde pas ; appelez le centre s’il en a une version antérieure.',
    en: 'a letter that was taken back or replaced is not kept; call the centre if it has an earlier version.',
  },
};

/** A letter is never dropped in silence. */
export const letterNotKept = (place: string, why: WhyNot): Issue => ({
  severity: 'warning',
  code: CODES[why],
  expression: place,
  text: {
    fr: `${place} : cette lettre n’est pas gardée. ${sentence(TEXTS[why].fr)}`,
    en: `${place}: this letter is not kept. ${sentence(TEXTS[why].en)}`,
  },
});

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
