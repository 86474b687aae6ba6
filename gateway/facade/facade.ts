import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { type FacadeType, isFacadeType } from '../../profiles/facade-offer.ts';
import { GatewayError } from '../failures.ts';
import type { FhirStore, SearchParams } from '../record/fhir-store.ts';
import { isResourceId } from '../record/resource-id.ts';
import { countSeen, matchesSeen } from './count-seen.ts';
import { everythingAbout } from './everything.ts';
import { confinedTo } from './own-resources.ts';
import { type PageCursor, type PageCursors, pageGone } from './page-cursor.ts';
import type { RecordEntry, RecordPage, RecordPages } from './record-pages.ts';
import { resourceShown, withoutFile } from './resource-shown.ts';
import type { SearchAsked } from './search-asked.ts';
import { placeOf, seenOf } from './seen-of.ts';

/** A page of what somebody may see. */
export interface PageSeen {
  readonly entries: readonly RecordEntry[];
  /** Where it goes on. */
  readonly next?: string;
  readonly total?: number;
}

/** The record as somebody of a centre reads it in FHIR. What is not there and what is not theirs to see are the same: undefined, or not in the list. */
export interface Facade {
  read(centre: string, type: FacadeType, id: string): Promise<fhir4.FhirResource | undefined>;
  /** One version, as long as the resource as it stands may be seen. */
  version(centre: string, type: FacadeType, id: string, version: string): Promise<fhir4.FhirResource | undefined>;
  /** The versions of one resource, the newest first. */
  history(centre: string, type: FacadeType, id: string, count: number): Promise<PageSeen | undefined>;
  search(centre: string, asked: SearchAsked): Promise<PageSeen>;
  /** What the record holds about one child, and who is named in it. */
  everything(centre: string, id: string): Promise<PageSeen | undefined>;
  /** The page to which `next` of the one before led. Throws GatewayError `malformed` when it is no more. */
  next(centre: string, what: PageCursor['what'], type: FacadeType, cursor: string): Promise<PageSeen>;
}

/**
 * What is not there for somebody is answered no sooner than this after it was asked for: the record says sooner that it has no such id than
 * it brings what is another centre’s.
 */
export const NOT_THERE_MS = 20;

export interface FacadeDeps {
  readonly store: Pick<FhirStore, 'read'>;
  readonly pages: RecordPages;
  readonly cursors: PageCursors;
}

