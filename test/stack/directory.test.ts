import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle } from './concept-examples.ts';
import { ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox();
});
afterAll(() => sandbox.stop());

const aResource = (name: string, changes: object) => ({
  id: id(name),
  version: 1,
  centre: 'hochelaga',
  happenedAt: '2026-11-20',
  name,
  ...changes,
});
const put = (path: string, body: unknown) => sandbox.call('PUT', path, { body });
const find = async (query: string, centre = 'hochelaga') => {
  const { status, body } = await sandbox.call('GET', `/v1/resources?${query}`, { centre });
  expect(status).toBe(200);
  return body;
};

test('a clinic app finds a resource by what it offers, where and in which language, a page at a time', async () => {
  const territories = [{ id: id('nord'), name: 'Le nord' }];
  const choir = aResource('Choeur', {
    kinds: ['arts-music'],
    languages: ['fr-CA'],
    territories,
    places: [{ id: 'salle', name: 'Salle paroissiale', address: { city: 'Montréal' } }],
    organization: { id: id('org'), name: 'Les voix' },
    capacity: { places: 0, asOf: '2026-11' },
  });
  const drums = aResource('Tambours', { kinds: ['arts-music', 'play'], languages: ['en'], territories });
  const elsewhere = aResource('Violons', {
    kinds: ['arts-music'],
    languages: ['fr'],
    territories: [{ id: id('sud') }],
  });
  const closed = aResource('Guitares', { kinds: ['arts-music'], languages: ['fr'], territories, active: false });
  for (const resource of [drums, choir, elsewhere, closed])
    expect((await put(`/v1/resources/${resource.id}`, resource)).status).toBe(201);

  const here = `territory=${id('nord')}`;
  expect(await find(here)).toEqual({ resources: [choir, drums] });
  expect(await find(`${here}&language=fr`)).toEqual({ resources: [choir] });
  expect(await find(`${here}&kind=play`)).toEqual({ resources: [drums] });
  expect(await find(`${here}&kind=respite`)).toEqual({ resources: [] });
  const mine = new Set([choir, drums, elsewhere].map((resource) => resource.id));
  const all = await find('limit=1000');
  expect(all.resources.filter((it: { id: string }) => mine.has(it.id))).toEqual([choir, drums, elsewhere]);
  expect(await find(here, 'carrefour-vanier')).toEqual({ resources: [] });

  const first = await find(`${here}&limit=1`);
  expect(first).toEqual({ resources: [choir], next: expect.any(String) });
  expect(await find(`${here}&limit=1&after=${first.next}`)).toEqual({ resources: [drums] });
});

test('two resources of one organization and one territory do not rename either of them for the other', async () => {
  const [organization, territory] = [id('shared-org'), id('shared-territory')];
  const one = aResource('Une', {
    organization: { id: organization, name: 'Premier nom' },
    territories: [{ id: territory }],
  });
  const other = aResource('Autre', {
    organization: { id: organization, name: 'Second nom' },
    territories: [{ id: territory, name: 'Est' }],
  });
  await Promise.all([one, other].map((resource) => put(`/v1/resources/${resource.id}`, resource)));
  for (const resource of [one, other])
    expect((await sandbox.call('GET', `/v1/resources/${resource.id}`)).body).toEqual({
      ...resource,
      record: expect.any(Object),
    });
  expect((await find(`territory=${territory}`)).resources).toEqual([other, one]);
});

test('a partner that the registry does not know is refused', async () => {
  const resource = aResource('Inconnue', { partner: 'nobody' });
  const { status, body } = await put(`/v1/resources/${resource.id}`, resource);
  expect([status, body.issue[0].expression]).toEqual([422, ['partner']]);
});

test('where mothers’ files are on, hers points to herself in the circle, and nothing of the child’s points back', async () => {
  const [child, circle, file] = [id('child'), id('circle'), id('file')];
  await put(`/v1/care-circles/${circle}`, aCircle(circle, child));
  const hers = {
    id: file,
    version: 1,
    centre: 'hochelaga',
    happenedAt: '2026-11-20',
    name: { text: 'Lan' },
    agreement: { at: '2026-11-20', how: 'oral' },
    expectedOn: '2027-03',
    children: [{ child, member: 'maman' }],
  };
  expect((await put(`/v1/mother-files/${file}`, hers)).status).toBe(201);
  expect((await sandbox.call('GET', `/v1/mother-files/${file}`)).body).toEqual({ ...hers, record: expect.any(Object) });

  const system = 'https://fhir.passerelle.example/NamingSystem';
  const found = await sandbox.hapi(
    `Patient?identifier=${encodeURIComponent(`${system}/mother-file/hochelaga|${file}`)}`,
  );
  const mother = found.body.entry[0].resource;
  const own = await sandbox.hapi(`Patient?identifier=${encodeURIComponent(`${system}/child/hochelaga|${child}`)}`);
  const everything = await sandbox.hapi(`Patient/${own.body.entry[0].resource.id}/$everything?_count=200`);
  expect(everything.body.entry.length).toBeGreaterThan(2);
  expect(JSON.stringify(everything.body)).not.toContain(`Patient/${mother.id}`);
  expect(JSON.stringify(everything.body)).not.toContain('mother-file');
  const children = await sandbox.call('POST', '/v1/children/_search', { body: { name: 'Lan' } });
  expect(JSON.stringify(children.body)).not.toContain(file);

  const { expectedOn: _date, ...closed } = { ...hers, version: 2, closed: true };
  expect((await put(`/v1/mother-files/${file}`, closed)).status).toBe(200);
  expect((await sandbox.call('GET', `/v1/mother-files/${file}`)).body).toMatchObject({ closed: true, version: 2 });
});

test('where they are off, none is written or read', async () => {
  const body = {
    centre: 'petits-renards',
    happenedAt: '2026-11-20',
    name: { text: 'Lan' },
    agreement: { at: '2026-11' },
  };
  for (const method of ['PUT', 'GET']) {
    const { status, body: answer } = await sandbox.call(method, `/v1/mother-files/${id('off')}`, {
      centre: 'petits-renards',
      ...(method === 'PUT' && { body: { ...body, version: 1 } }),
    });
    expect([status, answer.issue[0].details.text]).toEqual([403, expect.stringContaining('motherFiles: {')]);
  }
});
