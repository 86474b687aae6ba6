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

/** Failures before a message could be given: the name was not found, no connection, no greeting, no TLS, no login. */
const BEFORE_MESSAGE: ReadonlySet<unknown> = new Set([
  'EDNS',
  'ETLS',
  'EAUTH',
  'connect',
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
]);

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

/** What the server said decides; without a word of it, once there was a connection, nobody knows. */
function unlessSaid(cause: unknown): Sent {
  const part = (name: string): unknown =>
    typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined;
  const answered = part('responseCode');
  if (typeof answered === 'number' && answered >= 500)
    throw new GatewayError('partnerRefused', `the mail server answered ${answered}`, { cause });
  const before = [part('code'), part('syscall'), part('timeoutType')].some((it) => BEFORE_MESSAGE.has(it));
  if (typeof answered === 'number' || before)
    throw new GatewayError('unavailable', 'the mail server took nothing', { cause });
  return 'in-doubt';
}
