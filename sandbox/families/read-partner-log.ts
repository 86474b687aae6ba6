import type { PartnerSandbox } from '../partners/partner-sandbox.ts';
import { textsAt } from '../partners/reading.ts';

/** One request in a partner's own log. */
export interface RequestAtPartner {
  readonly status: string;
  /** Different messages received about it; a repeat counts once. */
  readonly messages: number;
  readonly answers: number;
  /** Answers that the gateway did not take. */
  readonly answersLost: number;
}

/** What the partner itself has written down about a request, by the number it knows; undefined when it never received it. */
export function readPartnerLog(
  partner: Pick<PartnerSandbox, 'tasks' | 'log'>,
  number: string,
): RequestAtPartner | undefined {
  const task = partner.tasks().find(({ identifier }) => identifier.value === number);
  if (task === undefined) return undefined;
  const { received } = partner.log();
  return {
    status: task.status,
    messages: received.filter(({ repeated, bundle }) => !repeated && names(bundle, number)).length,
    answers: task.answers.length,
    answersLost: task.answers.filter(({ result }) => result !== 'taken').length,
  };
}

/** A message names the request by its number and by nothing else. */
const names = (bundle: fhir4.Bundle, number: string): boolean =>
  textsAt(bundle, 'entry.resource.identifier.value').includes(number);
