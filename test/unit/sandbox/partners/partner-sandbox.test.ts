import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { PartnerSandbox, PartnerSandboxOptions } from '../../../../sandbox/partners/partner-sandbox.ts';
import { type GatewayReply, startGateway } from './a-gateway.ts';
import { aCancellation, aMessage, TASK_SYSTEM } from './a-message.ts';
import { GATEWAY_TOKEN, postMessage, startClsc } from './a-partner.ts';

let stops: (() => Promise<void>)[] = [];
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'partner-'));
});
afterEach(async () => {
  for (const stop of stops.reverse()) await stop();
  stops = [];
  rmSync(dataDir, { recursive: true });
});

const aGateway = async (replies?: readonly GatewayReply[]) => {
  const gateway = await startGateway(replies);
  stops.push(gateway.stop);
  return gateway;
};

const aClsc = async (options: Partial<PartnerSandboxOptions> = {}): Promise<PartnerSandbox> => {
  const clsc = await startClsc(options);
  stops.push(clsc.stop);
  return clsc;
};

test('nothing answers by itself', async () => {
  const gateway = await aGateway();
  const clsc = await aClsc({ gatewayUrl: gateway.url });
  await postMessage(clsc, aMessage());
  expect(clsc.log().answers).toEqual([]);
  expect(gateway.calls).toEqual([]);
});

test('an answer reaches the gateway, and both sides of it are kept', async () => {
  const gateway = await aGateway([{ status: 202 }]);
  const clsc = await aClsc({ gatewayUrl: () => gateway.url });
  await postMessage(clsc, aMessage());

  const answered = await clsc.answer('r-1', { act: 'accept', priority: 'P2', by: 'M. Roy' });

  expect(answered).toMatchObject({ result: 'taken', attempts: [{ result: 'taken', status: 202 }] });
  expect(gateway.calls).toMatchObject([
    {
      authorization: `Bearer ${GATEWAY_TOKEN}`,
      task: { identifier: [{ system: TASK_SYSTEM, value: 'r-1' }], status: 'accepted' },
    },
  ]);
  expect(gateway.calls[0]?.task).toEqual(answered.resource);
  expect(clsc.tasks()).toMatchObject([
    {
      status: 'accepted',
      businessStatus: 'accepted',
      attempts: { received: 1, sent: 1 },
      answers: [{ act: 'accept' }],
    },
  ]);
});

test('a whole course of answers arrives in its order', async () => {
  const gateway = await aGateway();
  const clsc = await aClsc({ gatewayUrl: gateway.url });
  await postMessage(clsc, aMessage());

  await clsc.answer('r-1', { act: 'acknowledge' });
  await clsc.answer('r-1', { act: 'waitlist', position: '4' });
  await clsc.answer('r-1', { act: 'schedule', at: '2026-03-01T09:00' });
  await clsc.answer('r-1', { act: 'start', happenedAt: '2026-03-01T09:05:00-05:00' });
  await clsc.answer('r-1', { act: 'complete', outcome: 'Servi', happenedAt: '2026-06-01T09:05:00-04:00' });

  expect(gateway.calls.map(({ task }) => task.status)).toEqual([
    'received',
    'accepted',
    'accepted',
    'in-progress',
    'completed',
  ]);
  expect(gateway.calls.at(-1)?.task.executionPeriod).toEqual({
    start: '2026-03-01T09:05:00-05:00',
    end: '2026-06-01T09:05:00-04:00',
  });
});

test('an answer that the gateway refuses is kept as refused, with the outcome, and not tried again', async () => {
  const outcome = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'conflict' }] };
  const gateway = await aGateway([{ status: 409, body: outcome }]);
  const clsc = await aClsc({ gatewayUrl: gateway.url });
  await postMessage(clsc, aMessage());

  const answered = await clsc.answer('r-1', { act: 'accept' });

  expect(answered).toMatchObject({ result: 'refused', attempts: [{ status: 409, body: outcome }] });
  expect(gateway.calls).toHaveLength(1);
});

