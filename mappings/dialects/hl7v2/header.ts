import type { Issue, Mapped } from '../../domain/mapped.ts';
import { delimitersOf, type Segment, segmentsOf } from './parsed-message.ts';

/** Application and facility, each an HD by its components. */
export interface Site {
  readonly application: readonly string[];
  readonly facility: readonly string[];
}

/** What a message says of itself in its MSH; what it does not say is the empty text. */
export interface Header {
  readonly sender: Site;
  readonly receiver: Site;
  /** MSH-7, as it came. */
  readonly at: string;
  /** MSH-9: `REF`, `I12`, `REF_I12`. */
  readonly type: string;
  readonly trigger: string;
  readonly structure: string;
  /** MSH-10, by which the sender will know its acknowledgement. */
  readonly controlId: string;
  /** MSH-11: `P`, `T`, `D`. */
  readonly processingId: string;
  readonly version: string;
  /** MSH-14: the message goes on from one before it. */
  readonly continuation: string;
  /** MSH-15 and MSH-16 (table 0155: AL, NE, ER, SU); if either is said, the enhanced mode applies (v2.5.1 §2.9). */
  readonly acceptAcknowledgement: string;
  readonly applicationAcknowledgement: string;
  /** First repetition of MSH-18 (table 0211). */
  readonly charset: string;
}

const HEADER_MAX = 4096;

/** The header of a message, from its first segment alone; a text without one, or without MSH-9 or MSH-10, gives every reason. */
export function headerOf(text: string): Mapped<Header> {
  const header = headerAsFarAsSaid(text);
  if (header === undefined) {
    const read = segmentsOf(text.slice(0, HEADER_MAX));
    return { ok: false, issues: read.ok ? [missing('MSH')] : read.issues };
  }
  const issues = [
    ...(header.type === '' ? [missing('MSH-9')] : []),
    ...(header.controlId === '' ? [missing('MSH-10')] : []),
  ];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: header };
}

/** Whatever a text says in its first segment, for whoever must answer it though it is wrong; undefined if it starts like no message. */
export function headerAsFarAsSaid(text: string): Header | undefined {
  if (delimitersOf(text) === undefined) return undefined;
  const [line = ''] = text.slice(0, HEADER_MAX).split(/[\r\n]/, 1);
  const read = segmentsOf(line);
  const msh = read.ok ? read.value[0] : undefined;
  return msh?.name === 'MSH' ? headerFrom(msh) : undefined;
}

const headerFrom = (msh: Segment): Header => ({
  sender: { application: hd(msh, 3), facility: hd(msh, 4) },
  receiver: { application: hd(msh, 5), facility: hd(msh, 6) },
  at: msh.first(7).component(1),
  type: msh.first(9).component(1).trim(),
  trigger: msh.first(9).component(2).trim(),
  structure: msh.first(9).component(3).trim(),
  controlId: msh.first(10).text,
  processingId: msh.first(11).component(1).trim(),
  version: msh.first(12).component(1).trim(),
  continuation: msh.first(14).text,
  acceptAcknowledgement: msh.first(15).text.trim(),
  applicationAcknowledgement: msh.first(16).text.trim(),
  charset: msh.first(18).text.trim(),
});

const hd = (msh: Segment, field: number): readonly string[] =>
  [1, 2, 3].map((component) => msh.first(field).component(component));

const missing = (place: string): Issue => ({
  severity: 'error',
  code: 'required',
  expression: place,
  text: { fr: `${place} manque.`, en: `${place} is missing.` },
});
