import { readDefinitions } from '../../profiles/build/checker/fhir-definitions.ts';

/** Our profiles and extensions, by URL. */
export function ownStructures(): ReadonlyMap<string, fhir4.StructureDefinition> {
  const { structures, own } = readDefinitions();
  return new Map([...structures].filter(([url]) => own.has(url)));
}
