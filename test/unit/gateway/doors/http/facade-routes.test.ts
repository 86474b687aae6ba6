import { afterEach, expect, test } from '@jest/globals';
import { scopesIn } from '../../../../../gateway/access/scopes.ts';
import { facadeRoutes } from '../../../../../gateway/doors/http/facade-routes.ts';
import { formBody } from '../../../../../gateway/doors/http/form-body.ts';
import { childrenShown } from '../../../../../gateway/facade/children-shown.ts';
import { facade } from '../../../../../gateway/facade/facade.ts';
import type { FacadeAccess } from '../../../../../gateway/facade/note-access.ts';
import { pageCursors } from '../../../../../gateway/facade/page-cursor.ts';
import type { RecordPages } from '../../../../../gateway/facade/record-pages.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { sealWith } from '../../../../../gateway/lanes/sealing.ts';
import type { SearchParams } from '../../../../../gateway/record/fhir-store.ts';
import { IDENTIFIERS, PROFILES } from '../../../../../mappings/domain/systems.ts';
import { FACADE_TYPES } from '../../../../../profiles/facade-offer.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';

const HAPI = 'http://hapi.interne:8080/fhir';
const seal = sealWith([{ id: 'k', key: Buffer.alloc(32, 7) }]);

const apps: AnApp[] = [];
afterEach(async () => {
  await Promise.all(apps.splice(0).map((one) => one.stop()));
});

const aTeam = (id: string, centre: string, more: Partial<fhir4.CareTeam> = {}): fhir4.CareTeam => ({
  resourceType: 'CareTeam',
  id,
  meta: { versionId: '3', lastUpdated: '2026-03-10T15:00:00.000Z', source: '#hapi' },
  text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">récit</div>' },
  identifier: [{ system: IDENTIFIERS.careCircle(centre), value: id }],
  subject: { reference: 'Patient/1', identifier: { system: IDENTIFIERS.child(centre), value: 'enf-1' } },
  ...more,
});

/** A record that is asked nothing in vain: whatever is searched, it gives all that it has. */
async function aDoor(
  held: readonly fhir4.FhirResource[],
  options: {
    centre?: string;
    scopes?: string;
    next?: string;
    now?: () => Date;
    note?: () => Promise<void>;
    publicUrl?: string;
  } = {},
) {
  const asked: { readonly type: string; readonly params: SearchParams }[] = [];
  const noted: FacadeAccess[] = [];
  // What is not of the first one’s type came along with it.
  const entries = held.map((resource) => ({ resource, isIncluded: resource.resourceType !== held[0]?.resourceType }));
  const page = { entries, ...(options.next !== undefined && { next: options.next }) };
  const pages: RecordPages = {
    first: async (type, params) => {
      asked.push({ type, params });
      return page;
    },
    next: async (name) => (name === '?_getpages=a' ? { entries } : undefined),
    history: async () => page,
    version: async (type, id) => held.find((it) => it.resourceType === type && it.id === id),
  };
  const store = {
    read: async (type: string, id: string) => held.find((it) => it.resourceType === type && it.id === id),
  };
  const cursors = pageCursors({ seal, now: options.now ?? (() => new Date('2026-03-10T16:00:00Z')) });
  const app = await anApp(
    {
      '/fhir': facadeRoutes({
        facade: facade({ store, pages, cursors }),
        noteAccess: async (access) => {
          await options.note?.();
          noted.push(access);
        },
        shown: childrenShown(() => new Date()),
        publicUrl: options.publicUrl ?? '',
        form: formBody({ sizeMaxBytes: 1_000 }),
      }),
    },
    { caller: { kind: 'centre', id: options.centre ?? 'verdun', scopes: scopesIn(options.scopes ?? 'system/*.rs') } },
  );
  apps.push(app);
  return { call: app.call, asked, noted };
}

const ids = (body: { entry?: readonly { resource: { id: string } }[] }) =>
  (body.entry ?? []).map(({ resource }) => resource.id);

