import type { ResourcePlace, Territory } from '../domain/concepts.ts';
import { FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { addressFrom, fhirAddressFrom } from './address.ts';
import { type Entry, postEntry } from './bundle-entry.ts';
import type { Findings } from './findings.ts';
import { type Identity, identifierOf, partId, partIdentities } from './identity.ts';
import { contactPointFrom, telecomFrom } from './name-and-telecom.ts';
import { present, several } from './present.ts';
import { identifierIn, numberIn, referenceInside } from './reference.ts';

const placeNamed = (root: Identity, centre: string) => (id: string) => ({
  system: IDENTIFIERS.place(centre),
  value: `${root.value}:${id}`,
});

/** Each place of a resource with its identity, in their order. */
export const identifiedPlaces = (places: readonly ResourcePlace[], root: Identity, centre: string) =>
  partIdentities(places, {
    centre,
    type: 'Location',
    root,
    kind: 'place',
    named: placeNamed(root, centre),
    words: ({ name = '', address, words = '' }) => [name, words, ...(address?.lines ?? []), address?.city ?? ''],
  });

/** Total: every place has a Location. */
export const locationFromPlace = (place: ResourcePlace, identity: Identity): fhir4.Location =>
  present({
    resourceType: 'Location',
    meta: { profile: [PROFILES.location] },
    identifier: [identifierOf(identity)],
    mode: 'instance',
    name: place.name,
    description: place.words,
    telecom: several(place.telecom?.map(contactPointFrom)),
    address: place.address && fhirAddressFrom(place.address),
  });

/** The place back. */
export function placeFrom(
  resource: fhir4.Location,
  reference: fhir4.Reference,
  root: Identity,
  centre: string,
  found: Findings,
): ResourcePlace {
  const identifier = identifierIn(reference);
  return present({
    id: identifier && partId(identifier, placeNamed(root, centre)),
    name: resource.name,
    address: resource.address && addressFrom(resource.address),
    telecom: telecomFrom(resource.telecom, 'Location.telecom', found),
    words: resource.description,
  });
}

const territoryIdentity = (centre: string, id: string): Identity<'Location'> => ({
  type: 'Location',
  system: IDENTIFIERS.territory(centre),
  value: id,
});

/** A territory that a resource serves: by what name this resource calls it stands on the reference. */
export const territoryReference = ({ id, name }: Territory, centre: string): fhir4.Reference =>
  referenceInside(territoryIdentity(centre, id), name);

/** Territories belong to all resources: made if missing, never changed by one of them. */
export const territoryEntry = ({ id, name }: Territory, centre: string): Entry => {
  const identity = territoryIdentity(centre, id);
  return postEntry(
    identity,
    present({
      resourceType: 'Location',
      meta: { profile: [PROFILES.location] },
      identifier: [identifierOf(identity)],
      mode: 'instance',
      name,
      physicalType: { coding: [{ system: FOREIGN.physicalType, code: 'jdn' }] },
    }),
  );
};

/** The territories back, in their order. */
export const territoriesFrom = (
  coverage: readonly fhir4.Reference[] | undefined,
  centre: string,
  found: Findings,
): readonly Territory[] | undefined =>
  several(
    coverage?.flatMap((reference) => {
      const id = numberIn(reference, IDENTIFIERS.territory(centre), 'HealthcareService.coverageArea', found);
      return id === undefined ? [] : [present({ id, name: reference.display })];
    }),
  );
