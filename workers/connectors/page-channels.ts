import { isOn } from '../../gateway/access/switches.ts';
import type { Config } from '../../gateway/config.ts';
import { GatewayError } from '../../gateway/failures.ts';
import type { Registry } from '../../gateway/registry.ts';
import { type MailSender, mailSender } from './mail.ts';
import { type TextSender, textSender } from './text-message.ts';

/** How the secure page reaches its partners. */
export interface PageChannels {
  /** Where partners reach the page, without a slash at the end. */
  readonly publicUrl: string;
  readonly text: TextSender;
  /** Absent when nobody is written to by e-mail. */
  readonly mail?: MailSender;
}

/** Undefined where no centre has turned the page on. Throws GatewayError `internal` that names every setting that it then needs. */
export function pageChannels(
  { pages: { publicUrl, smtpUrl, mailFrom, smsUrl, smsToken }, partnerTimeoutMs: timeoutMs }: Config,
  { centres, partners }: Registry,
): PageChannels | undefined {
  const byPage = partners.filter(({ transport }) => transport === 'web-page');
  if (!centres.some((centre) => isOn(centre, 'partnerPages')) || byPage.length === 0) return undefined;
  const byMail = byPage.some(({ webPage }) => webPage?.announceTo.email !== undefined);
  const needed = {
    PUBLIC_URL: publicUrl,
    SMS_URL: smsUrl,
    SMS_TOKEN: smsToken,
    ...(byMail && { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom }),
  };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value === '' ? [name] : []));
  if (missing.length > 0)
    throw new GatewayError(
      'internal',
      `the registry has partners on the secure page, so these settings are needed: ${missing.join(', ')}`,
    );
  if (!isSafe(publicUrl))
    throw new GatewayError('internal', 'PUBLIC_URL must begin with https://: whoever can change the page can read it');
  return {
    publicUrl,
    text: textSender({ url: smsUrl, token: smsToken, timeoutMs }),
    ...(byMail && { mail: mailSender({ smtpUrl, from: mailFrom, timeoutMs }) }),
  };
}

/** On this machine itself nobody stands between. */
const isSafe = (url: string): boolean =>
  /^https:\/\/[^/#?]+/.test(url) || /^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(url);
