import { isOn } from '../../../gateway/access/switches.ts';
import type { Config } from '../../../gateway/config.ts';
import { GatewayError } from '../../../gateway/failures.ts';
import type { Registry } from '../../../gateway/registry.ts';
import { type MailSender, mailSender } from '../../connectors/mail.ts';
import { type WebhookSender, webhookSender } from '../../connectors/webhook.ts';

/** How the watch reaches the centres that let it. */
export interface NoticeChannels {
  /** Undefined of a centre that has not turned it on. */
  webhook(centre: string): WebhookSender | undefined;
  /** Undefined where no centre has turned it on. */
  readonly mail: MailSender | undefined;
}

/** Undefined where no centre has turned on anything. Throws GatewayError `internal` that names every setting that is then needed. */
export function noticeChannels(
  { pages: { smtpUrl, mailFrom }, partnerTimeoutMs: timeoutMs, partnerToken }: NoticeConfig,
  { centres }: Pick<Registry, 'centres'>,
  now: () => Date,
): NoticeChannels | undefined {
  const webhooks = new Map(
    centres.flatMap((centre) => {
      const to = centre.watchTo?.webhook;
      if (!isOn(centre, 'watchWebhook') || to === undefined) return [];
      return [[centre.id, webhookSender({ url: to.url, secret: partnerToken(to.secret), timeoutMs, now })] as const];
    }),
  );
  const byMail = centres.some((centre) => isOn(centre, 'watchMail'));
  if (webhooks.size === 0 && !byMail) return undefined;
  const missing = Object.entries({ SMTP_URL: smtpUrl, MAIL_FROM: mailFrom }).flatMap(([name, value]) =>
    byMail && value === '' ? [name] : [],
  );
  if (missing.length > 0)
    throw new GatewayError(
      'internal',
      `a centre has turned on the e-mail of the watch, so these settings are needed: ${missing.join(', ')}`,
    );
  return {
    webhook: (centre) => webhooks.get(centre),
    mail: byMail ? mailSender({ smtpUrl, from: mailFrom, timeoutMs }) : undefined,
  };
}

export type NoticeConfig = Pick<Config, 'partnerTimeoutMs' | 'partnerToken'> & {
  readonly pages: Pick<Config['pages'], 'smtpUrl' | 'mailFrom'>;
};
