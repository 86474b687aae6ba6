import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';

/** Everything of one child that says who holds what, with the traces that tell when it happened and when it was known. */
export interface LedgerSources {
  readonly patient: fhir4.Patient;
  readonly resources: readonly fhir4.FhirResource[];
}

const TYPES = [
  'Goal',
  'CarePlan',
  'ServiceRequest',
  'Task',
  'Encounter',
  'Appointment',
  'EpisodeOfCare',
  'CareTeam',
] as const;
/** Who they are, and what else has no past that counts. */
const WITHOUT_TRACES = ['RelatedPerson', 'Consent'] as const;

/** One search a type, all at once. Undefined when the centre does not know the child; throws `unavailable` while the record is away. */
export async function readLedgerSources(
  store: Pick<FhirStore, 'search'>,
  centre: string,
  child: string,
): Promise<LedgerSources | undefined> {
  const [patient] = await store.search('Patient', { identifier: identifierToken(IDENTIFIERS.child(centre), child) });
  return patient?.resourceType === 'Patient' ? ledgerSourcesOf(store, patient) : undefined;
}

/** The same of a child that was found already. */
export async function ledgerSourcesOf(
  store: Pick<FhirStore, 'search'>,
  patient: fhir4.Patient,
): Promise<LedgerSources> {
  const about = { patient: patient.id ?? '' };
  const lists = await Promise.all([
    ...TYPES.map((type) => store.search(type, { ...about, _revinclude: 'Provenance:target' })),
    ...WITHOUT_TRACES.map((type) => store.search(type, about)),
    store.search('Observation', { 'based-on:ServiceRequest.patient': patient.id ?? '' }),
  ]);
  // One trace stands behind several resources: each is told once.
  const found = new Map(lists.flat().map((resource) => [`${resource.resourceType}/${resource.id}`, resource]));
  return { patient, resources: [patient, ...found.values()] };
}
