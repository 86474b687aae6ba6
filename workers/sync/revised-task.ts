import { isUnderWay } from '../../mappings/domain/current-task.ts';
import { isReferralState, isTerminal, mayMove } from '../../mappings/domain/referral-state.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../../mappings/domain/systems.ts';
import { DECLINE_REASONS } from '../../profiles/codes.ts';
import type { Write } from './decision.ts';
import { identifiersOf, tokenOf } from './references.ts';

/** The owner's part of a Task (status, businessStatus, outputs …) survives a revision by the requester, whose own part is taken whole. */
export function revisedTask(standing: fhir4.Task, desired: fhir4.Task): fhir4.Task {
  const { status, statusReason, authoredOn, ...requesters } = desired;
  const { priority: _urgencyBefore, ...owners } = standing;
  const from = standing.status;
  const extension = [
    ...(standing.extension ?? []).filter(({ url }) => OWNER_EXTENSIONS.has(url)),
    ...(desired.extension ?? []),
  ];
  const moves = isReferralState(from) && isReferralState(status) && mayMove({ from, to: status, by: 'requester' });
  return {
    ...(moves ? endedBefore(owners) : owners),
    ...requesters,
    status: moves ? status : from,
    ...(extension.length > 0 && { extension }),
    ...(moves && statusReason !== undefined && { statusReason }),
  };
}

/** Without what was said of the state before: its reason, and that the family was told of it. */
function endedBefore({ statusReason: _reason, businessStatus, ...task }: fhir4.Task): fhir4.Task {
  const told = businessStatus?.coding?.some(({ code }) => code === 'family-told') ?? false;
  return businessStatus === undefined || told ? task : { ...task, businessStatus };
}

/** Tasks at a recipient who has ended with this request: a revision sends it nothing, and the sender must know. */
export const endedForGood = (standing: fhir4.Task, desired: fhir4.Task): boolean =>
  isReferralState(standing.status) && isTerminal(standing.status) && desired.status === 'requested';

const OWNER_EXTENSIONS: ReadonlySet<string> = new Set([EXTENSIONS.receiverPriority, EXTENSIONS.delivery]);

/** A new recipient, or none any more: the Tasks of the others are cancelled, and whoever has one is told. */
export function closedTasks(
  recordedAt: string,
  tasks: readonly fhir4.Task[],
  inside: ReadonlySet<string>,
): readonly Write[] {
  return tasks
    .filter((task) => !identifiersOf(task).some((identifier) => inside.has(tokenOf(identifier))))
    .filter(isUnderWay)
    .map((task) => ({
      resource: {
        ...endedBefore(task),
        status: 'cancelled',
        lastModified: recordedAt,
        statusReason: {
          coding: [
            {
              system: CODE_SYSTEMS.declineReason,
              code: 'another-recipient',
              display: DECLINE_REASONS['another-recipient'].fr,
            },
          ],
          text: DECLINE_REASONS['another-recipient'].fr,
        },
      } satisfies fhir4.Task,
      fullUrl: `urn:uuid:${task.id ?? ''}`,
      ifMatch: task.meta?.versionId ?? '0',
    }));
}
