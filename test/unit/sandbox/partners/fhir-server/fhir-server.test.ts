import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { bserServer, gravityServer } from '../../../../../sandbox/partners/fhir-server/fhir-server.ts';
import type { PartnerSandbox } from '../../../../../sandbox/partners/partner-sandbox.ts';
import { type GatewayReply, startGateway } from '../a-gateway.ts';
import { aMessage, TASK_SYSTEM } from '../a-message.ts';
import { PARTNER_TOKEN, postMessage, startClsc } from '../a-partner.ts';

const SENDER = { id: 'plateforme-sociale', name: 'Plateforme sociale' };
const BUSINESS_STATUS = 'http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS';
const CENTRE = 'https://fhir.passerelle.example/NamingSystem/centre';

let stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  stops = [];
});

async function aServer(make = gravityServer, replies?: readonly GatewayReply[]) {
  const gateway = await startGateway(replies);
  const partner = await startClsc({ protocol: make(SENDER), gatewayUrl: gateway.url });
  stops.push(gateway.stop, partner.stop);
  return { gateway, partner };
}

const get = async ({ endpoint }: PartnerSandbox, path: string) => {
  const response = await fetch(`${endpoint}/${path}`, { headers: { authorization: `Bearer ${PARTNER_TOKEN}` } });
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what the test asserts
  return { status: response.status, etag: response.headers.get('etag'), body: (await response.json()) as any };
};

const tasks = async (partner: PartnerSandbox, query: string): Promise<readonly fhir4.Task[]> =>
  (await get(partner, `Task?${query}`)).body.entry
    .filter(({ search }: fhir4.BundleEntry) => search?.mode === 'match')
    .map(({ resource }: fhir4.BundleEntry) => resource);

test('what is pushed stands on the server, its references turned into the server’s own', async () => {
  const { partner } = await aServer();
  const response = await postMessage(partner, aMessage());
  const { entry } = (await response.json()) as fhir4.Bundle;
  expect(entry?.map((one) => one.response?.status)).toEqual([
    '201 Created',
    '201 Created',
    '201 Created',
    '201 Created',
  ]);
  const [task] = await tasks(partner, `identifier=${TASK_SYSTEM}|r-1`);
  expect(task?.focus?.reference).toMatch(/^ServiceRequest\/[0-9a-f]{20}$/);
  const focus = await get(partner, task?.focus?.reference ?? '');
  expect([focus.status, focus.etag, focus.body.resourceType]).toEqual([200, 'W/"1"', 'ServiceRequest']);
  expect((await get(partner, 'Task/nobody')).status).toBe(404);
});

test('the same message again changes no version; another one does, and a conditional create leaves the Task as it stands', async () => {
  const { partner } = await aServer();
  await postMessage(partner, aMessage());
  await postMessage(partner, aMessage());
  expect((await tasks(partner, ''))[0]?.meta?.versionId).toBe('1');
  await partner.answer('r-1', { act: 'start' });
  const again = aMessage({ message: 'm-2', reason: 'Autre raison' });
  const [first, ...others] = again.entry ?? [];
  const created = { method: 'POST' as const, url: 'Task', ifNoneExist: `identifier=${TASK_SYSTEM}|r-1` };
  const sent = { ...again, entry: [{ ...first, request: created }, ...others] };
  expect((await postMessage(partner, sent)).status).toBe(200);
  const [task] = await tasks(partner, '');
  expect([task?.status, task?.meta?.versionId]).toEqual(['in-progress', '2']);
  const request = await get(partner, task?.focus?.reference ?? '');
  expect(request.body.reasonCode).toEqual([{ text: 'Autre raison' }]);
});

