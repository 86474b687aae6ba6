/** The traces themselves, and what tells how the record is kept: nobody's file. */
const KEEPING: ReadonlySet<string> = new Set(['Provenance', 'AuditEvent', 'Basic']);
/** Whom a concept only names: made where they are missing, never changed by it. */
const NAMED: ReadonlySet<string> = new Set(['Group', 'Location', 'Organization', 'Practitioner', 'PractitionerRole']);

/** What a transaction writes without a trace of it in the same transaction (fhir.md §2: Provenance per change), by method and type. */
export function withoutTrace({ entry = [] }: fhir4.Bundle<fhir4.FhirResource>): readonly string[] {
  const traced = new Set(
    entry.flatMap(({ resource }) =>
      resource?.resourceType === 'Provenance' ? resource.target.flatMap(({ reference }) => reference ?? []) : [],
    ),
  );
  return entry.flatMap(({ resource, fullUrl = '', request }) => {
    if (resource === undefined || KEEPING.has(resource.resourceType)) return [];
    if (NAMED.has(resource.resourceType) && request?.ifNoneExist !== undefined) return [];
    const names = [fullUrl, `${resource.resourceType}/${resource.id}`];
    return names.some((name) => traced.has(name)) ? [] : [`${request?.method} ${resource.resourceType}`];
  });
}
