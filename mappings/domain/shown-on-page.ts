import { requestKindOf } from './request-kind.ts';
import { FOREIGN } from './systems.ts';

/** Whether a request may be read on the secure page at all: never a legal one, and none that is labelled very restricted (fhir.md §2, §6). */
export const mayBeShownOnPage = ({
  request,
  task,
  child,
}: {
  readonly request: fhir4.ServiceRequest;
  readonly task: fhir4.Task;
  readonly child: fhir4.Patient;
}): boolean => requestKindOf(request) !== 'legal-referral' && ![request, task, child].some(isVeryRestricted);

const isVeryRestricted = ({ meta }: fhir4.Resource): boolean =>
  meta?.security?.some(({ system, code }) => system === FOREIGN.confidentiality && code === 'V') ?? false;
