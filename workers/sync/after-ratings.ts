import { identifiedRatings, ratingObservation } from '../../mappings/concepts/rating.ts';
import type { AnswerEvent } from '../../mappings/domain/lane-events.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Write } from './decision.ts';
import type { Present } from './present.ts';
import { pointed, tokenOf } from './references.ts';

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
