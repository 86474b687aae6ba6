import type { FacadeType } from '../../../profiles/facade-offer.ts';
import type { PageSeen } from '../../facade/facade.ts';

/** A page, and where its links lead: addresses of ours only, under the base. */
export interface PageOf {
  readonly kind: 'search' | 'history' | 'everything';
  readonly type: FacadeType;
  readonly page: PageSeen;
  /** What was asked, as far as a URL may say it. */
  readonly self: string;
  /** Where the next page is asked. */
  readonly path: string;
}

/** The Bundle of a page. `base`: the facade as its caller knows it. */
export function bundleOf(base: string, { kind, page, self, path }: PageOf): fhir4.Bundle<fhir4.FhirResource> {
  const { entries, next, total } = page;
  return {
    resourceType: 'Bundle',
    type: kind === 'history' ? 'history' : 'searchset',
    ...(total !== undefined && { total }),
    link: [
      { relation: 'self', url: `${base}/${self}` },
      ...(next === undefined ? [] : [{ relation: 'next', url: `${base}/${path}?_page=${next}` }]),
    ],
    ...(entries.length > 0 && {
      entry: entries.map(({ resource, isIncluded }) => ({
        fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
        resource,
        ...(kind === 'history' ? written(resource) : { search: { mode: isIncluded ? 'include' : 'match' } }),
      })),
    }),
  };
}

/** Bundle rules bdl-3 and bdl-4 want an act and its answer for each version. */
const written = ({ resourceType, id, meta }: fhir4.FhirResource): Pick<fhir4.BundleEntry, 'request' | 'response'> =>
  meta?.versionId === '1'
    ? { request: { method: 'POST', url: resourceType }, response: answered('201', meta) }
    : { request: { method: 'PUT', url: `${resourceType}/${id}` }, response: answered('200', meta) };

const answered = (status: string, meta: fhir4.Meta | undefined): fhir4.BundleEntryResponse => ({
  status,
  ...(meta?.versionId !== undefined && { etag: `W/"${meta.versionId}"` }),
  ...(meta?.lastUpdated !== undefined && { lastModified: meta.lastUpdated }),
});
