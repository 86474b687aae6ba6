import { GatewayError } from '../../gateway/failures.ts';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import { checkResource } from '../../profiles/check-resource.ts';
import { boundedBody } from './bounded-body.ts';
import type { Connector, Receipt } from './connector.ts';
import { retryAfterMs } from './retry-after.ts';
import { type ChannelFailure, errorCodesIn, failureOfStatus, unanswered } from './verdicts.ts';

export interface FhirMessagingOptions {
  readonly partner: string;
  /** The partner's `$process-message`. */
  readonly endpoint: string;
  readonly token: string;
  readonly timeoutMs: number;
}

/** With two of the largest letters. */
const ANSWER_MAX_BYTES = 6_500_000;

/**
 * Posts a FHIR message to a partner's `$process-message` and reads the message that answers it (R4 §2.4.3): its `response.code` says
 * whether it was taken. What the answer says beside that, such as a Task, is the reply. Throws `unavailable` when the same message may be
 * taken later, `partnerRefused` when it will not.
 */
export function fhirMessagingConnector({ partner, endpoint, token, timeoutMs }: FhirMessagingOptions): Connector {
  return {
    async send(message, signal) {
      if (message.form !== 'fhir') throw new GatewayError('internal', `partner ${partner} takes FHIR only`);
      const inTime = timeLimit(signal, timeoutMs);
      const response = await fetch(endpoint, {
        method: 'POST',
        redirect: 'error',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/fhir+json',
          accept: 'application/fhir+json',
        },
        body: JSON.stringify(message.bundle),
        signal: inTime,
      }).catch((cause: unknown) => {
        throw unanswered(partner, cause);
      });
      const text = await textOf(partner, response);
      return receiptOf(partner, response, answerIn(text), message.bundle.entry?.[0]?.resource?.id);
    },
  };
}

/** What a partner answered, as far as we look into it. */
interface Answer {
  /** `MessageHeader.response.code`. */
  readonly code?: string;
  /** What an OperationOutcome says that went wrong. */
  readonly errors?: readonly string[];
  /** Id of the message that it answers. */
  readonly answers?: string;
  /** It says something of its own beside how the message went. */
  readonly more?: fhir4.Bundle<fhir4.FhirResource>;
}

/** The code of the answer decides, whatever the status; without one the status does. */
function receiptOf(
  partner: string,
  { status, headers }: Response,
  answer: Answer,
  sentAs: string | undefined,
): Receipt {
  const kind = kindOf(status, answer, sentAs);
  if (kind !== undefined)
    throw new GatewayError(kind, `partner ${partner} answered ${status}`, {
      retryAfterMs: retryAfterMs(headers, Date.now()),
    });
  const { more } = answer;
  if (more === undefined) return { reference: `HTTP ${status}` };
  // An answer that was given and cannot be read must not be lost: a person looks.
  const issues = checkResource(more).filter(({ severity, rule }) => severity === 'error' && rule !== 'code');
  if (issues.length > 0)
    throw new GatewayError('partnerRefused', `an answer of partner ${partner} cannot be read`, { issues });
  return { reference: `HTTP ${status}`, reply: { form: 'fhir', bundle: more } };
}

function kindOf(
  status: number,
  { code, errors, answers }: Answer,
  sentAs: string | undefined,
): ChannelFailure | undefined {
  if (code === 'fatal-error') return 'partnerRefused';
  // An answer to another message says nothing of this one.
  if (code === 'transient-error' || (answers !== undefined && answers !== sentAs)) return 'unavailable';
  return failureOfStatus(status, errors);
}

/** The body; an answer without end is not read to its end. */
async function textOf(partner: string, response: Response): Promise<string> {
  const bytes = await boundedBody(response, ANSWER_MAX_BYTES).catch((cause: unknown) => {
    throw new GatewayError('unavailable', `the answer of partner ${partner} broke off`, { cause });
  });
  if (bytes === undefined)
    throw new GatewayError(
      'partnerRefused',
      `the answer of partner ${partner} is larger than ${ANSWER_MAX_BYTES} bytes`,
    );
  return bytes.toString('utf8');
}

/** Nothing here trusts the shape of what came. */
function answerIn(text: string): Answer {
  const body = parsed(text);
  if (!isRecord(body)) return {};
  if (body.resourceType === 'OperationOutcome') return { errors: errorCodesIn(body) };
  const [header, ...others] = resourcesIn(body);
  const response = header?.resourceType === 'MessageHeader' ? header.response : undefined;
  if (!isRecord(response)) return {};
  const { code, identifier } = response;
  const saysMore = others.some(({ resourceType }) => SAYS_MORE.has(resourceType));
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof identifier === 'string' && { answers: identifier }),
    // It is checked before it is handed on.
    ...(saysMore && { more: body as unknown as fhir4.Bundle<fhir4.FhirResource> }),
  };
}

/** What an answer may say by itself about the request. */
const SAYS_MORE: ReadonlySet<unknown> = new Set(['Task', 'Appointment', 'Communication']);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function resourcesIn({ resourceType, entry }: Readonly<Record<string, unknown>>) {
  if (resourceType !== 'Bundle' || !Array.isArray(entry)) return [];
  return entry.flatMap((one: unknown) => (isRecord(one) && isRecord(one.resource) ? [one.resource] : []));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
