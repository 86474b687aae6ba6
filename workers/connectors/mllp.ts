import { readFileSync } from 'node:fs';
import { GatewayError } from '../../gateway/failures.ts';
import { framed } from '../../gateway/mllp/frames.ts';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import { type AcknowledgementHeard, acknowledgementOf } from '../../mappings/dialects/hl7v2/acknowledgement-heard.ts';
import { decoded, encoded } from '../../mappings/dialects/hl7v2/charset.ts';
import { type Charset, charsetNamed } from '../../mappings/dialects/hl7v2/charset-tables.ts';
import { headerOf } from '../../mappings/dialects/hl7v2/header.ts';
import type { Connector, Receipt } from './connector.ts';
import { type MllpLink, type MllpLinkOptions, openMllpLink } from './mllp-link.ts';
import { failureOfAcknowledgement } from './verdicts.ts';

export interface MllpConnectorOptions {
  readonly partner: string;
  /** `mllp://host:port`, or `mllps://host:port` for TLS. */
  readonly endpoint: string;
  /** MSH-18 of a partner that leaves it empty in its answers. */
  readonly charset?: string;
  /** Paths of PEM files: who signs the partner's certificate, and what we present. */
  readonly pem?: { readonly authority?: string; readonly certificate?: string; readonly key?: string };
  /** For opening the connection and waiting for the acknowledgement, together. */
  readonly timeoutMs: number;
  /** How long a connection that nothing goes over is kept: firewalls forget it in silence. */
  readonly idleMs?: number;
}

const IDLE_MS = 60_000;
/** With two of the largest letters. */
const ANSWER_MAX_BYTES = 6_500_000;

/**
 * Brings HL7 v2 messages to a partner's MLLP listener, one at a time on one connection that is kept. Resolves when the partner has
 * acknowledged the message by its MSH-10; an answer on the same connection (RRI) comes back as the reply. Throws `unavailable` when there
 * was no acknowledgement or it asks to send again: whether the message arrived is then not known, and it goes again under the same MSH-10.
 * Throws `partnerRefused` when the partner will not have it, `internal` when the endpoint or a PEM file cannot be used.
 */
export function mllpConnector(options: MllpConnectorOptions): Connector {
  const { partner, timeoutMs, idleMs = IDLE_MS } = options;
  const whenEmpty = charsetNamed(options.charset ?? '') ?? 'ASCII';
  const linkOptions = linkOptionsOf(options);
  let link: MllpLink | undefined;
  let idle: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const deliver = async (text: string, signal: AbortSignal, mayLeave?: () => void): Promise<Receipt> => {
    const { controlId, bytes } = outgoing(partner, text, whenEmpty);
    const inTime = timeLimit(signal, timeoutMs);
    clearTimeout(idle);
    try {
      if (link?.usable() !== true) link = await opened(partner, linkOptions, inTime);
      // Others had their turn first, and a connection may be slow to open: somebody may have said no meanwhile.
      mayLeave?.();
      const answer = await link.exchange(framed(bytes), answerTo(controlId, whenEmpty), inTime);
      return receiptOf(partner, answer);
    } catch (cause) {
      if (cause instanceof GatewayError) throw cause;
      throw new GatewayError('unavailable', `no acknowledgement from partner ${partner}`, { cause });
    } finally {
      idle = setTimeout(() => link?.close(), idleMs).unref();
    }
  };

  return {
    async send(message, signal, mayLeave) {
      if (message.form !== 'hl7v2') throw new GatewayError('internal', `partner ${partner} takes HL7 v2 only`);
      const sent = turn.then(() => deliver(message.text, signal, mayLeave));
      turn = sent.catch(() => undefined);
      return sent;
    },
    close() {
      clearTimeout(idle);
      link?.close();
    },
  };
}

/** Without a connection nothing has left. */
const opened = (partner: string, options: MllpLinkOptions, signal: AbortSignal): Promise<MllpLink> =>
  openMllpLink(options, signal).catch((cause: unknown) => {
    throw new GatewayError('unavailable', `no connection to partner ${partner}`, { cause, arrived: 'no' });
  });

/** The bytes of a message and the number by which it will be acknowledged. What cannot be written is for a person to look at. */
function outgoing(
  partner: string,
  text: string,
  otherwise: Charset,
): { readonly controlId: string; readonly bytes: Uint8Array } {
  const header = headerOf(text);
  if (!header.ok)
    throw new GatewayError('internal', `a message for ${partner} without MSH-10`, { issues: header.issues });
  const bytes = encoded(text, charsetNamed(header.value.charset) ?? otherwise);
  if (!bytes.ok)
    throw new GatewayError('partnerRefused', `the character set of partner ${partner} lacks some of our letters`, {
      issues: bytes.issues,
    });
  return { controlId: header.value.controlId, bytes: bytes.value };
}

interface Answered {
  readonly acknowledgement: AcknowledgementHeard;
  /** The whole answer; undefined when only its acknowledgement can be read. */
  readonly text?: string;
  readonly acknowledgesOnly: boolean;
}

/** Finds the acknowledgement of one message. Its MSA is ASCII: it is understood also where the rest of the answer cannot be read. */
const answerTo =
  (controlId: string, whenEmpty: Charset) =>
  (frame: Buffer): Answered | undefined => {
    const read = decoded(frame, whenEmpty);
    const text = read.ok ? read.value.text : frame.toString('latin1');
    const acknowledgement = acknowledgementOf(text);
    if (!acknowledgement.ok || acknowledgement.value.of !== controlId) return undefined;
    const header = headerOf(text);
    return {
      acknowledgement: acknowledgement.value,
      ...(read.ok && { text }),
      acknowledgesOnly: header.ok && header.value.type === 'ACK',
    };
  };

/**
 * What an acknowledgement means. CE and AE are «not now», CR and AR «never»: a partner that errs on the one side is asked again, on the
 * other shown to a person. An answer that was given and cannot be read must not be lost: a person looks.
 */
function receiptOf(partner: string, { acknowledgement, text, acknowledgesOnly }: Answered): Receipt {
  const { code, of, verdict, issues } = acknowledgement;
  const kind = failureOfAcknowledgement(verdict);
  if (kind !== undefined)
    throw new GatewayError(kind, `partner ${partner} answered ${code}`, { issues, arrived: 'no' });
  const reference = `HL7 ${code} ${of}`;
  if (acknowledgesOnly) return { reference };
  if (text === undefined) throw new GatewayError('partnerRefused', `an answer of partner ${partner} cannot be read`);
  return { reference, reply: { form: 'hl7v2', text } };
}

function linkOptionsOf({ partner, endpoint, pem = {} }: MllpConnectorOptions): MllpLinkOptions {
  const { protocol, hostname, port } = URL.canParse(endpoint)
    ? new URL(endpoint)
    : { protocol: '', hostname: '', port: '' };
  if (!['mllp:', 'mllps:'].includes(protocol) || hostname === '' || port === '')
    throw new GatewayError(
      'internal',
      `the endpoint of partner ${partner} must be mllp://host:port or mllps://host:port`,
    );
  const file = (path: string | undefined): Buffer | undefined => {
    try {
      return path === undefined ? undefined : readFileSync(path);
    } catch (cause) {
      throw new GatewayError('internal', `a PEM file of partner ${partner} cannot be read`, { cause });
    }
  };
  const [ca, cert, key] = [file(pem.authority), file(pem.certificate), file(pem.key)];
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port),
    answerMaxBytes: ANSWER_MAX_BYTES,
    ...(protocol === 'mllps:' && { tls: { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) } }),
  };
}
