import type { PartnerProblem } from '../problem.ts';

const CODES: Readonly<Record<number, fhir4.OperationOutcomeIssue['code']>> = {
  401: 'login',
  404: 'not-found',
  405: 'not-supported',
  413: 'too-long',
  415: 'not-supported',
  500: 'exception',
};

/** A problem as FHIR says it, in both languages, since no one knows who will read the gateway's log. */
export function operationOutcome({ status, text, field }: PartnerProblem): fhir4.OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: status >= 500 ? 'fatal' : 'error',
        code: CODES[status] ?? 'invalid',
        details: { text: `${text.fr} / ${text.en}` },
        ...(field === undefined ? {} : { expression: [field] }),
      },
    ],
  };
}
