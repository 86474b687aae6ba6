import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch, type Operation } from 'rfc6902';
import { isDefinition, type PackagedResource } from '../../profiles/build/packaged-resource.ts';
import { FSH_FOLDER } from '../../profiles/build/places.ts';
import { readCompiled } from '../../profiles/build/read-compiled.ts';

export interface ValidExample {
  readonly id: string;
  /** Canonical URL of the profile that it follows. */
  readonly profile: string;
  readonly resource: PackagedResource;
}

/** What a profile refuses: a valid example of it with a patch, and the issue that must be raised. */
export interface InvalidExample extends ValidExample {
  readonly name: string;
  readonly raises: { readonly code: string; readonly expression: string; readonly rule: string };
}

interface WrittenInvalid {
  readonly name: string;
  readonly from: string;
  readonly patch: readonly Operation[];
  readonly raises: InvalidExample['raises'];
}

const INVALID_FOLDER = join(FSH_FOLDER, 'invalid');
const compiled = [...(await readCompiled()).values()].map((text): PackagedResource => JSON.parse(text));

/** Profiles of ours on resources; an extension is seen at work in the examples of these. */
export const resourceProfiles: readonly fhir4.StructureDefinition[] = compiled
  .filter(({ resourceType, type }) => resourceType === 'StructureDefinition' && type !== 'Extension')
  .map((it) => it as unknown as fhir4.StructureDefinition);

export const validExamples: readonly ValidExample[] = compiled
  .filter((resource) => !isDefinition(resource))
  .map((resource) => ({ id: resource.id, profile: resource.meta?.profile?.[0] ?? '', resource }));

/** Throws where an invalid example cannot be made as it is written. */
export function invalidExamples(): readonly InvalidExample[] {
  const files = existsSync(INVALID_FOLDER) ? readdirSync(INVALID_FOLDER).sort() : [];
  return files.flatMap((file) => {
    const written: readonly WrittenInvalid[] = JSON.parse(readFileSync(join(INVALID_FOLDER, file), 'utf8'));
    return written.map((example) => made(file, example));
  });
}

function made(file: string, { name, from, patch, raises }: WrittenInvalid): InvalidExample {
  const source = validExamples.find(({ id }) => id === from);
  if (source === undefined) throw new Error(`${file}, ${name}: no valid example ${from}`);
  const profileId = file.replace(/\.json$/, '');
  if (!source.profile.endsWith(`/${profileId}`))
    throw new Error(`${file}, ${name}: ${from} is an example of ${source.profile}`);
  const resource = structuredClone(source.resource);
  const failure = applyPatch(resource, [...patch]).find((it) => it !== null);
  if (failure) throw new Error(`${file}, ${name}: the patch does not fit ${from}`, { cause: failure });
  return { id: from, profile: source.profile, resource, name, raises };
}
