import { namingSystem } from '../../profiles/canonical.ts';
import { identifiersIn } from '../retention/identifiers-in.ts';

/** A resource named by what it is and its business identifier. */
export interface TypedIdentifier {
  readonly type: string;
  readonly system: string;
  readonly value: string;
}

export interface FoundReference {
  readonly target: TypedIdentifier;
  readonly reference?: string;
}

export const tokenOf = ({ type, system, value }: TypedIdentifier): string => `${type} ${system}|${value}`;

const OURS = namingSystem('');

/** Business identifiers of ours, with a value: an empty one would match everybody (hapi-fhir #8343), and a health card is never a match key. */
export function identifiersOf(resource: fhir4.FhirResource): readonly TypedIdentifier[] {
  return identifiersIn(resource).flatMap(({ system, value }) =>
    system?.startsWith(OURS) && value ? [{ type: resource.resourceType, system, value }] : [],
  );
}

/** A reference to a resource at its place, with its identifier beside it. */
export function referenceTo(resource: fhir4.FhirResource, reference: string): fhir4.Reference {
  const [own] = identifiersOf(resource);
  return {
    reference,
    type: resource.resourceType,
    ...(own !== undefined && { identifier: { system: own.system, value: own.value } }),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A Reference that names its target by type and identifier. */
function asReference(node: Readonly<Record<string, unknown>>): FoundReference | undefined {
  const { identifier, type, reference } = node;
  if (!isObject(identifier) || typeof type !== 'string') return undefined;
  const { system, value } = identifier;
  if (typeof system !== 'string' || typeof value !== 'string' || value === '') return undefined;
  return { target: { type, system, value }, ...(typeof reference === 'string' && { reference }) };
}

/** Every Reference in a resource that names its target by type and identifier. */
export function referencesIn(node: unknown): readonly FoundReference[] {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (!isObject(node)) return [];
  const here = asReference(node);
  return [...(here === undefined ? [] : [here]), ...Object.values(node).flatMap(referencesIn)];
}

/** The same resource, each Reference pointed where `locate` says; those of which it knows nothing stay. */
export function pointed<T>(node: T, locate: (target: TypedIdentifier) => string | undefined): T;
export function pointed(node: unknown, locate: (target: TypedIdentifier) => string | undefined): unknown {
  if (Array.isArray(node)) return node.map((item) => pointed(item, locate));
  if (!isObject(node)) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, pointed(value, locate)]));
  const here = asReference(node);
  const reference = here === undefined ? undefined : locate(here.target);
  return reference === undefined ? copy : { ...copy, reference };
}
