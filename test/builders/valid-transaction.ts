import { expect } from '@jest/globals';
import { literalReferences } from './literal-references.ts';

const isObject = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null;

/** Something undefined, an empty text, list or object: FHIR's JSON has none of them. */
export const hasHoles = (node: unknown): boolean =>
  node === undefined ||
  node === null ||
  node === '' ||
  (isObject(node) && (Object.keys(node).length === 0 || Object.values(node).some(hasHoles)));

/** What any server may ask of a transaction: distinct entries, references that lead somewhere, and no identifier without a value in a search. */
export function expectValidTransaction(bundle: fhir4.Bundle<fhir4.FhirResource>): void {
  expect(bundle.type).toBe('transaction');
  const entries = bundle.entry ?? [];
  const urls = entries.flatMap(({ fullUrl }) => fullUrl ?? []);
  expect(new Set(urls).size).toBe(urls.length);
  for (const { resource, request } of entries) {
    expect(resource?.resourceType).toBe(/^[A-Z][A-Za-z]+/.exec(request?.url ?? '')?.[0]);
    const query = request?.ifNoneExist ?? request?.url.split('?')[1];
    if (query !== undefined) expect(new URLSearchParams(query).get('identifier')).toMatch(/^\S+\|\S+$/);
    if (request?.method === 'POST') expect(request.ifNoneExist).toMatch(/^identifier=/);
    expect(hasHoles(resource)).toBe(false);
  }
  for (const reference of literalReferences(bundle))
    if (reference.startsWith('urn:')) expect(urls).toContain(reference);
    else expect(reference).toMatch(/^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/);
}
