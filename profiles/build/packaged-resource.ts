/** A resource of the package, as far as the package itself looks into it. */
export interface PackagedResource {
  readonly resourceType: string;
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly meta?: { readonly profile?: readonly string[] };
  readonly [element: string]: unknown;
}

/** Types of what a package defines; everything else in it is an example. */
const DEFINITIONS: ReadonlySet<string> = new Set([
  'CapabilityStatement',
  'CodeSystem',
  'ConceptMap',
  'ImplementationGuide',
  'NamingSystem',
  'OperationDefinition',
  'SearchParameter',
  'StructureDefinition',
  'ValueSet',
]);

export const isDefinition = ({ resourceType }: PackagedResource): boolean => DEFINITIONS.has(resourceType);