test('what a record gives by mistake is not passed on, by any type, search, include or version', async () => {
  const theirs = FACADE_TYPES.map((resourceType) => ({
    resourceType,
    id: 'a',
    identifier: [
      { system: IDENTIFIERS.child('vanier'), value: 'enf-1' },
      { system: IDENTIFIERS.derived('vanier'), value: 'x' },
    ],
    target: [{ reference: 'CareTeam/a', identifier: { system: IDENTIFIERS.careCircle('vanier'), value: 'a' } }],
  })) as unknown as fhir4.FhirResource[];
  const { call, noted } = await aDoor(theirs);
  const unknown = await call('GET', '/fhir/CareTeam/none');
  expect(unknown.status).toBe(404);
  for (const type of FACADE_TYPES) {
    for (const path of [`${type}/a`, `${type}/a/_history`, `${type}/a/_history/1`, 'Patient/a/$everything']) {
      const answer = await call('GET', `/fhir/${path}`);
      expect([path, answer.status, answer.text]).toEqual([path, 404, unknown.text]);
    }
    const { status, body } = await call('GET', `/fhir/${type}${type === 'Provenance' ? '?target=CareTeam/a' : ''}`);
    expect([type, status, body.entry, body.link.length]).toEqual([type, 200, undefined, 1]);
  }
  expect(noted.flatMap(({ on, children }) => [...on, ...children])).toEqual([]);
});

test('what no resource can be called is not asked of the record, which would refuse the question, and is as unknown', async () => {
  const { call } = await aDoor([aTeam('__main__', 'verdun'), aTeam('a', 'verdun')]);
  const unknown = await call('GET', '/fhir/CareTeam/none');
  for (const path of [
    '__main__',
    '__main__/_history',
    '__main__/_history/1',
    'a/_history/__main__',
    `${'a'.repeat(65)}`,
  ]) {
    const { status, text } = await call('GET', `/fhir/CareTeam/${path}`);
    expect([path, status, text]).toEqual([path, 404, unknown.text]);
  }
});

test('what leaves is the resource, without what the record added of its own, at addresses of ours', async () => {
  const { call, noted } = await aDoor([aTeam('1', 'verdun'), aTeam('2', 'vanier')], {
    next: '?_getpages=a&_getpagesoffset=50',
  });
  const { body, text } = await call('GET', '/fhir/CareTeam?status=active');
  expect(ids(body)).toEqual(['1']);
  expect(text).not.toMatch(/récit|#hapi|getpages|hapi\.interne|vanier/);
  expect(text).not.toContain(HAPI);
  for (const url of [...body.link.map((it: { url: string }) => it.url), body.entry[0].fullUrl])
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/fhir\/CareTeam/);
  expect(noted).toEqual([{ centre: 'verdun', how: 'search-type', type: 'CareTeam', on: [], children: ['enf-1'] }]);
});

test('the record is asked for the centre’s own, whatever else is asked of the same parameter', async () => {
  const { call, asked } = await aDoor([]);
  const theirs = encodeURIComponent(`${IDENTIFIERS.careCircle('vanier')}|c`);
  await call('GET', `/fhir/CareTeam?identifier=${theirs}&_summary=count`);
  expect(asked).toEqual([
    {
      type: 'CareTeam',
      params: { identifier: [`${IDENTIFIERS.careCircle('vanier')}|c`, `${IDENTIFIERS.careCircle('verdun')}|`] },
    },
  ]);
});

test('an answer that cannot be noted is not given', async () => {
  const note = async () => {
    throw new GatewayError('unavailable', 'no audit');
  };
  const { call } = await aDoor([aTeam('1', 'verdun')], { note });
  for (const path of ['CareTeam/1', 'CareTeam', 'CareTeam/1/_history', 'CareTeam/1/_history/3']) {
    const { status, text } = await call('GET', `/fhir/${path}`);
    expect([path, status]).toEqual([path, 503]);
    expect(text).not.toContain('enf-1');
  }
});

test('an answer whose entry is foreseen is not given either without it, and is noted once', async () => {
  let isAway = false;
  const note = async () => {
    if (isAway) throw new GatewayError('unavailable', 'no audit');
  };
  const { call, noted } = await aDoor([aTeam('1', 'verdun')], { note });
  const paths = ['CareTeam/1', 'CareTeam?_id=1', 'CareTeam/1/_history', 'CareTeam/1/_history/3'];
  for (const path of [...paths, ...paths]) expect((await call('GET', `/fhir/${path}`)).status).toBe(200);
  expect(noted.map(({ children }) => children)).toEqual(Array(8).fill(['enf-1']));
  isAway = true;
  for (const path of paths) {
    const { status, text } = await call('GET', `/fhir/${path}`);
    expect([path, status, /enf-1/.test(text)]).toEqual([path, 503, false]);
  }
});

