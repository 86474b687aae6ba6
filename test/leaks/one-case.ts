import { collectedRequests } from '../../gateway/disclosure/collected-requests.ts';
import { type Disclosable, type Disclosures, disclosures } from '../../gateway/disclosure/disclosure.ts';
import { shownBook } from '../../gateway/disclosure/shown-book.ts';
import type { Partner, Registry } from '../../gateway/registry.ts';
import { CONCEPT_MAPPINGS } from '../../mappings/concepts/concept-mappings.ts';
import { lastWordExtension } from '../../mappings/domain/last-word.ts';
import { revisionOf } from '../../mappings/domain/revision-on-record.ts';
import { EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { aCentre, aPagePartner, aPartner, SWITCHED_ON } from '../builders/a-registry.ts';
import { anIntake } from '../builders/an-intake.ts';
import { memoryRecord } from '../builders/memory-record.ts';
import { memoryShelf } from '../builders/memory-shelf.ts';
import { type ChildFile, FILE_CONCEPTS, type FilePart } from '../generators/child-files.ts';
import { type Aviary, withBirds } from './birds.ts';
import { PARTS } from './labels-put.ts';
import type { BasisSaid, Look, RequestAsked } from './places.ts';

/**
 * One request of a child’s file, on record at one partner, whole, with everything else that the centre wrote of the child. Which labels bear on it
 * the file says, as the centre put them.
 */
export interface OneCase {
  readonly look: Look;
  readonly asked: RequestAsked;
  readonly basis: BasisSaid;
  /** The partner is in another province, which the centre has not assessed. */
  readonly elsewhere?: boolean;
}

const AT = '2026-03-10T12:00:00.000Z';
const HL7 = { application: 'HIS', facility: 'HOPITAL' };
const PARTNERS: Readonly<Record<Look, Partner>> = {
  'public-network': aPartner({ id: 'un-clsc' }),
  'lawyer-conflict-check': aPartner({ id: 'une-avocate', kind: 'legal', lens: 'lawyer' }),
  'lawyer-accepted': aPartner({ id: 'une-avocate', kind: 'legal', lens: 'lawyer' }),
  community: aPartner({ id: 'un-orchestre', kind: 'community', lens: 'community' }),
  'page-before-acceptance': aPagePartner({ id: 'une-maison' }),
};
/** Who decides for the child, whoever else is in the circle. */
const MOTHER = {
  kind: 'family',
  id: 'mere-qui-decide',
  name: { text: 'Lan' },
  kinship: 'MTH',
  legalRole: 'tap',
} as const;

/** The file as the record holds it, the named request of it being at this partner. */
export function recordOf(
  file: ChildFile,
  { look, asked }: Pick<OneCase, 'look' | 'asked'>,
): readonly fhir4.FhirResource[] {
  const part = PARTS[asked];
  const partner = PARTNERS[look].id;
  const at: ChildFile = {
    ...file,
    circle: { ...file.circle, members: [...(file.circle.members ?? []), MOTHER] },
    [part]: { ...file[part], status: 'active', recipient: partner },
    letter: { ...file.letter, status: 'current', request: file[part].id, recipient: partner },
  };
  const bundles = Object.entries(FILE_CONCEPTS).map(([name, concept]) =>
    bundleOf(concept, at[name as FilePart], file.circle.centre),
  );
  return linked(bundles.flatMap(({ entry = [] }) => entry));
}

function bundleOf(
  name: (typeof FILE_CONCEPTS)[FilePart],
  concept: ChildFile[FilePart],
  centre: string,
): fhir4.Bundle<fhir4.FhirResource> {
  const recipient = 'recipient' in concept ? concept.recipient : 'partner' in concept ? concept.partner : undefined;
  return CONCEPT_MAPPINGS[name].toBundle(concept as never, {
    exchangeId: `${name}-exchange`,
    recordedAt: '2026-03-02T15:00:00.000Z',
    contentHash: 'a'.repeat(64),
    centre: { id: centre, name: 'Centre' },
    ...(recipient !== undefined && { recipient: { id: recipient, name: 'Destinataire' } }),
  });
}

/** As a server keeps them: one of each, under an id of its own, each reference by that id. */
function linked(entries: readonly fhir4.BundleEntry<fhir4.FhirResource>[]): readonly fhir4.FhirResource[] {
  const kept = new Map<string, fhir4.FhirResource>();
  for (const { fullUrl = '', resource } of entries)
    if (resource !== undefined && !kept.has(fullUrl)) kept.set(fullUrl, { ...resource, id: `r${kept.size + 1}` });
  const places = new Map(
    [...kept].flatMap(([fullUrl, it]) =>
      [fullUrl, ...tokensOf(it)].map((name) => [name, `${it.resourceType}/${it.id}`] as const),
    ),
  );
  const resolved = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(resolved);
    if (typeof node !== 'object' || node === null) return node;
    const { reference, identifier } = node as fhir4.Reference;
    const isReference = 'type' in node && identifier?.system !== undefined;
    const place =
      typeof reference === 'string'
        ? (places.get(reference) ?? reference)
        : isReference
          ? places.get(`${identifier?.system}|${identifier?.value}`)
          : undefined;
    const inside = Object.fromEntries(Object.entries(node).map(([name, it]) => [name, resolved(it)]));
    return place === undefined ? inside : { ...inside, reference: place };
  };
  return [...kept.values()].map((it) => resolved(it) as fhir4.FhirResource);
}