test('what changed since is found, page after page, and nothing before it', async () => {
  const { partner } = await aServer();
  for (const task of ['r-1', 'r-2', 'r-3']) await postMessage(partner, aMessage({ message: `m-${task}`, task }));
  const all = await tasks(partner, '');
  const since = all[1]?.meta?.lastUpdated ?? '';
  const numbers = (found: readonly fhir4.Task[]) => found.map(({ identifier }) => identifier?.[0]?.value);
  expect(numbers(await tasks(partner, `_lastUpdated=ge${since}`))).toEqual(['r-2', 'r-3']);
  expect(numbers(await tasks(partner, `_lastUpdated=gt${since}`))).toEqual(['r-3']);
  expect(numbers(await tasks(partner, `identifier=${TASK_SYSTEM}|`))).toEqual(['r-1', 'r-2', 'r-3']);
  const page = (await get(partner, 'Task?_count=2&_include=Task:focus')).body;
  expect(page.entry.map(({ search }: fhir4.BundleEntry) => search?.mode)).toEqual([
    'match',
    'match',
    'include',
    'include',
  ]);
  const next = page.link.find(({ relation }: fhir4.BundleLink) => relation === 'next').url;
  expect(numbers(await tasks(partner, next.split('?')[1]))).toEqual(['r-3']);
  expect((await get(partner, 'Task?colour=blue')).status).toBe(400);
});

test('a Gravity platform tells what was done as a Procedure: in the notification, and on its server', async () => {
  const { partner, gateway } = await aServer();
  await postMessage(partner, aMessage());
  await partner.answer('r-1', { act: 'complete', outcome: 'Panier reçu', happenedAt: '2026-11-25T10:00:00-05:00' });
  expect(gateway.calls).toMatchObject([{ method: 'PUT', url: expect.stringContaining('/fhir/Task?identifier=') }]);
  expect(gateway.calls[0]?.task).toMatchObject({
    status: 'completed',
    lastModified: '2026-11-25T10:00:00-05:00',
    contained: [{ resourceType: 'Procedure', code: { text: 'Panier reçu' } }],
    output: [{ type: { coding: [{ code: 'resulting-activity' }] }, valueReference: { reference: '#activity' } }],
  });
  const [task] = await tasks(partner, '');
  expect(task).not.toHaveProperty('contained');
  const procedure = await get(partner, task?.output?.[0]?.valueReference?.reference ?? '');
  expect(procedure.body.code.text).toBe('Panier reçu');
});

test('a platform never says requested things with codes that Gravity does not have', async () => {
  const { partner, gateway } = await aServer();
  await postMessage(partner, aMessage());
  await partner.answer('r-1', { act: 'waitlist', position: '4' });
  await partner.answer('r-1', { act: 'no-show' });
  expect(gateway.calls.map(({ task }) => task.businessStatus)).toEqual([
    { text: 'En liste d’attente, 4' },
    { coding: [{ system: BUSINESS_STATUS, code: '5.1.2' }], text: expect.any(String) },
  ]);
});

test('a BSeR recipient sends Task and feedback document together, and a business status on every Task', async () => {
  const { partner, gateway } = await aServer(bserServer);
  await postMessage(partner, aMessage());
  await partner.answer('r-1', { act: 'accept' });
  await partner.answer('r-1', { act: 'complete', outcome: 'Six ateliers <suivis>' });
  const bundles = gateway.calls.map(({ task }) => task as unknown as fhir4.Bundle);
  expect(gateway.calls.map(({ method, url }) => [method, url])).toEqual([
    ['POST', '/fhir'],
    ['POST', '/fhir'],
  ]);
  const told = bundles.map(({ entry }) => entry?.[0]?.resource as fhir4.Task | undefined);
  expect(told.map((task) => task?.businessStatus?.coding?.[0]?.code)).toEqual(['3.0', '7.0']);
  const [, document] = bundles[1]?.entry ?? [];
  expect(told[1]?.output?.[0]?.valueReference?.reference).toBe(document?.fullUrl);
  expect(JSON.stringify(document?.resource)).toContain('Six ateliers &lt;suivis&gt;');
});

test('a notification that is lost is still on the server for whoever polls it', async () => {
  const { partner, gateway } = await aServer();
  await postMessage(partner, aMessage());
  partner.fault({ kind: 'notification-lost' });
  await partner.answer('r-1', { act: 'accept' });
  expect(gateway.calls).toEqual([]);
  expect((await tasks(partner, 'status=accepted')).map(({ status }) => status)).toEqual(['accepted']);
});

const REFERRAL = {
  child: { given: 'Alia', family: 'Benhaddou', birthDate: '2019-04-02', card: { kind: 'nam', number: 'BENA19440212' } },
  what: 'Pédiatrie sociale',
  reason: 'Isolement',
  centre: 'petits-renards',
} as const;

