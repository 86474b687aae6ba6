import { ASSESSMENT_KINDS } from '../../profiles/codes/assessment.ts';
import type { SharedAssessment } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { codeFrom, codingOf, wordFrom } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry } from './directory.ts';
import { extension, extensionIn, extensions, extensionValuesIn } from './extension.ts';
import { type Findings, findings } from './findings.ts';
import { childIdIn, type FoundResources, foundResources } from './found-resources.ts';
import { type Identity, identifierOf, keyOf } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { positionExtension, positionsFrom } from './position.ts';
import { present, several } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { identifiedDomains, investigationFrom, observationFromPart, readDomainFrom } from './read-domain.ts';
import { identifierIn, numberIn, referenceInside, referenceOutside } from './reference.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { identifiedStrengths, observationFromStrength, strengthFrom } from './strength.ts';
import { conditionFromStress, identifiedStresses, stressFrom, trendFromStress } from './toxic-stress.ts';
import { childReference, referenceFromWho, type WhoScope, whoEntries, whoFromReference } from './who.ts';

const KIND = { system: CODE_SYSTEMS.assessmentKind, table: ASSESSMENT_KINDS };

/** Status of a reading → status of its Observations. */
const STATUSES = {
  'in-progress': 'preliminary',
  completed: 'final',
  'entered-in-error': 'entered-in-error',
} as const satisfies Record<NonNullable<SharedAssessment['status']>, fhir4.Observation['status']>;

/**
 * Shared assessment ⇄ ClinicalImpression with its strengths and what was seen in each domain (Observation), its toxic stresses (Condition) and what this
 * reading says of each (Observation).
 */
export const sharedAssessmentMapping: ConceptMapping<SharedAssessment> = {
  name: 'shared-assessment',
  root: (centre) => ({ type: 'ClinicalImpression', system: IDENTIFIERS.sharedAssessment(centre) }),
  toBundle: bundleFromAssessment,
  fromResources: assessmentFromResources,
};

/** How a reading is known. */
export const assessmentIdentity = (centre: string, id: string): Identity<'ClinicalImpression'> => ({
  type: 'ClinicalImpression',
  system: IDENTIFIERS.sharedAssessment(centre),
  value: id,
});

/** Everything of one reading, with identities. */
function partsOf(assessment: Identified<SharedAssessment>) {
  const { centre, child, happenedAt, status = 'completed' } = assessment;
  const reading: Identity = assessmentIdentity(centre, assessment.id);
  const scope = { centre, childId: child.id, reading, happenedAt, status: STATUSES[status] };
  return {
    root: reading,
    scope,
    strengths: identifiedStrengths(assessment.strengths ?? [], scope, reading),
    domains: identifiedDomains(assessment.domains ?? [], scope),
    stresses: identifiedStresses(assessment.stresses ?? [], scope),
  };
}

type Parts = ReturnType<typeof partsOf>;

function bundleFromAssessment(
  assessment: Identified<SharedAssessment>,
  context: MappingContext,
): fhir4.Bundle<fhir4.FhirResource> {
  const parts = partsOf(assessment);
  const { root, scope, strengths, domains, stresses } = parts;
  const written = [
    putEntry(root, impressionFrom(assessment, parts, context)),
    ...strengths.map(([strength, identity]) =>
      putEntry(identity, observationFromStrength(strength, identity, scope, scope.status)),
    ),
    ...domains.flatMap(({ parts: seen }) =>
      seen.map(([part, identity]) => putEntry(identity, observationFromPart(part, identity, scope))),
    ),
    ...stresses.flatMap((identified) => [
      putEntry(identified.condition, conditionFromStress(identified, scope)),
      putEntry(identified.trend, trendFromStress(identified, scope)),
    ]),
  ];
  const people = [
    assessment.author,
    ...(assessment.present ?? []),
    ...(assessment.positions ?? []).map(({ who }) => who),
    ...domains.flatMap(({ parts: seen }) => seen.map(([{ said }]) => said.observedBy)),
  ];
  const home = centreIdentity(assessment.centre);
  const agent = assessment.author === undefined ? referenceInside(home) : referenceFromWho(assessment.author, scope);
  return transactionOf([
    ...written,
    organizationEntry(home, context.centre),
    ...whoEntries(people, scope),
    provenanceEntry(written, { happenedAt: assessment.happenedAt, agent }, context),
  ]);
}

