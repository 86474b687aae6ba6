import { isUnderWay } from '../../mappings/domain/current-task.ts';
import { isStopAsked, wasAccepted } from '../../mappings/domain/last-word.ts';
import { identifiersOf, tokenOf } from '../../mappings/domain/references.ts';
import { effectOf } from '../../mappings/domain/referral-effect.ts';
import { isReferralState, isTerminal } from '../../mappings/domain/referral-state.ts';
import type { Act } from '../../mappings/domain/referral-table.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../../mappings/domain/systems.ts';
import { BUSINESS_STATUSES, DECLINE_REASONS } from '../../profiles/codes.ts';
import type { Write } from './decision.ts';

/**
 * The owner's part of a Task (status, businessStatus, outputs …) survives a revision by the requester, whose own part is taken whole. A withdrawal
 * asks accepted work to stop; without an agreement any more (`agreed` false) it stops at once on our side: consent is not asked back.
 */
export function revisedTask(standing: fhir4.Task, desired: fhir4.Task, agreed: boolean): fhir4.Task {
  const { status, statusReason, authoredOn, ...requesters } = desired;
  const { priority: _urgencyBefore, ...owners } = standing;
  const extension = [
    ...(standing.extension ?? []).filter(({ url }) => OWNER_EXTENSIONS.has(url)),
    ...(desired.extension ?? []),
  ];
  const act = actOf(status, agreed);
  const left = act === undefined ? owners : afterRequester(owners, act, statusReason);
  return { ...left, ...requesters, status: left.status, ...(extension.length > 0 && { extension }) };
}

/** What the requester does by wanting this state; a draft asks for nothing. */
function actOf(status: fhir4.Task['status'], agreed: boolean): Act | undefined {
  if (status === 'requested') return 'asked';
  if (status === 'cancelled') return agreed ? 'withdrawn' : 'family-ended';
  return status === 'entered-in-error' ? status : undefined;
}

/** Ended at once, because what let its recipient have it is there no more. */
export const endedAtOnce = (
  task: fhir4.Task,
  because: 'family-took-back' | 'withdrawn',
  recordedAt: string,
): fhir4.Task => ({
  ...afterRequester(task, 'family-ended', reasonOf(because)),
  lastModified: recordedAt,
});

/** The Task as an act of the requester leaves it, through the one table. */
function afterRequester(task: fhir4.Task, act: Act, statusReason: fhir4.CodeableConcept | undefined): fhir4.Task {
  if (!isReferralState(task.status)) return task;
  const effect = effectOf(act, task.status, { accepted: wasAccepted(task) });
  const because = statusReason === undefined ? {} : { statusReason };
  if (effect.kind === 'moves') return { ...endedBefore(task), status: effect.to, ...because };
  if (effect.kind === 'asks-to-stop') return { ...task, businessStatus: STOP_ASKED, ...because };
  return task;
}

const STOP_ASKED: fhir4.CodeableConcept = {
  coding: [
    {
      system: CODE_SYSTEMS.businessStatus,
      code: 'cancel-requested',
      display: BUSINESS_STATUSES['cancel-requested'].fr,
    },
  ],
};

/** Without what was said of the state before: its reason, that the family was told of it, or that it was asked to stop. */
function endedBefore({ statusReason: _reason, businessStatus, ...task }: fhir4.Task): fhir4.Task {
  const spent = businessStatus?.coding?.some(({ code }) => code === 'family-told' || code === 'cancel-requested');
  return businessStatus === undefined || spent === true ? task : { ...task, businessStatus };
}

/** Tasks at a recipient who has ended with this request, or was asked to: a revision sends it nothing, and the sender must know. */
export const endedForGood = (standing: fhir4.Task, desired: fhir4.Task): boolean =>
  isReferralState(standing.status) &&
  (isTerminal(standing.status) || isStopAsked(standing)) &&
  desired.status === 'requested';

const OWNER_EXTENSIONS: ReadonlySet<string> = new Set([
  EXTENSIONS.receiverPriority,
  EXTENSIONS.delivery,
  EXTENSIONS.lastWord,
  // The letters that go along were put there by themselves.
  EXTENSIONS.letterAlong,
  // On an inbound referral: which of the owner's answers stands.
  EXTENSIONS.revision,
]);

function reasonOf(code: keyof typeof DECLINE_REASONS): fhir4.CodeableConcept {
  const { fr: display } = DECLINE_REASONS[code];
  return { coding: [{ system: CODE_SYSTEMS.declineReason, code, display }], text: display };
}

/** A new recipient, or none any more: the Tasks of the others are cancelled, or asked to stop if they had accepted, and whoever has one is told. */
export function closedTasks(
  recordedAt: string,
  tasks: readonly fhir4.Task[],
  inside: ReadonlySet<string>,
): readonly Write[] {
  return tasks
    .filter((task) => !identifiersOf(task).some((identifier) => inside.has(tokenOf(identifier))))
    .filter((task) => isUnderWay(task) && !isStopAsked(task))
    .map((task) => ({
      resource: { ...afterRequester(task, 'withdrawn', reasonOf('another-recipient')), lastModified: recordedAt },
      fullUrl: `urn:uuid:${task.id ?? ''}`,
      ifMatch: task.meta?.versionId ?? '0',
    }));
}
