import { isReferralState, isTerminal } from './referral-state.ts';
import { IDENTIFIERS } from './systems.ts';

/** The partner that a Task or a request is addressed to. */
export const partnerIn = (reference: fhir4.Reference | undefined): string | undefined =>
  reference?.identifier?.system === IDENTIFIERS.partner ? reference.identifier.value : undefined;

export const isUnderWay = ({ status }: fhir4.Task): boolean => isReferralState(status) && !isTerminal(status);

/** Of one request's Tasks, the one that tells where it stands: one under way, else that of its present recipient, else the last one authored. */
export function currentTask(
  tasks: readonly fhir4.Task[],
  request: fhir4.ServiceRequest | undefined,
): fhir4.Task | undefined {
  const byAge = [...tasks].sort((a, b) => ((a.authoredOn ?? '') < (b.authoredOn ?? '') ? -1 : 1));
  const recipient = partnerIn(request?.performer?.[0]);
  return (
    byAge.findLast(isUnderWay) ??
    byAge.find(({ owner }) => recipient !== undefined && partnerIn(owner) === recipient) ??
    byAge.at(-1)
  );
}
