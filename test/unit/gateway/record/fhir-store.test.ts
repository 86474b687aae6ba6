import type { ServerResponse } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import type { GatewayError } from '../../../../gateway/failures.ts';
import { type FhirStore, fhirStore } from '../../../../gateway/record/fhir-store.ts';
import { type AServer, aServer, nobodyAt, type ReceivedRequest } from '../../../builders/a-server.ts';

const WORDS = 'Mai Nguyễn, 514 555-0199';
const CALLS: Readonly<Record<string, (store: FhirStore) => Promise<unknown>>> = {
  search: (store) => store.search('Patient', { identifier: 'a|b' }),
  pages: async (store) => {
    for await (const page of store.pages('Patient', { identifier: 'a|b' })) return page;
    return [];
  },
  read: (store) => store.read('Patient', '1'),
  readVersion: (store) => store.readVersion('Patient', '1', '2'),
  transaction: (store) => store.transaction({ resourceType: 'Bundle', type: 'transaction' }),
  put: (store) => store.put({ resourceType: 'Basic', id: '1', code: {} }),
};

const servers: AServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** A server in HAPI’s place, and a store on it. */
async function onServer(answer: (res: ServerResponse, request: ReceivedRequest) => void, timeoutMs = 30_000) {
  const server = await aServer(answer);
  servers.push(server);
  return { store: fhirStore({ baseUrl: `${server.url}/fhir`, timeoutMs }), server };
}
const json = (res: ServerResponse, body: unknown, status = 200) =>
  res.writeHead(status, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(body));
const refusing = (status: number, diagnostics: string) =>
  onServer((res) =>
    json(
      res,
      { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'processing', diagnostics }] },
      status,
    ),
  );
const failureOf = (call: Promise<unknown>): Promise<GatewayError> =>
  call.then(
    () => Promise.reject(new Error('it went well')),
    (error: GatewayError) => error,
  );
const outcomes = Object.entries(CALLS);

test.each(
  outcomes.flatMap(([name, call]) =>
    (
      [
        [409, 'versionConflict'],
        [412, 'versionConflict'],
        [429, 'unavailable'],
        [500, 'recordFailed'],
        [502, 'unavailable'],
        [503, 'unavailable'],
        [504, 'unavailable'],
        [400, 'recordRefused'],
        [401, 'recordRefused'],
        [422, 'recordRefused'],
      ] as const
    ).map(([status, kind]) => ({ name, call, status, kind })),
  ),
)(
  'a $name answered $status is $kind, and of the answer only HAPI’s own code is kept',
  async ({ call, status, kind }) => {
    const { store } = await refusing(status, `HAPI-0550: ${WORDS} is not unique`);
    const error = await failureOf(call(store));
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(String(status));
    if (kind !== 'unavailable') expect(error.message).toMatch(/, HAPI-0550$/);
    expect(JSON.stringify([error.message, error.stack, error.issues, error.cause ?? null])).not.toMatch(
      /Nguyễn|unique|514/,
    );
  },
);

test('an answer without a code says so, and nothing else', async () => {
  const { store } = await onServer((res) => res.writeHead(400, { 'content-type': 'text/html' }).end(`<p>${WORDS}</p>`));
  expect((await failureOf(store.read('Patient', '1'))).message).toBe(
    'read Patient: the record answered 400, no HAPI code',
  );
});

test.each(outcomes)('a %s that nobody answers is unavailable', async (_name, call) => {
  const error = await failureOf(call(fhirStore({ baseUrl: await nobodyAt(), timeoutMs: 300 })));
  expect([error.kind, error.cause]).toEqual(['unavailable', undefined]);
});

test.each(outcomes)('a %s that hangs is unavailable once its time is over', async (_name, call) => {
  const { store } = await onServer(() => undefined, 300);
  expect((await failureOf(call(store))).kind).toBe('unavailable');
});

test.each([404, 410])('what was read and answered %s is not there', async (status) => {
  const { store } = await refusing(status, 'HAPI-2001');
  expect(await store.read('Patient', '1')).toBeUndefined();
  expect(await store.readVersion('Patient', '1', '2')).toBeUndefined();
});

test('a version is read at its own address', async () => {
  const { store, server } = await onServer((res) => json(res, { resourceType: 'Patient', id: '1' }));
  expect(await store.readVersion('Patient', '1', '2')).toEqual({ resourceType: 'Patient', id: '1' });
  expect(server.requests.map(({ method, path }) => [method, path])).toEqual([['GET', '/fhir/Patient/1/_history/2']]);
});

