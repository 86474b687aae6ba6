import { momentSpan } from '../../profiles/moment-span.ts';

/**
 * The moment by which a request must have reached whoever is asked (ms since 1970): a hearing (ServiceRequest.occurrenceDateTime), the end of
 * the time in which it is to be done (occurrencePeriod, Task.restriction.period); of several the first, and of a date its first instant
 * anywhere. Undefined where nothing binds.
 */
export function ownDateOf(request: fhir4.ServiceRequest, task: fhir4.Task): number | undefined {
  const moments = [request.occurrenceDateTime, request.occurrencePeriod?.end, task.restriction?.period?.end];
  const starts = moments.flatMap((moment) => (moment === undefined ? [] : [momentSpan(moment).startMs]));
  return starts.length === 0 ? undefined : Math.min(...starts);
}
