import { GatewayError } from '../../gateway/failures.ts';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import type { Sent } from './sent.ts';
import { reachedNobody } from './verdicts.ts';

export interface TextMessage {
  readonly to: string;
  readonly text: string;
}

export interface TextOptions {
  readonly url: string;
  readonly token: string;
  readonly timeoutMs: number;
}

export interface TextSender {
  /** Throws GatewayError: `unavailable` (nothing left, try again) or `partnerRefused`. */
  send(message: TextMessage, signal: AbortSignal): Promise<Sent>;
}

/** What an SMS service says when it took nothing now. */
const NOT_NOW: ReadonlySet<number> = new Set([429, 503]);

/** Gives a text message to an SMS service: `POST {url}` with a bearer token and `{ "to": …, "text": … }`. */
export function textSender({ url, token, timeoutMs }: TextOptions): TextSender {
  return {
    async send(message, signal) {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(message),
        signal: timeLimit(signal, timeoutMs),
      }).catch((cause: unknown) => {
        if (reachedNobody(cause)) throw new GatewayError('unavailable', 'no answer from the SMS service', { cause });
        return undefined;
      });
      if (response === undefined) return 'in-doubt';
      await response.body?.cancel();
      if (response.ok) return 'sent';
      if (NOT_NOW.has(response.status))
        throw new GatewayError('unavailable', `the SMS service answered ${response.status}`);
      if (response.status >= 500) return 'in-doubt';
      throw new GatewayError('partnerRefused', `the SMS service answered ${response.status}`);
    },
  };
}
