import { present } from '../concepts/present.ts';
import { lastWordOf } from '../domain/last-word.ts';
import { receiptOf } from '../domain/receipt-on-task.ts';
import { labelsOnRequest } from '../lenses/labels.ts';
import type { LensName } from '../lenses/lenses.ts';
import { LENSES } from '../lenses/lenses.ts';
import { purposeOf } from '../lenses/narrow.ts';
import type { Disclosure } from './bases.ts';

/** One request at one recipient, and the lens through which it would be seen. */
export interface RequestToShow {
  readonly task: fhir4.Task;
  readonly request: fhir4.ServiceRequest;
  readonly child: fhir4.Patient;
  readonly recipient: string;
  readonly unassessedElsewhere: boolean;
  readonly inHealthCare: boolean;
  readonly lens: LensName;
  readonly what: Disclosure['what'];
  readonly timeZone: string;
}

/** What showing a request would disclose. Throws TypeError for a ServiceRequest that is none of the three requests: nothing else is shown. */
export function disclosureOfRequest(shown: RequestToShow): Disclosure {
  const { task, request, child, recipient, unassessedElsewhere, inHealthCare, lens, what, timeZone } = shown;
  const purpose = purposeOf(request);
  if (purpose === undefined) throw new TypeError('only requests are disclosed');
  // A recipient that has it, or has spoken of it, has had it since it was made.
  const isThere = receiptOf(task) !== undefined || lastWordOf(task) !== undefined;
  return present({
    what,
    recipient,
    unassessedElsewhere,
    inHealthCare,
    purpose,
    information: LENSES[lens].information,
    labels: labelsOnRequest(request, task, child),
    birthDate: child.birthDate,
    underWaySince: isThere ? task.authoredOn : undefined,
    timeZone,
  });
}
