import type { Who } from '../domain/concepts.ts';
import { FOREIGN, PROFILES } from '../domain/systems.ts';
import { planIdentity } from './action-plan.ts';
import { agreementExtension } from './agreement.ts';
import { type Entry, putEntry, transactionOf } from './bundle-entry.ts';
import { codingOf } from './code-map.ts';
import type { Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry, partnerIdentity } from './directory.ts';
import { extension } from './extension.ts';
import { pertainsToGoals } from './goal.ts';
import { impliedMark } from './implied-status.ts';
import { present, several } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { referenceInside, referenceOutside } from './reference.ts';
import { taskEntries } from './referral-task.ts';
import { REQUEST_KIND, type RequestCore, type RequestKind, requestIdentity, requestPriorities } from './request.ts';
import { revisionExtension } from './revision.ts';
import { safeContactExtension } from './safe-contact.ts';
import { childReference, referenceFromWho, whoEntries } from './who.ts';

/** What one kind of request adds to what all three share. */
export interface OwnParts {
  readonly kind: RequestKind;
  /** Labels that the request and its Task bear. */
  readonly security?: readonly fhir4.Coding[] | undefined;
  readonly extension?: readonly fhir4.Extension[];
  readonly category?: readonly fhir4.CodeableConcept[];
  readonly code?: fhir4.CodeableConcept;
  readonly occurrenceDateTime?: string | undefined;
  /** Other resources that the request writes and refers to, in their order. */
  readonly supporting?: readonly Entry[];
  readonly people?: readonly (Who | undefined)[];
}

const PROFILE_OF = {
  'social-prescription': PROFILES.socialPrescription,
  'legal-referral': PROFILES.legalReferral,
  'service-referral': PROFILES.serviceReferral,
} as const satisfies Record<RequestKind, string>;

/** The transaction of a request: the request, what supports it, the Task for its recipient, who is named, and the trace. */
export function requestBundle(
  request: Identified<RequestCore>,
  own: OwnParts,
  context: MappingContext,
): fhir4.Bundle<fhir4.FhirResource> {
  const { centre, child, recipient, requester } = request;
  const scope = { centre, childId: child.id };
  const root = requestIdentity(centre, request.id);
  const resource = serviceRequestFrom(request, own, context);
  const written = [
    putEntry(root, resource),
    ...taskEntries({ request, root, resource, recordedAt: context.recordedAt }),
    ...(own.supporting ?? []),
  ];
  const home = centreIdentity(centre);
  const named = context.recipient?.id === recipient ? context.recipient?.name : undefined;
  const people = [requester, ...(request.agreements ?? []).map(({ by }) => by), ...(own.people ?? [])];
  const agent = requester === undefined ? referenceInside(home) : referenceFromWho(requester, scope);
  return transactionOf([
    ...written,
    organizationEntry(home, context.centre),
    ...(recipient === undefined ? [] : [organizationEntry(partnerIdentity(recipient), { id: recipient, name: named })]),
    ...whoEntries(people, scope),
    provenanceEntry(written, { happenedAt: request.happenedAt, agent }, context),
  ]);
}

function serviceRequestFrom(
  request: Identified<RequestCore>,
  own: OwnParts,
  context: MappingContext,
): fhir4.ServiceRequest {
  const { centre, child, plan, recipient, replaces, requester, statusReason } = request;
  const scope = { centre, childId: child.id };
  const { system, value } = requestIdentity(centre, request.id);
  return present({
    resourceType: 'ServiceRequest',
    meta: present({ profile: [PROFILE_OF[own.kind]], security: several(own.security) }),
    extension: [
      revisionExtension(request, context),
      safeContactExtension(request.safeContact),
      ...(request.agreements ?? []).map((agreement) => agreementExtension(agreement, scope)),
      ...pertainsToGoals(request.goals, scope),
      ...extension(
        FOREIGN.requestStatusReason,
        'valueCodeableConcept',
        statusReason === undefined ? undefined : { text: statusReason },
      ),
      ...(own.extension ?? []),
    ],
    identifier: [{ type: { coding: [{ system: FOREIGN.identifierType, code: 'PLAC' }] }, system, value }],
    basedOn: plan === undefined ? undefined : [referenceOutside(planIdentity(centre, plan))],
    replaces: replaces === undefined ? undefined : [referenceOutside(requestIdentity(centre, replaces))],
    status: request.status ?? 'active',
    _status: impliedMark(request.status),
    intent: 'order',
    category: [{ coding: [codingOf(REQUEST_KIND, own.kind)] }, ...(own.category ?? [])],
    priority: request.urgency && requestPriorities.toFhir(request.urgency),
    code: own.code,
    subject: childReference(scope),
    occurrenceDateTime: own.occurrenceDateTime,
    authoredOn: request.happenedAt,
    requester: requester && referenceFromWho(requester, scope),
    performer: recipient === undefined ? undefined : [referenceInside(partnerIdentity(recipient))],
    reasonCode: request.reason === undefined ? undefined : [{ text: request.reason }],
    supportingInfo: several(own.supporting?.map(({ identity }) => referenceInside(identity))),
    note: request.note === undefined ? undefined : [{ text: request.note }],
  });
}
