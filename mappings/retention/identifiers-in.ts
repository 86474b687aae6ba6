/** The identifiers of a resource, whether its type has one or a list of them. */
export function identifiersIn(resource: fhir4.FhirResource): readonly fhir4.Identifier[] {
  if (!('identifier' in resource) || resource.identifier === undefined) return [];
  return Array.isArray(resource.identifier) ? resource.identifier : [resource.identifier];
}