test('a version that the caller has already is told, not sent again; it is noted all the same', async () => {
  const { call, noted } = await aDoor([aTeam('1', 'verdun')]);
  const read = await call('GET', '/fhir/CareTeam/1');
  expect([read.status, read.headers.get('etag'), read.headers.get('last-modified')]).toEqual([
    200,
    'W/"3"',
    'Tue, 10 Mar 2026 15:00:00 GMT',
  ]);
  for (const held of ['W/"3"', '"3"', 'W/"2", W/"3"']) {
    const again = await call('GET', '/fhir/CareTeam/1', { headers: { 'if-none-match': held } });
    expect([held, again.status, again.text]).toEqual([held, 304, '']);
  }
  expect((await call('GET', '/fhir/CareTeam/1', { headers: { 'if-none-match': 'W/"2"' } })).status).toBe(200);
  expect(noted).toHaveLength(5);
  expect(noted[0]).toEqual({
    centre: 'verdun',
    how: 'read',
    type: 'CareTeam',
    on: [{ type: 'CareTeam', reference: 'CareTeam/1' }],
    children: ['enf-1'],
  });
});

test('a link to the next page is for whoever got it, where it leads, and for a short while', async () => {
  let now = new Date('2026-03-10T16:00:00Z');
  const held = [aTeam('1', 'verdun'), aTeam('2', 'vanier')];
  const { call } = await aDoor(held, { next: '?_getpages=a', now: () => now });
  const { body } = await call('GET', '/fhir/CareTeam?_elements=status');
  const next = new URL(body.link.find(({ relation }: { relation: string }) => relation === 'next').url);
  const path = `${next.pathname}${next.search}`;
  const page = await call('GET', path);
  expect([page.status, ids(page.body)]).toEqual([200, ['1']]);
  expect(page.body.entry[0].resource).not.toHaveProperty('identifier');

  const another = await aDoor(held, { centre: 'vanier', now: () => now });
  const refusals = [
    await another.call('GET', path),
    await call('GET', path.replace('CareTeam', 'Goal')),
    await call('GET', `${next.pathname}/1/_history${next.search}`),
    await call(
      'GET',
      `${next.pathname}?_page=${seal.seal({ what: 'search', type: 'CareTeam', centre: 'verdun', names: ['?_getpages=a'], until: 9e15 })}`,
    ),
    await call('GET', `${path.slice(0, -4)}AAAA`),
  ];
  now = new Date('2026-03-10T16:15:01Z');
  refusals.push(await call('GET', path));
  for (const { status, text } of refusals) {
    expect([status, text]).toEqual([400, refusals[0]?.text]);
  }
});

test('what comes along takes the scope of its own type', async () => {
  const goal: fhir4.Goal = {
    resourceType: 'Goal',
    id: 'g',
    identifier: [{ system: IDENTIFIERS.goal('verdun'), value: 'enf-1:g' }],
    lifecycleStatus: 'active',
    description: { text: 'parler' },
    subject: { reference: 'Patient/1', identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' } },
  };
  for (const [scopes, seen] of [
    ['system/CareTeam.rs', ['1']],
    ['system/CareTeam.rs system/Goal.s', ['1']],
    ['system/CareTeam.rs user/Goal.rs', ['1']],
    ['system/CareTeam.rs system/Goal.r', ['1', 'g']],
    ['system/*.rs', ['1', 'g']],
  ] as const) {
    const { call } = await aDoor([aTeam('1', 'verdun'), goal], { scopes });
    expect([scopes, ids((await call('GET', '/fhir/CareTeam')).body)]).toEqual([scopes, seen]);
  }
});

test('elements that are asked come with those that R4 wants, and the mark that it is not all', async () => {
  const { call } = await aDoor([aTeam('1', 'verdun', { status: 'active', name: 'Cercle' })]);
  const { body } = await call('GET', '/fhir/CareTeam?_elements=name');
  expect(body.entry[0].resource).toEqual({
    resourceType: 'CareTeam',
    id: '1',
    meta: {
      versionId: '3',
      lastUpdated: '2026-03-10T15:00:00.000Z',
      tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }],
    },
    name: 'Cercle',
  });
});

