import type { Who } from '../domain/concepts.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import type { Entry } from './bundle-entry.ts';
import { professionalEntries, professionalRoleIdentity } from './directory.ts';
import type { Findings } from './findings.ts';
import { type Identity, partId } from './identity.ts';
import { present } from './present.ts';
import { identifierIn, referenceInside, referenceOutside } from './reference.ts';

/** The child and the centre in which somebody is named. */
export interface WhoScope {
  readonly centre: string;
  readonly childId: string;
}

export const childIdentity = ({ centre, childId }: WhoScope): Identity<'Patient'> => ({
  type: 'Patient',
  system: IDENTIFIERS.child(centre),
  value: childId,
});

/** The child, who is not in this Bundle. */
export const childReference = (scope: WhoScope): fhir4.Reference => referenceOutside(childIdentity(scope));

/** How a circle member is named in a child's circle. */
export const memberNamed =
  ({ centre, childId }: WhoScope) =>
  (id: string): Pick<Identity, 'system' | 'value'> => ({
    system: IDENTIFIERS.member(centre),
    value: `${childId}:${id}`,
  });

/** Reference to somebody; a professional must also be given to `whoEntries`, since the Bundle brings them along. */
export function referenceFromWho(who: Who, scope: WhoScope): fhir4.Reference {
  switch (who.kind) {
    case 'child':
      return childReference(scope);
    case 'member':
      return referenceOutside({ type: 'RelatedPerson', ...memberNamed(scope)(who.id) }, who.name);
    case 'professional':
      return referenceInside(professionalRoleIdentity(scope.centre, who.id), who.name);
    case 'person':
      return { display: who.name };
  }
}

/** Directory entries of the professionals among these people. */
export const whoEntries = (people: readonly (Who | undefined)[], { centre }: WhoScope): readonly Entry[] =>
  people.flatMap((who) => (who?.kind === 'professional' ? professionalEntries(centre, who) : []));

/** Somebody from a reference, read by its identifier; undefined if there is none, a reason if it names nobody we know how to name. */
export function whoFromReference(
  reference: fhir4.Reference | undefined,
  scope: WhoScope,
  expression: string,
  found: Findings,
): Who | undefined {
  if (reference === undefined) return undefined;
  return (
    whoNamed(reference, scope) ??
    found.report('value', expression, {
      fr: `${expression} ne nomme ni l’enfant, ni un membre de son cercle, ni un professionnel du centre.`,
      en: `${expression} names neither the child, nor a member of the circle, nor a professional of the centre.`,
    })
  );
}

function whoNamed(reference: fhir4.Reference, scope: WhoScope): Who | undefined {
  const name = reference.display;
  const identifier = identifierIn(reference);
  if (identifier === undefined) return name === undefined ? undefined : { kind: 'person', name };
  const { system, value } = identifier;
  const child = childIdentity(scope);
  if (system === child.system) return value === child.value ? { kind: 'child' } : undefined;
  if (system === IDENTIFIERS.professionalRole(scope.centre)) {
    return name === undefined ? undefined : { kind: 'professional', id: value, name };
  }
  const id = partId(identifier, memberNamed(scope));
  return id === undefined ? undefined : present({ kind: 'member', id, name });
}