const identifiersOf = (resource: fhir4.FhirResource): readonly fhir4.Identifier[] =>
  'identifier' in resource && Array.isArray(resource.identifier) ? resource.identifier : [];
const tokensOf = (resource: fhir4.FhirResource): readonly string[] =>
  identifiersOf(resource).map(({ system, value }) => `${system}|${value}`);

/** What must be read for anything to be shown at all; none of it says anything of anybody. */
const keptFor = (file: ChildFile, partner: string) => (place: string, text: string) =>
  text === file.circle.centre ||
  text === partner ||
  text.endsWith(MOTHER.id) ||
  (text === MOTHER.legalRole && /^RelatedPerson\.relationship\.coding\(circle-role\)\.code$/.test(place)) ||
  /\.meta\.security\(.+\)\.code$/.test(place) ||
  /^Task\.identifier\(task\)\.value$|related\.identifier\.value$/.test(place) ||
  /^ServiceRequest\.category\.coding\(request-kind\)\.code$/.test(place) ||
  /\(psc-safe-contact\)\.extension\((through|means)\)/.test(place);

export interface OnRecord {
  readonly birds: ReadonlyMap<string, readonly string[]>;
  readonly resources: readonly fhir4.FhirResource[];
  readonly registry: Registry;
  readonly partner: Partner;
  /** Pairwise number of the request. */
  readonly number: string;
}

/** The file on record at this partner, singing. */
export const singing = (file: ChildFile, one: Pick<OneCase, 'look' | 'asked'>): Aviary =>
  withBirds(recordOf(file, one).map(withLabelsInWords), keptFor(file, PARTNERS[one.look].id));

/** The code of a label must be read; what it is called sings in its place. */
const withLabelsInWords = (it: fhir4.FhirResource): fhir4.FhirResource =>
  it.meta?.security === undefined
    ? it
    : { ...it, meta: { ...it.meta, security: it.meta.security.map((label) => ({ ...label, display: 'étiquette' })) } };

/** The record of one case: where the request stands, who agreed. */
export function onRecord(file: ChildFile, one: OneCase, aviary: Aviary): OnRecord {
  const partner: Partner = { ...PARTNERS[one.look], province: one.elsewhere === true ? 'QC' : 'ON' };
  const registry = registryOf(file.circle.centre, partner);
  const letters = aviary.resources.filter((it) => it.resourceType === 'DocumentReference');
  const mother = aviary.resources.flatMap(identifiersOf).find(({ value }) => value?.endsWith(MOTHER.id));
  const placed = aviary.resources.map((it) => {
    if (it.resourceType === 'Task' && isFor(it, partner.id)) return standing(it, one, letters);
    return it.resourceType === 'ServiceRequest' &&
      it.performer?.some(({ identifier }) => identifier?.value === partner.id)
      ? agreedTo(it, one, { mother, partner: partner.id })
      : it.resourceType === 'Patient' && one.basis === 'parent'
        ? { ...it, birthDate: '2018-05-04' }
        : it;
  });
  const task = placed.find((it): it is fhir4.Task => it.resourceType === 'Task' && isFor(it, partner.id));
  const number = task?.identifier?.find(({ system }) => system === IDENTIFIERS.task)?.value;
  if (number === undefined) throw new Error('the request has no Task at its partner');
  return { birds: aviary.birds, resources: placed, registry, partner, number };
}

