import { afterEach, expect, test } from '@jest/globals';
import type { Disclosure } from '../../../../../gateway/audit/disclosure-event.ts';
import { answersToTell } from '../../../../../gateway/disclosure/answers-to-tell.ts';
import { collectedAnswers } from '../../../../../gateway/disclosure/collected-answers.ts';
import { collectedRequests } from '../../../../../gateway/disclosure/collected-requests.ts';
import { disclosures } from '../../../../../gateway/disclosure/disclosure.ts';
import { shownBook } from '../../../../../gateway/disclosure/shown-book.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { partnerReadRoutes } from '../../../../../gateway/doors/http/partner-read-routes.ts';
import { partnerTaskRoutes } from '../../../../../gateway/doors/http/partner-task-routes.ts';
import { taskCursors } from '../../../../../gateway/doors/http/task-cursor.ts';
import { sealWith } from '../../../../../gateway/lanes/sealing.ts';
import type { FhirStore } from '../../../../../gateway/record/fhir-store.ts';
import { type Registry, registryFrom } from '../../../../../gateway/registry.ts';
import { CODE_SYSTEMS, FOREIGN, IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import { aMother, aPatient } from '../../../../builders/a-patient.ts';
import { aCentre, aPartner, SWITCHED_ON } from '../../../../builders/a-registry.ts';
import { anAgreementWith, aRevision, aSafeContact, aServiceRequest } from '../../../../builders/a-service-request.ts';
import { aReceipt, aTask, ownedBy, saying } from '../../../../builders/a-task.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { anIntake } from '../../../../builders/an-intake.ts';
import { memoryRecord } from '../../../../builders/memory-record.ts';
import { memoryShelf } from '../../../../builders/memory-shelf.ts';
import { quietLog } from '../../../../builders/quiet-log.ts';

const NUMBER = 'a1b2c3d4-0000-5000-8000-000000000001';
const { endpoint: _endpoint, ...poller } = aPartner({ id: 'clsc-releve', transport: 'fhir-poll' });

const cursors = taskCursors({ seal: sealWith([{ id: 'k', key: Buffer.alloc(32, 7) }]), now: () => new Date() });

const NEAR: Registry = registryFrom({
  centres: [aCentre({ partnerIncludes: SWITCHED_ON }), aCentre({ id: 'vanier' })],
  partners: [poller, { ...poller, id: 'autre-releve' }, aPartner()],
});
const ACROSS: Registry = registryFrom({ centres: [aCentre()], partners: [{ ...poller, province: 'ON' }] });

let app: AnApp | undefined;
afterEach(async () => app?.stop());

interface Standing {
  readonly task?: Partial<fhir4.Task>;
  readonly request?: Partial<fhir4.ServiceRequest>;
  readonly caller?: string;
  /** It was shown once, and no receipt came of it. */
  readonly arrived?: boolean;
  /** Something acknowledged bears on it, and is not in the record yet. */
  readonly held?: boolean;
  readonly registry?: Registry;
}

/** A request at a partner that collects it, in the record. */
async function aDoor({
  task = {},
  request = {},
  caller = 'clsc-releve',
  arrived = false,
  held: isHeld = false,
  registry = NEAR,
}: Standing = {}) {
  const audited: Disclosure[] = [];
  const heard: fhir4.Task[] = [];
  const { intake, accepted } = anIntake();
  const agreed = {
    extension: [aRevision(4), aSafeContact(), anAgreementWith('clsc-releve')],
    performer: [ownedBy('clsc-releve')],
  };
  const store: FhirStore = memoryRecord([
    aTask({ owner: ownedBy('clsc-releve'), ...task }),
    aServiceRequest({ ...agreed, ...request }),
    aPatient(),
    aMother(),
  ]);
  const now = () => new Date('2026-03-10T15:00:00Z');
  const audit = { disclosure: async (one: Disclosure) => void audited.push(one), mayHaveLeft: async () => false };
  const shown = disclosures({ store, registry, audit, holds: { bearOn: async () => isHeld }, now });
  const book = shownBook({ shelf: memoryShelf(), now });
  const collected = collectedRequests({
    store,
    disclosures: shown,
    statuses: { note: async () => undefined, of: async () => undefined },
    intake,
    rememberTask: async () => undefined,
    mayHaveArrived: async () => arrived,
    book,
    now,
  });
  const answered = collectedAnswers({
    store,
    answers: answersToTell({ store, registry, audit, holds: { bearOn: async () => false }, now }),
    statuses: { note: async () => undefined, of: async () => undefined },
    intake,
    book,
    now,
  });
  app = await anApp(
    {
      '/fhir': partnerReadRoutes({ collected, answered, book, cursors, registry, publicUrl: '', now, log: quietLog() }),
      '/fhir/': partnerTaskRoutes({
        check: () => [],
        registry,
        collected,
        hearing: {
          hear: async (_partner, message) => {
            if (message.form === 'fhir') heard.push(message.bundle.entry?.[0]?.resource as fhir4.Task);
            return { messageId: 'm', exchanges: [], issues: [] };
          },
        },
        body: jsonBody({ sizeMaxBytes: 100_000, depthMax: 32 }),
      }),
    },
    { caller: { kind: 'partner', id: caller } },
  );
  return { call: app.call, audited, accepted, heard };
}

const all = (call: AnApp['call']) =>
  Promise.all(['Task', 'ServiceRequest', 'Patient'].map((type) => call('GET', `/fhir/${type}/${NUMBER}`)));

test('a partner reads its Task, the request and the child under numbers that it alone knows, each look audited', async () => {
  const { call, audited } = await aDoor();
  const [task, request, child] = await all(call);
  expect([task?.status, request?.status, child?.status]).toEqual([200, 200, 200]);
  expect(task?.body).toMatchObject({
    id: NUMBER,
    status: 'requested',
    identifier: [{ system: IDENTIFIERS.task, value: NUMBER }],
    focus: { reference: `ServiceRequest/${NUMBER}` },
    for: { reference: `Patient/${NUMBER}` },
  });
  expect(request?.body).toMatchObject({
    id: NUMBER,
    meta: { versionId: expect.stringMatching(/^[0-9a-f]{16}$/) },
    subject: { reference: `Patient/${NUMBER}` },
  });
  expect(child?.body.identifier[0].system).toBe(IDENTIFIERS.childForPartner);
  const bytes = [task, request, child].map((one) => one?.text).join();
  for (const hidden of [
    'task-1',
    'request-1',
    'child-1',
    'enf-1',
    'ref-1',
    'urn:uuid',
    'psc-agreement',
    'psc-revision',
  ])
    expect(bytes).not.toContain(hidden);
  for (const one of [task, request, child])
    expect(checkResource(one?.body).filter(({ severity, rule }) => severity === 'error' && rule !== 'code')).toEqual(
      [],
    );
  expect(audited).toHaveLength(3);
  expect(new Set(audited.map(({ id }) => id)).size).toBeGreaterThan(0);
});

test('the first look at the request is its receipt; a look at the Task alone, or at what it has already, is none', async () => {
  const { call, accepted } = await aDoor();
  await call('GET', `/fhir/Task/${NUMBER}`);
  await call('GET', `/fhir/Patient/${NUMBER}`);
  expect(accepted).toEqual([]);
  await call('GET', `/fhir/ServiceRequest/${NUMBER}`);
  expect(accepted).toMatchObject([
    { event: { kind: 'dispatch', version: 4, stage: 'request', dispatch: { how: 'system' } } },
  ]);

  await app?.stop();
  const again = await aDoor({ task: { extension: [aReceipt({ version: 4 })] } });
  await again.call('GET', `/fhir/ServiceRequest/${NUMBER}`);
  expect(again.accepted).toEqual([]);
});

test('a look that brings no content is no receipt: what the partner has not read has not left', async () => {
  const { call, accepted } = await aDoor();
  for (const path of [`Task/${NUMBER}`, `ServiceRequest/${NUMBER}`, 'Task?_include=Task:focus'])
    for (const look of [
      call('HEAD', `/fhir/${path}`),
      // Its own caching headers keep fetch from adding some that turn the condition off.
      call('GET', `/fhir/${path}`, { headers: { 'if-none-match': '*', 'cache-control': 'max-age=0', pragma: 'x' } }),
    ])
      expect((await look).text).toBe('');
  expect(accepted).toEqual([]);
  await call('GET', `/fhir/ServiceRequest/${NUMBER}`);
  expect(accepted).toHaveLength(1);
});

test('who learnt a version without reading it, and then asks for nothing unless it is another, has not read it', async () => {
  const { call, accepted } = await aDoor();
  const etag = (await call('HEAD', `/fhir/ServiceRequest/${NUMBER}`)).headers.get('etag') ?? '';
  const headers = { 'if-none-match': etag, 'cache-control': 'max-age=0', pragma: 'x' };
  const same = await call('GET', `/fhir/ServiceRequest/${NUMBER}`, { headers });
  expect([same.status, same.text, accepted]).toEqual([304, '', []]);
});

test('a search gives what is this partner’s, with what it asks to include, and then the request has left', async () => {
  const { call, accepted, audited } = await aDoor();
  const found = await call('GET', '/fhir/Task?owner=clsc-releve&_lastUpdated=gt2026-01-01T00:00:00Z');
  expect(found.body.entry.map(({ resource }: fhir4.BundleEntry) => resource?.resourceType)).toEqual(['Task']);
  expect([accepted.length, audited.length]).toEqual([0, 1]);
  const whole = await call('GET', '/fhir/Task?_include=Task:focus&_include=Task:patient&status=requested,accepted');
  expect(whole.body.entry.map(({ resource }: fhir4.BundleEntry) => resource?.resourceType)).toEqual([
    'Task',
    'ServiceRequest',
    'Patient',
  ]);
  expect(accepted).toHaveLength(1);
  for (const none of ['owner=autre-releve', 'status=completed'])
    expect((await call('GET', `/fhir/Task?${none}`)).body.entry).toEqual([]);
});

/** A request that another partner made, and that the centre has received. */
const ANSWERED_TO_ANOTHER: Standing = {
  task: {
    owner: { identifier: { system: IDENTIFIERS.centre, value: 'verdun' } },
    requester: ownedBy('autre-releve'),
  },
  request: {
    identifier: [
      { type: { coding: [{ system: FOREIGN.identifierType, code: 'PLAC' }] }, system: 'urn:autre', value: 'r-7' },
    ],
  },
};

test('what a centre answered is read by whoever asked', async () => {
  const { call } = await aDoor({ ...ANSWERED_TO_ANOTHER, caller: 'autre-releve' });
  expect((await call('GET', `/fhir/Task/${NUMBER}`)).body).toMatchObject({
    id: NUMBER,
    identifier: [{ value: 'r-7' }],
  });
});

test.each([
  ['another’s', { caller: 'autre-releve' }],
  ['what a centre answered to another', ANSWERED_TO_ANOTHER],
  ['a draft', { task: { status: 'draft' } }],
  ['what no agreement lets it see', { request: { extension: [aRevision(4), aSafeContact()] } }],
  ['what was taken back before it ever saw it', { task: { status: 'cancelled' } }],
] satisfies readonly (readonly [string, Standing])[])('%s looks as if it were not there', async (_name, standing) => {
  const { call, audited, accepted } = await aDoor(standing);
  const absent = await call('GET', '/fhir/Task/00000000-0000-5000-8000-000000000009');
  for (const answer of await all(call)) expect([answer.status, answer.text]).toEqual([404, absent.text]);
  expect(
    (await call('PUT', `/fhir/Task/${NUMBER}`, { body: { resourceType: 'Task', status: 'accepted', intent: 'order' } }))
      .status,
  ).toBe(404);
  expect((await call('GET', '/fhir/Task')).body.entry).toEqual([]);
  expect([audited, accepted]).toEqual([[], []]);
});

test.each([
  ['its receipt', { task: { status: 'cancelled', extension: [aReceipt({ version: 4 })] } }],
  ['that it was shown once', { task: { status: 'cancelled' }, arrived: true }],
] satisfies readonly (readonly [string, Standing])[])(
  'what was taken back is told bare to whoever has it, as %s says',
  async (_name, standing) => {
    const { call, accepted } = await aDoor({ ...standing, request: { extension: [aRevision(4), aSafeContact()] } });
    const [task, request, child] = await all(call);
    expect([task?.status, request?.status, child?.status]).toEqual([200, 404, 404]);
    expect(Object.keys(task?.body).sort()).toEqual(
      ['id', 'identifier', 'intent', 'lastModified', 'meta', 'resourceType', 'status', 'statusReason'].sort(),
    );
    expect(accepted).toMatchObject([{ event: { stage: 'cancellation' } }]);
  },
);

test('accepted work that is asked to stop says so, and nothing of the child; that it was seen is the receipt that a sending would leave', async () => {
  const { call, accepted } = await aDoor({
    task: { status: 'accepted', businessStatus: saying('cancel-requested'), extension: [aReceipt({ version: 4 })] },
  });
  const [task, request] = await all(call);
  expect(task?.body).toMatchObject({
    status: 'accepted',
    businessStatus: { coding: [{ system: CODE_SYSTEMS.businessStatus, code: 'cancel-requested' }] },
  });
  expect(task?.body).not.toHaveProperty('for');
  expect(request?.status).toBe(404);
  expect(accepted).toMatchObject([{ event: { stage: 'stop' } }]);
});

test('work that its owner ended while it was being taken back says where it stands, and nothing of the request or the child any more', async () => {
  const { call, accepted } = await aDoor({
    task: { status: 'completed', extension: [aReceipt({ version: 3 })] },
    request: { status: 'revoked' },
  });
  const [task, request, child] = await all(call);
  expect([task?.status, task?.body.status]).toEqual([200, 'completed']);
  expect(Object.keys(task?.body ?? {})).not.toEqual(expect.arrayContaining(['for']));
  expect(Object.keys(task?.body ?? {})).not.toEqual(expect.arrayContaining(['focus']));
  expect([request?.status, child?.status, accepted]).toEqual([404, 404, []]);
});

test('what the family was told is no business of the owner’s', async () => {
  const { call } = await aDoor({ task: { status: 'completed', businessStatus: saying('family-told') } });
  expect((await call('GET', `/fhir/Task/${NUMBER}`)).body).not.toHaveProperty('businessStatus');
});

test('an answer on the version that was read is heard; on another it is refused, and says to read again', async () => {
  const { call, heard } = await aDoor();
  const read = await call('GET', `/fhir/Task/${NUMBER}`);
  const etag = read.headers.get('etag') ?? '';
  expect(etag).toBe(`W/"${read.body.meta.versionId}"`);
  const body = { ...read.body, status: 'accepted' };
  const stale = await call('PUT', `/fhir/Task/${NUMBER}`, { body, headers: { 'if-match': 'W/"0000000000000000"' } });
  expect([stale.status, stale.body.issue[0].expression]).toEqual([412, ['http.If-Match']]);
  expect(heard).toEqual([]);
  expect((await call('PUT', `/fhir/Task/${NUMBER}`, { body, headers: { 'if-match': etag } })).status).toBe(200);
  expect(heard).toMatchObject([{ status: 'accepted', identifier: [{ system: IDENTIFIERS.task, value: NUMBER }] }]);
});

test('who answers what it has seen while a cancellation is on its way to the record is asked to try again, and sees nothing; no list waits for it', async () => {
  const { call, heard, audited } = await aDoor({ arrived: true, held: true });
  const body = { ...aTask({ owner: ownedBy('clsc-releve') }), status: 'accepted' };
  const answers = [
    ...(await all(call)),
    await call('PUT', `/fhir/Task/${NUMBER}`, { body, headers: { 'if-match': 'W/"1"' } }),
  ];
  for (const { status, headers, body: told } of answers) {
    expect([status, headers.get('retry-after'), told.resourceType]).toEqual([503, '5', 'OperationOutcome']);
    expect(Object.keys(told).sort()).toEqual(['issue', 'language', 'resourceType']);
  }
  const list = await call('GET', '/fhir/Task');
  expect([list.status, list.body.entry ?? []]).toEqual([200, []]);
  expect([heard, audited]).toEqual([[], []]);
});

test('what is held and was never seen looks as if it were not there', async () => {
  const held = await aDoor({ held: true });
  const answers = await all(held.call);
  await app?.stop();
  const absent = await all((await aDoor({ caller: 'autre-releve' })).call);
  expect(answers.map(({ status, body }) => [status, body])).toEqual(absent.map(({ status, body }) => [status, body]));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});

test('what waits for a partner of another province that was not assessed looks as if it were not there', async () => {
  const { call, audited, accepted } = await aDoor({ registry: ACROSS });
  expect((await all(call)).map(({ status }) => status)).toEqual([404, 404, 404]);
  expect([audited, accepted]).toEqual([[], []]);
});

test('what such a partner saw before it was closed it can still answer: it is shown a number and where it stands, and no newer version has left', async () => {
  const { call, audited, accepted, heard } = await aDoor({
    registry: ACROSS,
    task: { extension: [aReceipt({ version: 3 })] },
  });
  const [task, request, child] = await all(call);
  expect([task?.status, request?.status, child?.status]).toEqual([200, 404, 404]);
  expect(task?.body).toEqual({
    resourceType: 'Task',
    id: NUMBER,
    identifier: [{ system: IDENTIFIERS.task, value: NUMBER }],
    status: 'requested',
    intent: 'order',
    lastModified: expect.any(String),
    meta: expect.anything(),
  });
  const answer = { resourceType: 'Task', id: NUMBER, status: 'accepted', intent: 'order' };
  expect((await call('PUT', `/fhir/Task/${NUMBER}`, { body: answer })).status).toBe(200);
  expect(heard).toMatchObject([{ status: 'accepted' }]);
  expect([audited, accepted]).toEqual([[], []]);
});

test('a receipt of ours makes no other version: an answer after it is not stale', async () => {
  const before = await aDoor();
  const etag = (await before.call('GET', `/fhir/Task/${NUMBER}`)).headers.get('etag');
  await app?.stop();
  const receipt = {
    extension: [aReceipt({ version: 4 })],
    lastModified: '2026-03-11T09:00:00Z',
    meta: { versionId: '9', lastUpdated: '2026-03-11T09:00:00.000Z' },
  };
  const after = await aDoor({ task: receipt });
  expect((await after.call('GET', `/fhir/Task/${NUMBER}`)).headers.get('etag')).toBe(etag);
});

test.each(['_lastUpdated=yesterday', 'patient=x', '_count=0', 'status=mine', '_include=Task:owner', '_sort=status'])(
  'a search by %s is refused by the name of the parameter',
  async (query) => {
    const { call } = await aDoor();
    const { status, body } = await call('GET', `/fhir/Task?${query}`);
    expect([status, body.issue[0].expression]).toEqual([400, [`http.${query.split('=')[0]}`]]);
  },
);

test('a partner to whom requests are sent does not collect them here', async () => {
  const { call } = await aDoor({ caller: 'clsc-verdun' });
  for (const answer of [...(await all(call)), await call('GET', '/fhir/Task')]) expect(answer.status).toBe(403);
});
