import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import { isDefinition, type PackagedResource } from '../../profiles/build/packaged-resource.ts';

const PUT_WITHIN_MS = 30_000;

/** A server would not have this definition. */
export class DefinitionRefused extends Error {
  readonly file: string;
  readonly status: number;
  constructor(file: string, status: number) {
    super(`${file}: HTTP ${status}`);
    this.name = 'DefinitionRefused';
    this.file = file;
    this.status = status;
  }
}

/**
 * Writes every definition below a folder to a running FHIR server, under its own id; examples are nobody's record, and stay out.
 * Returns how many. Rejects with DefinitionRefused at the first that is refused.
 */
export async function loadDefinitions(folder: string, fhirBaseUrl: string, signal: AbortSignal): Promise<number> {
  const definitions = (await jsonBelow(folder)).filter(({ resource }) => mayBePut(resource));
  for (const { file, text, resource } of definitions.sort(termsFirst)) {
    const response = await fetch(`${fhirBaseUrl}/${resource.resourceType}/${resource.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/fhir+json' },
      body: text,
      signal: timeLimit(signal, PUT_WITHIN_MS),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new DefinitionRefused(file, response.status);
  }
  return definitions.length;
}

interface DefinitionFile {
  readonly file: string;
  readonly text: string;
  readonly resource: PackagedResource;
}

/** package.json and .index.json describe a FHIR package; they have no resourceType. */
async function jsonBelow(folder: string): Promise<readonly DefinitionFile[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'));
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      const resource: PackagedResource = JSON.parse(text);
      return { file, text, resource };
    }),
  );
}

/** An ImplementationGuide refers to the examples. */
const mayBePut = (resource: PackagedResource): boolean =>
  isDefinition(resource) && resource.resourceType !== 'ImplementationGuide';

/** Profiles bind to terminology, and a ValueSet to its CodeSystem. */
const ORDER = ['CodeSystem', 'ValueSet', 'ConceptMap', 'StructureDefinition'];

const termsFirst = (a: DefinitionFile, b: DefinitionFile): number =>
  ORDER.indexOf(a.resource.resourceType) - ORDER.indexOf(b.resource.resourceType) || (a.file < b.file ? -1 : 1);
