import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILED_FOLDER, R4_PACKAGE } from '../places.ts';

/** Every definition that a checker is made from, by canonical URL without version. */
export interface Definitions {
  readonly structures: ReadonlyMap<string, fhir4.StructureDefinition>;
  readonly valueSets: ReadonlyMap<string, fhir4.ValueSet>;
  readonly codeSystems: ReadonlyMap<string, fhir4.CodeSystem>;
  /** URLs of what is ours. */
  readonly own: ReadonlySet<string>;
}

type Definition = fhir4.StructureDefinition | fhir4.ValueSet | fhir4.CodeSystem;

const FILE = /^(?:StructureDefinition|ValueSet|CodeSystem)-.*\.json$/;

/** R4’s own definitions from the npm package `hl7.fhir.r4.examples`, and ours as SUSHI compiled them into `profiles/compiled`. */
export function readDefinitions(ours: string = COMPILED_FOLDER): Definitions {
  const definitions = {
    structures: new Map<string, fhir4.StructureDefinition>(),
    valueSets: new Map<string, fhir4.ValueSet>(),
    codeSystems: new Map<string, fhir4.CodeSystem>(),
    own: new Set<string>(),
  };
  for (const it of definitionsIn(R4_PACKAGE)) add(it);
  for (const it of definitionsIn(ours)) {
    add(it);
    if (it.url !== undefined) definitions.own.add(it.url);
  }
  return definitions;

  function add(it: Definition): void {
    if (it.url === undefined) return;
    if (it.resourceType === 'StructureDefinition') definitions.structures.set(it.url, it);
    else if (it.resourceType === 'ValueSet') definitions.valueSets.set(it.url, it);
    else definitions.codeSystems.set(it.url, it);
  }
}

/** In the order of their names, so that what is generated does not depend on the file system. */
function definitionsIn(folder: string): readonly Definition[] {
  const files = readdirSync(folder).filter((name) => FILE.test(name));
  return files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Definition);
}
