import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { acknowledgement, type Verdict } from '../../../mappings/dialects/hl7v2/acknowledgement.ts';
import { decoded, encoded, firstSegmentOf } from '../../../mappings/dialects/hl7v2/charset.ts';
import { charsetNamed } from '../../../mappings/dialects/hl7v2/charset-tables.ts';
import { headerAsFarAsSaid } from '../../../mappings/dialects/hl7v2/header.ts';
import type { Issue } from '../../../mappings/domain/mapped.ts';
import { type FailureKind, GatewayError, isTransient } from '../../failures.ts';
import type { Hearing } from '../../hearing/hear.ts';
import type { Cut } from '../../mllp/frames.ts';
import type { Partner } from '../../registry.ts';
import { sendingPartner } from './sending-partner.ts';

export interface AnswerMessageDeps {
  readonly hearing: Hearing;
  /** The partners that may speak on this connection now. */
  readonly allowed: () => readonly Partner[];
  readonly frameMaxBytes: number;
  /** How long a sender waits for its acknowledgement, before it is told to send again. */
  readonly hearMaxMs: number;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly log: Logger;
}

interface Outcome {
  readonly verdict: Verdict;
  readonly issues: readonly Issue[];
  /** The message as text, as far as it can be read. */
  readonly text: string;
}

/**
 * Hears one message and gives the bytes of its acknowledgement; undefined where none may be sent. Accepted is said only of what is
 * durable. Whatever fails here without being the message's fault is told as such, so that the sender sends it again: never rejects.
 */
export function answerMessage(deps: AnswerMessageDeps): (cut: Cut) => Promise<Uint8Array | undefined> {
  return async (cut) => {
    const { verdict, issues, text } = await outcomeOf(deps, cut);
    const said = { verdict, issues, messageId: deps.newId(), at: deps.now().toISOString() };
    const reply = acknowledgement(text, said);
    if (reply === undefined) return undefined;
    const bytes = encoded(reply, charsetNamed(headerAsFarAsSaid(reply)?.charset ?? '') ?? 'ASCII');
    // Without an answer the sender sends again, and is told the same.
    if (!bytes.ok) deps.log.error({ verdict }, 'an acknowledgement cannot be written');
    return bytes.ok ? bytes.value : undefined;
  };
}

async function outcomeOf(deps: AnswerMessageDeps, cut: Cut): Promise<Outcome> {
  if (cut.kind === 'unreadable') {
    deps.log.warn({ why: cut.why }, 'unreadable frame');
    const issue = cut.why === 'too-long' ? tooLong(deps.frameMaxBytes) : UNCLEAR_END;
    return { verdict: 'rejected', issues: [issue], text: firstSegmentOf(cut.head) };
  }
  const head = firstSegmentOf(cut.bytes);
  const header = headerAsFarAsSaid(head);
  const partner = header && sendingPartner(deps.allowed(), header);
  if (partner === undefined) {
    deps.log.warn('a message of nobody that we know');
    return { verdict: 'rejected', issues: [header === undefined ? NOT_HL7 : UNKNOWN_SENDER], text: head };
  }
  const read = decoded(cut.bytes, charsetNamed(partner.hl7v2?.charset ?? '') ?? 'ASCII');
  if (!read.ok) {
    deps.log.warn({ partner: partner.id, places: read.issues.map(({ expression }) => expression) }, 'not readable');
    return { verdict: 'rejected', issues: read.issues, text: head };
  }
  return { ...(await heard(deps, partner, read.value.text)), text: read.value.text };
}

async function heard(
  { hearing, hearMaxMs, log }: AnswerMessageDeps,
  partner: Partner,
  text: string,
): Promise<Omit<Outcome, 'text'>> {
  try {
    const { exchanges, issues } = await inTime(hearing.hear(partner, { form: 'hl7v2', text }, 0), hearMaxMs);
    log.info({ partner: partner.id, exchanges: exchanges.map(({ id }) => id) }, 'heard');
    return { verdict: 'accepted', issues };
  } catch (error) {
    const kind = error instanceof GatewayError ? error.kind : undefined;
    const issues = error instanceof GatewayError ? error.issues : [];
    const verdict = kind === undefined || isTransient(error) ? 'unavailable' : verdictOf(kind, issues);
    log[verdict === 'unavailable' ? 'error' : 'warn'](
      { partner: partner.id, kind: kind ?? nameOf(error), places: issues.map(({ expression }) => expression) },
      'not heard',
    );
    return { verdict, issues: issues.length === 0 && kind === 'notFound' ? [NOT_FOUND] : issues };
  }
}

