import { DECLINE_REASONS } from '../../profiles/codes.ts';
import { CODE_SYSTEMS, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { type Entry, putEntry } from './bundle-entry.ts';
import { codingOf } from './code-map.ts';
import type { Identified } from './concept-mapping.ts';
import { centreIdentity, partnerIdentity } from './directory.ts';
import { type Identity, identifierOf, uuidOf } from './identity.ts';
import { present } from './present.ts';
import { referenceInside } from './reference.ts';
import type { RequestCore } from './request.ts';
import { childReference } from './who.ts';

const REASON = { system: CODE_SYSTEMS.declineReason, table: DECLINE_REASONS };

/** What the Task takes from the request beside it. */
export interface TaskSource {
  readonly request: Identified<RequestCore>;
  /** The request's identity: what the Task fulfils. */
  readonly root: Identity;
  readonly resource: fhir4.ServiceRequest;
  /** When the gateway learnt of it. */
  readonly recordedAt: string;
}

/** Identifier of the Task by which one recipient has a request: made from both, so that two recipients cannot compare theirs. */
export const taskIdentifier = (
  centre: string,
  requestId: string,
  recipient: string,
): { readonly system: string; readonly value: string } => ({
  system: IDENTIFIERS.task,
  value: uuidOf('task', centre, requestId, recipient),
});

/** The Task for the request's present recipient; none as long as nobody is named. */
export function taskEntries({ request, root, resource, recordedAt }: TaskSource): readonly Entry[] {
  const { centre, id, recipient, child } = request;
  if (recipient === undefined) return [];
  const identity: Identity = { type: 'Task', ...taskIdentifier(centre, id, recipient) };
  const task: fhir4.Task = present({
    resourceType: 'Task',
    // Whoever may not see the request may not see its Task.
    meta: present({ profile: [PROFILES.referralTask], security: resource.meta?.security }),
    identifier: [identifierOf(identity)],
    groupIdentifier: identifierOf(root),
    status: taskStatusFrom(request),
    statusReason: request.status === 'revoked' ? withdrawnBecause(request.statusReason) : undefined,
    intent: 'order',
    priority: resource.priority,
    code: { coding: [{ system: FOREIGN.taskCode, code: 'fulfill' }] },
    focus: referenceInside(root),
    for: childReference({ centre, childId: child.id }),
    authoredOn: authoredOn(request.happenedAt, recordedAt),
    lastModified: recordedAt,
    requester: referenceInside(centreIdentity(centre)),
    owner: referenceInside(partnerIdentity(recipient)),
  });
  return [putEntry(identity, task)];
}

/** Where the Task stands before the recipient has said anything: what nobody agreed to stays a draft. */
export function taskStatusFrom({ status, recipient, agreements }: RequestCore): fhir4.Task['status'] {
  if (status === 'entered-in-error') return 'entered-in-error';
  if (status === 'revoked') return 'cancelled';
  const agreed = agreements?.some((agreement) => agreement.recipient === recipient) ?? false;
  return status === 'draft' || !agreed ? 'draft' : 'requested';
}

const withdrawnBecause = (words: string | undefined): fhir4.CodeableConcept => ({
  coding: [codingOf(REASON, 'withdrawn')],
  text: words ?? DECLINE_REASONS.withdrawn.fr,
});

/** FHIR's inv-1: lastModified is not before authoredOn, in whole seconds, since a finer or coarser moment cannot be compared. */
export function authoredOn(happenedAt: string, recordedAt: string): string {
  const isInstant = happenedAt.includes('T');
  const second = (moment: string): number => Math.floor(Date.parse(moment) / 1000);
  return isInstant && second(happenedAt) < second(recordedAt) ? happenedAt : recordedAt;
}
