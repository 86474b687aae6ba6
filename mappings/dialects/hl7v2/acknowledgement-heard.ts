import type { Issue, Mapped } from '../../domain/mapped.ts';
import type { Verdict } from './acknowledgement.ts';
import { ERROR_CONDITIONS } from './error-segments.ts';
import { headerOf } from './header.ts';
import { type Segment, segmentsOf } from './parsed-message.ts';

/** What a partner acknowledges. */
export interface AcknowledgementHeard {
  /** MSA-2: MSH-10 of the message that is acknowledged. */
  readonly of: string;
  /** MSA-1, as said: table 0008. */
  readonly code: Code;
  /** A commit says that the message is safe there; an application has looked at it. */
  readonly by: 'commit' | 'application';
  readonly verdict: Verdict;
  /** What ERR says, by place and condition; the partner's own words are left out, since they may quote the message. */
  readonly issues: readonly Issue[];
}

const CODES = {
  AA: { by: 'application', verdict: 'accepted' },
  AE: { by: 'application', verdict: 'error' },
  AR: { by: 'application', verdict: 'rejected' },
  CA: { by: 'commit', verdict: 'accepted' },
  CE: { by: 'commit', verdict: 'error' },
  CR: { by: 'commit', verdict: 'rejected' },
} as const satisfies Record<string, { readonly by: string; readonly verdict: Verdict }>;

type Code = keyof typeof CODES;

/** Conditions of table 0357 that pass by themselves: locked, internal error. */
const TRANSIENT: ReadonlySet<string> = new Set(['206', '207']);

/** Reads MSA and ERR of an ACK, or of any message that answers another (RRI); one that acknowledges nothing gives the reasons. */
export function acknowledgementOf(text: string): Mapped<AcknowledgementHeard> {
  const header = headerOf(text);
  const read = segmentsOf(text);
  if (!header.ok) return header;
  if (!read.ok) return read;
  const msa = read.value.find(({ name }) => name === 'MSA');
  if (msa === undefined) return { ok: false, issues: [wrong('MSA', 'required')] };
  const code = msa.first(1).text.trim();
  const of = msa.first(2).text.trim();
  if (!isCode(code)) return { ok: false, issues: [wrong('MSA-1', 'code-invalid')] };
  if (of === '') return { ok: false, issues: [wrong('MSA-2', 'required')] };
  const errors = read.value.filter(({ name }) => name === 'ERR').flatMap(errorsIn);
  const { by, verdict } = CODES[code];
  const passes = verdict !== 'accepted' && errors.some(({ condition }) => TRANSIENT.has(condition));
  return {
    ok: true,
    value: { of, code, by, verdict: passes ? 'unavailable' : verdict, issues: errors.map(issueFrom) },
  };
}

const isCode = (code: string): code is Code => Object.hasOwn(CODES, code);

interface ErrorHeard {
  readonly place: string;
  readonly condition: string;
  readonly severity: Issue['severity'];
}

const SEVERITIES: Readonly<Record<string, Issue['severity']>> = { W: 'warning', I: 'information' };

/** ERR-2 to ERR-4 since v2.5; before, ERR-1 with the condition in its fourth component. */
function errorsIn(err: Segment): readonly ErrorHeard[] {
  const condition = err.first(3).component(1).trim();
  if (condition !== '') {
    const [segment, , field] = [1, 2, 3].map((nth) => err.first(2).component(nth).trim());
    return [{ place: placeSaid(segment, field), condition, severity: SEVERITIES[err.first(4).text.trim()] ?? 'error' }];
  }
  return err.field(1).map((old) => ({
    place: placeSaid(old.component(1).trim(), old.component(3).trim()),
    condition: old.subcomponent(4, 1).trim(),
    severity: 'error',
  }));
}

/** Only what has the shape of a place is repeated. */
function placeSaid(segment = '', field = ''): string {
  if (!/^[A-Z][A-Z0-9]{2}$/.test(segment)) return '';
  return /^\d{1,3}$/.test(field) ? `${segment}-${field}` : segment;
}

function issueFrom({ place, condition, severity }: ErrorHeard): Issue {
  const known = Object.entries(ERROR_CONDITIONS).find(([code]) => code === condition);
  const said = known === undefined ? '' : ` (${known[0]} ${known[1]})`;
  const at = place === '' ? '' : ` ${place}`;
  return {
    severity,
    code: TRANSIENT.has(condition) ? 'transient' : 'processing',
    ...(place !== '' && { expression: place }),
    text: {
      fr: `Le système du partenaire signale${at === '' ? ' une erreur' : at}${said}.`,
      en: `The partner’s system reports${at === '' ? ' an error' : at}${said}.`,
    },
  };
}

const wrong = (place: string, code: 'required' | 'code-invalid'): Issue => ({
  severity: 'error',
  code,
  expression: place,
  text: {
    fr: `${place} ne dit pas quel message est accepté ou refusé (MSA-1 : AA, AE, AR, CA, CE ou CR ; MSA-2 : le MSH-10 du message).`,
    en: `${place} does not say which message is accepted or refused (MSA-1: AA, AE, AR, CA, CE or CR; MSA-2: MSH-10 of the message).`,
  },
});
