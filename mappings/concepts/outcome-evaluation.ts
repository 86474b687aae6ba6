import { OUTCOME_PANELS } from '../../profiles/codes/outcome.ts';
import type { OutcomeEvaluation } from '../domain/concepts.ts';
import { CODE_SYSTEMS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { codingOf, wordFrom } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry } from './directory.ts';
import { findings } from './findings.ts';
import { foundResources } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { groupEntry, subjectFrom, subjectReference } from './outcome-subject.ts';
import { present } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { factorRatingFrom, identifiedRatings, momentCategory, momentFrom, ratingObservation } from './rating.ts';
import { numberIn, referenceInside, referenceOutside } from './reference.ts';
import { requestIdentity } from './request.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { whoEntries } from './who.ts';

const PANEL = { system: CODE_SYSTEMS.outcomePanel, table: OUTCOME_PANELS };

const STATUSES = {
  final: 'final',
  'entered-in-error': 'entered-in-error',
} as const satisfies Record<NonNullable<OutcomeEvaluation['status']>, string>;

/** Outcome evaluation ⇄ one Observation that gathers an Observation for each rating; family and community are a Group without names. */
export const outcomeEvaluationMapping: ConceptMapping<OutcomeEvaluation> = {
  name: 'outcome-evaluation',
  root: (centre) => ({ type: 'Observation', system: IDENTIFIERS.outcomeEvaluation(centre) }),
  toBundle: bundleFromEvaluation,
  fromResources: evaluationFromResources,
};

/** Everything of one evaluation, with identities. */
function partsOf({ centre, child, about, moment, ratings, request, id }: Identified<OutcomeEvaluation>) {
  const root: Identity<'Observation'> = {
    type: 'Observation',
    system: IDENTIFIERS.outcomeEvaluation(centre),
    value: id,
  };
  const asked = requestIdentity(centre, request);
  // There is one start: what a person saw in the child before is the rating that the request may have given already.
  const givenWithRequest = moment === 'before' && about === 'child';
  return {
    root,
    asked,
    scope: { centre, childId: child.id },
    ratings: identifiedRatings(ratings, centre, moment, givenWithRequest ? asked : root),
  };
}

function bundleFromEvaluation(evaluation: Identified<OutcomeEvaluation>, context: MappingContext) {
  const { about, moment, status, happenedAt } = evaluation;
  const { root, asked, scope, ratings } = partsOf(evaluation);
  const subject = subjectReference(about, scope);
  const written = [
    putEntry(root, panelFrom(evaluation, context)),
    ...ratings.map(([rating, identity]) =>
      putEntry(
        identity,
        ratingObservation(rating, identity, {
          ...scope,
          moment,
          request: referenceOutside(asked),
          subject,
          status: status ?? 'final',
        }),
      ),
    ),
  ];
  const home = centreIdentity(evaluation.centre);
  return transactionOf([
    ...written,
    ...groupEntry(about, scope),
    organizationEntry(home, context.centre),
    ...whoEntries(
      ratings.map(([{ by }]) => by),
      scope,
    ),
    provenanceEntry(written, { happenedAt, agent: referenceInside(home) }, context),
  ]);
}

function panelFrom(evaluation: Identified<OutcomeEvaluation>, context: MappingContext): fhir4.Observation {
  const { root, asked, scope, ratings } = partsOf(evaluation);
  return present({
    resourceType: 'Observation',
    meta: { profile: [PROFILES.outcomeEvaluation] },
    extension: [revisionExtension(evaluation, context)],
    identifier: [identifierOf(root)],
    basedOn: [referenceOutside(asked)],
    status: evaluation.status ?? 'final',
    _status: impliedMark(evaluation.status),
    category: [momentCategory(evaluation.moment)],
    code: { coding: [codingOf(PANEL, 'protective-factors')] },
    subject: subjectReference(evaluation.about, scope),
    effectiveDateTime: evaluation.happenedAt,
    note: evaluation.note === undefined ? undefined : [{ text: evaluation.note }],
    hasMember: ratings.map(([, identity]) => referenceInside(identity)),
  });
}

function evaluationFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const index = foundResources(resources);
  const root = index.root('Observation', IDENTIFIERS.outcomeEvaluation, found);
  if (root === undefined) return found.settle<Identified<OutcomeEvaluation>>(undefined);
  const { resource: panel, centre, id } = root;
  const subject = subjectFrom(panel.subject, centre, found);
  const revision = revisionFrom(panel, found);
  const request = found.required(
    numberIn(panel.basedOn?.[0], IDENTIFIERS.request(centre), 'Observation.basedOn', found),
    'Observation.basedOn',
  );
  const moment = found.required(momentFrom(panel, found), 'Observation.category');
  if (subject === undefined || revision === undefined || request === undefined || moment === undefined)
    return found.settle<Identified<OutcomeEvaluation>>(undefined);
  const scope = { centre, childId: subject.childId };
  return found.settle<Identified<OutcomeEvaluation>>(
    present({
      id,
      ...revision,
      centre,
      child: { id: subject.childId },
      status: wordFrom(STATUSES, saidStatus(panel.status, panel._status, 'final'), 'Observation.status', found),
      request,
      moment,
      about: subject.about,
      ratings: (panel.hasMember ?? []).flatMap((reference) => {
        const rating = index.at('Observation', reference, 'Observation.hasMember', found);
        return (rating && factorRatingFrom(rating, scope, found)) ?? [];
      }),
      note: panel.note?.[0]?.text,
    }),
  );
}