function impressionFrom(
  assessment: Identified<SharedAssessment>,
  { root, scope, strengths, domains, stresses }: Parts,
  context: MappingContext,
): fhir4.ClinicalImpression {
  const { centre, previous, meeting } = assessment;
  return present({
    resourceType: 'ClinicalImpression',
    meta: { profile: [PROFILES.sharedAssessment] },
    extension: [
      revisionExtension(assessment, context),
      ...extension(EXTENSIONS.changedSince, 'valueString', assessment.changedSince),
      ...extensions(
        EXTENSIONS.present,
        'valueReference',
        assessment.present?.map((who) => referenceFromWho(who, scope)),
      ),
      ...(assessment.positions ?? []).map((position) => positionExtension(position, scope)),
    ],
    identifier: [identifierOf(root)],
    status: assessment.status ?? 'completed',
    _status: impliedMark(assessment.status),
    code: assessment.kind && { coding: [codingOf(KIND, assessment.kind)] },
    subject: childReference(scope),
    encounter:
      meeting === undefined
        ? undefined
        : referenceOutside({ type: 'Encounter', system: IDENTIFIERS.contact(centre), value: meeting }),
    effectiveDateTime: assessment.happenedAt,
    assessor: assessment.author && referenceFromWho(assessment.author, scope),
    previous: previous === undefined ? undefined : referenceOutside(assessmentIdentity(centre, previous)),
    problem: several(
      stresses.flatMap(({ stress, condition }) => (stress.known === true ? [referenceInside(condition)] : [])),
    ),
    investigation: several(domains.map(investigationFrom)),
    summary: assessment.summary,
    finding: several([
      ...strengths.map(([, identity]) => ({ itemReference: referenceInside(identity) })),
      ...stresses.flatMap(({ stress, condition }) =>
        stress.known === true ? [] : [{ itemReference: referenceInside(condition) }],
      ),
    ]),
    supportingInfo: several(stresses.map(({ trend }) => referenceInside(trend))),
    note: assessment.note === undefined ? undefined : [{ text: assessment.note }],
  });
}

function assessmentFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const index = foundResources(resources);
  const root = index.root('ClinicalImpression', IDENTIFIERS.sharedAssessment, found);
  if (root === undefined) return found.settle<Identified<SharedAssessment>>(undefined);
  const { resource: reading, centre, id } = root;
  const childId = found.required(childIdIn(reading.subject, centre), 'ClinicalImpression.subject.identifier');
  const revision = revisionFrom(reading, found);
  if (childId === undefined || revision === undefined) return found.settle<Identified<SharedAssessment>>(undefined);
  const scope = { centre, childId };
  return found.settle<Identified<SharedAssessment>>(
    present({
      id,
      ...revision,
      centre,
      child: { id: childId },
      status: wordFrom(
        STATUSES,
        saidStatus(reading.status, reading._status, 'completed'),
        'ClinicalImpression.status',
        found,
      ),
      kind: codeFrom(KIND, reading.code?.coding, 'ClinicalImpression.code', found),
      previous: numberIn(reading.previous, IDENTIFIERS.sharedAssessment(centre), 'ClinicalImpression.previous', found),
      meeting: numberIn(reading.encounter, IDENTIFIERS.contact(centre), 'ClinicalImpression.encounter', found),
      present: several(
        extensionValuesIn(reading, EXTENSIONS.present, 'valueReference').flatMap(
          (who) => whoFromReference(who, scope, `ClinicalImpression.extension('${EXTENSIONS.present}')`, found) ?? [],
        ),
      ),
      author: authorFrom(reading.assessor, scope, found),
      summary: reading.summary,
      changedSince: extensionIn(reading, EXTENSIONS.changedSince, 'valueString'),
      ...partsFrom(reading, { ...scope, reading: assessmentIdentity(centre, id) }, index, found),
      positions: positionsFrom(reading, scope, found),
      note: reading.note?.[0]?.text,
    }),
  );
}

function authorFrom(reference: fhir4.Reference | undefined, scope: WhoScope, found: Findings) {
  const who = whoFromReference(reference, scope, 'ClinicalImpression.assessor', found);
  if (who === undefined || who.kind === 'professional') return who;
  return found.report('value', 'ClinicalImpression.assessor', {
    fr: 'ClinicalImpression.assessor ne nomme pas un professionnel du centre.',
    en: 'ClinicalImpression.assessor does not name a professional of the centre.',
  });
}

/** Strengths, domains and stresses of a reading, each from the element that refers to it. */
function partsFrom(
  reading: fhir4.ClinicalImpression,
  scope: WhoScope & { readonly reading: Identity },
  index: FoundResources,
  found: Findings,
) {
  const known = new Set(
    (reading.problem ?? []).flatMap((reference) => {
      const identifier = identifierIn(reference);
      return identifier === undefined ? [] : [keyOf({ type: 'Condition', ...identifier })];
    }),
  );
  return {
    strengths: several(
      reading.finding?.flatMap(({ itemReference: reference }) => {
        if (reference?.type !== 'Observation') return [];
        const resource = index.at('Observation', reference, 'ClinicalImpression.finding.itemReference', found);
        return (resource && strengthFrom(resource, reference, scope.reading, scope, found)) ?? [];
      }),
    ),
    domains: several(
      reading.investigation?.flatMap((investigation) => readDomainFrom(investigation, scope, index, found) ?? []),
    ),
    stresses: several(
      reading.supportingInfo?.flatMap((reference) => stressFrom(reference, { ...scope, known }, index, found) ?? []),
    ),
  };
}
