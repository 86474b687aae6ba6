import { ASSESSMENT_ELEMENTS, STRESS_TRENDS, TOXIC_STRESSES } from '../../profiles/codes/assessment.ts';
import type { ToxicStress } from '../domain/concepts.ts';
import { CODE_SYSTEMS, FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { codeFrom, codingOf } from './code-map.ts';
import type { Findings } from './findings.ts';
import type { FoundResources } from './found-resources.ts';
import { type Identity, identifierOf, keyOf, partId, partIdentities } from './identity.ts';
import { present } from './present.ts';
import type { ReadingScope } from './read-domain.ts';
import { identifierIn, referenceInside } from './reference.ts';
import { childReference, type WhoScope } from './who.ts';

const STRESS = { system: CODE_SYSTEMS.toxicStress, table: TOXIC_STRESSES };
const TREND = { system: CODE_SYSTEMS.stressTrend, table: STRESS_TRENDS };
const ELEMENT = { system: CODE_SYSTEMS.assessmentElement, table: ASSESSMENT_ELEMENTS };

/** FHIR's clinicalStatus has no "improving": that stands in the trend. */
const CLINICAL = {
  increased: 'active',
  stable: 'active',
  reduced: 'active',
  resolved: 'resolved',
  returned: 'recurrence',
} as const satisfies Record<NonNullable<ToxicStress['trend']>, string>;

/** A stress as a reading says it: the stress itself, which goes on from reading to reading, and what this one says of it. */
export interface IdentifiedStress {
  readonly stress: ToxicStress;
  readonly condition: Identity<'Condition'>;
  readonly trend: Identity<'Observation'>;
}

/** The reading in which stresses stand, and its date. */
export interface StressScope extends ReadingScope {
  readonly happenedAt: string;
}

type BackScope = Pick<ReadingScope, 'centre' | 'childId' | 'reading'>;

const stressNamed =
  ({ centre, childId }: WhoScope) =>
  (id: string) => ({ system: IDENTIFIERS.toxicStress(centre), value: `${childId}:${id}` });

const trendNamed =
  ({ centre, reading }: BackScope) =>
  (id: string) => ({ system: IDENTIFIERS.stressTrend(centre), value: `${reading.value}:${id}` });

/** Each stress of a reading with its two identities, in their order. */
export function identifiedStresses(stresses: readonly ToxicStress[], scope: BackScope): readonly IdentifiedStress[] {
  const shared = { centre: scope.centre, root: scope.reading, words: ({ words }: ToxicStress) => [words] };
  const trends = partIdentities(stresses, {
    ...shared,
    type: 'Observation',
    kind: 'stress-trend',
    named: trendNamed(scope),
  });
  return partIdentities(stresses, { ...shared, type: 'Condition', kind: 'stress', named: stressNamed(scope) }).flatMap(
    ([stress, condition], nth) => {
      const trend = trends[nth]?.[1];
      return trend === undefined ? [] : [{ stress, condition, trend }];
    },
  );
}

/** Total: every stress has a Condition, which says how it stands since the last reading that named it. */
export function conditionFromStress({ stress, condition }: IdentifiedStress, scope: StressScope): fhir4.Condition {
  // What was known before is not made wrong by a reading that was.
  const wrong = scope.status === 'entered-in-error' && stress.known === undefined;
  return present({
    resourceType: 'Condition',
    meta: { profile: [PROFILES.toxicStress] },
    identifier: [identifierOf(condition)],
    clinicalStatus: wrong
      ? undefined
      : { coding: [{ system: FOREIGN.conditionClinical, code: CLINICAL[stress.trend ?? 'stable'] }] },
    verificationStatus: wrong
      ? { coding: [{ system: FOREIGN.conditionVerification, code: 'entered-in-error' }] }
      : undefined,
    category: [{ coding: [{ system: FOREIGN.conditionCategory, code: 'problem-list-item' }] }],
    code: codeOf(stress),
    subject: childReference(scope),
    onsetDateTime: stress.since,
  });
}

/** Total: what a reading says of a stress has an Observation of that date, so that a later reading erases nothing of it. */
export const trendFromStress = (
  { stress, condition, trend }: IdentifiedStress,
  scope: StressScope,
): fhir4.Observation =>
  present({
    resourceType: 'Observation',
    meta: { profile: [PROFILES.stressTrend] },
    identifier: [identifierOf(trend)],
    status: scope.status,
    code: codeOf(stress),
    subject: childReference(scope),
    focus: [referenceInside(condition)],
    effectiveDateTime: scope.happenedAt,
    valueCodeableConcept: stress.trend && { coding: [codingOf(TREND, stress.trend)] },
    note: stress.trendWords === undefined ? undefined : [{ text: stress.trendWords }],
    component:
      stress.since === undefined
        ? undefined
        : [{ code: { coding: [codingOf(ELEMENT, 'since')] }, valueDateTime: stress.since }],
  });

/** Our class, SNOMED CT's beside it where there is a verified one, and the words. */
const codeOf = ({ class: kind, words }: ToxicStress): fhir4.CodeableConcept =>
  present({ coding: kind && [codingOf(STRESS, kind), ...snomedOf(kind)], text: words });

function snomedOf(kind: keyof typeof TOXIC_STRESSES): readonly fhir4.Coding[] {
  const row = TOXIC_STRESSES[kind];
  return 'snomed' in row ? [{ system: FOREIGN.snomed, code: row.snomed }] : [];
}

/** The stress back as this reading said it, from the Observation that supports the reading; `known` holds the keys of its problems. */
export function stressFrom(
  reference: fhir4.Reference,
  { known, ...scope }: BackScope & { readonly known: ReadonlySet<string> },
  resources: FoundResources,
  found: Findings,
): ToxicStress | undefined {
  const resource = resources.at('Observation', reference, 'ClinicalImpression.supportingInfo', found);
  const words = resource && found.required(resource.code.text, 'Observation.code.text');
  if (resource === undefined || words === undefined) return undefined;
  const identifier = identifierIn(reference);
  const problem = identifierIn(resource.focus?.[0]);
  const since = resource.component?.find(({ code }) =>
    code.coding?.some(({ system, code: element }) => system === ELEMENT.system && element === 'since'),
  );
  const isKnown = problem !== undefined && known.has(keyOf({ type: 'Condition', ...problem }));
  return present({
    id: identifier && partId(identifier, trendNamed(scope)),
    words,
    class: codeFrom(STRESS, resource.code.coding, 'Observation.code', found),
    since: since?.valueDateTime,
    known: isKnown ? (true as const) : undefined,
    trend: codeFrom(TREND, resource.valueCodeableConcept?.coding, 'Observation.value', found),
    trendWords: resource.note?.[0]?.text,
  });
}
