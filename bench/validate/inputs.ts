import { CONCEPT_MAPPINGS } from '../../mappings/concepts/concept-mappings.ts';
import { conceptExamples } from '../../profiles/load-examples.ts';

/** What is checked: each kind has several, so that no validator sees one shape only. */
export type Inputs = Readonly<Record<InputKind, readonly fhir4.FhirResource[]>>;

export type InputKind = 'Patient' | 'ServiceRequest' | 'CarePlan' | 'transaction of ten';

const CONTEXT = {
  exchangeId: 'a1b2c3d4-1111-4111-8111-111111111111',
  recordedAt: '2026-01-15T15:00:00.000Z',
  contentHash: 'a'.repeat(64),
  centre: { id: 'hochelaga', name: 'Hochelaga' },
};
const CONCEPTS = ['care-circle', 'action-plan', 'social-prescription'] as const;
const TEN = 10;

/** What our mappings make of the examples of concepts, with the profiles that they claim. */
export function inputs(): Inputs {
  const bundles = CONCEPTS.flatMap((concept) =>
    // The examples are checked elsewhere: what their schema says of them is taken for granted.
    Object.entries(conceptExamples(concept)).map(([id, it]) => bundleOf(concept, { id, ...Object(it) } as never)),
  );
  const all = bundles.flatMap(({ entry }) => entry ?? []).flatMap(({ resource }) => resource ?? []);
  const ofType = (type: string): readonly fhir4.FhirResource[] =>
    all.filter(({ resourceType }) => resourceType === type);
  return {
    Patient: ofType('Patient'),
    ServiceRequest: ofType('ServiceRequest'),
    CarePlan: ofType('CarePlan'),
    'transaction of ten': bundles.filter(({ entry }) => entry?.length === TEN),
  };
}

function bundleOf(concept: (typeof CONCEPTS)[number], example: never): fhir4.Bundle<fhir4.FhirResource> {
  return CONCEPT_MAPPINGS[concept].toBundle(example, CONTEXT);
}
