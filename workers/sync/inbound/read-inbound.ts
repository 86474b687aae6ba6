import { GatewayError } from '../../../gateway/failures.ts';
import type { FhirStore } from '../../../gateway/record/fhir-store.ts';
import { identifierToken } from '../../../gateway/record/identifier-token.ts';
import { matchCandidates } from '../../../gateway/record/match-candidates.ts';
import type { Identified } from '../../../mappings/concepts/concept-mapping.ts';
import { inboundReferralMapping } from '../../../mappings/concepts/inbound-referral.ts';
import type { InboundReferral } from '../../../mappings/domain/concepts.ts';
import type { InboundEvent } from '../../../mappings/domain/lane-events.ts';
import { revisionOf } from '../../../mappings/domain/revision-on-record.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';

/** What the record holds of an inbound referral, and of whom it may speak. */
export interface InboundOnRecord {
  /** Absent when it is the first time that it is heard. */
  readonly standing?: {
    readonly referral: Identified<InboundReferral>;
    readonly version: number;
    readonly task?: fhir4.Task;
    /** Letters that its sender gave. */
    readonly letters: readonly fhir4.DocumentReference[];
  };
  /** Children of the centre who resemble the one that the sender speaks of; none when it is known already. */
  readonly candidates: readonly fhir4.Patient[];
}

export async function readInbound(
  store: FhirStore,
  { centre, referral, said }: InboundEvent,
): Promise<InboundOnRecord> {
  const found = await store.search('ServiceRequest', {
    identifier: identifierToken(IDENTIFIERS.request(centre), referral),
    _revinclude: 'Task:focus',
  });
  const root = found.find((resource) => resource.resourceType === 'ServiceRequest');
  const standing =
    root?.resourceType === 'ServiceRequest'
      ? standingOf(root, found, await lettersGiven(store, root, centre))
      : undefined;
  const isOpen = standing?.referral.child === undefined;
  const candidates =
    said.what === 'asked' && isOpen ? await matchCandidates(store, centre, said.referral.childSaid) : [];
  return { candidates, ...(standing !== undefined && { standing }) };
}

async function lettersGiven(
  store: FhirStore,
  { id }: fhir4.ServiceRequest,
  centre: string,
): Promise<readonly fhir4.DocumentReference[]> {
  const found = await store.search('DocumentReference', { related: `ServiceRequest/${id}` });
  return found.filter(
    (it): it is fhir4.DocumentReference =>
      it.resourceType === 'DocumentReference' &&
      (it.identifier?.some(({ system }) => system === IDENTIFIERS.letter(centre)) ?? false) &&
      (it.author?.some(({ identifier }) => identifier?.system === IDENTIFIERS.partner) ?? false),
  );
}

function standingOf(
  root: fhir4.ServiceRequest,
  found: readonly fhir4.FhirResource[],
  letters: readonly fhir4.DocumentReference[],
): InboundOnRecord['standing'] {
  const read = inboundReferralMapping.fromResources([root]);
  if (!read.ok)
    throw new GatewayError('internal', `ServiceRequest/${root.id} cannot be read back as an inbound referral`, {
      issues: read.issues,
    });
  const task = found.find((resource) => resource.resourceType === 'Task');
  return {
    referral: read.value,
    version: revisionOf(root).version,
    letters,
    ...(task?.resourceType === 'Task' && { task }),
  };
}
