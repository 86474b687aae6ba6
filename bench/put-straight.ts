type Placed = fhir4.FhirResource & { readonly id: string };

/** Where a resource stands in the record. */
export const placeOf = ({ resourceType, id }: Placed): string => `${resourceType}/${id}`;

/** Writes resources under their own ids straight into HAPI, in one transaction. Throws where HAPI refuses it. */
export async function putStraight(hapiUrl: string, resources: readonly Placed[]): Promise<void> {
  const bundle: fhir4.Bundle = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: resources.map((resource) => ({ resource, request: { method: 'PUT', url: placeOf(resource) } })),
  };
  const answer = await fetch(hapiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(bundle),
  });
  if (!answer.ok) throw new Error(`the record answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
}
