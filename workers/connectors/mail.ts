import { createTransport } from 'nodemailer';
import { GatewayError } from '../../gateway/failures.ts';
import type { Sent } from './sent.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface MailOptions {
  /** `smtp://user:password@host:port`; `smtps:` for TLS from the first byte. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly timeoutMs: number;
}

export interface MailSender {
  /** Throws GatewayError: `unavailable` (nothing left, try again) or `partnerRefused` (the server will not take it). */
  send(mail: Mail): Promise<Sent>;
}

/** Until the message itself was given, nothing has left. */
const BEFORE_MESSAGE: ReadonlySet<string> = new Set(['CONN', 'EHLO', 'HELO', 'STARTTLS', 'MAIL FROM', 'RCPT TO']);

/** Sends plain text by SMTP. */
export function mailSender({ smtpUrl, from, timeoutMs }: MailOptions): MailSender {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // What we send never names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          xMailer: false,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return 'sent';
      } catch (cause) {
        return unlessSaid(cause);
      }
    },
  };
}

/** What the server said decides; without a word of it after the message was given, nobody knows. */
function unlessSaid(cause: unknown): Sent {
  const { responseCode, command, code } = partsOf(cause);
  if (responseCode !== undefined && responseCode >= 500)
    throw new GatewayError('partnerRefused', `the mail server answered ${responseCode}`, { cause });
  const nothingLeft =
    responseCode !== undefined ||
    code === 'EDNS' ||
    BEFORE_MESSAGE.has(command ?? 'CONN') ||
    command?.startsWith('AUTH');
  if (nothingLeft) throw new GatewayError('unavailable', 'the mail server took nothing', { cause });
  return 'in-doubt';
}

function partsOf(error: unknown): { responseCode?: number; command?: string; code?: string } {
  const parts = new Map(Object.entries(typeof error === 'object' && error !== null ? error : {}));
  const [responseCode, command, code] = [parts.get('responseCode'), parts.get('command'), parts.get('code')];
  return {
    ...(typeof responseCode === 'number' && { responseCode }),
    ...(typeof command === 'string' && { command }),
    ...(typeof code === 'string' && { code }),
  };
}
