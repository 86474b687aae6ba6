import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { type Mailbox, startMailbox } from '../../../../sandbox/partners/web-page/mailbox.ts';
import { mailSender } from '../../../../workers/connectors/mail.ts';

const MAIL = { to: 'accueil@maison.example', subject: 'Une demande vous attend', text: 'Pour l’ouvrir : « ici ».\n' };
let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

const sender = (smtpUrl: string, timeoutMs = 10_000) =>
  mailSender({ smtpUrl, from: 'ne-pas-repondre@passerelle.example', timeoutMs });

/** A mail server that does this with the message. */
async function aServer(options: ConstructorParameters<typeof SMTPServer>[0]): Promise<string> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], ...options });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => new Promise((resolve) => server.close(() => resolve()));
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

test('a mail arrives whole, accents too, from the sender that was set, and tells no program', async () => {
  const mailbox: Mailbox = await startMailbox({ now: () => new Date('2026-03-10T12:00:00Z') });
  stop = () => mailbox.stop();
  expect(await sender(mailbox.smtpUrl).send(MAIL)).toBe('sent');
  expect(mailbox.mails()).toMatchObject([
    {
      from: 'ne-pas-repondre@passerelle.example',
      to: [MAIL.to],
      subject: MAIL.subject,
      text: MAIL.text,
      raw: expect.not.stringMatching(/nodemailer|x-mailer/i),
    },
  ]);
});

test('a server that cannot be reached took nothing: later', async () => {
  const mailbox = await startMailbox({ now: () => new Date() });
  await mailbox.stop();
  await expect(sender(mailbox.smtpUrl).send(MAIL)).rejects.toMatchObject({ kind: 'unavailable' });
});

test.each([
  [550, 'partnerRefused'],
  [450, 'unavailable'],
] as const)('an address refused with %i is %s', async (responseCode, kind) => {
  const url = await aServer({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode })),
  });
  await expect(sender(url).send(MAIL)).rejects.toMatchObject({ kind });
});

test('silence after the whole message was given is a doubt, not a failure', async () => {
  const url = await aServer({ onData: (stream) => void stream.resume() });
  expect(await sender(url, 1_000).send(MAIL)).toBe('in-doubt');
});
