import type { Mapped } from '../domain/mapped.ts';
import { FOREIGN, IDENTIFIERS } from '../domain/systems.ts';
import { agreementsFrom } from './agreement.ts';
import { codeFrom, codingsOf, wordFrom } from './code-map.ts';
import type { Identified } from './concept-mapping.ts';
import { extensionIn } from './extension.ts';
import { type Findings, findings } from './findings.ts';
import { childIdIn, type FoundResources, foundResources } from './found-resources.ts';
import { goalsServed } from './goal.ts';
import { saidStatus } from './implied-status.ts';
import { present } from './present.ts';
import { numberIn } from './reference.ts';
import { REQUEST_KIND, REQUEST_STATUSES, type RequestCore, type RequestKind, requestPriorities } from './request.ts';
import { revisionFrom } from './revision.ts';
import { safeContactFrom } from './safe-contact.ts';
import { type WhoScope, whoFromReference } from './who.ts';

/** What one kind of request reads beside what all three share. */
export interface OwnReading<C extends RequestCore> {
  readonly kind: RequestKind;
  readonly read: (from: RequestSource, core: Identified<RequestCore>) => Identified<C> | undefined;
}

/** What a request is read from. */
export interface RequestSource {
  readonly resource: fhir4.ServiceRequest;
  readonly scope: WhoScope;
  readonly resources: FoundResources;
  readonly found: Findings;
}

/** A request of one kind back from the resources that say it; the reasons if they say none, or one of another kind. */
export function requestFromResources<C extends RequestCore>(
  resources: readonly fhir4.FhirResource[],
  { kind, read }: OwnReading<C>,
): Mapped<Identified<C>> {
  const found = findings();
  const index = foundResources(resources);
  const root = index.root('ServiceRequest', IDENTIFIERS.request, found);
  if (root === undefined) return found.settle<Identified<C>>(undefined);
  const { resource, centre, id } = root;
  const stated = codeFrom(REQUEST_KIND, codingsOf(resource.category), 'ServiceRequest.category', found);
  if (stated !== kind) {
    found.report('not-found', 'ServiceRequest.category', {
      fr: `La demande n’est pas de la catégorie « ${kind} ».`,
      en: `The request is not of the category "${kind}".`,
    });
    return found.settle<Identified<C>>(undefined);
  }
  const childId = found.required(childIdIn(resource.subject, centre), 'ServiceRequest.subject.identifier');
  if (childId === undefined) return found.settle<Identified<C>>(undefined);
  const source = { resource, scope: { centre, childId }, resources: index, found };
  const core = coreFrom(source, id);
  return found.settle(core && read(source, core));
}

function coreFrom({ resource, scope, found }: RequestSource, id: string): Identified<RequestCore> | undefined {
  const revision = revisionFrom(resource, found);
  const safeContact = safeContactFrom(resource, found);
  if (revision === undefined || safeContact === undefined) return undefined;
  return present({
    id,
    ...revision,
    centre: scope.centre,
    child: { id: scope.childId },
    status: wordFrom(
      REQUEST_STATUSES,
      saidStatus(resource.status, resource._status, 'active'),
      'ServiceRequest.status',
      found,
    ),
    statusReason: extensionIn(resource, FOREIGN.requestStatusReason, 'valueCodeableConcept')?.text,
    requester: whoFromReference(resource.requester, scope, 'ServiceRequest.requester', found),
    recipient: numberIn(resource.performer?.[0], IDENTIFIERS.partner, 'ServiceRequest.performer', found),
    reason: resource.reasonCode?.[0]?.text,
    urgency: requestPriorities.toDomain(resource.priority, 'ServiceRequest.priority', found),
    safeContact,
    agreements: agreementsFrom(resource, scope, found),
    goals: goalsServed(resource, scope, found),
    plan: numberIn(resource.basedOn?.[0], IDENTIFIERS.actionPlan(scope.centre), 'ServiceRequest.basedOn', found),
    replaces: numberIn(resource.replaces?.[0], IDENTIFIERS.request(scope.centre), 'ServiceRequest.replaces', found),
    note: resource.note?.[0]?.text,
  });
}