test('a search is posted, so that no identifier stands in a URL, never answered from a cache, and not kept by the record', async () => {
  const { store, server } = await onServer((res) => json(res, { resourceType: 'Bundle', type: 'searchset' }));
  expect(await store.search('Patient', { identifier: 'https://x|enf-1', name: ['Mai', 'Nguyễn'] })).toEqual([]);
  const [{ method, path, headers, body } = { method: '', path: '', headers: {}, body: '' }] = server.requests;
  expect([method, path, headers['cache-control']]).toEqual([
    'POST',
    '/fhir/Patient/_search',
    'no-cache, no-store, max-results=200',
  ]);
  expect(server.requests).toHaveLength(1);
  const sent = new URLSearchParams(body);
  expect([sent.get('identifier'), sent.getAll('name'), sent.get('_count')]).toEqual([
    'https://x|enf-1',
    ['Mai', 'Nguyễn'],
    '200',
  ]);
});

test('every page of a search is read, at the address that we know the record by', async () => {
  const page = (id: string, next?: string) => ({
    resourceType: 'Bundle',
    entry: [{ resource: { resourceType: 'Patient', id } }],
    link: [{ relation: 'self', url: 'x' }, ...(next === undefined ? [] : [{ relation: 'next', url: next }])],
  });
  const { store, server } = await onServer((res, { path }) =>
    json(
      res,
      path.includes('page=2')
        ? page('2', 'http://elsewhere.invalid/fhir?page=3')
        : path.includes('page=3')
          ? page('3')
          : page('1', 'http://elsewhere.invalid:8080/fhir?page=2'),
    ),
  );
  expect((await store.search('Patient', {})).map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(server.requests.map(({ path, headers }) => [path, headers['cache-control']]).slice(1)).toEqual([
    ['/fhir/Patient/_search', 'no-cache'],
    ['/fhir?page=2', 'no-cache'],
    ['/fhir?page=3', 'no-cache'],
  ]);
});

test('a full page is searched for again, kept: one that was not kept does not say that there is more', async () => {
  const page = (from: number, count: number, more: object = {}) => ({
    resourceType: 'Bundle',
    entry: Array.from({ length: count }, (_, n) => ({
      search: { mode: 'match' },
      resource: { resourceType: 'Patient', id: `${from + n}` },
    })),
    ...more,
  });
  const next = { link: [{ relation: 'next', url: 'http://x.invalid/fhir?page=2' }] };
  const { store } = await onServer((res, { path, headers }) => {
    const kept = headers['cache-control'] === 'no-cache';
    json(res, path.includes('page=2') ? page(200, 50) : page(0, 200, kept ? next : {}));
  });
  expect(await store.search('Patient', {})).toHaveLength(250);
});

test('what comes along does not make a page full', async () => {
  const entry = Array.from({ length: 250 }, (_, n) => ({
    search: { mode: n < 3 ? 'match' : 'include' },
    resource: { resourceType: 'Task', id: `${n}` },
  }));
  const { store, server } = await onServer((res) => json(res, { resourceType: 'Bundle', entry }));
  expect([(await store.search('Task', {})).length, server.requests.length]).toEqual([250, 1]);
});

test('a search without end is given up', async () => {
  const { store, server } = await onServer((res) =>
    json(res, { resourceType: 'Bundle', link: [{ relation: 'next', url: 'http://x.invalid/fhir?page=again' }] }),
  );
  expect((await failureOf(store.search('Patient', {}))).kind).toBe('internal');
  expect(server.requests).toHaveLength(52);
});

test.each(['transaction', 'put'] as const)(
  'a %s replaces profiles, labels and tags, in the very words that HAPI listens to',
  async (name) => {
    const { store, server } = await onServer((res) =>
      json(res, { resourceType: 'Bundle', type: 'transaction-response' }),
    );
    await CALLS[name]?.(store);
    expect(server.requests[0]?.headers['x-meta-snapshot-mode']).toBe('PROFILE,TAG,SECURITY_LABEL');
  },
);

test('a resource is written under its own id', async () => {
  const { store, server } = await onServer((res) => json(res, {}));
  await store.put({ resourceType: 'Basic', id: 'b-1', code: {} });
  expect(server.requests).toMatchObject([
    { method: 'PUT', path: '/fhir/Basic/b-1', body: '{"resourceType":"Basic","id":"b-1","code":{}}' },
  ]);
});

test.each([
  [200, true],
  [500, false],
  [401, false],
])('a record that answers %s answers: %s', async (status, answers) => {
  const { store } = await onServer((res) => json(res, { resourceType: 'Bundle' }, status));
  expect(await store.answers()).toBe(answers);
});

test('a record that is not there does not answer', async () => {
  expect(await fhirStore({ baseUrl: await nobodyAt(), timeoutMs: 300 }).answers()).toBe(false);
});
