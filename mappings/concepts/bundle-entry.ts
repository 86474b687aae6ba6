import { fullUrlOf, type Identity, keyOf } from './identity.ts';

/** One resource of a transaction and what it is known by. */
export interface Entry {
  readonly identity: Identity;
  readonly how: 'put' | 'post-if-none' | 'put-by-id';
  readonly resource: fhir4.FhirResource;
}

/** What the concept says: written over what stands. */
export const putEntry = (identity: Identity, resource: fhir4.FhirResource): Entry => ({
  identity,
  how: 'put',
  resource,
});

/** What the concept only refers to: made if it is missing, never changed. */
export const postEntry = (identity: Identity, resource: fhir4.FhirResource): Entry => ({
  identity,
  how: 'post-if-none',
  resource,
});

/** A FHIR transaction of these entries in this order, each identity once: the first one stands. */
export function transactionOf(entries: readonly Entry[]): fhir4.Bundle<fhir4.FhirResource> {
  const distinct = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(entry.identity);
    if (!distinct.has(key)) distinct.set(key, entry);
  }
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [...distinct.values()].map((entry) => ({
      fullUrl: fullUrlOf(entry.identity),
      resource: entry.resource,
      request: requestOf(entry),
    })),
  };
}

function requestOf({ identity, how, resource }: Entry): fhir4.BundleEntryRequest {
  const { type, system, value } = identity;
  const match = `identifier=${encodeURIComponent(`${system}|${value}`)}`;
  switch (how) {
    case 'put':
      return { method: 'PUT', url: `${type}?${match}` };
    case 'post-if-none':
      return { method: 'POST', url: type, ifNoneExist: match };
    case 'put-by-id':
      return { method: 'PUT', url: `${type}/${resource.id ?? value}` };
  }
}
