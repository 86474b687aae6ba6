import { contentHash } from '../../../gateway/lanes/content-hash.ts';
import { transactionOf } from '../../../mappings/concepts/bundle-entry.ts';
import { patientFromChild } from '../../../mappings/concepts/child.ts';
import type { Identified } from '../../../mappings/concepts/concept-mapping.ts';
import { centreIdentity, organizationEntry } from '../../../mappings/concepts/directory.ts';
import { fullUrlOf } from '../../../mappings/concepts/identity.ts';
import { inboundReferralMapping } from '../../../mappings/concepts/inbound-referral.ts';
import { referenceInside } from '../../../mappings/concepts/reference.ts';
import { childIdentity } from '../../../mappings/concepts/who.ts';
import type { Child, InboundReferral } from '../../../mappings/domain/concepts.ts';
import type { ConceptEvent, InboundEvent } from '../../../mappings/domain/lane-events.ts';
import { pointed, tokenOf } from '../../../mappings/domain/references.ts';

interface Decided {
  /** A child whom nobody resembles: made with the referral, in one transaction. */
  readonly newChild?: Child;
  /** The person who said which child it is, or that the centre does not take it. */
  readonly decidedBy?: string;
}

type Bundle = fhir4.Bundle<fhir4.FhirResource>;

/** The referral as it is to stand, as an event like that of any concept: what orders, protects and records those does so here too. */
export function conceptOfInbound(
  event: InboundEvent,
  referral: Identified<InboundReferral>,
  { newChild, decidedBy }: Decided,
): ConceptEvent {
  const { centre, exchangeId, recordedAt, sender, names } = event;
  const { id, version: _version, ...content } = referral;
  const hash = contentHash(content);
  const bundle = inboundReferralMapping.toBundle(
    { ...content, id },
    {
      exchangeId,
      recordedAt,
      contentHash: hash,
      centre: { id: centre, name: names.centre },
      recipient: { id: sender, name: names.sender },
    },
  );
  const { type, system } = inboundReferralMapping.root(centre);
  return {
    kind: 'concept',
    exchangeId,
    centre,
    ...(referral.child !== undefined && { child: referral.child.id }),
    recordedAt,
    concept: inboundReferralMapping.name,
    root: { type, system, value: id },
    contentHash: hash,
    bundle: decidedByPerson(newChild === undefined ? bundle : withChild(bundle, newChild, event), decidedBy, event),
  };
}

/** The new child's file beside the referral: made if missing, never changed, and named by what refers to it. */
function withChild(bundle: Bundle, child: Child, { centre, names }: InboundEvent): Bundle {
  const identity = childIdentity({ centre, childId: child.id });
  const { entry: file = [] } = transactionOf([
    { identity, how: 'post-if-none', resource: patientFromChild(child, centre) },
    organizationEntry(centreIdentity(centre), { id: centre, name: names.centre }),
  ]);
  const entries = pointed(bundle.entry ?? [], (target) =>
    tokenOf(target) === tokenOf(identity) ? fullUrlOf(identity) : undefined,
  );
  return {
    ...bundle,
    entry: [
      ...entries.map((entry) =>
        entry.resource?.resourceType === 'Provenance'
          ? { ...entry, resource: { ...entry.resource, target: [...entry.resource.target, referenceInside(identity)] } }
          : entry,
      ),
      ...file.slice(0, 1),
    ],
  };
}

/** The trace names the person who decided, and not the sender, who did not. */
function decidedByPerson(bundle: Bundle, decidedBy: string | undefined, { centre }: InboundEvent): Bundle {
  if (decidedBy === undefined) return bundle;
  const agent: fhir4.ProvenanceAgent = {
    who: { display: decidedBy },
    onBehalfOf: referenceInside(centreIdentity(centre)),
  };
  return {
    ...bundle,
    entry: (bundle.entry ?? []).map((entry) =>
      entry.resource?.resourceType === 'Provenance'
        ? { ...entry, resource: { ...entry.resource, agent: [agent] } }
        : entry,
    ),
  };
}
