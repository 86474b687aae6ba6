import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import type { Caller } from '../../../../gateway/access/caller.ts';
import type { Access } from '../../../../gateway/audit/access-event.ts';
import { incidentRoutes } from '../../../../gateway/doors/http/incident-routes.ts';
import { jsonBody } from '../../../../gateway/doors/http/json-body.ts';
import { incidentBook } from '../../../../gateway/incidents/incident-book.ts';
import { sealWith } from '../../../../gateway/lanes/sealing.ts';
import { resealRecord, sealedLines } from '../../../../operate/keys/sealed-in-record.ts';
import { conceptChecker } from '../../../../profiles/check-concept.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../builders/an-app.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { lookedAtTogether } from '../../../builders/looked-at-together.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';

const NOW = new Date('2026-11-26T15:00:00Z');
const now = () => NOW;
const SECRET = 'télécopieur';
const INCIDENT = {
  happenedFrom: '2026-11-03',
  knownOn: '2026-11-04',
  information: 'Contact sûr',
  circumstances: `Une page partie au mauvais ${SECRET}`,
  people: 2,
  files: ['enf-1'],
  seriousRisk: true,
  riskBecause: 'On peut y joindre la mère',
  notices: [{ to: 'people', on: '2026-11-04' }],
  measures: 'La page est détruite',
};
const OFFICER: Caller = { kind: 'centre', id: 'verdun', role: 'privacy', professional: 'rprp' };
const OLD = { id: 'vieille', key: randomBytes(32) };
const NEW = { id: 'neuve', key: randomBytes(32) };

let app: AnApp | undefined;
afterEach(async () => app?.stop());

/** The door, for one caller, on a record. */
async function aDoor(caller: Caller = OFFICER, record = memoryRecord(), keys = [OLD]) {
  await app?.stop();
  const noted: Access[] = [];
  const check = conceptChecker({ now });
  const incidents = incidentBook({ store: record, registry: aRegistry(), seal: sealWith(keys), now });
  app = await anApp(
    {
      '/v1/incidents': incidentRoutes({
        incidents,
        check: (body) => check('incident', body),
        body: jsonBody({ sizeMaxBytes: 20_000, depthMax: 8 }),
      }),
    },
    { caller, audit: { access: async (access) => void noted.push(access) } },
  );
  const { call } = app;
  const put = (number: string, body: object, ifMatch?: string) =>
    call('PUT', `/v1/incidents/${number}`, {
      body,
      ...(ifMatch !== undefined && { headers: { 'if-match': ifMatch } }),
    });
  return { call, put, noted, record };
}

test('an incident is written once, read as it was written, and no word of it stands in the record', async () => {
  const { call, put, noted, record } = await aDoor();
  const written = await put('INC-1', INCIDENT);
  expect([written.status, written.headers.get('location')]).toEqual([201, '/v1/incidents/INC-1']);
  expect(written.body).toMatchObject({ version: 1, keptUntil: '2031-11-04', incident: { ...INCIDENT, id: 'INC-1' } });
  expect((await put('INC-1', INCIDENT)).status).toBe(200);
  expect((await call('GET', '/v1/incidents/INC-1')).body).toEqual(written.body);
  const kept = record.ofType('Basic');
  expect(kept.map((it) => breachesOf(it))).toEqual([[]]);
  for (const word of [SECRET, 'enf-1', 'joindre'])
    expect([word, JSON.stringify(kept).includes(word)]).toEqual([word, false]);
  expect(noted.map(({ kind }) => kind)).toEqual(['incident-written', 'incident-written', 'incident']);
  expect(JSON.stringify(noted)).not.toContain(SECRET);
});

test('it is revised from the version that was read, and from no other; a number that stands is not taken again', async () => {
  const { put, record } = await aDoor();
  await put('INC-1', INCIDENT);
  expect((await put('INC-1', { ...INCIDENT, people: 3 })).status).toBe(409);
  expect((await put('INC-1', { ...INCIDENT, people: 3 }, 'W/"2"')).status).toBe(412);
  expect((await put('INC-9', INCIDENT, 'W/"1"')).status).toBe(412);
  const closed = await put('INC-1', { ...INCIDENT, closedOn: '2026-11-10', closedBy: 'responsable' }, 'W/"1"');
  expect([closed.status, closed.body.version, closed.body.incident.closedOn]).toEqual([200, 2, '2026-11-10']);
  expect(record.ofType('Basic')).toHaveLength(1);
});

test.each<[string, object, readonly number[]]>([
  ['the same, it is told the same', {}, [200, 201]],
  ['something else, it is refused', { people: 3 }, [201, 409]],
])('of two who write a number at once one line stands; where the second says %s', async (_what, changes, statuses) => {
  const { put, call, record } = await aDoor(OFFICER, lookedAtTogether(memoryRecord(), 2));
  const both = await Promise.all([put('INC-1', INCIDENT), put('INC-1', { ...INCIDENT, ...changes })]);
  expect(both.map(({ status }) => status).sort()).toEqual(statuses);
  const first = both.find(({ status }) => status === 201);
  expect((await call('GET', '/v1/incidents/INC-1')).body).toEqual(first?.body);
  expect(record.ofType('Basic').map(({ meta }) => meta?.versionId)).toEqual(['1']);
});

