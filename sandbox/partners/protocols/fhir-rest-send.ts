import type { Attempt } from '../journal.ts';
import type { SendAnswer } from '../outbox.ts';
import { textsAt } from '../reading.ts';
import type { SendOptions } from './protocol.ts';

const BODY_KEPT_MAX_CHARS = 10_000;

/** Sends an answer as a FHIR conditional update: `PUT {gateway}/fhir/Task?identifier=system|value`. */
export function fhirRestSend({ gatewayUrl, gatewayToken, timeoutMs }: SendOptions): SendAnswer {
  return async (task, signal) => {
    try {
      const response = await fetch(urlFor(task, typeof gatewayUrl === 'function' ? gatewayUrl() : gatewayUrl), {
        method: 'PUT',
        headers: {
          accept: 'application/fhir+json',
          authorization: `Bearer ${gatewayToken}`,
          'content-type': 'application/fhir+json',
        },
        body: JSON.stringify(task),
        // Our token is for the gateway alone: it does not follow a redirection elsewhere.
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      return attemptFrom(response.status, bodyFrom(await response.text()));
    } catch (error) {
      return { result: 'not-delivered', willRetry: true, because: reasonOf(error) };
    }
  };
}

function urlFor(task: fhir4.Task, gatewayUrl: string): string {
  const { system = '', value = '' } = task.identifier?.[0] ?? {};
  return `${gatewayUrl.replace(/\/+$/, '')}/fhir/Task?identifier=${encodeURIComponent(`${system}|${value}`)}`;
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
