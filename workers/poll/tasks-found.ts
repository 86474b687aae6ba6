import { GatewayError } from '../../gateway/failures.ts';
import { isOwnStop } from '../../mappings/domain/stop-number.ts';
import type { PartnerServer } from './partner-server.ts';

/** A Task that a search found. */
export interface FoundTask {
  readonly id: string;
  /** Changes whenever the Task does. */
  readonly version: string;
  /** By the partner's clock. */
  readonly lastUpdated?: string;
  /** The Task with what it names: read only when it is new. */
  bundle(): Promise<fhir4.Bundle<fhir4.FhirResource>>;
}

const PAGE_SIZE = 50;
const PAGES_MAX = 200;
const PARTS_MAX = 20;
const INCLUDES = ['Task:focus', 'Task:patient', 'Task:requester', 'Task:owner'];

/**
 * Every Task of a search that changed since then, page after page; undefined where the server does not search for that. Throws GatewayError
 * `unavailable` where it no longer knows a page that it named, `partnerRefused` beyond so many pages: the window must not move over Tasks
 * that were never read.
 */
export async function tasksFoundBy(
  server: PartnerServer,
  query: URLSearchParams,
  since: string | undefined,
  signal: AbortSignal,
): Promise<AsyncGenerator<FoundTask> | undefined> {
  const params = new URLSearchParams(query);
  if (since !== undefined) params.set('_lastUpdated', `ge${since}`);
  params.set('_count', `${PAGE_SIZE}`);
  for (const include of INCLUDES) params.append('_include', include);
  const first = await server.search(`Task?${params}`, signal);
  return first && tasksFrom(server, first, signal);
}

async function* tasksFrom(server: PartnerServer, first: fhir4.Bundle, signal: AbortSignal): AsyncGenerator<FoundTask> {
  let bundle = first;
  for (let page = 1; ; page += 1) {
    if (page > PAGES_MAX)
      throw new GatewayError('partnerRefused', `a partner has more than ${PAGES_MAX} pages of Tasks`);
    const entries = bundle.entry ?? [];
    for (const { resource } of entries)
      if (isTask(resource) && !isOwnStop(resource)) yield foundTask(server, resource, entries, signal);
    const path = nextOf(bundle);
    if (path === undefined) return;
    const next = await server.search(path, signal);
    if (next === undefined)
      throw new GatewayError('unavailable', `a partner no longer knows page ${page + 1} of Tasks`);
    bundle = next;
  }
}

const isTask = (resource: fhir4.Resource | undefined): resource is fhir4.Task => resource?.resourceType === 'Task';

function foundTask(
  server: PartnerServer,
  task: fhir4.Task,
  entries: readonly fhir4.BundleEntry[],
  signal: AbortSignal,
): FoundTask {
  const { versionId, lastUpdated } = task.meta ?? {};
  return {
    id: task.id ?? '',
    // Without a version of its own, what it says and when it changed tells whether it is another.
    version: versionId ?? `${lastUpdated ?? ''} ${task.status} ${task.lastModified ?? ''}`,
    ...(lastUpdated !== undefined && { lastUpdated }),
    async bundle() {
      const near = [task.focus, task.for, task.requester, task.owner].flatMap((it) => entryFor(entries, it) ?? []);
      const requests = near.flatMap(({ resource }) => (isRequest(resource) ? [resource] : []));
      const far = [
        ...(task.output ?? []).map(({ valueReference }) => valueReference),
        ...requests.flatMap(({ supportingInfo = [] }) => supportingInfo),
      ].flatMap((reference) => reference?.reference ?? []);
      const parts = await Promise.all([...new Set(far)].slice(0, PARTS_MAX).map((it) => server.read(it, signal)));
      const read = parts.flatMap((resource) =>
        resource === undefined ? [] : [{ fullUrl: `${resource.resourceType}/${resource.id}`, resource }],
      );
      const own = { fullUrl: `Task/${task.id}`, resource: task };
      // The dialect trusts nothing of what a partner sends: types of R4 say only «Resource» of an entry.
      return {
        resourceType: 'Bundle',
        type: 'collection',
        entry: [own, ...near, ...read],
      } as fhir4.Bundle<fhir4.FhirResource>;
    },
  };
}

const isRequest = (resource: fhir4.Resource | undefined): resource is fhir4.ServiceRequest =>
  resource?.resourceType === 'ServiceRequest';

const entryFor = (entries: readonly fhir4.BundleEntry[], reference: fhir4.Reference | undefined) => {
  const wanted = reference?.reference;
  if (wanted === undefined) return undefined;
  const found = entries.find(
    ({ fullUrl, resource }) => fullUrl === wanted || `${resource?.resourceType}/${resource?.id}` === wanted,
  );
  return found === undefined ? undefined : { fullUrl: wanted, resource: found.resource };
};

/** Only the query of the next page is followed: the server may know itself by another name than we do. */
function nextOf(bundle: fhir4.Bundle): string | undefined {
  const url = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  if (url === undefined) return undefined;
  if (!URL.canParse(url, 'http://partner'))
    throw new GatewayError('partnerRefused', 'a partner names a next page that is no address');
  const { pathname, search } = new URL(url, 'http://partner');
  return `${pathname.endsWith('/Task') ? 'Task' : ''}${search}`;
}
