import { EXTENSIONS } from './systems.ts';

/** What stands on the root of a concept: its version (0 if none) and the hash of its content. */
export function revisionOf(root: fhir4.FhirResource): { readonly version: number; readonly hash: string } {
  const revision = 'extension' in root ? root.extension?.find(({ url }) => url === EXTENSIONS.revision) : undefined;
  const part = (url: string) => revision?.extension?.find((it) => it.url === url);
  return { version: part('version')?.valuePositiveInt ?? 0, hash: part('hash')?.valueString ?? '' };
}
