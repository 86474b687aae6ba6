import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchContext } from './launch-context.ts';

const PUT_WITHIN_MS = 30_000;

/** Writes every conformance resource of a folder to a running HAPI, under its own id. Rejects at the first that is refused. */
export async function loadProfiles(
  folder: string,
  fhirBaseUrl: string,
  { words, signal }: LaunchContext,
): Promise<void> {
  const below = await readdir(folder, { recursive: true });
  for (const file of below.filter(mayHoldAResource).sort()) {
    const body = await readFile(join(folder, file), 'utf8');
    const response = await fetch(`${fhirBaseUrl}/${typeAndId(JSON.parse(body))}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/fhir+json' },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(PUT_WITHIN_MS)]),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(words.profileRefused(file, response.status));
  }
}

/** package.json and .index.json describe a FHIR package; they are not resources. */
function mayHoldAResource(path: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return name.endsWith('.json') && !name.startsWith('.') && name !== 'package.json';
}

function typeAndId(resource: unknown): string {
  if (typeof resource !== 'object' || resource === null) return '';
  const type = 'resourceType' in resource ? resource.resourceType : '';
  const id = 'id' in resource ? resource.id : '';
  return `${type}/${id}`;
}
