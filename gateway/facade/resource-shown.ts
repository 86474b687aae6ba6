import { facadeOffer, isFacadeType } from '../../profiles/facade-offer.ts';

/** A resource as it leaves: what the record added of its own stays behind, and narrative, which nobody here writes. */
export function resourceShown(resource: fhir4.FhirResource, elements?: readonly string[]): fhir4.FhirResource {
  const { source: _source, ...meta } = resource.meta ?? {};
  const { text: _text, ...told } = {
    ...resource,
    ...(resource.meta !== undefined && { meta }),
  } as fhir4.FhirResource & {
    text?: unknown;
  };
  return elements === undefined ? told : partOf(told, elements);
}

/** The elements asked, those that R4 wants, and the mark that it is not all. */
function partOf(resource: fhir4.FhirResource, elements: readonly string[]): fhir4.FhirResource {
  const { resourceType, meta } = resource;
  const mandatory = isFacadeType(resourceType) ? (facadeOffer(resourceType).mandatory ?? []) : [];
  const kept = new Set(['resourceType', 'id', ...mandatory, ...elements]);
  const part = Object.fromEntries(
    Object.entries(resource).filter(([name]) => kept.has(name.startsWith('_') ? name.slice(1) : name)),
  );
  return { ...part, resourceType, meta: subsetted(meta) } as fhir4.FhirResource;
}

/** A part may not follow the profiles that the whole follows, so it does not say that it does. */
function subsetted({ profile: _profile, ...meta }: fhir4.Meta = {}): fhir4.Meta {
  return { ...meta, tag: [...(meta.tag ?? []), SUBSETTED] };
}

const SUBSETTED: fhir4.Coding = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
};

/** A document in a list, without its file: that is read one by one. */
export function withoutFile(resource: fhir4.FhirResource): fhir4.FhirResource {
  if (resource.resourceType !== 'DocumentReference') return resource;
  if (resource.content.every(({ attachment }) => attachment.data === undefined)) return resource;
  const content = resource.content.map(({ attachment: { data: _file, ...attachment }, ...rest }) => ({
    ...rest,
    attachment,
  }));
  return { ...resource, content, meta: subsetted(resource.meta) };
}
