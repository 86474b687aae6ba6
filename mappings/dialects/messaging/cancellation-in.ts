import type { Issue, Mapped } from '../../domain/mapped.ts';
import { FOREIGN } from '../../domain/systems.ts';
import type { Heard } from '../dialect.ts';
import type { Incoming } from './incoming-message.ts';
import { NO_NUMBER, numberIn } from './request-in.ts';
import { conceptText, narrativeWords, wordsAt } from './words-in.ts';

/**
 * A request that its sender takes back: its number, and words if there are any. What else the request says again was said with it and is
 * not read a second time.
 */
export function cancellationIn(
  request: fhir4.ServiceRequest,
  { header, resources }: Incoming,
): Mapped<{ readonly heard: Heard; readonly issues: readonly Issue[] }> {
  const number = numberIn(request.identifier);
  if (number === undefined) return { ok: false, issues: [NO_NUMBER] };
  const happenedAt = request.meta?.lastUpdated;
  const because = request.extension?.find(({ url }) => url === FOREIGN.requestStatusReason)?.valueCodeableConcept;
  return {
    ok: true,
    value: {
      heard: {
        kind: 'cancellation',
        number,
        state: request.status === 'entered-in-error' ? 'entered-in-error' : 'cancelled',
        accepted: resources.some(isAbort),
        ...(happenedAt !== undefined && { happenedAt }),
        words: [
          ...wordsAt('ServiceRequest.statusReason', [conceptText(because)]),
          ...wordsAt(
            'ServiceRequest.note',
            (request.note ?? []).map(({ text }) => text),
          ),
          ...wordsAt('MessageHeader.reason', [header.reason?.text]),
          ...narrativeWords(request),
        ],
      },
      issues: [],
    },
  };
}

/** A Task that asks to stop: R4's code `abort`. */
export const isAbort = (resource: fhir4.FhirResource): boolean =>
  resource.resourceType === 'Task' &&
  (resource.code?.coding ?? []).some(({ system, code }) => system === FOREIGN.taskCode && code === 'abort');