export function facade({ store, pages, cursors }: FacadeDeps): Facade {
  /** Whole, as the record has it, with what it is about where it is a trace. */
  const standing = async (centre: string, type: FacadeType, id: string): Promise<fhir4.FhirResource | undefined> => {
    if (!isResourceId(id)) return undefined;
    const began = performance.now();
    const entries = type === 'Provenance' ? await withTargets(pages, id) : await alone(store, type, id);
    const its = seenOf(entries, centre).find(({ resource }) => resource.resourceType === type && resource.id === id);
    if (its === undefined) await wait(Math.max(0, NOT_THERE_MS - (performance.now() - began)));
    return its?.resource;
  };

  const seen = (
    centre: string,
    { entries, next, total }: RecordPage & Pick<PageSeen, 'total'>,
    cursor: Omit<PageCursor, 'names'>,
    later: readonly string[] = [],
  ): PageSeen => {
    const names = [...(next === undefined ? [] : [next]), ...later];
    const isList = cursor.what !== 'history';
    return {
      entries: seenOf(entries, centre, new Set(cursor.known)).map((entry) => ({
        ...entry,
        resource: resourceShown(isList ? withoutFile(entry.resource) : entry.resource, cursor.elements),
      })),
      ...(names.length > 0 && { next: cursors.write({ ...cursor, names }, centre) }),
      ...(total !== undefined && { total }),
    };
  };

  return {
    async read(centre, type, id) {
      const resource = await standing(centre, type, id);
      return resource && resourceShown(resource);
    },

    async version(centre, type, id, version) {
      const stands = await standing(centre, type, id);
      if (stands === undefined || !isResourceId(version)) return undefined;
      const resource = await pages.version(type, id, version);
      if (resource === undefined) return undefined;
      const [shown] = seenOf([{ resource }], centre, knownWith(stands));
      return shown && resourceShown(shown.resource);
    },

    async history(centre, type, id, count) {
      const stands = await standing(centre, type, id);
      const page = stands && (await pages.history(type, id, count));
      if (stands === undefined || page === undefined) return undefined;
      return seen(centre, page, { what: 'history', type, known: [...knownWith(stands)] });
    },

    async search(centre, asked) {
      const { type, count, isTotalAsked, isCountOnly, elements } = asked;
      const known = type === 'Provenance' ? await knownTarget(standing, centre, asked) : [];
      if (known === undefined) return isTotalAsked || isCountOnly ? { entries: [], total: 0 } : { entries: [] };
      const params = together(asked.params, confinedTo(type, centre));
      const targets = new Set(known);
      if (isCountOnly) return { entries: [], total: await countSeen(pages, type, params, centre, targets) };
      const page = await pages.first(type, params, { count });
      const inAll = (): number | Promise<number> =>
        // A page without a next one holds them all.
        page.next === undefined
          ? matchesSeen(page.entries, centre, targets)
          : countSeen(pages, type, params, centre, targets);
      return seen(
        centre,
        { ...page, ...(isTotalAsked && { total: await inAll() }) },
        { what: 'search', type, ...(elements && { elements }), ...(known.length > 0 && { known }) },
      );
    },

    async everything(centre, id) {
      const child = await standing(centre, 'Patient', id);
      if (child?.resourceType !== 'Patient') return undefined;
      const { entries, names } = await everythingAbout(pages, centre, child);
      return seen(centre, { entries }, { what: 'everything', type: 'Patient' }, names);
    },

    async next(centre, what, type, text) {
      const cursor = cursors.read(text, centre, what, type);
      const [name, ...later] = cursor.names;
      const page = name === undefined ? undefined : await pages.next(name);
      if (page === undefined) throw pageGone();
      const { what: _what, names: _names, type: _type, ...rest } = cursor;
      return seen(centre, page, { what, type, ...rest }, later);
    },
  };
}

const alone = async (store: FacadeDeps['store'], type: FacadeType, id: string): Promise<readonly RecordEntry[]> => {
  const resource = await store.read(type, id);
  return resource === undefined ? [] : [{ resource, isIncluded: false }];
};

/** A trace says whose it is by what it is about. */
const withTargets = async (pages: RecordPages, id: string): Promise<readonly RecordEntry[]> => {
  const params = { _id: id, _include: 'Provenance:target' };
  return (await pages.first('Provenance', params, { count: 1 })).entries;
};

/** What was seen with a resource that stands, to which another version of it may point. */
const knownWith = (stands: fhir4.FhirResource): ReadonlySet<string> =>
  new Set(
    stands.resourceType === 'Provenance'
      ? stands.target.flatMap(({ reference }) => reference ?? [])
      : [placeOf(stands)],
  );

/** Traces are looked for by one resource that the caller may see; undefined where there is none such. */
async function knownTarget(
  standing: (centre: string, type: FacadeType, id: string) => Promise<fhir4.FhirResource | undefined>,
  centre: string,
  { params }: SearchAsked,
): Promise<readonly string[] | undefined> {
  const targets = [params.target ?? []].flat();
  const [type = '', id = ''] = targets[0]?.split('/') ?? [];
  if (targets.length !== 1 || !isFacadeType(type) || type === 'Provenance' || !isResourceId(id))
    throw new GatewayError('malformed', 'traces of nothing', { issues: [ONE_TARGET] });
  const target = await standing(centre, type, id);
  return target && [placeOf(target)];
}

const ONE_TARGET = {
  severity: 'error',
  code: 'value',
  expression: 'http.target',
  text: {
    fr: 'target : une seule ressource, Type/id, d’un type que la façade lit.',
    en: 'target: one resource only, Type/id, of a type that the facade reads.',
  },
} as const;

/** What is asked and what it is confined to: both hold, also where both say the same parameter. */
function together(asked: SearchParams, confined: SearchParams): SearchParams {
  const names = new Set([...Object.keys(asked), ...Object.keys(confined)]);
  return Object.fromEntries(
    [...names].map((name) => [name, [...[asked[name] ?? []].flat(), ...[confined[name] ?? []].flat()]]),
  );
}
