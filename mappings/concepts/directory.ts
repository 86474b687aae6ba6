import { IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { type Entry, postEntry } from './bundle-entry.ts';
import { type Identity, identifierOf } from './identity.ts';
import { present } from './present.ts';
import { referenceInside } from './reference.ts';

/** An Organization as the directory names it; without a name, its identifier is enough for FHIR. */
interface NamedOrganization {
  readonly id: string;
  readonly name?: string | undefined;
}

export const centreIdentity = (id: string): Identity<'Organization'> => ({
  type: 'Organization',
  system: IDENTIFIERS.centre,
  value: id,
});

export const partnerIdentity = (id: string): Identity<'Organization'> => ({
  type: 'Organization',
  system: IDENTIFIERS.partner,
  value: id,
});

/** A school, a CLSC, another institution, as this centre numbers it. */
export const institutionIdentity = (centre: string, id: string): Identity<'Organization'> => ({
  type: 'Organization',
  system: IDENTIFIERS.institution(centre),
  value: id,
});

export const professionalRoleIdentity = (centre: string, id: string): Identity<'PractitionerRole'> => ({
  type: 'PractitionerRole',
  system: IDENTIFIERS.professionalRole(centre),
  value: id,
});

/** An Organization of the directory: made if missing, never changed by a child's transaction. */
export const organizationEntry = (identity: Identity<'Organization'>, { name }: NamedOrganization): Entry =>
  postEntry(
    identity,
    present({
      resourceType: 'Organization',
      meta: { profile: [PROFILES.organization] },
      identifier: [identifierOf(identity)],
      name,
    }),
  );

/** A professional of the directory, in an organization: the person, and the person's role there. */
export function professionalEntries(
  centre: string,
  { id, name }: { readonly id: string; readonly name: string },
  organization: Identity<'Organization'> = centreIdentity(centre),
): readonly Entry[] {
  const person: Identity = { type: 'Practitioner', system: IDENTIFIERS.professional(centre), value: id };
  const role = professionalRoleIdentity(centre, id);
  return [
    postEntry(person, {
      resourceType: 'Practitioner',
      meta: { profile: [PROFILES.practitioner] },
      identifier: [identifierOf(person)],
      name: [{ text: name }],
    }),
    postEntry(role, {
      resourceType: 'PractitionerRole',
      meta: { profile: [PROFILES.professional] },
      identifier: [identifierOf(role)],
      practitioner: referenceInside(person),
      organization: referenceInside(organization),
    }),
  ];
}
