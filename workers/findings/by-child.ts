import { placeOf } from '../../mappings/ledger/traces.ts';
import { isFindingTask } from '../../mappings/watch/finding-task.ts';

/** The places (`Patient/…`) of those whom a resource is about by itself. */
export function patientsIn(resource: fhir4.FhirResource): readonly string[] {
  return referencesOf(resource).flatMap(({ reference = '' }) => (reference.startsWith('Patient/') ? [reference] : []));
}

function referencesOf(resource: fhir4.FhirResource): readonly fhir4.Reference[] {
  switch (resource.resourceType) {
    case 'Patient':
      return [{ reference: placeOf(resource) }];
    case 'Task':
      return resource.for === undefined ? [] : [resource.for];
    case 'Appointment':
      return resource.participant.flatMap(({ actor }) => actor ?? []);
    case 'EpisodeOfCare':
    case 'Consent':
      return resource.patient === undefined ? [] : [resource.patient];
    case 'ClinicalImpression':
    case 'Goal':
    case 'CarePlan':
    case 'ServiceRequest':
    case 'Encounter':
    case 'CareTeam':
    case 'Observation':
      return resource.subject === undefined ? [] : [resource.subject];
    default:
      return [];
  }
}

/** What says of itself by what it targets or evaluates whom it is about. */
function placesIn(resource: fhir4.FhirResource): readonly string[] {
  if (resource.resourceType === 'Provenance') return resource.target.flatMap(({ reference }) => reference ?? []);
  if (resource.resourceType === 'Observation')
    return (resource.basedOn ?? []).flatMap(({ reference }) => reference ?? []);
  return [];
}

/** Resources by the child (`Patient/…`) whom they are about; what is about nobody we know is left out. */
export function byChild(resources: readonly fhir4.FhirResource[]): ReadonlyMap<string, readonly fhir4.FhirResource[]> {
  const childOf = new Map(resources.flatMap((it) => patientsIn(it).map((patient) => [placeOf(it), patient] as const)));
  const files = new Map<string, fhir4.FhirResource[]>();
  for (const resource of resources) {
    const children = new Set([
      ...patientsIn(resource),
      ...placesIn(resource).flatMap((place) => childOf.get(place) ?? []),
    ]);
    for (const child of children) {
      const file = files.get(child);
      if (file === undefined) files.set(child, [resource]);
      else file.push(resource);
    }
  }
  return files;
}

/** The children whom changes are about: what the watch writes itself is no news to it. */
export const childrenChanged = (changed: readonly fhir4.FhirResource[]): readonly string[] => [
  ...byChild(changed.filter((it) => !isFindingTask(it))).keys(),
];
