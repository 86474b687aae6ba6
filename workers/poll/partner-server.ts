import { GatewayError } from '../../gateway/failures.ts';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import { boundedBody } from '../connectors/bounded-body.ts';
import { failureOfStatus } from '../connectors/verdicts.ts';

export interface PartnerServerOptions {
  readonly partner: string;
  /** FHIR base, without a slash at the end. */
  readonly endpoint: string;
  readonly token: string;
  readonly timeoutMs: number;
  readonly answerMaxBytes: number;
}

/** A partner's FHIR server, read only. Every call is bounded in time and size; throws GatewayError `unavailable`, `partnerRefused`. */
export interface PartnerServer {
  /** One page of a search: `Task?…`, or the query of the page before. Undefined where the server does not search that. */
  search(pathAndQuery: string, signal: AbortSignal): Promise<fhir4.Bundle | undefined>;
  /** What stands under `Type/id`; undefined where there is nothing. */
  read(reference: string, signal: AbortSignal): Promise<fhir4.FhirResource | undefined>;
}

const RELATIVE = /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/;
const ABSENT: ReadonlySet<number> = new Set([404, 410]);
/** What servers answer to a search parameter that they do not know. */
const NOT_SEARCHED: ReadonlySet<number> = new Set([400, 404, 422, 501]);

export function partnerServer(options: PartnerServerOptions): PartnerServer {
  const { partner, endpoint, token, timeoutMs, answerMaxBytes } = options;
  const away = (cause: unknown) => new GatewayError('unavailable', `no answer from partner ${partner}`, { cause });
  const refused = (why: string) => new GatewayError('partnerRefused', `partner ${partner} ${why}`);

  /** The resource, or undefined for a status that says that there is none. */
  const get = async (path: string, none: ReadonlySet<number>, signal: AbortSignal): Promise<unknown> => {
    const response = await fetch(`${endpoint}/${path}`, {
      // Our token is for this server alone.
      redirect: 'error',
      headers: { authorization: `Bearer ${token}`, accept: 'application/fhir+json', 'cache-control': 'no-cache' },
      signal: timeLimit(signal, timeoutMs),
    }).catch((cause: unknown) => {
      throw away(cause);
    });
    if (!response.ok) {
      await response.body?.cancel();
      if (none.has(response.status)) return undefined;
      const answered = `partner ${partner} answered ${response.status} to a read`;
      throw new GatewayError(failureOfStatus(response.status) ?? 'partnerRefused', answered);
    }
    const bytes = await boundedBody(response, answerMaxBytes).catch((cause: unknown) => {
      throw away(cause);
    });
    if (bytes === undefined) throw refused(`sent more than ${answerMaxBytes} bytes at once`);
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      throw refused('sent no JSON in UTF-8');
    }
  };

  return {
    async search(pathAndQuery, signal) {
      const found = await get(pathAndQuery, NOT_SEARCHED, signal);
      return isResource(found) && found.resourceType === 'Bundle' ? found : undefined;
    },
    async read(reference, signal) {
      const found = RELATIVE.test(reference) ? await get(reference, ABSENT, signal) : undefined;
      return isResource(found) ? found : undefined;
    },
  };
}

/** What is read is heard by the partner's dialect, which trusts nothing: here it need only say that it is a resource. */
const isResource = (answer: unknown): answer is fhir4.FhirResource =>
  typeof answer === 'object' && answer !== null && 'resourceType' in answer;
