import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { PartnerSandbox } from '../../../../sandbox/partners/partner-sandbox.ts';
import { startGateway } from './a-gateway.ts';
import { aMessage } from './a-message.ts';
import { postMessage, startClsc } from './a-partner.ts';

let gateway: Awaited<ReturnType<typeof startGateway>>;
let clsc: PartnerSandbox;
beforeEach(async () => {
  gateway = await startGateway();
  clsc = await startClsc({ gatewayUrl: gateway.url });
});
afterEach(async () => {
  await clsc.stop();
  await gateway.stop();
});

const call = (method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${clsc.url}/sandbox${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

test('the log and the Tasks come with the sentence that says it is a stand-in', async () => {
  await postMessage(clsc, aMessage());

  const log = (await (await call('GET', '/log')).json()) as { standIn: unknown };
  const tasks = (await (await call('GET', '/tasks')).json()) as { standIn: unknown; tasks: unknown };

  for (const { standIn } of [log, tasks]) {
    expect(standIn).toEqual({
      fr: 'CLSC de Verdun (bac à sable) — ce n’est pas un vrai CLSC, données inventées',
      en: 'Verdun CLSC (sandbox) — not a real CLSC, invented data',
    });
  }
  expect(log).toMatchObject({
    received: [{ messageId: { value: 'm-1' }, bundle: { type: 'transaction' } }],
    answers: [],
  });
  expect(tasks.tasks).toMatchObject([{ identifier: { value: 'r-1' }, child: { name: 'Théo Nguyễn' } }]);
});

test('a POST of an act answers the Task and says what the gateway did', async () => {
  await postMessage(clsc, aMessage());

  const response = await call('POST', '/tasks/r-1/answers', { act: 'decline', reason: 'full' });

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ result: 'taken', resource: { status: 'rejected' } });
  expect(gateway.calls).toHaveLength(1);
});

test('a bad act gets 400 with a text in both languages and the field, and nothing is sent', async () => {
  await postMessage(clsc, aMessage());

  const response = await call('POST', '/tasks/r-1/answers', { act: 'decline', reason: 'moody' });

  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: {
      fr: 'reason : un de : full, out-of-territory, not-eligible, wrong-service, duplicate.',
      en: 'reason: one of: full, out-of-territory, not-eligible, wrong-service, duplicate.',
    },
    field: 'reason',
  });
  expect(gateway.calls).toEqual([]);
  expect(clsc.log().answers).toEqual([]);
});

test('an unknown Task, answer or address gets 404', async () => {
  expect((await call('POST', '/tasks/r-9/answers', { act: 'accept' })).status).toBe(404);
  expect((await call('POST', '/answers/answer-9/sending')).status).toBe(404);
  expect((await call('GET', '/nothing')).status).toBe(404);
});

test('an answer that was taken is not sent a second time', async () => {
  await postMessage(clsc, aMessage());
  const { answerId } = await clsc.answer('r-1', { act: 'accept' });
  expect((await call('POST', `/answers/${answerId}/sending`)).status).toBe(409);
  expect(gateway.calls).toHaveLength(1);
});

test('one number under two systems must be told apart by the system', async () => {
  await postMessage(clsc, aMessage());
  const other = JSON.parse(JSON.stringify(aMessage({ message: 'm-2' })).replaceAll('request-at-partner', 'elsewhere'));
  await postMessage(clsc, other);

  expect((await call('POST', '/tasks/r-1/answers', { act: 'accept' })).status).toBe(409);
  const system = 'https://fhir.passerelle.example/NamingSystem/elsewhere';
  await call('POST', `/tasks/r-1/answers?system=${encodeURIComponent(system)}`, { act: 'accept' });

  expect(gateway.calls.map(({ task }) => task.identifier?.[0]?.system)).toEqual([system]);
});

test('a fault is set, shown and taken away', async () => {
  expect(await (await call('PUT', '/fault', { kind: 'slow', ms: 5, times: 2 })).json()).toEqual({
    kind: 'slow',
    ms: 5,
    times: 2,
  });
  expect(await (await call('GET', '/fault')).json()).toMatchObject({ kind: 'slow' });
  await call('PUT', '/fault', { kind: 'none' });
  expect(await (await call('GET', '/fault')).json()).toEqual({ kind: 'none' });
  expect((await call('PUT', '/fault', { kind: 'explode' })).status).toBe(400);
});

test('deleting the log forgets the Tasks too', async () => {
  await postMessage(clsc, aMessage());
  expect((await call('DELETE', '/log')).status).toBe(204);
  expect(clsc.tasks()).toEqual([]);
  expect(clsc.log().received).toEqual([]);
  await postMessage(clsc, aMessage());
  expect(clsc.log().received.map(({ repeated }) => repeated)).toEqual([false]);
});

test('bad JSON gets 400, another content type 415', async () => {
  const bad = await fetch(`${clsc.url}/sandbox/fault`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{',
  });
  expect(bad.status).toBe(400);
  const form = await fetch(`${clsc.url}/sandbox/fault`, { method: 'PUT', body: new URLSearchParams({ kind: 'none' }) });
  expect(form.status).toBe(415);
});

test('another site’s page cannot send commands, and our own can', async () => {
  const body = { kind: 'hang' };
  expect((await call('PUT', '/fault', body, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await call('PUT', '/fault', body, { origin: 'null' })).status).toBe(403);
  expect((await call('PUT', '/fault', { kind: 'none' }, { origin: clsc.url })).status).toBe(200);
});

test('a foreign name pointed at this machine is not served', async () => {
  const { port } = new URL(clsc.url);
  const status = await new Promise((resolve, reject) => {
    request(
      { port, host: '127.0.0.1', path: '/sandbox/log', headers: { host: `evil.example:${port}` } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    )
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test('in a container the guard on names can be lifted', async () => {
  const open = await startClsc({ controlFromAnywhere: true });
  const { port } = new URL(open.url);
  const status = await new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: '/sandbox/log', headers: { host: `clsc:${port}` } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  await open.stop();
  expect(status).toBe(200);
});
