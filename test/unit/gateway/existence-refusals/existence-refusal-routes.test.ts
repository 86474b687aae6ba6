import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import type { Caller } from '../../../../gateway/access/caller.ts';
import type { Access } from '../../../../gateway/audit/access-event.ts';
import { existenceRefusalRoutes } from '../../../../gateway/doors/http/existence-refusal-routes.ts';
import { jsonBody } from '../../../../gateway/doors/http/json-body.ts';
import { refusalDesk } from '../../../../gateway/existence-refusals/refusal-desk.ts';
import { refusalSheets } from '../../../../gateway/existence-refusals/refusal-sheets.ts';
import { sealWith } from '../../../../gateway/lanes/sealing.ts';
import { registryFrom } from '../../../../gateway/registry.ts';
import { readChildFile } from '../../../../gateway/retention/child-file.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { REFUSAL_BASES } from '../../../../mappings/existence-refusals/bases.ts';
import { resealRecord, sealedLines } from '../../../../operate/keys/sealed-in-record.ts';
import { conceptChecker } from '../../../../profiles/check-concept.ts';
import { aCentre, SWITCHED_ON } from '../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../builders/an-app.ts';
import { breachesOf } from '../../../builders/breaches.ts';
import { lookedAtTogether } from '../../../builders/looked-at-together.ts';
import { type MemoryRecord, memoryRecord } from '../../../builders/memory-record.ts';

const now = () => new Date('2026-11-26T15:00:00Z');
const OLD = { id: 'vieille', key: randomBytes(32) };
const NEW = { id: 'neuve', key: randomBytes(32) };
const OFFICER: Caller = { kind: 'centre', id: 'verdun', role: 'privacy', professional: 'rprp' };
const REFUSAL = {
  child: 'enf-1',
  member: 'pere',
  decidedBy: 'rprp',
  basis: 'youth-protection-director',
  from: '2026-11-01',
  until: '2027-11-01',
};

/** Two children of a centre, each with a father in the circle and a request. */
const aRecord = (): MemoryRecord =>
  memoryRecord(
    ['1', '2'].flatMap((nth): fhir4.FhirResource[] => {
      const child = { system: IDENTIFIERS.child('verdun'), value: `enf-${nth}` };
      return [
        { resourceType: 'Patient', id: nth, identifier: [child] },
        {
          resourceType: 'RelatedPerson',
          id: nth,
          identifier: [{ system: IDENTIFIERS.member('verdun'), value: `enf-${nth}:pere` }],
          patient: { reference: `Patient/${nth}` },
        },
        {
          resourceType: 'ServiceRequest',
          id: nth,
          identifier: [{ system: IDENTIFIERS.request('verdun'), value: `ref-${nth}` }],
          status: 'active',
          intent: 'order',
          subject: { reference: `Patient/${nth}`, identifier: child },
        },
      ];
    }),
  );

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function aDoor({ caller = OFFICER, record = aRecord(), isOn = true, keys = [OLD] } = {}) {
  await app?.stop();
  const noted: Access[] = [];
  const registry = registryFrom({ centres: [aCentre(isOn ? { existenceRefusals: SWITCHED_ON } : {})], partners: [] });
  const sheets = refusalSheets({ store: record, registry, seal: sealWith(keys), newId: randomUUID, now });
  const existenceRefusals = refusalDesk({ store: record, registry, sheets });
  app = await anApp(
    {
      '/v1/existence-refusals': existenceRefusalRoutes({
        existenceRefusals,
        registry,
        check: conceptChecker({ now }),
        body: jsonBody({ sizeMaxBytes: 20_000, depthMax: 8 }),
        now,
      }),
    },
    { caller, audit: { access: async (access) => void noted.push(access) } },
  );
  const { call } = app;
  const post = (body: object, path = '') => call('POST', `/v1/existence-refusals${path}`, { body });
  const of = async (child: string) => (await post({ child }, '/_search')).body.refusals;
  return { post, of, noted, record };
}

test('a decision is recorded with who, on what basis and until when, read as it was recorded, and no word of it stands in the record', async () => {
  const { post, of, noted, record } = await aDoor();
  const written = await post(REFUSAL);
  const { child: _child, basis, ...said } = REFUSAL;
  expect([written.status, written.body]).toEqual([
    201,
    {
      ...said,
      id: expect.any(String),
      basis: { code: basis, text: expect.stringContaining('art. 23') },
      recordedBy: 'rprp',
      recordedAt: '2026-11-26T15:00:00.000Z',
      stands: true,
    },
  ]);
  expect(await of('enf-1')).toEqual([written.body]);
  expect(await of('enf-2')).toEqual([]);
  expect((await post(REFUSAL)).status).toBe(200);
  const kept = record.ofType('Basic');
  expect(kept.map((it) => breachesOf(it))).toEqual([[]]);
  for (const word of ['pere', 'enf-1', 'rprp', 'youth'])
    expect([word, JSON.stringify(kept).includes(word)]).toEqual([word, false]);
  expect(noted.map(({ kind, children }) => [kind, ...children])).toEqual([
    ['existence-refusal-written', 'enf-1'],
    ['existence-refusals', 'enf-1'],
    ['existence-refusals', 'enf-2'],
    ['existence-refusal-written', 'enf-1'],
  ]);
});

