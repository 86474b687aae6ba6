import { Client } from 'fhir-kit-client';
import { GatewayError } from '../failures.ts';

export type SearchParams = Readonly<Record<string, string | readonly string[]>>;

/** The record: a FHIR R4 server. Every call is bounded in time and throws GatewayError only. */
export interface FhirStore {
  /** Everything that matches, includes too, following pages up to a limit. Never cached. */
  search(type: string, params: SearchParams): Promise<readonly fhir4.FhirResource[]>;
  /** The same, page after page and without a limit: whoever asks stops when it has seen enough. */
  pages(type: string, params: SearchParams): AsyncIterable<readonly fhir4.FhirResource[]>;
  /** The resource, or undefined when there is none (also when it was deleted). */
  read(type: string, id: string): Promise<fhir4.FhirResource | undefined>;
  /** A resource as it was in one of its versions, or undefined when the server has that no more. */
  readVersion(type: string, id: string, version: string): Promise<fhir4.FhirResource | undefined>;
  /** All or nothing. Throws `versionConflict` when an `ifMatch` or `ifNoneExist` lost a race. */
  transaction(bundle: fhir4.Bundle<fhir4.FhirResource>): Promise<fhir4.Bundle<fhir4.FhirResource>>;
  /** Writes one resource under its own id. */
  put(resource: fhir4.FhirResource & { id: string }): Promise<void>;
  /**
   * Adds tags to what stands, which gets neither a new version nor a new instant by it: nothing of it changed for whoever reads it. HAPI’s own
   * `$meta-add`, which does so.
   */
  addTags(type: string, id: string, tags: readonly fhir4.Coding[]): Promise<void>;
  /** Whether the server answers at all, within two seconds. */
  answers(): Promise<boolean>;
}

