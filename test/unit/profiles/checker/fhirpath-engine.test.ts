import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import { readDefinitions } from '../../../../profiles/build/checker/fhir-definitions.ts';
import { amended } from '../../../../profiles/build/checker/fhirpath/amended-expressions.ts';
import { R4_PACKAGE } from '../../../../profiles/build/places.ts';
import { checkResource } from '../../../../profiles/check-resource.ts';

/**
 * The compiled invariants against an engine that reads FHIRPath (fhirpath.js), on R4’s own examples with parts taken out, so that
 * invariants break too. Asked of the resource and of each element that is an object.
 */
const TYPES = [
  'Appointment',
  'AuditEvent',
  'Bundle',
  'CarePlan',
  'CareTeam',
  'Communication',
  'Condition',
  'Consent',
  'Encounter',
  'Goal',
  'Group',
  'List',
  'Location',
  'Observation',
  'Organization',
  'Patient',
  'Practitioner',
  'Questionnaire',
  'QuestionnaireResponse',
  'RelatedPerson',
  'ServiceRequest',
  'Task',
];

/** By hand in the checker and told elsewhere, about what the engine cannot know, or where it reads R4’s mistakes otherwise than HL7’s validator. */
const NOT_COMPARED = new Set(['ele-1', 'ext-1', 'dom-3', 'dom-6', 'ref-1', 'txt-1', 'txt-2', 'ctm-1']);
const SIZE_MAX = 30_000;
const RUNS = 150;

type Json = Record<string, unknown>;

const { structures } = readDefinitions();
const examples = readdirSync(R4_PACKAGE)
  .filter((file) => TYPES.some((type) => file.startsWith(`${type}-`)))
  .map((file) => readFileSync(`${R4_PACKAGE}${file}`, 'utf8'))
  .filter((text) => text.length < SIZE_MAX)
  .map((text) => JSON.parse(text) as Json);

test('each invariant says what the FHIRPath engine says, also where parts are missing', () => {
  let broken = 0;
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.array(fc.nat(), { maxLength: 6 }), (example, cuts) => {
      const resource = without(example, cuts);
      const told = checkResource(resource);
      fc.pre(!told.some(({ rule }) => ['type', 'format', 'unknown-element', 'choice'].includes(rule ?? '')));
      const asked = engineSays(resource);
      const ours = new Set(told.map(({ rule, expression }) => `${rule} ${expression}`));
      broken += asked.filter(({ holds }) => !holds).length;
      for (const { place, holds } of asked) expect(`${place}: ${!ours.has(place)}`).toBe(`${place}: ${holds}`);
    }),
    { numRuns: RUNS, seed: 4 },
  );
  expect(broken).toBeGreaterThan(0);
});

/** Without some of its properties, anywhere. */
function without(example: Json, cuts: readonly number[]): Json {
  const resource = structuredClone(example);
  for (const cut of cuts) {
    const all = objectsIn(resource).flatMap((it) => Object.keys(it).map((key) => [it, key] as const));
    const [of, key] = all[cut % all.length] ?? [];
    if (of !== undefined && key !== undefined && key !== 'resourceType') delete of[key];
  }
  return resource;
}

function objectsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return typeof value === 'object' && value !== null ? [value as Json, ...Object.values(value).flatMap(objectsIn)] : [];
}

interface Answer {
  /** `key expression` */
  readonly place: string;
  readonly holds: boolean;
}

/** What the engine says of each invariant of the resource and of its elements. */
function engineSays(resource: Json): readonly Answer[] {
  const type = String(resource.resourceType);
  const elements = structures.get(`http://hl7.org/fhir/StructureDefinition/${type}`)?.snapshot?.element ?? [];
  return elements.flatMap(({ path, constraint, type: types, contentReference }) => {
    if (path.includes('[x]') || contentReference !== undefined) return [];
    const own = (constraint ?? []).filter(({ key }) => !NOT_COMPARED.has(key));
    const ofType = types?.length === 1 ? constraintsOf(types[0]?.code ?? '') : [];
    const all = [...new Map([...own, ...ofType].map((it) => [it.key, it])).values()];
    return placesAt(resource, path.split('.').slice(1), type).flatMap(([value, expression]) =>
      all.flatMap(({ key, expression: text }) =>
        text === undefined
          ? []
          : { place: `${key} ${expression}`, holds: holds(value, path, amended(key, text), resource) },
      ),
    );
  });
}

const constraintsOf = (type: string): readonly fhir4.ElementDefinitionConstraint[] =>
  /^[A-Z]/.test(type) && type !== 'BackboneElement' && type !== 'Resource'
    ? (
        structures.get(`http://hl7.org/fhir/StructureDefinition/${type}`)?.snapshot?.element[0]?.constraint ?? []
      ).filter(({ key }) => !NOT_COMPARED.has(key))
    : [];

function placesAt(value: unknown, steps: readonly string[], path: string): readonly (readonly [Json, string])[] {
  const [step, ...rest] = steps;
  if (typeof value !== 'object' || value === null) return [];
  if (step === undefined) return [[value as Json, path]];
  const child = (value as Json)[step];
  if (Array.isArray(child)) return child.flatMap((it, index) => placesAt(it, rest, `${path}.${step}[${index}]`));
  return placesAt(child, rest, `${path}.${step}`);
}

/** An engine’s error, like an empty result, is no yes. */
function holds(value: Json, base: string, expression: string, resource: Json): boolean {
  try {
    const compiled = fhirpath.compile({ base, expression }, r4, { traceFn: () => {} });
    const result: readonly unknown[] = compiled(value, {
      resource,
      rootResource: resource,
      ucum: 'http://unitsofmeasure.org',
    }) as never;
    return result.length > 0 && (result.length > 1 || result[0] !== false);
  } catch {
    return false;
  }
}
