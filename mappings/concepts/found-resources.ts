import { centreOf, IDENTIFIERS } from '../domain/systems.ts';
import type { Findings } from './findings.ts';
import { type Identity, keyOf } from './identity.ts';
import { identifierIn } from './reference.ts';

type ResourceType = fhir4.FhirResource['resourceType'];
type ResourceOf<T extends ResourceType> = Extract<fhir4.FhirResource, { readonly resourceType: T }>;

/** Resources found by type and business identifier; server ids play no part. */
export interface FoundResources {
  readonly at: <T extends ResourceType>(
    type: T,
    reference: fhir4.Reference | undefined,
    expression: string,
    found: Findings,
  ) => ResourceOf<T> | undefined;
  /** The root of a concept: the resource of this type numbered by a centre, and not the older one that it replaces or follows. */
  readonly root: <T extends ResourceType>(
    type: T,
    kind: (centre: string) => string,
    found: Findings,
  ) => FoundRoot<T> | undefined;
}

/** A root, its number, and the centre that gave it. */
export interface FoundRoot<T extends ResourceType> {
  readonly resource: ResourceOf<T>;
  readonly centre: string;
  readonly id: string;
}

/** Index over resources in any order. */
export function foundResources(resources: readonly fhir4.FhirResource[]): FoundResources {
  const byKey = new Map<string, fhir4.FhirResource>();
  for (const resource of resources) {
    for (const identifier of identifiersOf(resource)) {
      byKey.set(keyOf({ type: resource.resourceType, ...identifier }), resource);
    }
  }
  return {
    at(type, reference, expression, found) {
      const identifier = identifierIn(reference);
      const resource = identifier && byKey.get(keyOf({ type, ...identifier }));
      if (resource !== undefined && isOf(type, resource)) return resource;
      return found.report('not-found', expression, {
        fr: `${expression} : la ressource ${type} à laquelle l’élément renvoie n’est pas là.`,
        en: `${expression}: the ${type} resource that the element refers to is not there.`,
      });
    },
    root(type, kind, found) {
      const roots = resources.flatMap((resource) => (isOf(type, resource) ? rootFrom(resource, kind) : []));
      const replaced = new Set(roots.flatMap(({ resource }) => replacedBy(resource)));
      const current = roots.filter(({ identity }) => !replaced.has(keyOf(identity)));
      // A plan may name itself as what it replaces; that says nothing.
      const [only, ...others] = current.length > 0 ? current : roots;
      if (only !== undefined && others.length === 0)
        return { resource: only.resource, centre: only.centre, id: only.identity.value };
      return found.report(only === undefined ? 'not-found' : 'conflict', type, {
        fr: `Il faut exactement une ressource ${type} numérotée par un centre ; il y en a ${roots.length}.`,
        en: `Exactly one ${type} resource numbered by a centre is needed; there are ${roots.length}.`,
      });
    },
  };
}

interface Candidate<T extends ResourceType> {
  readonly resource: ResourceOf<T>;
  readonly identity: Identity;
  readonly centre: string;
}

function rootFrom<T extends ResourceType>(resource: ResourceOf<T>, kind: (centre: string) => string): Candidate<T>[] {
  return identifiersOf(resource).flatMap((identifier) => {
    const centre = centreOf(identifier.system, kind);
    return centre === undefined ? [] : [{ resource, centre, identity: { type: resource.resourceType, ...identifier } }];
  });
}

/** Keys of what came before this resource: the plan that it replaces, the reading that it follows. */
function replacedBy(resource: fhir4.FhirResource): string[] {
  return before(resource).flatMap((reference) => {
    const identifier = identifierIn(reference);
    return identifier === undefined ? [] : [keyOf({ type: resource.resourceType, ...identifier })];
  });
}

function before(resource: fhir4.FhirResource): readonly (fhir4.Reference | undefined)[] {
  if (resource.resourceType === 'CarePlan') return resource.replaces ?? [];
  return resource.resourceType === 'ClinicalImpression' ? [resource.previous] : [];
}

/** The business identifiers of a resource that are whole. */
export function identifiersOf(resource: fhir4.FhirResource): readonly Pick<Identity, 'system' | 'value'>[] {
  const identifier: unknown = 'identifier' in resource ? resource.identifier : undefined;
  return (Array.isArray(identifier) ? identifier : [identifier]).filter(isWhole);
}

function isWhole(identifier: unknown): identifier is { readonly system: string; readonly value: string } {
  return (
    typeof identifier === 'object' &&
    identifier !== null &&
    'system' in identifier &&
    'value' in identifier &&
    typeof identifier.system === 'string' &&
    typeof identifier.value === 'string' &&
    identifier.value !== ''
  );
}

function isOf<T extends ResourceType>(type: T, resource: fhir4.FhirResource): resource is ResourceOf<T> {
  return resource.resourceType === type;
}

/** The child's own identifier, from a reference to the child. */
export function childIdIn(reference: fhir4.Reference | undefined, centre: string): string | undefined {
  const identifier = identifierIn(reference);
  return identifier?.system === IDENTIFIERS.child(centre) ? identifier.value : undefined;
}
