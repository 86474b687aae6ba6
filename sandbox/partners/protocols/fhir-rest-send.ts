import { timeLimit } from '../../../gateway/process/time-limit.ts';
import type { Attempt } from '../journal.ts';
import type { SendAnswer } from '../outbox.ts';
import { textsAt } from '../reading.ts';
import { bearerFrom, type SendOptions } from './protocol.ts';

const BODY_KEPT_MAX_CHARS = 10_000;

/** Sends an answer as a FHIR conditional update: `PUT {gateway}/fhir/Task?identifier=system|value`. */
export function fhirRestSend(options: SendOptions): SendAnswer {
  return async (task, signal) => {
    const { system = '', value = '' } = task.identifier?.[0] ?? {};
    const path = `/fhir/Task?identifier=${encodeURIComponent(`${system}|${value}`)}`;
    return (await callGateway(options, { method: 'PUT', path, body: task }, signal)).attempt;
  };
}

export interface GatewayCall {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below the gateway's address, with its query. */
  readonly path: string;
  readonly body?: fhir4.FhirResource;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What became of a call, with the version of what was read. */
export interface GatewayAnswer {
  readonly attempt: Attempt;
  readonly etag?: string;
}

/** One FHIR call to the gateway. Never throws: every way it can end is an Attempt. */
export async function callGateway(
  { gatewayUrl, gatewayToken, timeoutMs }: SendOptions,
  { method, path, body, headers = {} }: GatewayCall,
  signal: AbortSignal,
): Promise<GatewayAnswer> {
  const base = (typeof gatewayUrl === 'function' ? gatewayUrl() : gatewayUrl).replace(/\/+$/, '');
  try {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        accept: 'application/fhir+json',
        authorization: await bearerFrom(gatewayToken),
        ...(body !== undefined && { 'content-type': 'application/fhir+json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // Our token is for the gateway alone: it does not follow a redirection elsewhere.
      redirect: 'manual',
      signal: timeLimit(signal, timeoutMs),
    });
    const etag = response.headers.get('etag') ?? undefined;
    const attempt = attemptFrom(response.status, bodyFrom(await response.text()));
    return { attempt, ...(etag !== undefined && { etag }) };
  } catch (error) {
    return { attempt: { result: 'not-delivered', willRetry: true, because: reasonOf(error) } };
  }
}

/** 429 says "later", as 5xx does; any other 4xx says that this answer will never do. */
export function attemptFrom(status: number, body: unknown): Attempt {
  const kept = body === undefined ? {} : { body };
  if (status >= 200 && status < 300) return { result: 'taken', status, ...kept };
  if (status >= 500 || status === 429) {
    return { result: 'not-delivered', willRetry: true, status, because: `HTTP ${status}`, ...kept };
  }
  return { result: 'refused', status, ...kept };
}

/** The body as JSON, else as text. */
export function bodyFrom(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, BODY_KEPT_MAX_CHARS);
  }
}

/** fetch says only "fetch failed"; why is in its cause. */
export function reasonOf(error: unknown): string {
  const [code] = textsAt(error, 'cause.code');
  const [name] = textsAt(error, 'name');
  return code ?? (name === 'TypeError' ? textsAt(error, 'message')[0] : name) ?? String(error);
}
