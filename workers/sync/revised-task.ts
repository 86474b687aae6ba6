import { isUnderWay } from '../../mappings/domain/current-task.ts';
import { isReferralState, mayMove } from '../../mappings/domain/referral-state.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../../mappings/domain/systems.ts';
import { DECLINE_REASONS } from '../../profiles/codes.ts';
import type { Write } from './decision.ts';
import { identifiersOf, tokenOf } from './references.ts';

/** The owner's part of a Task (status, businessStatus, outputs …) survives a revision by the requester. */
export function revisedTask(standing: fhir4.Task, desired: fhir4.Task): fhir4.Task {
  const { status, statusReason, authoredOn, ...requesters } = desired;
  const from = standing.status;
  const extension = [
    ...(standing.extension ?? []).filter(({ url }) => OWNER_EXTENSIONS.has(url)),
    ...(desired.extension ?? []),
  ];
  const moves = isReferralState(from) && isReferralState(status) && mayMove({ from, to: status, by: 'requester' });
  return {
    ...standing,
    ...requesters,
    ...(extension.length > 0 && { extension }),
    ...(moves && { status, ...(statusReason !== undefined && { statusReason }) }),
  };
}

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
        ...task,
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
