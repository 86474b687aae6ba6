import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { EVERYTHING_TYPES, FACADE_PAGE, type FacadeType, pageMostOf } from '../../profiles/facade-offer.ts';
import type { SearchParams } from '../record/fhir-store.ts';
import { confinedTo } from './own-resources.ts';
import type { RecordEntry, RecordPage, RecordPages } from './record-pages.ts';
import { placeOf, seenOf } from './seen-of.ts';

/** All about a child, or as much of it as a first page holds. */
export interface Everything {
  readonly entries: readonly RecordEntry[];
  /** Under which the record knows what follows. */
  readonly names: readonly string[];
}

/** One search a type, all at once, then those who are named; HAPI's own operation brings more than a child's record. */
export async function everythingAbout(pages: RecordPages, centre: string, child: fhir4.Patient): Promise<Everything> {
  const ask = (type: FacadeType, params: SearchParams): Promise<RecordPage> =>
    pages.first(type, { ...confinedTo(type, centre), ...params }, { count: pageMostOf(type) });
  const found = await Promise.all([
    ...EVERYTHING_TYPES.map((type) => ask(type, { patient: `Patient/${child.id}` })),
    ...groupsOf(child, centre).map(({ type, params }) => ask(type, params)),
  ]);
  const about = seenOf(
    found.flatMap(({ entries }) => entries),
    centre,
  );
  const named = await directoryOf(pages, centre, [child, ...about.map(({ resource }) => resource)]);
  return {
    entries: distinct([{ resource: child, isIncluded: false }, ...about, ...named]),
    names: found.flatMap(({ next }) => next ?? []),
  };
}

/** The child's family and community, without names, and what was seen in them. */
function groupsOf(
  { identifier = [] }: fhir4.Patient,
  centre: string,
): readonly { readonly type: FacadeType; readonly params: SearchParams }[] {
  const number = identifier.find(({ system }) => system === IDENTIFIERS.child(centre))?.value;
  if (number === undefined) return [];
  const groups = ['family', 'community'].map((kind) => `${IDENTIFIERS.group(centre)}|${number}:${kind}`).join(',');
  return [
    { type: 'Group', params: { identifier: groups } },
    { type: 'Observation', params: { 'subject:Group.identifier': groups } },
  ];
}

/** Who is named in these resources: the centre's people, and organizations. A search for each type of whom is named, more where many are. */
async function directoryOf(
  pages: RecordPages,
  centre: string,
  resources: readonly fhir4.FhirResource[],
): Promise<readonly RecordEntry[]> {
  const named = [...new Set(resources.flatMap(referencesIn))];
  const read = async (type: FacadeType, include: SearchParams): Promise<readonly RecordEntry[]> => {
    const ids = named.filter((it) => it.startsWith(`${type}/`)).map((it) => it.slice(type.length + 1));
    const lists = await Promise.all(
      chunks(ids, FACADE_PAGE.most).map((some) =>
        pages.first(
          type,
          { ...confinedTo(type, centre), ...include, _id: some.join(',') },
          { count: FACADE_PAGE.most },
        ),
      ),
    );
    return lists.flatMap(({ entries }) => entries.map(({ resource }) => ({ resource, isIncluded: true })));
  };
  const lists = await Promise.all([
    read('PractitionerRole', { _include: ['PractitionerRole:practitioner', 'PractitionerRole:organization'] }),
    // A consent names the person, not what they are at the centre.
    read('Practitioner', {}),
    read('Organization', {}),
  ]);
  return lists.flat();
}

const REFERENCE = /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/;

function referencesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === 'reference' && typeof value === 'string' ? (REFERENCE.test(value) ? [value] : []) : referencesIn(value),
  );
}

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size));

/** Each once: somebody may be found and named. */
function distinct(entries: readonly RecordEntry[]): readonly RecordEntry[] {
  const byPlace = new Map<string, RecordEntry>();
  for (const entry of entries) {
    const place = placeOf(entry.resource);
    if (!byPlace.has(place)) byPlace.set(place, entry);
  }
  return [...byPlace.values()];
}
