import { createHmac } from 'node:crypto';
import { GatewayError } from '../../gateway/failures.ts';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import { retryAfterMs } from './retry-after.ts';
import { failureOfStatus } from './verdicts.ts';

export interface WebhookOptions {
  readonly url: string;
  /** `whsec_` and base64, or the base64 alone, of 24 bytes or more. */
  readonly secret: string;
  readonly timeoutMs: number;
  readonly now: () => Date;
}

export interface WebhookSender {
  /** Sends a number and nothing else. Throws GatewayError: `unavailable` (try again) or `partnerRefused`. */
  send(id: string, signal: AbortSignal): Promise<void>;
}

const KEY_MIN_BYTES = 24;

/**
 * Tells a system that something has changed: `POST {url}` with `{"id": …}`, signed as Standard Webhooks 1.0 says (HMAC-SHA256 of id, time and
 * body), so that nobody else can tell it. Throws GatewayError `internal` for a secret that is too short.
 */
export function webhookSender({ url, secret, timeoutMs, now }: WebhookOptions): WebhookSender {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (key.length < KEY_MIN_BYTES)
    throw new GatewayError('internal', `a webhook’s secret is ${KEY_MIN_BYTES} bytes or more in base64`);
  return {
    async send(id, signal) {
      const body = JSON.stringify({ id });
      const at = Math.floor(now().getTime() / 1_000);
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'passerelle',
          'webhook-id': id,
          'webhook-timestamp': String(at),
          'webhook-signature': webhookSignature(key, id, at, body),
        },
        body,
        signal: timeLimit(signal, timeoutMs),
      }).catch((cause: unknown) => {
        throw new GatewayError('unavailable', 'no answer from the webhook', { cause });
      });
      await response.body?.cancel();
      const kind = failureOfStatus(response.status);
      if (kind !== undefined)
        throw new GatewayError(kind, `the webhook answered ${response.status}`, {
          retryAfterMs: retryAfterMs(response.headers, now().getTime()),
        });
    },
  };
}

/** What whoever has the key makes of the same number, time (seconds since 1970) and body. */
export const webhookSignature = (key: Buffer, id: string, at: number, body: string): string =>
  `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
