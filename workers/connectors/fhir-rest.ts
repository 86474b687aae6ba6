import { GatewayError } from '../../gateway/failures.ts';
import type { Connector } from './connector.ts';
import { mayPass } from './may-pass.ts';
import { retryAfterMs } from './retry-after.ts';

export interface FhirRestOptions {
  readonly partner: string;
  readonly endpoint: string;
  readonly token: string;
  readonly timeoutMs: number;
}

/** Posts a FHIR transaction to a partner's server. Throws `unavailable` when it may succeed later, `partnerRefused` when it will not. */
export function fhirRestConnector({ partner, endpoint, token, timeoutMs }: FhirRestOptions): Connector {
  return {
    async send(message, signal) {
      if (message.form !== 'fhir') throw new GatewayError('internal', `partner ${partner} takes FHIR only`);
      const response = await fetch(endpoint, {
        method: 'POST',
        redirect: 'error',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/fhir+json',
          accept: 'application/fhir+json',
        },
        body: JSON.stringify(message.bundle),
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      }).catch((cause: unknown) => {
        throw new GatewayError('unavailable', `no answer from partner ${partner}`, { cause });
      });
      await response.body?.cancel();

      if (response.ok) return { reference: `HTTP ${response.status}` };
      throw new GatewayError(
        mayPass(response.status) ? 'unavailable' : 'partnerRefused',
        `partner ${partner} answered ${response.status}`,
        { retryAfterMs: retryAfterMs(response.headers, Date.now()) },
      );
    },
  };
}
