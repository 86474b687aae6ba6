import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { identifiersIn } from '../../mappings/retention/identifiers-in.ts';
import { EVERYTHING_TYPES } from '../../profiles/facade-offer.ts';
import { sheetId } from '../existence-refusals/refusals-on-record.ts';
import type { FhirStore, SearchParams } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';

/** All that the record holds of one file: what is destroyed with it. */
export interface WholeFile {
  /** Whose it is: a child, or an expectant mother. */
  readonly patient: fhir4.Patient;
  /** That one too. The directory (centre, partners, professionals, resources) is nobody’s file and not in it. */
  readonly resources: readonly fhir4.FhirResource[];
  /** Numbers of what partners asked about this child: each has had a lane of its own. */
  readonly inbound: readonly string[];
  /** Files of expectant mothers that point to somebody in this child’s circle. */
  readonly motherFiles: readonly string[];
}

const FILE_TYPES: ReadonlySet<string> = new Set([...EVERYTHING_TYPES, 'Patient', 'Group', 'Provenance', 'Basic']);
const TRACES = 'Provenance:target';

/** Reads it whole; undefined when the centre’s record does not know the child. Throws GatewayError when the record is away. */
export async function readChildFile(store: FhirStore, centre: string, child: string): Promise<WholeFile | undefined> {
  const [patient] = await store.search('Patient', {
    identifier: identifierToken(IDENTIFIERS.child(centre), child),
  });
  if (patient?.resourceType !== 'Patient' || patient.id === undefined) return undefined;
  const about = { patient: `Patient/${patient.id}`, _revinclude: TRACES };
  const groups = ['family', 'community'].map((kind) => `${IDENTIFIERS.group(centre)}|${child}:${kind}`).join(',');
  const first = await Promise.all([
    store.search('Patient', { _id: patient.id, _revinclude: TRACES }),
    ...EVERYTHING_TYPES.map((type) => store.search(type, { ...about, ...AROUND[type] })),
    store.search('Group', { identifier: groups, _revinclude: TRACES }),
    store.search('Observation', { 'subject:Group.identifier': groups, _revinclude: TRACES }),
  ]);
  const requests = first.flat().filter((it) => it.resourceType === 'ServiceRequest');
  // A letter may name no child, and only the request that it is about.
  const letters = await Promise.all(
    requests.map(({ id }) =>
      store.search('DocumentReference', { related: `ServiceRequest/${id}`, _revinclude: TRACES }),
    ),
  );
  const sheet = await store.read('Basic', sheetId(centre, child));
  const byPlace = new Map(
    [...first.flat(), ...letters.flat(), ...(sheet === undefined ? [] : [sheet])]
      .filter(({ resourceType }) => FILE_TYPES.has(resourceType))
      .map((resource) => [placeIn(resource), resource]),
  );
  const resources = [...byPlace.values()];
  return {
    patient,
    resources,
    inbound: requests.filter(isAsked).flatMap((it) => valuesOf(it, IDENTIFIERS.request(centre))),
    motherFiles: await motherFilesOf(store, centre, resources),
  };
}

/** What points to something of the file without naming the child. */
const AROUND: Readonly<Partial<Record<(typeof EVERYTHING_TYPES)[number], SearchParams>>> = {
  ServiceRequest: { _revinclude: [TRACES, 'Task:focus'] },
  Task: { _revinclude: [TRACES, 'Task:part-of'] },
};

/** `Type/id`: where the record has it. */
export const placeIn = ({ resourceType, id }: fhir4.FhirResource): string => `${resourceType}/${id}`;

const valuesOf = (resource: fhir4.FhirResource, system: string): readonly string[] =>
  identifiersIn(resource).flatMap((it) => (it.system === system && it.value !== undefined ? [it.value] : []));

/** A partner asked it of the centre. */
const isAsked = ({ requester }: fhir4.ServiceRequest): boolean => requester?.identifier?.system === IDENTIFIERS.partner;

async function motherFilesOf(
  store: FhirStore,
  centre: string,
  resources: readonly fhir4.FhirResource[],
): Promise<readonly string[]> {
  const people = resources.filter(({ resourceType }) => resourceType === 'RelatedPerson').map(placeIn);
  if (people.length === 0) return [];
  const found = await store.search('Patient', { link: people.join(',') });
  return found.flatMap((it) => valuesOf(it, IDENTIFIERS.motherFile(centre)));
}
