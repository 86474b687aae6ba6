import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'fhir-kit-client';
import { checkResource } from '../../profiles/check-resource.ts';
import { FACADE_TYPES, facadeOffer, isFacadeType } from '../../profiles/facade-offer.ts';
import { aCircle, anAgreement, aReferral } from './concept-examples.ts';
import { type Found, pagesFollowed, placesIn, search } from './facade-client.ts';
import { type HeldFile, sameFileIn } from './same-file.ts';
import { eventually, ownIds, ownMark, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** A clinic app of a centre, that knows FHIR and nothing of us. */
const CENTRES = ['hochelaga', 'petits-renards'] as const;
type CentreId = (typeof CENTRES)[number];
const CHILD = 'https://fhir.passerelle.example/NamingSystem/child';

let sandbox: StackSandbox;
const mark = ownMark();
/** What each centre holds of the child whom both know under the same number. */
const held = new Map<CentreId, HeldFile>();

beforeAll(async () => {
  sandbox = await stackSandbox();
  for (const centre of CENTRES) held.set(centre, await sameFileIn(sandbox, centre, mark));
});
afterAll(() => sandbox?.stop());

const heldBy = (centre: CentreId) => {
  const all = held.get(centre);
  if (all === undefined) throw new Error(`nothing of ${centre}`);
  return all;
};
const other = (centre: CentreId): CentreId => (centre === 'hochelaga' ? 'petits-renards' : 'hochelaga');
const app = async (centre: CentreId) =>
  new Client({ baseUrl: `${sandbox.gatewayUrl}/fhir`, bearerToken: await sandbox.centreToken(centre) });
const get = (centre: CentreId, path: string, headers = {}) => sandbox.call('GET', `/fhir/${path}`, { centre, headers });
const asPartner = async (partner: string, path: string) =>
  request('GET', `${sandbox.gatewayUrl}/fhir/${path}`, undefined, {
    authorization: `Bearer ${await sandbox.partnerToken(partner)}`,
  });

/** A count tells the number alone. */
async function counted(centre: CentreId, type: string): Promise<number> {
  const { body } = await get(centre, `${type}?_summary=count`);
  expect([type, body.entry]).toEqual([type, undefined]);
  return body.total;
}

const followed = (client: Client, first: Found) => pagesFollowed(sandbox.gatewayUrl, client, first);

describe.each(CENTRES)('a clinic app of %s', (centre) => {
  test('reads each resource of its child’s record, under the ids that it has', async () => {
    const read = heldBy(centre).places.filter((place) => isFacadeType(place.split('/')[0] ?? ''));
    expect(new Set(read.map((place) => place.split('/')[0])).size).toBeGreaterThan(15);
    for (const place of read) {
      const { status, body, headers } = await get(centre, place);
      expect([place, status, `${body.resourceType}/${body.id}`]).toEqual([place, 200, place]);
      expect(headers.get('etag')).toBe(`W/"${body.meta.versionId}"`);
      expect(JSON.stringify(body)).not.toContain(new URL(sandbox.stack.hapi.url).host);
      expect((await get(centre, place, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
    }
  });

  test('finds nothing of the other centre’s child by id, version or history: the same words as for what nobody has', async () => {
    const unknown = await get(centre, 'Patient/00000000-0000-5000-8000-000000000009');
    expect(unknown.status).toBe(404);
    const theirs = heldBy(other(centre)).places.filter((place) => !heldBy(centre).places.includes(place));
    expect(theirs.length).toBeGreaterThan(15);
    for (const place of theirs)
      for (const path of [place, `${place}/_history`, `${place}/_history/1`]) {
        const { status, body } = await get(centre, path);
        expect([path, status, isFacadeType(place.split('/')[0] ?? '') ? body : unknown.body]).toEqual([
          path,
          404,
          unknown.body,
        ]);
      }
    expect(await get(centre, `${heldBy(other(centre)).patient}/$everything`)).toMatchObject({
      status: 404,
      body: unknown.body,
    });
  });

  test('follows the pages of each type to the end: its own each exactly once, and nothing of the other centre', async () => {
    const client = await app(centre);
    const theirs = new Set(heldBy(other(centre)).places.filter((place) => !heldBy(centre).places.includes(place)));
    for (const type of FACADE_TYPES) {
      if (type === 'Provenance') continue;
      // The workers go on: what they write meanwhile only adds.
      const before = await counted(centre, type);
      const places = await followed(client, await search(client, type, { _count: '7', _sort: '_id' }));
      const after = await counted(centre, type);
      expect([type, places.length]).toEqual([type, new Set(places).size]);
      const own = heldBy(centre).places.filter((place) => place.startsWith(`${type}/`));
      for (const place of own) expect([place, places.includes(place)]).toEqual([place, true]);
      expect(places.filter((place) => theirs.has(place))).toEqual([]);
      expect([type, before <= places.length && places.length <= after]).toEqual([type, true]);
    }
  });

  test('finds by each parameter and each include what is its own, whosever id it asks with', async () => {
    const theirs = heldBy(other(centre)).places.filter((place) => !heldBy(centre).places.includes(place));
    const foreign = new Set(theirs);
    const client = await app(centre);
    for (const type of FACADE_TYPES) {
      const offer = facadeOffer(type);
      const needed: Record<string, string> = type === 'Provenance' ? { target: heldBy(centre).patient } : {};
      const includes = [
        ...(offer.includes ?? []).map((it) => ['_include', it]),
        ...(offer.revincludes ?? []).map((it) => ['_revinclude', it]),
      ];
      for (const [name = '', value = ''] of includes) {
        const found = await search(client, type, { ...needed, [name]: value, _count: '50' });
        expect([type, value, placesIn(found).filter((place) => foreign.has(place))]).toEqual([type, value, []]);
      }
      for (const [name, kind] of Object.entries(offer.search)) {
        const asked =
          kind === 'reference' ? theirs.find((place) => place.startsWith('Patient/')) : SAMPLES[kind](other(centre));
        const found = await search(client, type, { ...needed, [name]: asked ?? '', _total: 'accurate' }).catch(
          (error) => error.response,
        );
        expect([type, name, found.status ?? 200]).toEqual([type, name, 200]);
        expect([type, name, placesIn(found).filter((place) => foreign.has(place))]).toEqual([type, name, []]);
        if (kind === 'reference' || kind === 'identifier')
          expect([type, name, found.total, found.entry]).toEqual([type, name, 0, undefined]);
      }
    }
  });

  test('takes all about its child at once, and nobody else', async () => {
    const { patient, places, ofChild } = heldBy(centre);
    const client = await app(centre);
    const all = await followed(
      client,
      (await client.operation({
        name: '$everything',
        resourceType: 'Patient',
        id: patient.split('/')[1] as string,
        method: 'GET',
      })) as unknown as Found,
    );
    expect(all.length).toBe(new Set(all).size);
    expect(all[0]).toBe(patient);
    for (const place of ofChild) expect([place, all.includes(place)]).toEqual([place, true]);
    expect(all.filter((place) => heldBy(other(centre)).places.includes(place) && !places.includes(place))).toEqual([]);
    expect(all.filter((place) => /^(AuditEvent|Basic)\//.test(place))).toEqual([]);
  });
});

/** A value of each kind: what another centre has, or something that everybody may ask. */
const SAMPLES = {
  code: () => 'active',
  identifier: (centre: CentreId) => `${CHILD}/${centre}|${heldBy(centre).child}`,
  date: () => 'ge1900-01-01',
  name: () => 'a',
  'birth-date': () => 'ge1900-01-01',
  telephone: () => '514',
  reference: () => '',
} as const;

const PHONE = `514 555-0142 ${ownMark()}`;

test('a name, a birth date, a card and a telephone are looked for in a body, and refused in a URL with what to do', async () => {
  const id = ownIds();
  const child = id('child');
  const circle = aCircle(id('circle'), child, {
    child: {
      id: child,
      name: { given: ['Maïka'], family: `Zq${mark}` },
      birthDate: '2021-02-03',
      cards: [{ kind: 'nam', number: 'ZZQM21520315' }],
    },
    members: [
      {
        kind: 'family',
        id: 'maman',
        name: { text: 'Lan' },
        kinship: 'MTH',
        telecom: [{ system: 'phone', value: PHONE }],
      },
    ],
    pivot: undefined,
  });
  expect(
    (await sandbox.call('PUT', `/v1/care-circles/${id('circle')}`, { body: circle, headers: { prefer: 'wait=30' } }))
      .status,
  ).toBe(201);
  const nam = 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id';
  const asked = { family: `Zq${mark}`, given: 'Maïka', birthdate: '2021-02-03', identifier: `${nam}|ZZQM21520315` };
  const found = await search(await app('hochelaga'), 'Patient', asked);
  expect(found.entry?.map(({ resource }) => resource)).toMatchObject([
    { resourceType: 'Patient', birthDate: '2021-02-03' },
  ]);
  expect(JSON.stringify(found.link)).not.toMatch(/Zq|ZZQM|2021-02/);
  expect((await search(await app('petits-renards'), 'Patient', asked)).entry).toBeUndefined();
  const called = await search(await app('hochelaga'), 'RelatedPerson', { phone: PHONE });
  expect(called.entry?.map(({ resource }) => resource)).toMatchObject([{ resourceType: 'RelatedPerson' }]);
  expect(JSON.stringify(called.link)).not.toContain('0142');
  expect((await search(await app('petits-renards'), 'RelatedPerson', { phone: PHONE })).entry).toBeUndefined();

  const ofPatient = Object.entries(asked).map(([name, value]) => ['Patient', name, value] as const);
  for (const [type, name, value] of [...ofPatient, ['RelatedPerson', 'phone', PHONE] as const]) {
    const { status, body } = await get('hochelaga', `${type}?${name}=${encodeURIComponent(value)}`, {
      'accept-language': 'en',
    });
    expect([name, status, body.resourceType, body.issue[0].expression]).toEqual([
      name,
      400,
      'OperationOutcome',
      [`http.${name}`],
    ]);
    expect(body.issue[0].diagnostics ?? body.issue[0].details.text).toContain(`POST /fhir/${type}/_search`);
    expect(JSON.stringify(body)).not.toContain(value);
  }
  expect(sandbox.logged()).not.toMatch(new RegExp(`Zq${mark}|ZZQM21520315|${PHONE}`));
});

test('the versions of a resource are each there once, page after page, and each can be read again', async () => {
  const id = ownIds();
  const [circle, child] = [id('versions'), id('child')];
  for (let version = 1; version <= 5; version += 1) {
    const body = aCircle(circle, child, { version, status: version % 2 === 0 ? 'suspended' : 'active' });
    expect(
      (await sandbox.call('PUT', `/v1/care-circles/${circle}`, { body, headers: { prefer: 'wait=30' } })).status,
    ).toBeLessThan(202);
  }
  const { body } = await sandbox.call('GET', `/v1/care-circles/${circle}`);
  const team = body.record.fhir
    .map(({ reference }: { reference: string }) => reference)
    .find((it: string) => it.startsWith('CareTeam/'));
  const first = (await get('hochelaga', `${team}/_history?_count=2`)).body as Found;
  expect(first.type).toBe('history');
  const versions: string[] = [];
  const client = await app('hochelaga');
  let page: Found | undefined = first;
  while (page !== undefined) {
    for (const { resource, request: act, response } of page.entry ?? []) {
      expect([act?.url !== undefined, response?.etag]).toEqual([true, `W/"${resource?.meta?.versionId}"`]);
      versions.push(resource?.meta?.versionId ?? '');
    }
    page = (await client.nextPage({ bundle: page as never })) as Found | undefined;
  }
  expect(versions).toEqual(['5', '4', '3', '2', '1']);
  const second = await get('hochelaga', `${team}/_history/2`);
  expect([second.status, second.body.meta.versionId, second.body.status]).toEqual([200, '2', 'suspended']);
  expect((await get('hochelaga', `${team}/_history/9`)).status).toBe(404);
  const traces = (await get('hochelaga', `Provenance?target=${team}`)).body as Found;
  expect(traces.entry).toHaveLength(5);
  expect((await get('hochelaga', placesIn(traces)[0] ?? '')).body.resourceType).toBe('Provenance');
  expect((await get('petits-renards', placesIn(traces)[0] ?? '')).status).toBe(404);
});

test('a partner that collects reads the request addressed to it, and nothing else of the record', async () => {
  const id = ownIds();
  const [circle, child, referral] = [id('circle'), id('child'), id('ref')];
  await sandbox.call('PUT', `/v1/care-circles/${circle}`, {
    body: aCircle(circle, child),
    headers: { prefer: 'wait=30' },
  });
  const body = aReferral(referral, child, { recipient: 'clsc-releve', agreements: [anAgreement('clsc-releve')] });
  await sandbox.call('PUT', `/v1/service-referrals/${referral}`, { body, headers: { prefer: 'wait=30' } });
  const told = await eventually(
    () => sandbox.call('GET', `/v1/service-referrals/${referral}`),
    (answer) => answer.body.record?.deliveries[0]?.task !== undefined,
  );
  const number: string = told.body.record.deliveries[0].task;
  expect((await asPartner('clsc-releve', `Task/${number}`)).status).toBe(200);
  expect((await asPartner('clsc-releve', `Patient/${number}`)).status).toBe(200);
  const places: readonly string[] = told.body.record.fhir.map(({ reference }: { reference: string }) => reference);
  const unknown = await asPartner('clsc-releve', 'Task/00000000-0000-5000-8000-000000000009');
  // Of the four types that it may read, what is not addressed to it is not there; no scope opens anything else to it.
  const collected = ['Task', 'ServiceRequest', 'Patient', 'DocumentReference'];
  for (const path of [...places, ...heldBy('hochelaga').places]) {
    const { status, body: answer } = await asPartner('clsc-releve', path);
    if (collected.includes(path.split('/')[0] ?? '')) expect([path, status, answer]).toEqual([path, 404, unknown.body]);
    else expect([path, status, answer.resourceType]).toEqual([path, 403, 'OperationOutcome']);
  }
  for (const path of FACADE_TYPES.filter((type) => type !== 'Task')) {
    const { status, body: answer } = await asPartner('clsc-releve', path);
    expect([path, status, answer.resourceType]).toEqual([path, 403, 'OperationOutcome']);
  }
  // What its centre has not turned on is as what is not there.
  for (const path of [`Patient/${number}/$everything`, `Task/${number}/_history`, `Task/${number}/_history/1`]) {
    const { status, body: answer } = await asPartner('clsc-releve', path);
    expect([path, status, answer]).toEqual([path, 404, unknown.body]);
  }
});

test('what the facade answers is valid FHIR', async () => {
  const { patient } = heldBy('hochelaga');
  for (const path of [
    `CarePlan?patient=${patient}&_include=CarePlan:goal`,
    `${patient}/_history`,
    `${patient}/$everything`,
  ]) {
    const { body } = await get('hochelaga', path);
    const errors = checkResource(body).filter(({ severity, rule }) => severity === 'error' && rule !== 'code');
    expect([path, errors]).toEqual([path, []]);
  }
});

test('a parameter that is not known is refused by its name, and so is a page of somebody else’s', async () => {
  for (const path of [
    'Task?nimporte=1',
    'Patient?family:exact=x',
    'Task?_include=*',
    'Patient?general-practitioner.name=x',
    'Task?_has:Provenance:target:agent=x',
    'Patient/x?_elements=name',
  ]) {
    const { status, body } = await get('hochelaga', path);
    expect([path, status, body.resourceType]).toEqual([path, 400, 'OperationOutcome']);
  }
  const { body } = await get('hochelaga', 'CareTeam?_count=1');
  const next = (body as Found).link?.find(({ relation }) => relation === 'next')?.url ?? '';
  const path = next.slice(`${sandbox.gatewayUrl}/fhir/`.length);
  expect((await get('hochelaga', path)).status).toBe(200);
  expect((await get('petits-renards', path)).status).toBe(400);
  expect((await get('hochelaga', path.replace('CareTeam', 'Patient'))).status).toBe(400);
  expect((await get('hochelaga', `${path.slice(0, -3)}AAA`)).status).toBe(400);
});
