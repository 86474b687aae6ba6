import type { Issue } from '../../domain/mapped.ts';
import { errorSegments } from './error-segments.ts';
import { type Header, headerAsFarAsSaid, type Site } from './header.ts';
import { mshFrom } from './message-header.ts';
import { pendingAnswer } from './pending-answer.ts';
import { speltIn } from './repertoire.ts';
import { components, messageOf, segment } from './write-segment.ts';

/**
 * What became of a message: `accepted`: durable; `error`: what it says cannot be taken; `rejected`: not a message, type, event, version or processing id
 * for us; `unavailable`: nothing is wrong with it, it is to be sent again.
 */
export type Verdict = 'accepted' | 'error' | 'rejected' | 'unavailable';

export interface AcknowledgementSaid {
  readonly verdict: Verdict;
  /** What is told beside the verdict; they name places and rules, never values. */
  readonly issues: readonly Issue[];
  /** Of the acknowledgement itself. A UUID. */
  readonly messageId: string;
  /** FHIR instant. */
  readonly at: string;
}

/** Table 0008, by mode (v2.5.1 §2.9.2 and §2.9.3). */
const CODES = {
  original: { accepted: 'AA', error: 'AE', rejected: 'AR', unavailable: 'AR' },
  enhanced: { accepted: 'CA', error: 'CE', rejected: 'CR', unavailable: 'CE' },
} as const satisfies Record<string, Record<Verdict, string>>;

/**
 * The acknowledgement of a message that came, in the mode that it asks for (v2.5.1 §2.9): in the enhanced one a commit ACK, in the original one an ACK, or
 * for an accepted referral the RRI that says it is pending, since a person will answer. Undefined where none may be sent: of an ACK, or when MSH-15 says so.
 * `message` may be any text: what cannot be read is acknowledged without its number.
 */
export function acknowledgement(message: string, said: AcknowledgementSaid): string | undefined {
  const header = headerAsFarAsSaid(message);
  if (header?.type === 'ACK') return undefined;
  const mode = header !== undefined && isEnhanced(header) ? 'enhanced' : 'original';
  if (mode === 'enhanced' && !isWanted(header?.acceptAcknowledgement, said.verdict)) return undefined;

  const verdict = said.verdict === 'error' && said.issues.some(isUnfit) ? 'rejected' : said.verdict;
  const msa = segment('MSA', { 1: CODES[mode][verdict], 2: header?.controlId });
  const pending =
    mode === 'original' && header?.type === 'REF' && said.verdict === 'accepted' ? pendingAnswer(message) : undefined;
  const charset = header?.charset ?? '';
  const msh = mshFrom({
    ...(pending === undefined
      ? ackType(header)
      : { type: 'RRI', trigger: header?.trigger ?? '', structure: 'RRI_I12' }),
    messageId: said.messageId,
    at: said.at,
    ...(header !== undefined && { sender: siteOf(header.receiver), processingId: header.processingId || 'P' }),
    receiver: header === undefined ? {} : siteOf(header.sender),
    charset,
  });
  const issues = said.issues.length === 0 && said.verdict === 'unavailable' ? [tryAgain] : said.issues;
  return speltIn(charset, messageOf([msh, msa, ...errorSegments(issues), ...(pending ?? [])])).text;
}

/** Type, event, version or processing id that is not taken here: such a message is rejected, not in error (v2.5.1 §2.9.2.1). */
const isUnfit = ({ severity, code, expression = '' }: Issue): boolean =>
  severity === 'error' && code === 'not-supported' && /^MSH-(9|11|12)\b/.test(expression);

/** Whether a message asks for the enhanced mode. */
export const isEnhanced = (header: Header): boolean =>
  header.acceptAcknowledgement !== '' || header.applicationAcknowledgement !== '';

/** Table 0155. Whoever asks for the enhanced mode without saying when is always answered: silence would look like a loss. */
function isWanted(when: string | undefined, verdict: Verdict): boolean {
  if (when === 'NE') return false;
  if (when === 'ER') return verdict !== 'accepted';
  return when !== 'SU' || verdict === 'accepted';
}

const ackType = (header: Header | undefined) => ({ type: 'ACK', trigger: header?.trigger ?? '', structure: 'ACK' });

const siteOf = ({ application, facility }: Site) => ({
  application: components(...application),
  facility: components(...facility),
});

const tryAgain: Issue = {
  severity: 'error',
  code: 'transient',
  text: {
    fr: 'Le message n’a pas pu être gardé maintenant. Renvoyez-le.',
    en: 'The message could not be kept now. Send it again.',
  },
};