test('while it is off none can be recorded, and what was recorded before still stands, is read and can be ended', async () => {
  const { post, record } = await aDoor();
  const { body } = await post(REFUSAL);
  const off = await aDoor({ record, isOn: false });
  const refused = await off.post({ ...REFUSAL, until: '2028-01-01' });
  expect([refused.status, refused.body.resourceType]).toEqual([403, 'OperationOutcome']);
  expect(refused.body.issue[0].diagnostics ?? refused.body.issue[0].details.text).toContain('existenceRefusals');
  expect(await off.of('enf-1')).toEqual([body]);
  const ended = await off.post({ child: 'enf-1', decidedBy: 'rprp' }, `/${body.id}/revoke`);
  expect([ended.status, ended.body.stands]).toEqual([200, false]);
});

test('a decision that is ended stays with its end, the first word stands, and the same one may be taken again', async () => {
  const { post, of } = await aDoor();
  const { body } = await post(REFUSAL);
  const revoke = (decidedBy: string, id = body.id, child = 'enf-1') => post({ child, decidedBy }, `/${id}/revoke`);
  const first = await revoke('rprp');
  expect(first.body.revoked).toEqual({
    decidedBy: 'rprp',
    recordedBy: 'rprp',
    recordedAt: '2026-11-26T15:00:00.000Z',
  });
  expect((await revoke('autre')).body).toEqual(first.body);
  const unknown = await revoke('rprp', randomUUID());
  const others = await revoke('rprp', body.id, 'enf-2');
  expect([unknown.status, others.status, others.text]).toEqual([404, 404, unknown.text]);
  expect((await post(REFUSAL)).status).toBe(201);
  expect((await of('enf-1')).map(({ stands }: { stands: boolean }) => stands)).toEqual([false, true]);
});

test.each<[string, Caller]>([
  ['a program of the centre', { kind: 'centre', id: 'verdun' }],
  ['a program in the role', { kind: 'centre', id: 'verdun', role: 'privacy' }],
])('%s decides nothing', async (_who, caller) => {
  const { post, record } = await aDoor({ caller });
  expect((await post(REFUSAL)).status).toBe(403);
  expect((await post({ child: 'enf-1', decidedBy: 'rprp' }, `/${randomUUID()}/revoke`)).status).toBe(403);
  expect(record.ofType('Basic')).toEqual([]);
});

test.each<[string, object, number]>([
  ['of a child whom the record does not know', { child: 'enf-9' }, 404],
  ['against somebody who is in no circle', { member: 'voisin' }, 422],
  ['about another child’s request, which it would not protect', { requests: ['ref-2'] }, 422],
  ['about a request that is not there', { requests: ['ref-1', 'ref-9'] }, 422],
  ['without who decided', { decidedBy: undefined }, 422],
  ['on a basis that is not of the list', { basis: 'because' }, 422],
  ['that ends before it begins', { until: '2026-10-31' }, 422],
  ['with free words, in which a report could stand', { note: 'signalement' }, 422],
])('a decision %s is refused, and nothing is kept', async (_what, changes, status) => {
  const { post, record } = await aDoor();
  const answer = await post({ ...REFUSAL, ...changes });
  expect([answer.status, answer.body.resourceType]).toEqual([status, 'OperationOutcome']);
  expect(record.ofType('Basic')).toEqual([]);
});

test('of two who decide about a child at once, both decisions stand', async () => {
  const { post, of } = await aDoor({ record: lookedAtTogether(aRecord(), 2) });
  const both = await Promise.all([post(REFUSAL), post({ ...REFUSAL, requests: ['ref-1'] })]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(await of('enf-1')).toHaveLength(2);
});

test('what no configured key opens, or a sheet that was laid in the place of another, is never taken for no decision', async () => {
  const { post, record } = await aDoor();
  await post(REFUSAL);
  await post({ ...REFUSAL, child: 'enf-2' });
  const shut = await aDoor({ record, keys: [NEW] });
  expect((await shut.post({ child: 'enf-1' }, '/_search')).status).toBe(503);
  expect((await shut.post(REFUSAL)).status).toBe(503);
  const [one, two] = record.ofType('Basic');
  await record.put({ ...two, extension: one?.extension } as fhir4.Basic & { id: string });
  const moved = await aDoor({ record });
  expect((await moved.post({ child: 'enf-2' }, '/_search')).status).toBe(503);
});

test('its key is counted and changed with the others, and it is destroyed with the child’s file', async () => {
  const { post, record } = await aDoor();
  await post(REFUSAL);
  const places: string[] = [];
  for await (const { keyId, place } of sealedLines(record)) places.push(`${place} ${keyId}`);
  expect(places).toEqual(['existence-refusals vieille']);
  expect(await resealRecord(record, sealWith([NEW, OLD]), NEW.id)).toEqual({ done: 1, shut: 0 });
  const { of } = await aDoor({ record, keys: [NEW] });
  expect(await of('enf-1')).toHaveLength(1);
  const kept = (await readChildFile(record, 'verdun', 'enf-1'))?.resources.map(({ resourceType }) => resourceType);
  expect(kept).toContain('Basic');
  const others = (await readChildFile(record, 'verdun', 'enf-2'))?.resources.map(({ resourceType }) => resourceType);
  expect(others).not.toContain('Basic');
});

test('the bases that are offered are those that have words', () => {
  const schema = new URL('../../../../profiles/schemas/existence-refusal.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(schema, 'utf8')).properties.basis.enum).toEqual(Object.keys(REFUSAL_BASES));
});
