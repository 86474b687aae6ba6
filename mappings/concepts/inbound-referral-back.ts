import type { InboundReferral } from '../domain/concepts.ts';
import type { Mapped } from '../domain/mapped.ts';
import { EXTENSIONS, IDENTIFIERS } from '../domain/systems.ts';
import { codeFrom, codingsOf, wordFrom } from './code-map.ts';
import type { Identified } from './concept-mapping.ts';
import { extensionIn, extensionsIn } from './extension.ts';
import { type Findings, findings } from './findings.ts';
import { childIdIn, foundResources } from './found-resources.ts';
import { saidStatus } from './implied-status.ts';
import { present, several } from './present.ts';
import { numberIn } from './reference.ts';
import { REQUEST_KIND, requestPriorities } from './request.ts';
import { revisionFrom } from './revision.ts';
import { safeContactFrom } from './safe-contact.ts';
import { saidFromPatient } from './said-of-child.ts';
import { senderNumberIn } from './sender-number.ts';

const STATUSES = { active: 'active', revoked: 'revoked', 'entered-in-error': 'entered-in-error' } as const;

/** An inbound referral back from the resources that say it; the reasons if they say none. */
export function inboundReferralFromResources(
  resources: readonly fhir4.FhirResource[],
): Mapped<Identified<InboundReferral>> {
  const found = findings();
  const root = foundResources(resources).root('ServiceRequest', IDENTIFIERS.request, found);
  if (root === undefined) return found.settle<Identified<InboundReferral>>(undefined);
  const { resource, centre, id } = root;
  const kind = codeFrom(REQUEST_KIND, codingsOf(resource.category), 'ServiceRequest.category', found);
  if (kind !== 'inbound-referral') {
    found.report('not-found', 'ServiceRequest.category', {
      fr: 'Ce n’est pas une demande reçue.',
      en: 'This is no inbound referral.',
    });
    return found.settle<Identified<InboundReferral>>(undefined);
  }
  return found.settle(referralFrom(resource, { centre, id }, found));
}

function referralFrom(
  resource: fhir4.ServiceRequest,
  { centre, id }: { readonly centre: string; readonly id: string },
  found: Findings,
): Identified<InboundReferral> | undefined {
  const revision = revisionFrom(resource, found);
  const safeContact = safeContactFrom(resource, found);
  const sender = found.required(
    numberIn(resource.requester, IDENTIFIERS.partner, 'ServiceRequest.requester', found),
    'ServiceRequest.requester',
  );
  const askedAt = found.required(resource.authoredOn, 'ServiceRequest.authoredOn');
  const number = found.required(senderNumberIn(resource), 'ServiceRequest.identifier');
  if (!revision || !safeContact || sender === undefined || askedAt === undefined || number === undefined)
    return undefined;
  const childId = childIdIn(resource.subject, centre);
  const said = resource.contained?.find(isPatient);
  return present({
    id,
    ...revision,
    centre,
    askedAt,
    child: childId === undefined ? undefined : { id: childId },
    childSaid: said && saidFromPatient(said, found),
    sender,
    number,
    thread: extensionIn(resource, EXTENSIONS.thread, 'valueString'),
    askedBy: askedByIn(resource),
    status: wordFrom(STATUSES, saidStatus(resource.status, resource._status, 'active'), 'ServiceRequest.status', found),
    what: resource.code?.text,
    codes: several(
      resource.code?.coding?.flatMap(({ system, code }) =>
        system === undefined || code === undefined ? [] : [{ system, code }],
      ),
    ),
    reason: resource.reasonCode?.[0]?.text,
    urgency: requestPriorities.toDomain(resource.priority, 'ServiceRequest.priority', found),
    neededBy: resource.occurrenceDateTime,
    safeContact,
  });
}

const isPatient = (resource: fhir4.Resource): resource is fhir4.Patient => resource.resourceType === 'Patient';

function askedByIn(resource: fhir4.ServiceRequest): InboundReferral['askedBy'] {
  const [said] = extensionsIn(resource, EXTENSIONS.askedBy);
  const name = extensionIn(said, 'name', 'valueString');
  return name === undefined ? undefined : present({ name, telephone: extensionIn(said, 'telephone', 'valueString') });
}
