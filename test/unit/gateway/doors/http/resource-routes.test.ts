import { afterEach, expect, test } from '@jest/globals';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { resourceRoutes } from '../../../../../gateway/doors/http/resource-routes.ts';
import type { ResourceDirectory, ResourcePage } from '../../../../../gateway/record/resource-directory.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { aResource } from '../../../mappings/concepts/fixtures.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function aDoor(page: ResourcePage = { resources: [] }, caller: Caller = { kind: 'centre', id: 'verdun' }) {
  const asked: unknown[] = [];
  const directory: ResourceDirectory = {
    find: async (...question) => {
      asked.push(question);
      return page;
    },
  };
  app = await anApp({ '/v1/resources': resourceRoutes(directory) }, { caller });
  return { get: (query = '') => (app as AnApp).call('GET', `/v1/resources${query}`), asked };
}

test('all that is asked is handed on, for the centre that asks', async () => {
  const { get, asked } = await aDoor({ resources: [aResource()] });
  const { status, body } = await get('?kind=sport&language=fr&territory=clsc-verdun&limit=5');
  expect([status, body]).toEqual([200, { resources: [aResource()] }]);
  expect(asked).toEqual([['verdun', { kind: 'sport', language: 'fr', territory: 'clsc-verdun' }, { limit: 5 }]]);
});

test('nothing asked is everything, a page at a time', async () => {
  const { get, asked } = await aDoor();
  await get();
  expect(asked).toEqual([['verdun', {}, { limit: 100 }]]);
});

test('the cursor that an answer gives is where the next one goes on', async () => {
  const last = { name: 'Éveil musical «0-5»', id: 'res-7' };
  const { get, asked } = await aDoor({ resources: [aResource()], last });
  const { next } = (await get('?limit=1')).body;
  await get(`?limit=1&after=${next}`);
  expect(asked[1]).toEqual(['verdun', {}, { limit: 1, after: last }]);
});

test.each([
  ['?kind=sports', 'http.kind'],
  ['?kind=toString', 'http.kind'],
  ['?kind=sport&kind=play', 'http.kind'],
  ['?language=français', 'http.language'],
  ['?territory=', 'http.territory'],
  ['?territory=a,b', 'http.territory'],
  ['?limit=0', 'http.limit'],
  ['?limit=1001', 'http.limit'],
  ['?limit=1e2', 'http.limit'],
  ['?after=zzz', 'http.after'],
  ['?after=W10', 'http.after'],
  ['?after=bnVsbA', 'http.after'],
  ['?langage=fr', 'http.query'],
])('%s is refused with what to write instead, and finds nothing', async (query, expression) => {
  const { get, asked } = await aDoor();
  const { status, body } = await get(query);
  expect([status, body.issue]).toMatchObject([400, [{ expression: [expression] }]]);
  expect(asked).toEqual([]);
});

test('a partner has no directory', async () => {
  const { get } = await aDoor({ resources: [] }, { kind: 'partner', id: 'clsc-verdun' });
  expect((await get()).status).toBe(403);
});
