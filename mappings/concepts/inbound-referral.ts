import type { InboundReferral } from '../domain/concepts.ts';
import { EXTENSIONS, FOREIGN, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { codingOf } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry, partnerIdentity } from './directory.ts';
import { extension } from './extension.ts';
import { identifierOf } from './identity.ts';
import { impliedMark } from './implied-status.ts';
import { inboundReferralFromResources } from './inbound-referral-back.ts';
import { inboundTaskEntry } from './inbound-task.ts';
import { present, several } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { referenceInside } from './reference.ts';
import { REQUEST_KIND, requestIdentity, requestPriorities, requestRoot } from './request.ts';
import { revisionExtension } from './revision.ts';
import { safeContactExtension } from './safe-contact.ts';
import { patientFromSaid, SAID_OF_CHILD } from './said-of-child.ts';
import { childReference } from './who.ts';

/**
 * What a partner asks of the centre ⇄ ServiceRequest and the Task by which the centre answers. It has a number among the centre's requests, so
 * that an appointment, an enrolment or a note names it like any other. Until somebody has said which child it is, the child is contained.
 */
export const inboundReferralMapping: ConceptMapping<InboundReferral> = {
  name: 'inbound-referral',
  root: requestRoot,
  toBundle: bundleFromInboundReferral,
  fromResources: inboundReferralFromResources,
};

function bundleFromInboundReferral(referral: Identified<InboundReferral>, context: MappingContext) {
  const { centre, sender } = referral;
  const home = centreIdentity(centre);
  const asking = partnerIdentity(sender);
  const resource = serviceRequestFrom(referral, context);
  const name = context.recipient?.id === sender ? context.recipient?.name : undefined;
  const written = [
    putEntry(requestIdentity(centre, referral.id), resource),
    inboundTaskEntry({ referral, resource, recordedAt: context.recordedAt }),
  ];
  return transactionOf([
    ...written,
    organizationEntry(home, context.centre),
    organizationEntry(asking, { id: sender, name }),
    provenanceEntry(written, { happenedAt: referral.happenedAt, agent: referenceInside(asking) }, context),
  ]);
}

function serviceRequestFrom(referral: Identified<InboundReferral>, context: MappingContext): fhir4.ServiceRequest {
  const { centre, child, childSaid, number, askedBy, what, codes, reason, urgency } = referral;
  const code = present({ coding: several(codes?.map(({ system, code }) => ({ system, code }))), text: what });
  return present({
    resourceType: 'ServiceRequest',
    meta: { profile: [PROFILES.inboundReferral] },
    contained: child === undefined ? [patientFromSaid(childSaid)] : undefined,
    extension: [
      revisionExtension(referral, context),
      safeContactExtension(referral.safeContact),
      ...extension(EXTENSIONS.thread, 'valueString', referral.thread),
      ...askedByExtension(askedBy),
    ],
    identifier: [
      { type: numberType('FILL'), ...identifierOf(requestIdentity(centre, referral.id)) },
      present({ type: numberType('PLAC'), system: number.system, value: number.value }),
    ],
    status: referral.status ?? 'active',
    _status: impliedMark(referral.status),
    intent: 'order',
    category: [{ coding: [codingOf(REQUEST_KIND, 'inbound-referral')] }],
    priority: urgency && requestPriorities.toFhir(urgency),
    code: Object.keys(code).length === 0 ? undefined : code,
    subject: child === undefined ? { reference: `#${SAID_OF_CHILD}` } : childReference({ centre, childId: child.id }),
    occurrenceDateTime: referral.neededBy,
    authoredOn: referral.askedAt,
    requester: referenceInside(partnerIdentity(referral.sender)),
    performer: [referenceInside(centreIdentity(centre))],
    reasonCode: reason === undefined ? undefined : [{ text: reason }],
  });
}

const numberType = (code: 'FILL' | 'PLAC'): fhir4.CodeableConcept => ({
  coding: [{ system: FOREIGN.identifierType, code }],
});

const askedByExtension = (askedBy: InboundReferral['askedBy']): fhir4.Extension[] =>
  askedBy === undefined
    ? []
    : [
        {
          url: EXTENSIONS.askedBy,
          extension: [
            ...extension('name', 'valueString', askedBy.name),
            ...extension('telephone', 'valueString', askedBy.telephone),
          ],
        },
      ];
