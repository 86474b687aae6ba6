import { Client } from 'fhir-kit-client';
import { GatewayError } from '../failures.ts';
import { FRESH, type SearchParams, statusOf, storeError, UNPACKED } from '../record/fhir-store.ts';

/** Resources as the record gives them, page by page; nothing of it leaves as it is. */
export interface RecordPage {
  readonly entries: readonly RecordEntry[];
  /** Under which the record itself knows the next page: never shown. */
  readonly next?: string;
}

export interface RecordEntry {
  readonly resource: fhir4.FhirResource;
  /** Brought along by an include, not found by the search. */
  readonly isIncluded: boolean;
}

/** The record read in pages. Every call is bounded in time and throws GatewayError only. */
export interface RecordPages {
  /** The first page of what matches. */
  first(type: string, params: SearchParams, options: { readonly count: number }): Promise<RecordPage>;
  /** The page that the record knows by this name; undefined once it has forgotten it. */
  next(name: string): Promise<RecordPage | undefined>;
  /** The versions of one resource, the newest first; undefined when there is none. */
  history(type: string, id: string, count: number): Promise<RecordPage | undefined>;
  /** One version; undefined when there is none. */
  version(type: string, id: string, version: string): Promise<fhir4.FhirResource | undefined>;
}

type Found = fhir4.Bundle<fhir4.FhirResource>;

export function recordPages({
  baseUrl,
  timeoutMs,
}: {
  readonly baseUrl: string;
  readonly timeoutMs: number;
}): RecordPages {
  const client = new Client({ baseUrl, customHeaders: UNPACKED });
  const options = (headers: Record<string, string> = FRESH) => ({ headers, signal: AbortSignal.timeout(timeoutMs) });

  /** What the record sends is trusted to be FHIR: it is our own. Undefined for what is not there, or no longer. */
  const asked = async <T>(what: string, run: () => Promise<unknown>): Promise<T | undefined> => {
    try {
      return (await run()) as T;
    } catch (cause) {
      const status = statusOf(cause);
      if (status === 404 || status === 410) return undefined;
      throw storeError(what, cause);
    }
  };

  const search = async (type: string, params: SearchParams, headers: Record<string, string>): Promise<Found> => {
    const searchParams = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
    );
    const found = await asked<Found>(`search ${type}`, () =>
      client.resourceSearch({ resourceType: type, searchParams, options: { ...options(headers), postSearch: true } }),
    );
    if (found === undefined) throw new GatewayError('recordRefused', `search ${type}: the record has no such search`);
    return found;
  };

  return {
    async first(type, params, { count }) {
      // One more than the page holds says whether there is more, and what fits is found without being kept by the record, which is half its work.
      const most = count + 1;
      const all = await search(type, { ...params, _count: `${most}` }, onePage(most));
      const { entries } = pageOf(all);
      const found = entries.filter(({ isIncluded }) => !isIncluded).length;
      if (found <= count) return { entries };
      return pageOf(await search(type, { ...params, _count: `${count}` }, FRESH));
    },

    async next(name) {
      const found = await asked<Found>('next page', () => client.request(`${baseUrl}${name}`, { options: options() }));
      return found && pageOf(found);
    },

    async history(type, id, count) {
      const found = await asked<Found>(`history ${type}`, () =>
        client.request(`${baseUrl}/${type}/${id}/_history?_count=${count}`, { options: options() }),
      );
      return found && pageOf(found);
    },

    version: (type, id, version) =>
      asked<fhir4.FhirResource>(`version ${type}`, () =>
        client.vread({ resourceType: type, id, version, options: options() }),
      ),
  };
}

const onePage = (most: number) => ({ 'cache-control': `no-cache, no-store, max-results=${most}` });

function pageOf({ entry = [], link = [] }: Found): RecordPage {
  const next = link.find(({ relation }) => relation === 'next')?.url;
  return {
    entries: entry.flatMap(({ resource, search }) =>
      // Outcomes are the record's own remarks.
      resource === undefined || search?.mode === 'outcome'
        ? []
        : [{ resource, isIncluded: search?.mode === 'include' }],
    ),
    ...(next !== undefined && { next: nameOf(next) }),
  };
}

/** The record may know itself by another name than we do: of its link only the query is followed, and which resource’s versions it pages. */
function nameOf(link: string): string {
  const { pathname, search } = new URL(link);
  const [versions = ''] = /\/[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}\/_history$/.exec(pathname) ?? [];
  return `${versions}${search}`;
}
