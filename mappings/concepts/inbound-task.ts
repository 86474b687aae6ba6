import { DECLINE_REASONS } from '../../profiles/codes.ts';
import type { InboundReferral } from '../domain/concepts.ts';
import { CODE_SYSTEMS, FOREIGN, PROFILES } from '../domain/systems.ts';
import { type Entry, putEntry } from './bundle-entry.ts';
import { codingOf } from './code-map.ts';
import type { Identified } from './concept-mapping.ts';
import { centreIdentity, partnerIdentity } from './directory.ts';
import { type Identity, identifierOf } from './identity.ts';
import { present } from './present.ts';
import { referenceInside } from './reference.ts';
import { authoredOn, taskIdentifier } from './referral-task.ts';
import { requestIdentity } from './request.ts';
import { childReference } from './who.ts';

interface InboundTaskSource {
  readonly referral: Identified<InboundReferral>;
  readonly resource: fhir4.ServiceRequest;
  /** When the gateway learnt of it. */
  readonly recordedAt: string;
}

const STATUSES = { active: 'requested', revoked: 'cancelled', 'entered-in-error': 'entered-in-error' } as const;

/** The Task by which the centre answers: the centre owns it, the partner asks. */
export function inboundTaskEntry({ referral, resource, recordedAt }: InboundTaskSource): Entry {
  const { centre, sender, child } = referral;
  const root = requestIdentity(centre, referral.id);
  const identity: Identity = { type: 'Task', ...taskIdentifier(centre, referral.id, sender) };
  const status = STATUSES[referral.status ?? 'active'];
  return putEntry(
    identity,
    present({
      resourceType: 'Task',
      meta: { profile: [PROFILES.inboundTask] },
      identifier: [identifierOf(identity)],
      groupIdentifier: identifierOf(root),
      status,
      statusReason: status === 'cancelled' ? TAKEN_BACK : undefined,
      intent: 'order',
      priority: resource.priority,
      code: { coding: [{ system: FOREIGN.taskCode, code: 'fulfill' }] },
      focus: referenceInside(root),
      for: child && childReference({ centre, childId: child.id }),
      authoredOn: authoredOn(referral.askedAt, recordedAt),
      lastModified: recordedAt,
      requester: referenceInside(partnerIdentity(sender)),
      owner: referenceInside(centreIdentity(centre)),
    }),
  );
}

const TAKEN_BACK: fhir4.CodeableConcept = {
  coding: [codingOf({ system: CODE_SYSTEMS.declineReason, table: DECLINE_REASONS }, 'withdrawn')],
  text: DECLINE_REASONS.withdrawn.fr,
};
