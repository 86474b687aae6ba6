import { timeLimit } from '../../../gateway/process/time-limit.ts';
import type { Attempt } from '../journal.ts';
import { bodyFrom, reasonOf } from '../protocols/fhir-rest-send.ts';
import { bearerFrom, type SendOptions } from '../protocols/protocol.ts';
import { textsAt } from '../reading.ts';

/** Brings one message to the gateway, once. Never throws: every way it can end is an Attempt. */
export type SendMessage = (message: fhir4.Bundle<fhir4.FhirResource>, signal: AbortSignal) => Promise<Attempt>;

/** `POST {gateway}/fhir/$process-message`; the answering message's own code says whether it was taken. */
export function messagingSend({ gatewayUrl, gatewayToken, timeoutMs }: SendOptions): SendMessage {
  const base = () => (typeof gatewayUrl === 'function' ? gatewayUrl() : gatewayUrl).replace(/\/+$/, '');
  return async (message, signal) => {
    try {
      const response = await fetch(`${base()}/fhir/$process-message`, {
        method: 'POST',
        headers: {
          accept: 'application/fhir+json',
          authorization: await bearerFrom(gatewayToken),
          'content-type': 'application/fhir+json',
        },
        body: JSON.stringify(message),
        // Our token is for the gateway alone: it does not follow a redirection elsewhere.
        redirect: 'manual',
        signal: timeLimit(signal, timeoutMs),
      });
      return attemptFrom(response.status, bodyFrom(await response.text()));
    } catch (error) {
      return { result: 'not-delivered', willRetry: true, because: reasonOf(error) };
    }
  };
}

function attemptFrom(status: number, body: unknown): Attempt {
  const kept = body === undefined ? {} : { body };
  const [code] = textsAt(body, 'entry.resource.response.code');
  const later = code === 'transient-error' || (code === undefined && (status >= 500 || status === 429));
  if (later) return { result: 'not-delivered', willRetry: true, status, because: code ?? `HTTP ${status}`, ...kept };
  return code === 'ok' && status < 300 ? { result: 'taken', status, ...kept } : { result: 'refused', status, ...kept };
}