test('a document in a list comes without its file, and by its id with it', async () => {
  const letter: fhir4.DocumentReference = {
    resourceType: 'DocumentReference',
    id: 'l',
    meta: { versionId: '1', profile: [PROFILES.letter] },
    identifier: [{ system: IDENTIFIERS.letter('verdun'), value: 'l' }],
    status: 'current',
    content: [{ attachment: { contentType: 'application/pdf', data: 'JVBERi0=' } }],
  };
  const { call } = await aDoor([letter]);
  const listed = (await call('GET', '/fhir/DocumentReference')).body.entry[0].resource;
  expect(listed.meta).not.toHaveProperty('profile');
  expect([listed.content, listed.meta.tag[0].code]).toEqual([
    [{ attachment: { contentType: 'application/pdf' } }],
    'SUBSETTED',
  ]);
  expect((await call('GET', '/fhir/DocumentReference/l')).body.content).toEqual(letter.content);
});

test('a search by POST takes a form, and nothing else; nothing of it is told again', async () => {
  const { call, asked } = await aDoor([]);
  const answer = await call('POST', '/fhir/Patient/_search', { body: { family: 'x' } });
  expect([answer.status, answer.body.issue[0].expression]).toEqual([415, ['http.Content-Type']]);
  expect((await call('POST', '/fhir/Nothing/_search')).status).toBe(404);
  expect(asked).toEqual([]);
  const none = await call('POST', '/fhir/Patient/_search', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect([none.status, asked.length]).toEqual([200, 1]);
});

test.each([
  'CareTeam/1?status=active',
  'CareTeam/1/_history/3?_count=1',
  'CareTeam/1/_history?_since=2026',
  'Patient/1/$everything?_type=Task',
])('%s: what cannot be asked is refused, not ignored', async (path) => {
  const { call, asked } = await aDoor([aTeam('1', 'verdun')]);
  expect((await call('GET', `/fhir/${path}`)).status).toBe(400);
  expect(asked).toEqual([]);
});

test.each<[string, string, Readonly<Record<string, string>>]>([
  ['HEAD', 'HEAD', {}],
  ['on the condition that there is none', 'GET', { 'if-none-match': '*', 'cache-control': 'max-age=0', pragma: 'x' }],
  ['on the condition that it is one version', 'GET', { 'if-match': 'W/"3"' }],
  ['on the condition that it has changed', 'GET', { 'if-modified-since': 'Tue, 10 Mar 2026 15:00:00 GMT' }],
  ['some bytes', 'GET', { range: 'bytes=0-0' }],
  ['XML', 'GET', { accept: 'application/fhir+xml' }],
])('asked for %s, what is another centre’s and what nobody has are told alike', async (_how, method, headers) => {
  const { call } = await aDoor([aTeam('1', 'verdun'), aTeam('2', 'vanier')]);
  const told = async (path: string) => {
    const { status, text, headers: given } = await call(method, `/fhir/${path}`, { headers });
    return { status, text, given: Object.fromEntries([...given].filter(([name]) => name !== 'date')) };
  };
  for (const more of ['', '/_history', '/_history/3'])
    expect(await told(`CareTeam/2${more}`)).toEqual(await told(`CareTeam/none${more}`));
  expect((await told('CareTeam/2')).status).toBe(404);
  expect((await told('CareTeam/1')).status).not.toBe(404);
});

test('a link leads to where the gateway is configured to be, whatever host the call names', async () => {
  const { call } = await aDoor([aTeam('1', 'verdun')], { publicUrl: 'https://passerelle.example' });
  const { body } = await call('GET', '/fhir/CareTeam?status=active');
  expect(body.link[0].url).toMatch(/^https:\/\/passerelle\.example\/fhir\/CareTeam/);
  expect(body.entry[0].fullUrl).toBe('https://passerelle.example/fhir/CareTeam/1');
});

test('who is no centre is not answered here', async () => {
  for (const kind of ['partner', 'operator'] as const) {
    const app = await anApp(
      {
        '/fhir': facadeRoutes({
          facade: {} as never,
          noteAccess: async () => undefined,
          publicUrl: '',
          shown: childrenShown(() => new Date()),
          form: (_req, _res, next) => next(),
        }),
        '/': (_req, res) => void res.status(299).end(),
      },
      { caller: { kind, id: 'verdun' } },
    );
    apps.push(app);
    expect((await app.call('GET', '/fhir/CareTeam/1')).status).toBe(299);
  }
});
