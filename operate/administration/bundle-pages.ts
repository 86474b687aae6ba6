import type { CallOptions, GatewayClient } from '../gateway-client.ts';

/** Enough for any centre; a list without an end would otherwise be followed for ever. */
const PAGES_MAX = 2_000;

/** What the FHIR facade finds, page after page. Throws OperateProblem as the client does. */
export async function foundInPages(
  gateway: GatewayClient,
  method: 'GET' | 'POST',
  path: string,
  body?: URLSearchParams,
): Promise<readonly fhir4.FhirResource[]> {
  const found: fhir4.FhirResource[] = [];
  let next: string | undefined = path;
  for (let page = 0; next !== undefined && page < PAGES_MAX; page += 1) {
    const options: CallOptions = { token: 'CENTRE_TOKEN', ...(page === 0 && body !== undefined && { body }) };
    // What our own facade answers is the Bundle that its OpenAPI document promises.
    const bundle = (await gateway.call(page === 0 ? method : 'GET', next, options)) as fhir4.Bundle<fhir4.FhirResource>;
    found.push(...(bundle.entry ?? []).flatMap(({ resource }) => resource ?? []));
    const link = bundle.link?.find(({ relation }) => relation === 'next')?.url;
    // The facade writes its links by the name under which it was asked: only the path is followed.
    next = link === undefined ? undefined : pathOf(link);
  }
  return found;
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
