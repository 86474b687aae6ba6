import { type FailureKind, GatewayError } from '../../gateway/failures.ts';
import type { Verdict as AcknowledgementVerdict } from '../../mappings/dialects/hl7v2/acknowledgement.ts';
import { retryAfterMs } from './retry-after.ts';

/**
 * What a partner's channel says of sending the same again, in one place: HTTP statuses, FHIR issue codes, HL7 v2 acknowledgements, errors of
 * the socket. What is in no table will not succeed later: a person looks.
 */
export type ChannelFailure = Extract<FailureKind, 'unavailable' | 'partnerRefused'>;

/** HTTP statuses that may be otherwise later (RFC 9110 §15), and whether the partner said so without having taken anything. */
const NOT_NOW: Readonly<Record<number, { readonly arrived?: 'no' }>> = {
  408: {},
  425: { arrived: 'no' },
  429: { arrived: 'no' },
  500: {},
  502: {},
  503: { arrived: 'no' },
  504: {},
};

/** FHIR issue types below `transient` (R4 issue-type): they pass by themselves, whatever the status beside them. */
const TRANSIENT_ISSUES: ReadonlySet<string> = new Set([
  'transient',
  'lock-error',
  'no-store',
  'exception',
  'timeout',
  'incomplete',
  'throttled',
]);

/** HL7 v2: CE and AE are «not now», CR and AR «never», unless ERR names a condition that passes (table 0357: locked, internal error). */
const ACKNOWLEDGEMENTS: Readonly<Record<Exclude<AcknowledgementVerdict, 'accepted'>, ChannelFailure>> = {
  error: 'unavailable',
  unavailable: 'unavailable',
  rejected: 'partnerRefused',
};

/** Errors of the system at which nobody was reached. */
const NOBODY: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Of an HTTP status, with the codes of the errors that an OperationOutcome beside it names; undefined for what was taken. */
export function failureOfStatus(status: number, issueCodes: readonly string[] = []): ChannelFailure | undefined {
  const passes = issueCodes.length > 0 && issueCodes.every((code) => TRANSIENT_ISSUES.has(code));
  // A 2xx that says that it went wrong: nobody may take it for a receipt.
  if (status >= 200 && status < 300)
    return issueCodes.length === 0 ? undefined : passes ? 'unavailable' : 'partnerRefused';
  return passes || NOT_NOW[status] !== undefined ? 'unavailable' : 'partnerRefused';
}

export const failureOfAcknowledgement = (verdict: AcknowledgementVerdict): ChannelFailure | undefined =>
  verdict === 'accepted' ? undefined : ACKNOWLEDGEMENTS[verdict];

/** What a partner's status and the issues beside it come to; its words are left out. Undefined for what was taken. */
export function answered(
  partner: string,
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  issueCodes: readonly string[] = [],
): GatewayError | undefined {
  const kind = failureOfStatus(status, issueCodes);
  if (kind === undefined) return undefined;
  return new GatewayError(kind, `partner ${partner} answered ${status}`, {
    retryAfterMs: retryAfterMs(headers, Date.now()),
    ...NOT_NOW[status],
  });
}

/** No answer came: `arrived` says so where nobody can have received anything. */
export const unanswered = (partner: string, cause: unknown): GatewayError =>
  new GatewayError('unavailable', `no answer from partner ${partner}`, {
    cause,
    ...(reachedNobody(cause) && { arrived: 'no' }),
  });

/** Whether an error says that nobody was reached; Node puts the system's own below its own, one for each address. */
export function reachedNobody(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (NOBODY.has(String(Reflect.get(error, 'code')))) return true;
  const below: unknown = Reflect.get(error, 'errors');
  if (Array.isArray(below) && below.length > 0) return below.every(reachedNobody);
  return reachedNobody(Reflect.get(error, 'cause'));
}

/** Codes of the errors that an OperationOutcome names; none for anything else. Nothing here trusts the shape of what came. */
export function errorCodesIn(body: unknown): readonly string[] {
  if (!isRecord(body) || body.resourceType !== 'OperationOutcome' || !Array.isArray(body.issue)) return [];
  return body.issue
    .filter((issue: unknown) => isRecord(issue) && (issue.severity === 'error' || issue.severity === 'fatal'))
    .map((issue: unknown) => (isRecord(issue) ? String(issue.code) : ''));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