/** What is not durable in time counts as not kept: should it be kept all the same, the same message again changes nothing. */
async function inTime<T>(work: Promise<T>, withinMs: number): Promise<T> {
  const late = new AbortController();
  const tooLate = wait(withinMs, undefined, { signal: late.signal }).then(() => {
    throw new GatewayError('unavailable', `not durable within ${withinMs} ms`);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    late.abort();
    tooLate.catch(() => undefined);
  }
}

/** What a failure means to the sender; any other is ours, and it sends again. */
const VERDICTS: Readonly<Partial<Record<FailureKind, Verdict>>> = {
  malformed: 'rejected',
  unsupportedMediaType: 'rejected',
  tooLarge: 'rejected',
  forbidden: 'rejected',
  invalidInput: 'error',
  notFound: 'error',
  versionConflict: 'error',
  preconditionFailed: 'error',
  // To ask for it again would be to ask for ever.
  destroyed: 'error',
};

/** A message whose header is not for us is rejected; one whose content cannot be taken is in error (v2.5.1 §2.9.2). */
function verdictOf(kind: FailureKind, issues: readonly Issue[]): Verdict {
  const verdict = VERDICTS[kind] ?? 'unavailable';
  const isOfHeader = ({ severity, expression = '' }: Issue): boolean =>
    severity === 'error' && /^MSH\b/.test(expression);
  return verdict === 'error' && issues.some(isOfHeader) ? 'rejected' : verdict;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const NOT_HL7: Issue = {
  severity: 'error',
  code: 'structure',
  expression: 'MSH',
  text: {
    fr: 'Ce bloc n’est pas un message HL7 v2 : il doit commencer par un segment MSH.',
    en: 'This block is not an HL7 v2 message: it must begin with an MSH segment.',
  },
};

const UNKNOWN_SENDER: Issue = {
  severity: 'error',
  code: 'code-invalid',
  expression: 'MSH-3',
  text: {
    fr: 'MSH-3 et MSH-4 ne nomment aucun partenaire inscrit pour cette connexion. Vérifiez-les avec le centre, ainsi que le certificat ou l’adresse d’où vous appelez.',
    en: 'MSH-3 and MSH-4 name no partner that is registered for this connection. Check them with the centre, and the certificate or address from which you call.',
  },
};

/** Unknown and not yours are answered alike. */
const NOT_FOUND: Issue = {
  severity: 'error',
  code: 'not-found',
  expression: 'RF1-6',
  text: {
    fr: 'Aucune demande de ce numéro ne vous a été adressée. Renvoyez le numéro tel que vous l’avez reçu.',
    en: 'No request of this number was sent to you. Send the number back as you received it.',
  },
};

const tooLong = (maxBytes: number): Issue => ({
  severity: 'error',
  code: 'too-long',
  expression: 'MSH',
  text: {
    fr: `Le message dépasse ${maxBytes} octets. Envoyez-le en plusieurs messages, ou sans ses pièces jointes.`,
    en: `The message is longer than ${maxBytes} bytes. Send it as several messages, or without its attachments.`,
  },
});

const UNCLEAR_END: Issue = {
  severity: 'error',
  code: 'structure',
  expression: 'MSH-18',
  text: {
    fr: 'En UTF-16, la fin de ce bloc ne se distingue pas d’une lettre. Terminez le dernier segment par un retour, ou écrivez en UNICODE UTF-8.',
    en: 'In UTF-16 the end of this block cannot be told from a letter. End the last segment with a carriage return, or write in UNICODE UTF-8.',
  },
};