test('an answer that meets a cut connection and a 503 arrives in the end, the same each time', async () => {
  const gateway = await aGateway(['cut', { status: 503 }, { status: 200 }]);
  const clsc = await aClsc({ gatewayUrl: gateway.url });
  await postMessage(clsc, aMessage());

  const answered = await clsc.answer('r-1', { act: 'accept' });

  expect(answered.result).toBe('taken');
  expect(answered.attempts.map(({ result }) => result)).toEqual(['not-delivered', 'not-delivered', 'taken']);
  expect(gateway.calls.map(({ task }) => task)).toEqual(Array(3).fill(answered.resource));
});

test('a newer message does not undo what the partner answered', async () => {
  const gateway = await aGateway();
  const clsc = await aClsc({ gatewayUrl: gateway.url });
  await postMessage(clsc, aMessage());
  await clsc.answer('r-1', { act: 'start' });

  await postMessage(clsc, aMessage({ message: 'm-2', reason: 'Bégaiement' }));

  expect(clsc.tasks()).toMatchObject([{ status: 'in-progress', request: { text: 'Orthophonie\nBégaiement' } }]);
});

test('a Task that was never received cannot be answered', async () => {
  const clsc = await aClsc();
  await expect(clsc.answer('r-9', { act: 'accept' })).rejects.toMatchObject({ status: 404 });
});

test('after a restart it knows the same messages, Tasks and answers, and still tells a repeat', async () => {
  const gateway = await aGateway();
  const first = await aClsc({ gatewayUrl: gateway.url, dataDir });
  const firstAnswer = await postMessage(first, aMessage());
  await postMessage(first, aMessage({ message: 'm-2', task: 'r-2', childName: 'Zoé d’Arcy-Côté' }));
  await postMessage(first, aCancellation({ task: 'r-2' }));
  await first.answer('r-1', { act: 'accept', priority: 'P1' });
  const { log, tasks } = { log: first.log(), tasks: first.tasks() };
  await first.stop();

  const second = await aClsc({ gatewayUrl: gateway.url, dataDir });

  expect(second.log()).toEqual(log);
  expect(second.tasks()).toEqual(tasks);
  const again = await postMessage(second, aMessage());
  const entriesOf = async (response: Response) =>
    ((await response.json()) as fhir4.Bundle).entry?.map(({ response: told }) => told?.location);
  expect(await entriesOf(again)).toEqual(await entriesOf(firstAnswer));
  expect(second.log().received.at(-1)?.repeated).toBe(true);
  expect(second.tasks()).toHaveLength(2);
});

test('an answer still on its way when it stops is said not delivered, and can be sent again after the restart', async () => {
  const first = await aClsc({ dataDir, retryWaitsMs: [600_000] });
  await postMessage(first, aMessage());
  const answering = first.answer('r-1', { act: 'accept' });
  while (first.tasks()[0]?.attempts.sent === 0) await new Promise((resolve) => setImmediate(resolve));
  await first.stop();
  const { answerId, result, resource } = await answering;
  expect(result).toBe('not-delivered');

  const gateway = await aGateway();
  const second = await aClsc({ dataDir, gatewayUrl: gateway.url });
  const response = await fetch(`${second.url}/sandbox/answers/${answerId}/sending`, { method: 'POST' });

  expect(await response.json()).toMatchObject({ answerId, result: 'taken' });
  expect(gateway.calls.map(({ task }) => task)).toEqual([resource]);
});

test('stopping twice is harmless', async () => {
  const clsc = await aClsc();
  await clsc.stop();
  await clsc.stop();
});

test.each([
  [{ id: '../etc' }, 'id'],
  [{ token: '' }, 'token'],
  [{ gatewayToken: '' }, 'token'],
])('%j makes no partner', async (options, field) => {
  await expect(startClsc(options)).rejects.toMatchObject({ field });
});
