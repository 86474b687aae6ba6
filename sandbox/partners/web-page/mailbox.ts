import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { mailText } from './mail-text.ts';

export interface KeptMail {
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Every byte of it, headers too. */
  readonly raw: string;
}

/** A mail server of this machine that delivers to nobody: it keeps what it is given. */
export interface Mailbox {
  readonly smtpUrl: string;
  mails(): readonly KeptMail[];
  stop(): Promise<void>;
}

const SIZE_MAX_BYTES = 1_000_000;

export async function startMailbox({ now }: { readonly now: () => Date }): Promise<Mailbox> {
  const kept: KeptMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: SIZE_MAX_BYTES,
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        kept.push({
          at: now().toISOString(),
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          ...mailText(raw),
          raw: raw.toString('utf8'),
        });
        done();
      });
    },
  });
  // A client that hangs up is no fault of ours.
  server.on('error', () => undefined);
  const { server: listener } = server;
  server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails: () => kept,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
