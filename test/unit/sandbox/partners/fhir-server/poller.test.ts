import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { poller } from '../../../../../sandbox/partners/fhir-server/poller.ts';
import { type PartnerSandbox, startPartnerSandbox } from '../../../../../sandbox/partners/partner-sandbox.ts';
import { until } from '../../launcher/until.ts';

const TASKS = 'https://fhir.passerelle.example/NamingSystem/task';
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

let gateway: Server | undefined;
let partner: PartnerSandbox | undefined;
afterEach(async () => {
  await partner?.stop();
  gateway?.closeAllConnections();
  gateway?.close();
});

/** A gateway that holds one request: when it says that it wrote it, whether it shows it yet, and whether what the Task names can be read. */
interface Held {
  readonly writtenAt: string;
  isShown: boolean;
  isReadable: boolean;
  asked: number;
}

async function collecting(held: Held): Promise<PartnerSandbox> {
  const task = {
    resourceType: 'Task',
    id: 't1',
    meta: { versionId: '1', lastUpdated: held.writtenAt },
    identifier: [{ system: TASKS, value: 't1' }],
    status: 'requested',
    intent: 'order',
    focus: { reference: 'ServiceRequest/s1' },
  };
  const request = {
    resourceType: 'ServiceRequest',
    id: 's1',
    meta: { versionId: '1' },
    identifier: [{ system: TASKS, value: 't1' }],
    status: 'active',
    intent: 'order',
    subject: { display: 'x' },
  };
  gateway = createServer((req, res) => {
    const url = new URL(req.url ?? '/', 'http://gateway');
    const answer = (status: number, body: object) => res.writeHead(status).end(JSON.stringify(body));
    if (url.pathname === '/fhir/ServiceRequest/s1') return held.isReadable ? answer(200, request) : answer(503, {});
    const since = url.searchParams.get('_lastUpdated')?.slice(2) ?? '';
    const isFound = held.isShown && url.searchParams.has('owner') && held.writtenAt > since;
    if (url.searchParams.has('owner')) held.asked += 1;
    return answer(200, { resourceType: 'Bundle', type: 'searchset', entry: isFound ? [{ resource: task }] : [] });
  });
  gateway.listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  partner = await startPartnerSandbox({
    id: 'clsc',
    kind: 'clsc',
    name: { fr: 'CLSC', en: 'CLSC' },
    token: 'to-partner',
    gatewayUrl: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
    gatewayToken: 'to-gateway',
    protocol: poller({ id: 'clsc', name: 'CLSC', everyMs: 5 }),
  });
  return partner;
}

test('what could not be read whole is asked for again, however long ago it was written', async () => {
  const held = { writtenAt: ago(3_600_000), isShown: true, isReadable: false, asked: 0 };
  const there = await collecting(held);
  await until(() => held.asked > 2);
  expect(there.tasks()).toEqual([]);
  held.isReadable = true;
  await until(() => there.tasks().length === 1);
  expect(there.log().received).toHaveLength(1);
});

test('what a busy server shows seconds after it dated it is not missed, and is received once', async () => {
  const held = { writtenAt: ago(10_000), isShown: false, isReadable: true, asked: 0 };
  const there = await collecting(held);
  await until(() => held.asked > 2);
  held.isShown = true;
  await until(() => there.tasks().length === 1);
  const { asked } = held;
  await until(() => held.asked > asked + 2);
  expect(there.log().received).toHaveLength(1);
});
