import { GatewayError } from '../../gateway/failures.ts';
import type { FhirStore } from '../../gateway/record/fhir-store.ts';
import { literalReferences } from './literal-references.ts';
import { hasToken, includedWith, matches, type Stored, sorted } from './memory-search.ts';

/** A record in memory: the part of a FHIR server that the sync leans on, as HAPI was seen to behave (design.md §6). */
export interface MemoryRecord extends FhirStore {
  /** Everything that stands. */
  readonly resources: () => readonly Stored[];
  readonly ofType: <T extends fhir4.FhirResource['resourceType']>(
    type: T,
  ) => readonly Extract<fhir4.FhirResource, { resourceType: T }>[];
  /** Every transaction that was committed, as it was sent. */
  readonly committed: readonly fhir4.Bundle<fhir4.FhirResource>[];
}

export function memoryRecord(before: readonly fhir4.FhirResource[] = []): MemoryRecord {
  const byPlace = new Map<string, Stored>();
  const committed: fhir4.Bundle<fhir4.FhirResource>[] = [];
  /** Every version that was kept, also of drafts that were thrown away: nobody knows their numbers. */
  const versions = new Map<string, Stored>();
  let lastId = 0;
  const newId = (): string => {
    lastId += 1;
    return String(lastId);
  };
  const placeOf = ({ resourceType, id }: fhir4.FhirResource) => `${resourceType}/${id}`;
  const keep = (into: Map<string, Stored>, resource: fhir4.FhirResource, id: string): string => {
    const version = Number(into.get(`${resource.resourceType}/${id}`)?.meta?.versionId ?? 0) + 1;
    const stored = {
      ...resource,
      id,
      meta: { ...resource.meta, versionId: String(version), lastUpdated: '2026-03-10T16:00:00.000Z' },
    };
    into.set(`${resource.resourceType}/${id}`, stored);
    versions.set(`${resource.resourceType}/${id}/_history/${version}`, stored);
    return `${resource.resourceType}/${id}/_history/${version}`;
  };
  for (const resource of before) keep(byPlace, resource, resource.id ?? newId());

  return {
    committed,
    resources: () => [...byPlace.values()],
    ofType: (type) => [...byPlace.values()].filter(({ resourceType }) => resourceType === type) as never,
    answers: async () => true,
    read: async (type, id) => byPlace.get(`${type}/${id}`),
    readVersion: async (type, id, version) => versions.get(`${type}/${id}/_history/${version}`),
    put: async (resource) => void keep(byPlace, resource, resource.id),
    // No new version, and its instant stays.
    addTags: async (type, id, tags) => {
      const standing = byPlace.get(`${type}/${id}`);
      if (standing === undefined) throw new GatewayError('recordRefused', `nothing at ${type}/${id}`);
      const meta = { ...standing.meta, tag: [...(standing.meta?.tag ?? []), ...tags] };
      byPlace.set(`${type}/${id}`, { ...standing, meta });
    },

    // One page each: what a page holds is the server's to say.
    async *pages(type, params) {
      const found = await this.search(type, { ...params, _include: [], _revinclude: [] });
      for (const resource of sorted(found, params).slice(Number(params._offset ?? 0)))
        yield [resource, ...includedWith(resource as Stored, params, byPlace)];
    },

    async search(type, params) {
      const found = [...byPlace.values()].filter(
        (resource) => resource.resourceType === type && matches(resource, params, byPlace),
      );
      const included = found.flatMap((resource) => includedWith(resource, params, byPlace));
      return [...found, ...new Set(included)];
    },

    async transaction(bundle) {
      const draft = new Map(byPlace);
      const entries = bundle.entry ?? [];
      const places = new Map<string, string>();
      const skipped = new Set<fhir4.BundleEntry>();
      for (const entry of entries) {
        const { resource, request, fullUrl = '' } = entry;
        if (resource === undefined || request === undefined) throw new GatewayError('recordRefused', 'an empty entry');
        if (request.method === 'PUT') {
          const standing = draft.get(request.url);
          const stale =
            standing !== undefined &&
            request.ifMatch !== undefined &&
            request.ifMatch !== `W/"${standing.meta?.versionId}"`;
          if (stale) throw new GatewayError('versionConflict', `${request.url} changed`);
          places.set(fullUrl, request.url);
        } else {
          const [, token = ''] = (request.ifNoneExist ?? '').split('=');
          if (!/\|.+/.test(decodeURIComponent(token))) throw new GatewayError('recordRefused', 'matches everybody');
          const match = [...draft.values()].find(
            (it) => it.resourceType === resource.resourceType && hasToken(it, decodeURIComponent(token)),
          );
          if (match !== undefined) skipped.add(entry);
          places.set(fullUrl, match === undefined ? `${resource.resourceType}/${newId()}` : placeOf(match));
        }
      }
      const located = (node: unknown): unknown =>
        JSON.parse(JSON.stringify(node), (name, value: unknown) =>
          name === 'reference' && typeof value === 'string' ? (places.get(value) ?? value) : value,
        );
      const response = entries.map((entry) => {
        const place = entry.request?.method === 'PUT' ? entry.request.url : (places.get(entry.fullUrl ?? '') ?? '');
        const status = skipped.has(entry) || draft.has(place) ? '200 OK' : '201 Created';
        if (skipped.has(entry)) return { status, location: `${place}/_history/${draft.get(place)?.meta?.versionId}` };
        return {
          status,
          location: keep(draft, located(entry.resource) as fhir4.FhirResource, place.split('/')[1] ?? ''),
        };
      });
      const dangling = entries
        .flatMap(({ resource }) => literalReferences(located(resource)))
        // What is contained stands in the resource itself.
        .filter((it) => !it.startsWith('#') && !draft.has(it));
      if (dangling.length > 0) throw new GatewayError('recordRefused', `nothing at ${dangling.join(', ')}`);
      for (const [place, resource] of draft) byPlace.set(place, resource);
      committed.push(bundle);
      return {
        resourceType: 'Bundle',
        type: 'transaction-response',
        entry: response.map((answered) => ({ response: answered })),
      };
    },
  };
}
