import { transactionOf } from '../../mappings/concepts/bundle-entry.ts';
import { centreIdentity, organizationEntry, professionalRoleIdentity } from '../../mappings/concepts/directory.ts';
import { identifiedRatings, ratingObservation } from '../../mappings/concepts/rating.ts';
import { whoEntries } from '../../mappings/concepts/who.ts';
import type { AnswerEvent } from '../../mappings/domain/lane-events.ts';
import { pointed, tokenOf } from '../../mappings/domain/references.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Write } from './decision.ts';
import type { Present } from './present.ts';

/** The ratings that came with an answer, as Observations on the request; each answer's are its own. */
export function afterRatings(event: AnswerEvent, request: fhir4.ServiceRequest, present: Present): readonly Write[] {
  const { centre, child, answer } = event;
  const scope = {
    centre,
    childId: child,
    moment: 'after' as const,
    request: {
      reference: `ServiceRequest/${request.id}`,
      type: 'ServiceRequest',
      identifier: { system: IDENTIFIERS.request(centre), value: event.request },
    },
  };
  const root = { type: 'ServiceRequest', system: IDENTIFIERS.exchange, value: event.exchangeId } as const;
  return identifiedRatings(answer.ratings ?? [], centre, 'after', root).map(([rating, identity]) => ({
    resource: pointed<fhir4.FhirResource>(ratingObservation(rating, identity, scope), (target) => {
      const found = present.found.get(tokenOf(target));
      return found?.id === undefined ? undefined : `${found.resourceType}/${found.id}`;
    }),
    fullUrl: `urn:uuid:${identity.value}`,
    ifNoneExist: `identifier=${encodeURIComponent(`${identity.system}|${identity.value}`)}`,
  }));
}

/** The professionals who rated and whom the record does not know yet: made if missing, since the ratings refer to them. */
export function newRaters({ centre, child, answer }: AnswerEvent, present: Present): readonly Write[] {
  const unknown = (answer.ratings ?? []).flatMap(({ by }) =>
    by?.kind === 'professional' && !present.found.has(tokenOf(professionalRoleIdentity(centre, by.id))) ? [by] : [],
  );
  if (unknown.length === 0) return [];
  const home = organizationEntry(centreIdentity(centre), { id: centre });
  const { entry = [] } = transactionOf([home, ...whoEntries(unknown, { centre, childId: child })]);
  return entry.flatMap(({ resource, fullUrl, request }) =>
    resource === undefined || fullUrl === undefined || request?.ifNoneExist === undefined
      ? []
      : [{ resource, fullUrl, ifNoneExist: request.ifNoneExist }],
  );
}
