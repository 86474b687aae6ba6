import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILED_FOLDER, R4_PACKAGE } from '../../profiles/build/places.ts';
import { invalidExamples, validExamples } from '../builders/profile-examples.ts';
import type { Base } from './mutants/mutant.ts';
import type { JsonObject } from './mutants/places.ts';

/** What the centres' concepts become (fhir.md §2), and what they send and get them in. */
const TYPES = [
  'Appointment',
  'AuditEvent',
  'Basic',
  'Bundle',
  'CarePlan',
  'CareTeam',
  'ClinicalImpression',
  'Communication',
  'Condition',
  'Consent',
  'Encounter',
  'EpisodeOfCare',
  'Goal',
  'HealthcareService',
  'Location',
  'MessageHeader',
  'Observation',
  'Organization',
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'Provenance',
  'QuestionnaireResponse',
  'RelatedPerson',
  'ServiceRequest',
  'Task',
];

/** Of one type, at most this many: R4 has sixty Observations. */
const OF_EACH_TYPE_MAX = 6;
/** A Bundle of the whole specification is no message. */
const SIZE_MAX_BYTES = 20_000;

/** Our own examples, as SUSHI compiled them. */
export const ourExamples = (): readonly Base[] =>
  validExamples.map(({ id, resource }) => ({ name: id, resource: { ...resource } }));

/** Examples of what our profiles refuse, one thing wrong in each. */
export const ourInvalidExamples = (): readonly Base[] =>
  invalidExamples().map(({ id, name, resource }) => ({ name: `${id}, ${name}`, resource: { ...resource } }));

/** R4's own examples of the types that we use; not all of them are valid by R4's own rules. */
export function r4Examples(): readonly Base[] {
  const counts = new Map<string, number>();
  return basesOf(R4_PACKAGE, (file) => TYPES.includes(file.slice(0, file.indexOf('-')))).filter(({ resource }) => {
    const type = String(resource.resourceType);
    const count = (counts.get(type) ?? 0) + 1;
    if (JSON.stringify(resource).length > SIZE_MAX_BYTES) return false;
    counts.set(type, count);
    return count <= OF_EACH_TYPE_MAX;
  });
}

const basesOf = (folder: string, wanted: (file: string) => boolean): readonly Base[] =>
  readdirSync(folder)
    .filter((file) => /^[A-Z]\w+-.*\.json$/.test(file) && wanted(file))
    .sort()
    .map((file) => ({ name: file.replace(/\.json$/, ''), resource: readJson(folder, file) }));

const readJson = (folder: string, file: string): JsonObject => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** The codes of every CodeSystem at hand, ours and R4's. */
export function codesAtHand(): (system: string) => readonly string[] {
  const systems = new Map<string, readonly string[]>();
  for (const folder of [R4_PACKAGE, COMPILED_FOLDER]) {
    for (const file of readdirSync(folder).filter((it) => it.startsWith('CodeSystem-') && it.endsWith('.json'))) {
      const { url, concept } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as fhir4.CodeSystem;
      if (url !== undefined && concept !== undefined) systems.set(url, codesIn(concept));
    }
  }
  return (system) => systems.get(system) ?? [];
}

const codesIn = (concepts: readonly fhir4.CodeSystemConcept[]): readonly string[] =>
  concepts.flatMap(({ code, concept = [] }) => [code, ...codesIn(concept)]);

/** Which paths each of our profiles slices. */
export function slicedPathsOfOurs(): (profile: string) => ReadonlySet<string> {
  const sliced = new Map<string, ReadonlySet<string>>();
  for (const file of readdirSync(COMPILED_FOLDER).filter((it) => it.startsWith('StructureDefinition-'))) {
    const { url, snapshot } = JSON.parse(
      readFileSync(join(COMPILED_FOLDER, file), 'utf8'),
    ) as fhir4.StructureDefinition;
    const paths = (snapshot?.element ?? []).filter(({ sliceName }) => sliceName !== undefined).map(({ path }) => path);
    sliced.set(url, new Set(paths));
  }
  return (profile) => sliced.get(profile) ?? new Set();
}
