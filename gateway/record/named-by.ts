import type { FhirStore } from './fhir-store.ts';

/** What a resource names by its place and is not `known` already: one search a type, all at once. */
export async function namedBy(
  resource: fhir4.FhirResource,
  store: Pick<FhirStore, 'search'>,
  known: readonly fhir4.FhirResource[] = [],
): Promise<readonly fhir4.FhirResource[]> {
  const have = new Set(known.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const missing = [...new Set(literalReferences(resource))].filter((reference) => !have.has(reference));
  const types = [...new Set(missing.map((reference) => reference.split('/')[0] ?? ''))];
  const lists = await Promise.all(
    types.map((type) =>
      store.search(type, {
        _id: missing
          .filter((reference) => reference.startsWith(`${type}/`))
          .map((reference) => reference.split('/')[1] ?? '')
          .join(','),
      }),
    ),
  );
  return lists.flat();
}

function literalReferences(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(literalReferences);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'reference' && typeof value === 'string')
      return /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]+$/.test(value) ? [value] : [];
    return literalReferences(value);
  });
}
