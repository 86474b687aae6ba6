import { present } from '../concepts/present.ts';
import { lastWordOf } from '../domain/last-word.ts';
import { receiptOf } from '../domain/receipt-on-task.ts';
import { requestKindOf } from '../domain/request-kind.ts';
import { CODE_SYSTEMS, FOREIGN } from '../domain/systems.ts';
import type { LensName } from '../lenses/lenses.ts';
import { LENSES } from '../lenses/lenses.ts';
import { agreementsOn } from './agreements-on-request.ts';
import type { Disclosure, Label, Purpose } from './bases.ts';

/** One request at one recipient, and the lens through which it would be seen. */
export interface RequestToShow {
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
  readonly child: fhir4.Patient;
  readonly recipient: string;
  readonly inHealthCare: boolean;
  readonly lens: LensName;
  readonly what: Disclosure['what'];
  readonly timeZone: string;
}

const PURPOSES = {
  'service-referral': 'care',
  'social-prescription': 'community-support',
  'legal-referral': 'rights-support',
  'inbound-referral': 'coordination',
} as const satisfies Readonly<Record<NonNullable<ReturnType<typeof requestKindOf>>, Purpose>>;

/** What showing a request would disclose. Throws TypeError for a ServiceRequest that is none of the three requests: nothing else is shown. */
export function disclosureOfRequest(shown: RequestToShow): Disclosure {
  const { task, request, child, recipient, inHealthCare, lens, what, timeZone } = shown;
  const kind = requestKindOf(request);
  if (kind === undefined) throw new TypeError('only requests are disclosed');
  // A recipient that has it, or has spoken of it, has had it since it was made.
  const isThere = receiptOf(task) !== undefined || lastWordOf(task) !== undefined;
  return present({
    what,
    recipient,
    inHealthCare,
    purpose: PURPOSES[kind],
    information: LENSES[lens].information,
    labels: labelsOf(request),
    birthDate: child.birthDate,
    underWaySince: isThere ? task.authoredOn : undefined,
    timeZone,
  });
}

function labelsOf(request: fhir4.ServiceRequest): readonly Label[] {
  const security = request.meta?.security ?? [];
  const isRestricted = security.some(
    ({ system, code }) =>
      (system === FOREIGN.confidentiality && (code === 'R' || code === 'V')) || system === CODE_SYSTEMS.sensitivity,
  );
  const isAdolescents = security.some(({ system, code }) => system === FOREIGN.actCode && code === 'ADOL');
  return [
    ...(isRestricted ? ['restricted' as const] : []),
    ...(isAdolescents || isAskedAlone(request) ? ['asked-alone' as const] : []),
  ];
}

/** The child asks, and nobody else agreed. */
const isAskedAlone = (request: fhir4.ServiceRequest): boolean =>
  request.requester?.type === 'Patient' && agreementsOn(request).every(({ by }) => by?.type === 'Patient');
