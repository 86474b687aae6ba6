import fc from 'fast-check';
import type { ConceptMapping, Identified } from '../../mappings/concepts/concept-mapping.ts';
import { CONCEPT_MAPPINGS } from '../../mappings/concepts/concept-mappings.ts';
import { conceptChecker } from '../../profiles/check-concept.ts';
import type { ConceptName } from '../../profiles/concept-names.ts';
import { actionPlans } from './action-plans.ts';
import { appointments } from './appointments.ts';
import { careCircles } from './care-circles.ts';
import { consents } from './consents.ts';
import { contacts } from './contacts.ts';
import { enrolments } from './enrolments.ts';
import { inboundReferrals } from './inbound-referrals.ts';
import { keptLetters } from './kept-letters.ts';
import { mappingContexts } from './mapping-contexts.ts';
import { motherFiles } from './mother-files.ts';
import { outcomeEvaluations } from './outcome-evaluations.ts';
import { requestNotes } from './request-notes.ts';
import { legalReferrals, serviceReferrals, socialPrescriptions } from './requests.ts';
import { resources } from './resources.ts';
import { sharedAssessments } from './shared-assessments.ts';

type Bundles = fc.Arbitrary<fhir4.Bundle<fhir4.FhirResource>>;
type MappedName = keyof typeof CONCEPT_MAPPINGS;

const check = conceptChecker();

/** What each mapping makes of what the door would take: whoever adds a concept adds its line. */
const MAPPED: Readonly<Record<MappedName, Bundles>> = {
  'care-circle': mapped('care-circle', CONCEPT_MAPPINGS['care-circle'], careCircles()),
  'action-plan': mapped('action-plan', CONCEPT_MAPPINGS['action-plan'], actionPlans()),
  'social-prescription': mapped('social-prescription', CONCEPT_MAPPINGS['social-prescription'], socialPrescriptions()),
  'legal-referral': mapped('legal-referral', CONCEPT_MAPPINGS['legal-referral'], legalReferrals()),
  'service-referral': mapped('service-referral', CONCEPT_MAPPINGS['service-referral'], serviceReferrals()),
  contact: mapped('contact', CONCEPT_MAPPINGS.contact, contacts()),
  appointment: mapped('appointment', CONCEPT_MAPPINGS.appointment, appointments()),
  'shared-assessment': mapped('shared-assessment', CONCEPT_MAPPINGS['shared-assessment'], sharedAssessments()),
  consent: mapped('consent', CONCEPT_MAPPINGS.consent, consents()),
  enrolment: mapped('enrolment', CONCEPT_MAPPINGS.enrolment, enrolments()),
  'inbound-referral': mapped('inbound-referral', CONCEPT_MAPPINGS['inbound-referral'], inboundReferrals()),
  'request-note': mapped('request-note', CONCEPT_MAPPINGS['request-note'], requestNotes()),
  letter: mapped('letter', CONCEPT_MAPPINGS.letter, keptLetters()),
  resource: mapped('resource', CONCEPT_MAPPINGS.resource, resources()),
  'mother-file': mapped('mother-file', CONCEPT_MAPPINGS['mother-file'], motherFiles()),
  'outcome-evaluation': mapped('outcome-evaluation', CONCEPT_MAPPINGS['outcome-evaluation'], outcomeEvaluations()),
};

export interface MappedConcept {
  /** `care-circle 12`. */
  readonly name: string;
  readonly bundle: fhir4.Bundle<fhir4.FhirResource>;
}

/** What the mappings make of at least `count` generated concepts, as many of each; the same for the same seed. */
export function mappedConcepts({
  count,
  seed,
}: {
  readonly count: number;
  readonly seed: number;
}): readonly MappedConcept[] {
  const all = Object.entries(MAPPED);
  const numRuns = Math.ceil(count / all.length);
  return all.flatMap(([name, bundles]) =>
    fc.sample(bundles, { numRuns, seed }).map((bundle, nth) => ({ name: `${name} ${nth}`, bundle })),
  );
}

function mapped<C extends { readonly centre: string; readonly recipient?: string }>(
  name: ConceptName,
  mapping: ConceptMapping<C>,
  concepts: fc.Arbitrary<Identified<C>>,
): Bundles {
  return concepts
    .filter((concept) => check(name, concept).every(({ severity }) => severity !== 'error'))
    .chain((concept) => mappingContexts(concept).map((context) => mapping.toBundle(concept, context)));
}
