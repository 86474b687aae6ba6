import { isStopAsked, lastWordOf } from './last-word.ts';
import { isReferralState, isTerminal } from './referral-state.ts';
import { IDENTIFIERS } from './systems.ts';

const IN_ERROR = 'entered-in-error';

/** The partner that a Task or a request is addressed to. */
export const partnerIn = (reference: fhir4.Reference | undefined): string | undefined =>
  reference?.identifier?.system === IDENTIFIERS.partner ? reference.identifier.value : undefined;

/** The partner that asks this of the centre; undefined for what the centre asks. */
export const senderOf = ({ requester }: fhir4.Task): string | undefined => partnerIn(requester);

/** The partner at the other end of a Task: who was asked, or who asks. */
export const counterpartOf = (task: fhir4.Task): string | undefined => partnerIn(task.owner) ?? senderOf(task);

export const isUnderWay = ({ status }: fhir4.Task): boolean => isReferralState(status) && !isTerminal(status);

/** Under way, and no longer only a draft: its recipient is to have the newest version. */
export const isAsked = (task: fhir4.Task): boolean => isUnderWay(task) && task.status !== 'draft';

/** Taken back by the requester: whoever has it is told so, and nothing else. What its owner stopped, as it was asked to, it knows. */
export const isWithdrawn = (task: fhir4.Task): boolean =>
  task.status === IN_ERROR || (task.status === 'cancelled' && lastWordOf(task)?.what !== 'cancelled');

/** What its recipient is told of a request that was taken back, and then nothing else: to stop accepted work, that it is cancelled, or that it was an error. */
export function takingBack(task: fhir4.Task): 'stop' | 'cancellation' | 'error' | undefined {
  if (isWithdrawn(task)) return task.status === IN_ERROR ? 'error' : 'cancellation';
  return isUnderWay(task) && isStopAsked(task) ? 'stop' : undefined;
}

/** Its recipient is told no more of it than that. */
export const isTakenBack = (task: fhir4.Task): boolean => takingBack(task) !== undefined;

/** A Task that carries a request of ours to a recipient; a plan's commitments are Tasks too, and so is what a recipient passed on. */
export const isReferralTask = (resource: fhir4.FhirResource): resource is fhir4.Task =>
  resource.resourceType === 'Task' &&
  resource.intent === 'order' &&
  resource.partOf === undefined &&
  (resource.identifier?.some(({ system }) => system === IDENTIFIERS.task) ?? false);

/** The pairwise number of a Task, by which its recipient and the centre know it. */
export const taskNumberOf = ({ identifier = [] }: fhir4.Task): string | undefined =>
  identifier.find(({ system }) => system === IDENTIFIERS.task)?.value;

/** A Task by which a recipient passed a request of ours on to somebody else: part of the recipient's own. */
export const isPassedOn = (resource: fhir4.FhirResource): resource is fhir4.Task =>
  resource.resourceType === 'Task' && resource.partOf !== undefined;

/**
 * Of one request's Tasks, the one that tells where it stands: one under way, else that of its present recipient, else the last one authored.
 * A Task entered in error tells nothing while another one does, unless the whole request is an error.
 */
export function currentTask(
  tasks: readonly fhir4.Task[],
  request: fhir4.ServiceRequest | undefined,
): fhir4.Task | undefined {
  const meant = request?.status === 'entered-in-error' ? [] : tasks.filter(({ status }) => status !== IN_ERROR);
  const byAge = [...(meant.length > 0 ? meant : tasks)].sort(
    (a, b) =>
      instantOf(a.authoredOn) - instantOf(b.authoredOn) || instantOf(a.lastModified) - instantOf(b.lastModified),
  );
  const recipient = partnerIn(request?.performer?.[0]);
  return (
    byAge.findLast(isUnderWay) ??
    byAge.find(({ owner }) => recipient !== undefined && partnerIn(owner) === recipient) ??
    byAge.at(-1)
  );
}

/** Moments come with the offset of whoever wrote them: they compare as instants, not as text. */
const instantOf = (moment: string | undefined): number => (moment === undefined ? 0 : Date.parse(moment));