test('of two who revise one version at once, one does; the other is told that it has changed', async () => {
  const { put, record } = await aDoor();
  await put('INC-1', INCIDENT);
  const racing = await aDoor(OFFICER, lookedAtTogether(record, 2));
  const both = await Promise.all([4, 5].map((people) => racing.put('INC-1', { ...INCIDENT, people }, 'W/"1"')));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('the register lists a centre’s own, the last known first; another centre’s number is as one that is not there', async () => {
  const { put, record } = await aDoor();
  await put('INC-1', INCIDENT);
  await put('INC-2', { ...INCIDENT, knownOn: '2026-11-20' });
  const others = await aDoor({ ...OFFICER, id: 'vanier' }, record);
  expect((await others.call('GET', '/v1/incidents')).body).toEqual({ incidents: [], unreadable: [] });
  const hidden = await others.call('GET', '/v1/incidents/INC-1');
  const unknown = await others.call('GET', '/v1/incidents/INC-7');
  expect([hidden.status, hidden.text]).toEqual([404, unknown.text]);
  // Of the same number, it is another line.
  expect((await others.put('INC-1', { ...INCIDENT, people: 9 })).status).toBe(201);
  const own = await aDoor(OFFICER, record);
  const { body } = await own.call('GET', '/v1/incidents');
  expect(
    body.incidents.map(({ incident }: { incident: { id: string; people: number } }) => [incident.id, incident.people]),
  ).toEqual([
    ['INC-2', 2],
    ['INC-1', 2],
  ]);
});

test.each<[string, Caller]>([
  ['a program of the centre', { kind: 'centre', id: 'verdun' }],
  ['a program in the role', { kind: 'centre', id: 'verdun', role: 'privacy' }],
  ['another person', { ...OFFICER, role: 'pivot' }],
])('%s writes nothing there', async (_who, caller) => {
  const { put, record } = await aDoor(caller);
  expect((await put('INC-1', INCIDENT)).status).toBe(403);
  expect(record.ofType('Basic')).toEqual([]);
});

test.each([
  [
    'a serious risk is not closed with nobody told and no reason',
    { notices: undefined, closedOn: '2026-11-10', closedBy: 'r' },
  ],
  ['a public notice says why', { notices: [{ to: 'public', on: '2026-11-04' }] }],
  ['it was not known before it happened', { knownOn: '2026-11-02' }],
  ['nothing of it is still to come', { knownOn: '2026-12-24' }],
  ['what the regulation asks for is there', { measures: undefined }],
  ['there is no place for a name', { name: 'Nina' }],
])('%s', async (_rule, changes) => {
  const { put, record } = await aDoor();
  const { status, body } = await put('INC-1', { ...INCIDENT, ...changes });
  expect([status, body.resourceType]).toEqual([422, 'OperationOutcome']);
  expect(record.ofType('Basic')).toEqual([]);
});

test('what lies in the record under an old key is counted, and sealed again under the first; what nobody’s key opens stays shut', async () => {
  const { put, record } = await aDoor();
  await put('INC-1', INCIDENT);
  await (await aDoor(OFFICER, record, [{ id: 'perdue', key: randomBytes(32) }])).put('INC-2', INCIDENT);
  const keyIds = async () => {
    const found: string[] = [];
    for await (const { keyId } of sealedLines(record)) found.push(keyId);
    return found.sort();
  };
  expect(await keyIds()).toEqual(['perdue', 'vieille']);
  expect(await resealRecord(record, sealWith([NEW, OLD]), NEW.id)).toEqual({ done: 1, shut: 1 });
  expect(await keyIds()).toEqual(['neuve', 'perdue']);
  const { call } = await aDoor(OFFICER, record, [NEW]);
  expect((await call('GET', '/v1/incidents/INC-1')).body.incident.circumstances).toContain(SECRET);
});

test('what no configured key opens is named in the list, and neither read nor written over', async () => {
  const { put, record } = await aDoor(OFFICER, memoryRecord(), [OLD]);
  await put('INC-1', INCIDENT);
  const after = await aDoor(OFFICER, record, [NEW]);
  await after.put('INC-2', INCIDENT);
  const { body } = await after.call('GET', '/v1/incidents');
  expect([body.incidents.length, body.unreadable]).toEqual([1, ['INC-1']]);
  expect((await after.call('GET', '/v1/incidents/INC-1')).status).toBe(503);
  expect((await after.put('INC-1', INCIDENT, 'W/"1"')).status).toBe(503);
  expect(record.ofType('Basic').map(({ meta }) => meta?.versionId)).toEqual(['1', '1']);
});
