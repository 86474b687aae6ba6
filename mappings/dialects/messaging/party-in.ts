import type { PartyCard } from '../dialect.ts';
import type { Incoming } from './incoming-message.ts';

/** Who asks or answers there, through role, person and organization; undefined where the message names nobody. */
export function partyIn(reference: fhir4.Reference | undefined, { at }: Pick<Incoming, 'at'>): PartyCard | undefined {
  const named = at(reference);
  const chain =
    named?.resourceType === 'PractitionerRole' ? [named, at(named.practitioner), at(named.organization)] : [named];
  const parts = chain.map(cardPart);
  const name = parts.find((part) => part.name !== undefined)?.name ?? reference?.display;
  if (name === undefined) return undefined;
  const telephone = parts.find((part) => part.telephone !== undefined)?.telephone;
  const id = parts.find((part) => part.id !== undefined)?.id ?? reference?.identifier?.value ?? name;
  return { id, name, ...(telephone !== undefined && { telephone }) };
}

interface CardPart {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly telephone?: string | undefined;
}

function cardPart(resource: fhir4.FhirResource | undefined): CardPart {
  switch (resource?.resourceType) {
    case 'Practitioner':
      return {
        id: numberOf(resource.identifier),
        name: personName(resource.name),
        telephone: phoneOf(resource.telecom),
      };
    case 'Organization':
      return { id: numberOf(resource.identifier), name: resource.name, telephone: phoneOf(resource.telecom) };
    case 'PractitionerRole':
      return { id: numberOf(resource.identifier), telephone: phoneOf(resource.telecom) };
    default:
      return {};
  }
}

const numberOf = (identifiers: readonly fhir4.Identifier[] | undefined): string | undefined =>
  identifiers?.find(({ value }) => value !== undefined && value !== '')?.value;

const phoneOf = (telecoms: readonly fhir4.ContactPoint[] | undefined): string | undefined =>
  telecoms?.find(({ system, value }) => system === 'phone' && value !== undefined)?.value;

function personName(names: readonly fhir4.HumanName[] | undefined): string | undefined {
  const [name] = names ?? [];
  const parts = [...(name?.given ?? []), ...(name?.family === undefined ? [] : [name.family])];
  return name?.text ?? (parts.length === 0 ? undefined : parts.join(' '));
}