test('what it answers after a restart, with its server empty, is a Task with a number and an id like any other', async () => {
  const gateway = await startGateway();
  const dataDir = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  const start = () => startClsc({ protocol: gravityServer(SENDER), gatewayUrl: gateway.url, dataDir });
  const before = await start();
  stops.push(gateway.stop, () => rm(dataDir, { recursive: true }));
  await postMessage(before, aMessage());
  await before.stop();
  const partner = await start();
  stops.push(partner.stop);
  await partner.answer('r-1', { act: 'start' });
  await partner.answer('r-1', { act: 'complete', outcome: 'Panier reçu' });
  const ids = partner.log().answers.map(({ resource }) => resource.id);
  // An id is there or not; an empty one is no FHIR.
  expect(ids).not.toContain('');
  expect((await tasks(partner, `identifier=${TASK_SYSTEM}|r-1`)).map(({ status }) => status)).toEqual(['completed']);
});

test('a platform’s own referral waits on its server, for the centre that it asks', async () => {
  const { partner, gateway } = await aServer();
  const number = await partner.refer(REFERRAL);
  expect(gateway.calls).toEqual([]);
  const mine = await get(
    partner,
    `Task?owner:Organization.identifier=${CENTRE}|petits-renards&_include=Task:focus&_include=Task:patient`,
  );
  expect(mine.body.entry.map(({ resource }: fhir4.BundleEntry) => resource?.resourceType)).toEqual([
    'Task',
    'ServiceRequest',
    'Patient',
  ]);
  expect(mine.body.entry[0].resource.identifier[0].value).toBe(number);
  expect(await tasks(partner, `owner:Organization.identifier=${CENTRE}|hochelaga`)).toEqual([]);
  await partner.cancelReferral(number);
  expect((await tasks(partner, ''))[0]?.status).toBe('cancelled');
});

test('a BSeR initiator sends its referral, under numbers that say they are the placer’s', async () => {
  const { partner, gateway } = await aServer(bserServer);
  const number = await partner.refer(REFERRAL);
  const bundle = gateway.calls[0]?.task as unknown as fhir4.Bundle;
  expect(bundle.entry?.map(({ resource }) => resource?.resourceType)).toEqual([
    'Task',
    'ServiceRequest',
    'Patient',
    'Organization',
    'Organization',
  ]);
  expect(bundle.entry?.[0]?.resource).toMatchObject({
    identifier: [{ type: { coding: [{ code: 'PLAC' }] }, value: number }],
    businessStatus: { coding: [{ system: BUSINESS_STATUS, code: '2.0' }] },
  });
});

test('being asked to stop is seen on the request that is meant, in COW’s way and in BSeR’s, and is no new request', async () => {
  const { partner } = await aServer();
  const stopped = () => partner.tasks().map(({ identifier, stopAsked }) => [identifier.value, stopAsked]);
  const oneTask = (message: string, task: fhir4.Task, value: string): fhir4.Bundle<fhir4.FhirResource> => ({
    resourceType: 'Bundle',
    type: 'transaction',
    identifier: { system: 'urn:example:message', value: message },
    entry: [{ resource: task, request: { method: 'PUT', url: `Task?identifier=${TASK_SYSTEM}|${value}` } }],
  });
  const task = { resourceType: 'Task', intent: 'order' } as const;
  for (const value of ['r-1', 'r-2']) await postMessage(partner, aMessage({ message: `m-${value}`, task: value }));
  expect(stopped()).toEqual([
    ['r-1', false],
    ['r-2', false],
  ]);
  const abort: fhir4.Task = {
    ...task,
    identifier: [{ system: TASK_SYSTEM, value: 'r-1-abort' }],
    status: 'requested',
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'abort' }] },
    focus: { identifier: { system: TASK_SYSTEM, value: 'r-1' } },
  };
  expect((await postMessage(partner, oneTask('m-3', abort, 'r-1-abort'))).status).toBe(200);
  const asked: fhir4.Task = {
    ...task,
    identifier: [{ system: TASK_SYSTEM, value: 'r-2' }],
    status: 'accepted',
    businessStatus: { coding: [{ system: BUSINESS_STATUS, code: '5.2' }] },
  };
  expect((await postMessage(partner, oneTask('m-4', asked, 'r-2'))).status).toBe(200);
  expect(stopped()).toEqual([
    ['r-1', true],
    ['r-2', true],
  ]);
});
