import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { recordPages } from '../../../../gateway/facade/record-pages.ts';
import type { GatewayError } from '../../../../gateway/failures.ts';
import { type AServer, aServer, type ReceivedRequest } from '../../../builders/a-server.ts';

const servers: AServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** A server in HAPI’s place, which believes that it has another name. */
async function onServer(answer: (request: ReceivedRequest) => { readonly status?: number; readonly body: object }) {
  const server = await aServer((res: ServerResponse, request) => {
    const { status = 200, body } = answer(request);
    res.writeHead(status, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(body));
  });
  servers.push(server);
  return { pages: recordPages({ baseUrl: `${server.url}/fhir`, timeoutMs: 10_000 }), requests: server.requests };
}

const ITS_NAME = 'http://hapi.interne:8080/fhir';
const aBundle = (ids: readonly string[], more: object = {}) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  ...more,
  entry: [
    ...ids.map((id) => ({ resource: { resourceType: 'Goal', id }, search: { mode: 'match' } })),
    { resource: { resourceType: 'Patient', id: 'p' }, search: { mode: 'include' } },
    { resource: { resourceType: 'OperationOutcome', issue: [] }, search: { mode: 'outcome' } },
  ],
});
const placesIn = ({ entries }: { entries: readonly { resource: fhir4.FhirResource; isIncluded: boolean }[] }) =>
  entries.map(({ resource, isIncluded }) => `${resource.resourceType}/${resource.id}${isIncluded ? ' along' : ''}`);

test('what fits on a page is asked once, and not kept by the record', async () => {
  const { pages, requests } = await onServer(() => ({ body: aBundle(['1', '2']) }));
  const page = await pages.first('Goal', { status: ['a'] }, { count: 2 });
  expect(placesIn(page)).toEqual(['Goal/1', 'Goal/2', 'Patient/p along']);
  expect(page.next).toBeUndefined();
  expect(requests.map(({ method, path, headers, body }) => [method, path, headers['cache-control'], body])).toEqual([
    ['POST', '/fhir/Goal/_search', 'no-cache, no-store, max-results=3', 'status=a&_count=3'],
  ]);
});

test('what does not is asked again, kept, so that its pages hold each resource once', async () => {
  const { pages, requests } = await onServer(({ body }) => ({
    body: body.includes('_count=3')
      ? aBundle(['1', '2', '3'])
      : aBundle(['1', '2'], {
          link: [{ relation: 'next', url: `${ITS_NAME}?_getpages=a&_getpagesoffset=2` }],
        }),
  }));
  const page = await pages.first('Goal', {}, { count: 2 });
  expect([placesIn(page).length, page.next]).toEqual([3, '?_getpages=a&_getpagesoffset=2']);
  expect(requests.map(({ headers, body }) => [headers['cache-control'], body])).toEqual([
    ['no-cache, no-store, max-results=3', '_count=3'],
    ['no-cache', '_count=2'],
  ]);
});

test('a link is followed by its query alone, and by whose versions it pages', async () => {
  const link = [{ relation: 'next', url: `${ITS_NAME}/Goal/7/_history?_count=2&_offset=2` }];
  const { pages, requests } = await onServer(() => ({ body: aBundle(['7'], { link }) }));
  const page = await pages.history('Goal', '7', 2);
  expect(page?.next).toBe('/Goal/7/_history?_count=2&_offset=2');
  await pages.next(page?.next ?? '');
  await pages.next('?_getpages=a');
  expect(requests.map(({ path }) => path)).toEqual([
    '/fhir/Goal/7/_history?_count=2',
    '/fhir/Goal/7/_history?_count=2&_offset=2',
    '/fhir?_getpages=a',
  ]);
});

test.each([404, 410])('a page, a history and a version that are no more (%s) are none', async (status) => {
  const { pages } = await onServer(() => ({ status, body: { resourceType: 'OperationOutcome', issue: [] } }));
  expect(await pages.next('?_getpages=a')).toBeUndefined();
  expect(await pages.history('Goal', '7', 2)).toBeUndefined();
  expect(await pages.version('Goal', '7', '1')).toBeUndefined();
});

test('a record that fails is a failure of ours, and its words are not told', async () => {
  const { pages } = await onServer(() => ({ status: 500, body: { issue: [{ diagnostics: 'Mai Nguyễn HAPI-0389' }] } }));
  const error: GatewayError = await pages.first('Goal', {}, { count: 2 }).then(
    () => Promise.reject(new Error('it went well')),
    (failure) => failure,
  );
  expect([error.kind, error.message]).toEqual(['recordFailed', 'search Goal: the record answered 500, HAPI-0389']);
});