export interface FhirStoreOptions {
  /** FHIR base, without a slash at the end. */
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

const PAGE_SIZE = 200;
const PAGES_MAX = 50;
const ALIVE_TIMEOUT_MS = 2_000;

/** HAPI may answer a search from a cache of 60 s unless told not to (hapi-fhir #647, #1389). */
export const FRESH = { 'cache-control': 'no-cache' };
/**
 * HAPI writes every search to its database, so that its next pages can be asked for. What fits on one page is found without that: measured,
 * half the work of HAPI for the search.
 */
const FRESH_AND_NOT_KEPT = { 'cache-control': `no-cache, no-store, max-results=${PAGE_SIZE}` };
/** Packing and unpacking what is small and near costs both sides more than it saves. */
export const UNPACKED = { 'accept-encoding': 'identity' };
/** Profiles, labels and tags add up over updates unless HAPI is told that these are all of them (design.md §6). */
const META_REPLACES = { 'x-meta-snapshot-mode': 'PROFILE,TAG,SECURITY_LABEL' };

export function fhirStore({ baseUrl, timeoutMs }: FhirStoreOptions): FhirStore {
  const client = new Client({ baseUrl, customHeaders: UNPACKED });
  const limited = (ms = timeoutMs) => AbortSignal.timeout(ms);

  const call = async <T>(what: string, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (cause) {
      throw storeError(what, cause);
    }
  };

  /** What is not there, or was deleted, is no failure. */
  const orNone = (what: string, ask: () => Promise<unknown>): Promise<fhir4.FhirResource | undefined> =>
    call(what, async () => {
      try {
        return resourceOf(await ask());
      } catch (error) {
        const status = statusOf(error);
        if (status === 404 || status === 410) return undefined;
        throw error;
      }
    });

  const firstPage = (type: string, params: SearchParams, headers: Record<string, string>): Promise<Found> =>
    call(`search ${type}`, async () =>
      bundleOf(
        await client.resourceSearch({
          resourceType: type,
          searchParams: { _count: PAGE_SIZE, ...mutable(params) },
          options: { headers, signal: limited(), postSearch: true },
        }),
      ),
    );

  async function* pages(type: string, params: SearchParams): AsyncGenerator<readonly fhir4.FhirResource[]> {
    let bundle = await firstPage(type, params, FRESH);
    for (;;) {
      yield resourcesIn(bundle);
      const next = bundle.link?.find(({ relation }) => relation === 'next')?.url;
      if (next === undefined) return;
      // The server may know itself by another name than we do: only the query of its link is followed.
      bundle = await call(`search ${type}`, async () =>
        bundleOf(
          await client.request(`${baseUrl}${new URL(next).search}`, { options: { headers: FRESH, signal: limited() } }),
        ),
      );
    }
  }

  return {
    pages,

    async search(type, params) {
      const onePage = await firstPage(type, params, FRESH_AND_NOT_KEPT);
      if (isAll(onePage)) return resourcesIn(onePage);
      const found: fhir4.FhirResource[] = [];
      let page = 0;
      for await (const resources of pages(type, params)) {
        page += 1;
        if (page > PAGES_MAX) throw new GatewayError('internal', `search ${type} has more than ${PAGES_MAX} pages`);
        found.push(...resources);
      }
      return found;
    },

    read: (type, id) =>
      orNone(`read ${type}`, () =>
        client.read({ resourceType: type, id, options: { headers: FRESH, signal: limited() } }),
      ),

    readVersion: (type, id, version) =>
      orNone(`read ${type}`, () =>
        client.vread({ resourceType: type, id, version, options: { headers: FRESH, signal: limited() } }),
      ),

    transaction: (bundle) =>
      call('transaction', async () =>
        bundleOf(
          await client.transaction({ body: { ...bundle }, options: { headers: META_REPLACES, signal: limited() } }),
        ),
      ),

    put: (resource) =>
      call(`put ${resource.resourceType}`, async () => {
        await client.update({
          resourceType: resource.resourceType,
          id: resource.id,
          body: { ...resource },
          options: { headers: META_REPLACES, signal: limited() },
        });
      }),

    addTags: (type, id, tags) =>
      call(`tag ${type}`, async () => {
        const parameter = [{ name: 'meta', valueMeta: { tag: [...tags] } }];
        await client.operation({
          ...{ name: 'meta-add', resourceType: type, id },
          input: { resourceType: 'Parameters', parameter },
          options: { signal: limited() },
        });
      }),

    answers: async () => {
      try {
        await client.request(`${baseUrl}/Basic?_count=0&_summary=count`, {
          options: { headers: FRESH, signal: limited(ALIVE_TIMEOUT_MS) },
        });
        return true;
      } catch {
        return false;
      }
    },
  };
}

type Found = fhir4.Bundle<fhir4.FhirResource>;

const resourcesIn = ({ entry = [] }: Found): readonly fhir4.FhirResource[] =>
  entry.flatMap(({ resource }) => (resource === undefined ? [] : [resource]));

/** A full page may be only the first: one that was not kept has no link to the next. */
const isAll = ({ entry = [], link = [] }: Found): boolean =>
  entry.filter(({ search }) => search?.mode !== 'include').length < PAGE_SIZE &&
  !link.some(({ relation }) => relation === 'next');

const mutable = (params: SearchParams): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );

/** What the server sends is trusted to be FHIR: it is our own record. */
const resourceOf = (answer: unknown): fhir4.FhirResource => answer as fhir4.FhirResource;
const bundleOf = (answer: unknown): fhir4.Bundle<fhir4.FhirResource> => answer as fhir4.Bundle<fhir4.FhirResource>;

/** The HTTP status of what the client threw; undefined where no answer came. */
export const statusOf = (error: unknown): number | undefined => {
  const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
  const status =
    typeof response === 'object' && response !== null && 'status' in response ? response.status : undefined;
  return typeof status === 'number' ? status : undefined;
};

/** Only HAPI's own message code is kept (`HAPI-0550`): its words may quote a family's. The client's error holds headers and data, so it is not kept as the cause. */
export function storeError(what: string, error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  const status = statusOf(error);
  const code =
    /HAPI-\d{4}/.exec(JSON.stringify((error as { response?: { data?: unknown } })?.response?.data ?? ''))?.[0] ??
    'no HAPI code';
  const say = (outcome: string) => `${what}: the record ${outcome}`;
  if (status === undefined)
    return new GatewayError('unavailable', say(`does not answer (${error instanceof Error ? error.name : 'error'})`));
  if (status === 409 || status === 412) return new GatewayError('versionConflict', say(`answered ${status}, ${code}`));
  if (status === 429 || status === 502 || status === 503 || status === 504)
    return new GatewayError('unavailable', say(`answered ${status}`));
  if (status >= 500) return new GatewayError('recordFailed', say(`answered ${status}, ${code}`));
  return new GatewayError('recordRefused', say(`answered ${status}, ${code}`));
}
