import { expect } from '@jest/globals';
import type { Client } from 'fhir-kit-client';

export type Found = fhir4.Bundle<fhir4.FhirResource>;
/** `Type/id` of each. */
export const placesIn = ({ entry = [] }: Found): readonly string[] =>
  entry.map(({ resource }) => `${resource?.resourceType}/${resource?.id}`);

/** All pages of a search, as the client follows them. */
export async function pagesFollowed(gatewayUrl: string, client: Client, first: Found): Promise<readonly string[]> {
  const places: string[] = [];
  let page: Found | undefined = first;
  while (page !== undefined) {
    for (const { url } of page.link ?? []) expect(url.startsWith(`${gatewayUrl}/fhir/`)).toBe(true);
    for (const { fullUrl } of page.entry ?? []) expect(fullUrl?.startsWith(`${gatewayUrl}/fhir/`)).toBe(true);
    places.push(...placesIn(page));
    page = (await client.nextPage({ bundle: page as never })) as Found | undefined;
  }
  return places;
}

export const search = async (
  client: Client,
  type: string,
  searchParams: Record<string, string | string[]>,
  postSearch = true,
) => (await client.resourceSearch({ resourceType: type, searchParams, options: { postSearch } })) as unknown as Found;
