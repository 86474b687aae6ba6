/** The resources of a Bundle. */
export const resourcesOf = (bundle: fhir4.Bundle<fhir4.FhirResource>): fhir4.FhirResource[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);

/** Every Reference in a tree, found by its shape, or by the member in which it stands if it only displays a name. */
export function referencesIn(node: unknown): readonly fhir4.Reference[] {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.entries(node).flatMap(([name, value]) =>
    DISPLAYED_IN.has(name) && isDisplayOnly(value) ? [value] : referencesIn(value),
  );
  return isReference(node) ? [node, ...inside] : inside;
}

const DISPLAYED_IN = new Set([
  'requester',
  'author',
  'owner',
  'expressedBy',
  'who',
  'individual',
  'actor',
  'careManager',
  'sender',
  'valueReference',
]);

/** A Group has a type and identifiers too: a list of them, where a Reference has one. */
const isReference = (node: object): node is fhir4.Reference =>
  ('reference' in node && typeof node.reference === 'string') ||
  ('type' in node && 'identifier' in node && !Array.isArray(node.identifier));

const isDisplayOnly = (value: unknown): value is fhir4.Reference =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !('reference' in value) &&
  !('identifier' in value);

/** The resources as a server gives them back: in another order, with its own ids, versions and dates, and with its own ids in references. */
export function asServed(resources: readonly fhir4.FhirResource[], seed: number): fhir4.FhirResource[] {
  const served = JSON.parse(JSON.stringify(resources), (name, value: unknown) =>
    name === 'reference' && typeof value === 'string' ? `Patient/${seed % 1000}` : value,
  ) as fhir4.FhirResource[];
  return served
    .map((resource, nth) => ({
      rank: (Math.imul(nth + 1, 2_654_435_761) ^ seed) >>> 0,
      resource: {
        ...resource,
        id: `${nth}`,
        meta: { ...resource.meta, versionId: '2', lastUpdated: '2026-01-01T00:00:00Z' },
      },
    }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ resource }) => resource);
}