/** Compiling the registry’s schema thousands of times would be most of what a run does. */
function registryOf(id: string, partner: Partner): Registry {
  const centre = aCentre({ id, regime: 'on-phipa', partnerPages: SWITCHED_ON });
  return {
    centres: [centre],
    partners: [partner],
    centre: (asked) => (asked === id ? centre : undefined),
    partner: (asked) => (asked === partner.id ? partner : undefined),
  };
}

const isFor = ({ owner }: fhir4.Task, partner: string): boolean =>
  owner?.identifier?.system === IDENTIFIERS.partner && owner.identifier.value === partner;

/** Where the Task stands, and the letters that go along. */
function standing(task: fhir4.Task, { look }: OneCase, letters: readonly fhir4.DocumentReference[]): fhir4.Task {
  const accepted = look === 'lawyer-accepted';
  const own = letters.filter(({ context }) =>
    context?.related?.some(({ identifier }) => identifier?.value === task.identifier?.[0]?.value),
  );
  return {
    ...task,
    status: accepted ? 'accepted' : 'requested',
    extension: [
      ...own.map((letter) => ({
        url: EXTENSIONS.letterAlong,
        valueString: `${letter.identifier?.[0]?.value}|${revisionOf(letter).version}`,
      })),
      ...(accepted
        ? [lastWordExtension({ what: 'accepted', at: '2026-03-05', how: 'system', accepted: true, begun: false })]
        : []),
    ],
  };
}

/**
 * With the agreement: the child’s own, which under a law that asks no age opens by itself, or that of the mother, who decides for a child of
 * this age.
 */
function agreedTo(
  request: fhir4.ServiceRequest,
  { basis }: OneCase,
  { mother, partner }: { readonly mother: fhir4.Identifier | undefined; readonly partner: string },
): fhir4.ServiceRequest {
  if (basis === 'none' || mother === undefined) return request;
  const by = basis === 'own' ? { ...request.subject, type: 'Patient' } : { identifier: mother, type: 'RelatedPerson' };
  const agreement: fhir4.Extension = {
    url: EXTENSIONS.agreement,
    extension: [
      { url: 'recipient', valueIdentifier: { system: IDENTIFIERS.partner, value: partner } },
      { url: 'by', valueReference: by },
      { url: 'at', valueDateTime: '2026-03-01' },
      { url: 'how', valueCode: 'oral' },
    ],
  };
  return { ...request, extension: [...(request.extension ?? []), agreement] };
}

/** What the gateway does with this record when its partner is to see the request. */
export function gatewayOver({ resources, registry }: OnRecord) {
  const store = memoryRecord(resources);
  const now = () => new Date(AT);
  const shown: Disclosures = disclosures({
    store,
    registry,
    audit: { disclosure: async () => undefined, mayHaveLeft: async () => false },
    holds: { bearOn: async () => false },
    now,
  });
  const collected = collectedRequests({
    store,
    disclosures: shown,
    statuses: { note: async () => undefined, of: async () => undefined },
    intake: anIntake().intake,
    rememberTask: async () => undefined,
    mayHaveArrived: async () => false,
    book: shownBook({ shelf: memoryShelf(), now }),
    now,
  });
  return { store, disclosures: shown, collected, now };
}

/** How a request leaves: where it is written to, and in which it is read. */
export const addressed = (disclosable: Disclosable): Disclosable => ({
  ...disclosable,
  partner: { ...disclosable.partner, hl7v2: HL7 },
});
