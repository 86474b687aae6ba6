/** Canonical base of everything we define; a site may change it here and nowhere else (fhir.md §1). */
export const CANONICAL = 'https://fhir.passerelle.example';

/** URL of a CodeSystem of ours. */
export const codeSystem = (name: string): string => `${CANONICAL}/CodeSystem/${name}`;

/** URL of an extension or profile of ours. */
export const structureDefinition = (name: string): string => `${CANONICAL}/StructureDefinition/${name}`;

/** Identifier system that we define; `owner` is the centre whose numbers these are, absent for names that we all share. */
export const namingSystem = (name: string, owner?: string): string =>
  `${CANONICAL}/NamingSystem/${name}${owner === undefined ? '' : `/${owner}`}`;

/** A canonical without the version that may follow it: `http://…/x|4.0.1` → `http://…/x`. */
export function withoutVersion(canonical: string): string {
  const bar = canonical.indexOf('|');
  return bar === -1 ? canonical : canonical.slice(0, bar);
}
