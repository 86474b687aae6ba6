import type { Findings } from './findings.ts';
import { fullUrlOf, type Identity } from './identity.ts';
import { present } from './present.ts';

/** A reference to a resource of the same Bundle. */
export const referenceInside = (to: Identity, display?: string): fhir4.Reference => ({
  reference: fullUrlOf(to),
  ...referenceOutside(to, display),
});

/** A reference to a resource that is not in the Bundle: the sync resolves it by its identifier. */
export const referenceOutside = ({ type, system, value }: Identity, display?: string): fhir4.Reference =>
  present({ type, identifier: { system, value }, display });

/** The identifier beside a reference, if it is whole; server ids are never read. */
export function identifierIn(reference: fhir4.Reference | undefined): Pick<Identity, 'system' | 'value'> | undefined {
  const { system, value } = reference?.identifier ?? {};
  return system === undefined || value === undefined ? undefined : { system, value };
}

/** The number, in this system, of what a reference names; a reason if it names something else. */
export function numberIn(
  reference: fhir4.Reference | undefined,
  system: string,
  expression: string,
  found: Findings,
): string | undefined {
  if (reference === undefined) return undefined;
  const identifier = identifierIn(reference);
  return found.required(identifier?.system === system ? identifier.value : undefined, `${expression}.identifier`);
}
