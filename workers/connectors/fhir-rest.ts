import { GatewayError } from '../../gateway/failures.ts';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import { boundedBody } from './bounded-body.ts';
import type { Connector } from './connector.ts';
import { answered, errorCodesIn, unanswered } from './verdicts.ts';

export interface FhirRestOptions {
  readonly partner: string;
  readonly endpoint: string;
  readonly token: string;
  readonly timeoutMs: number;
  /** Whether a Task under our number is there, where the partner's server can be read. */
  readonly hasArrived?: Connector['hasArrived'];
}

const OUTCOME_MAX_BYTES = 100_000;

/** Posts a FHIR transaction to a partner's server. Throws `unavailable` when it may succeed later, `partnerRefused` when it will not. */
export function fhirRestConnector({ partner, endpoint, token, timeoutMs, hasArrived }: FhirRestOptions): Connector {
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
        signal: timeLimit(signal, timeoutMs),
      }).catch((cause: unknown) => {
        throw unanswered(partner, cause);
      });
      // What was taken is in the partner's own words, which we do not need.
      const codes = response.ok ? [] : await outcomeCodes(response);
      await response.body?.cancel().catch(() => undefined);
      const failure = answered(partner, response, codes);
      if (failure !== undefined) throw failure;
      return { reference: `HTTP ${response.status}` };
    },
    ...(hasArrived !== undefined && { hasArrived }),
  };
}

/** None where the answer cannot be read: then its status decides. */
async function outcomeCodes(response: Response): Promise<readonly string[]> {
  try {
    const bytes = await boundedBody(response, OUTCOME_MAX_BYTES);
    return bytes === undefined ? [] : errorCodesIn(JSON.parse(bytes.toString('utf8')));
  } catch {
    return [];
  }
}
