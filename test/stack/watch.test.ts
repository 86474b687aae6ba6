import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { closer } from '../../gateway/process/closer.ts';
import { fhirStore } from '../../gateway/record/fhir-store.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { localDayIn } from '../../mappings/ledger/local-day.ts';
import { isFindingTask } from '../../mappings/watch/finding-task.ts';
import type { LooksMade } from '../../workers/findings/findings-memory.ts';
import { findingsRound } from '../../workers/findings/findings-round.ts';
import { type AServer, aServer } from '../builders/a-server.ts';
import { auditSince } from './audit-since.ts';
import { aCircle, anAgreement, anAnswer, aReferral } from './concept-examples.ts';
import { type HeldProxy, heldProxy } from './held-proxy.ts';
import { type OwnProcess, ownProcess } from './processes.ts';
import { eventually, ownIds, ownMark, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
/** A centre of its own: the children whom other files leave in the shared record are none of its watch’s. */
const centre = `vigie-${ownMark()}`;
const CHILDREN = [0, 1, 2, 3, 4] as const;
const child = (nth: number): string => id(`enf-${nth}`);
const closing = closer();
const started = new Date().toISOString();
let [sandbox, listening, proxy]: [StackSandbox, AServer, HeldProxy] = [] as never;
let env: Record<string, string | undefined>;

beforeAll(async () => {
  listening = await aServer((res) => void res.writeHead(204).end());
  closing.add(() => listening.stop());
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  closing.add(() => rm(folder, { recursive: true }));
  const registryPath = join(folder, 'registry.yaml');
  await writeFile(registryPath, stringify(registry(`${listening.url}/vigie`)));
  const shared = {
    SEALING_KEYS: `test:${randomBytes(32).toString('base64')}`,
    VIGIE_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
  };
  sandbox = await stackSandbox(shared, { registryPath });
  closing.add(() => sandbox.stop());
  proxy = await heldProxy(sandbox.stack.hapi.url);
  closing.add(() => proxy.stop());
  env = {
    ...shared,
    PATH: process.env.PATH,
    REDIS_URL: sandbox.stack.redis.url,
    REGISTRY_PATH: registryPath,
    FINDINGS: 'on',
    WATCH_EVERY_MS: '1000',
    LOCK_MS: '1000',
  };
  await Promise.all(CHILDREN.map(aSilentRequest));
});
afterAll(() => closing.close());

const registry = (url: string) => ({
  centres: [
    {
      id: centre,
      name: { fr: 'La vigie', en: 'The watch' },
      telephone: '514 555-0130',
      timeZone: 'America/Toronto',
      regime: 'qc-private',
      watchWebhook: { by: 'RPRP', since: '2026-01-05' },
      watchTo: { webhook: { url, secret: 'VIGIE_SECRET' } },
    },
  ],
  partners: [
    {
      id: `${centre}-clsc`,
      name: { fr: 'CLSC', en: 'CLSC' },
      kind: 'clsc',
      province: 'QC',
      lens: 'public-network',
      dialect: 'paper',
      transport: 'paper',
      language: 'fr',
      fax: '514 555-0131',
    },
  ],
});

/** Of one child a request that left months ago, and that nobody has answered since. */
async function aSilentRequest(nth: number): Promise<void> {
  const recipient = `${centre}-clsc`;
  const kept = async (method: string, path: string, body: object): Promise<void> => {
    const answer = await sandbox.call(method, path, { centre, body, headers: { prefer: 'wait=60' } });
    expect(answer.status).toBe(201);
  };
  const circle = { centre, happenedAt: '2026-01-05T10:00:00-05:00' };
  await kept('PUT', `/v1/care-circles/${id(`cercle-${nth}`)}`, aCircle(id(`cercle-${nth}`), child(nth), circle));
  await kept(
    'PUT',
    `/v1/service-referrals/${id(`ortho-${nth}`)}`,
    aReferral(id(`ortho-${nth}`), child(nth), {
      centre,
      recipient,
      happenedAt: '2026-01-06T10:00:00-05:00',
      agreements: [{ ...anAgreement(recipient), at: '2026-01-05' }],
    }),
  );
  await kept('POST', `/v1/referrals/${id(`ortho-${nth}`)}/dispatches`, {
    happenedAt: '2026-01-06T11:00:00-05:00',
    how: 'fax',
    recordedBy: 'la coordonnatrice',
  });
}

/** What whoever holds the thread reads: children, with what is found of each. */
async function lines(): Promise<readonly { readonly child: string; readonly codes: readonly string[] }[]> {
  const { body } = await sandbox.call('GET', '/v1/findings', { centre });
  return body.pivots
    .flatMap((pivot: { lines: readonly { child: string; findings: readonly { code: string }[] }[] }) => pivot.lines)
    .map((line: { child: string; findings: readonly { code: string }[] }) => ({
      child: line.child,
      codes: line.findings.map(({ code }) => code),
    }))
    .sort((a: { child: string }, b: { child: string }) => (a.child < b.child ? -1 : 1));
}
const silentOnes = (of: readonly number[]) =>
  of.map((nth) => ({ child: child(nth), codes: ['silent'] })).sort((a, b) => (a.child < b.child ? -1 : 1));

/** Every finding that was ever opened of these children: child and status, as they stand in HAPI. */
async function opened(): Promise<readonly (readonly [string, string])[]> {
  const { body } = await sandbox.hapi(
    `Task?identifier=${encodeURIComponent(`${IDENTIFIERS.watch}|`)}&_sort=-_lastUpdated&_count=200`,
  );
  return (body.entry ?? [])
    .map(({ resource }: { resource: fhir4.Task }) => [resource.for?.identifier?.value ?? '', resource.status] as const)
    .filter(([of]: readonly [string, string]) => CHILDREN.some((nth) => child(nth) === of))
    .sort();
}
const allOpened = (but: Readonly<Record<number, string>> = {}) =>
  CHILDREN.map((nth) => [child(nth), but[nth] ?? 'requested'] as const).sort();

let running: OwnProcess;

test('a worker that is killed in the middle of its round leaves nothing undone and nothing twice: the next one ends it the same', async () => {
  expect(await lines()).toEqual([]);
  // HAPI has written the first finding, and the worker does not know it.
  const { held } = proxy.holdNext((method, _path, body) => method === 'POST' && body.includes(IDENTIFIERS.watch));
  const killed = await ownProcess('workers/main.ts', { env: { ...env, HAPI_URL: proxy.url }, closing });
  await held;
  await killed.kill();
  running = await ownProcess('workers/main.ts', { env: { ...env, HAPI_URL: sandbox.stack.hapi.url }, closing });
  await eventually(
    async () => running.log(),
    (log) => log.includes('looked at who holds what'),
  );
  expect(await lines()).toEqual(silentOnes(CHILDREN));
  expect(await opened()).toEqual(allOpened());
});

test('a system of the centre is told a number and nothing else, and the audit says so first', async () => {
  const [first] = await eventually(
    async () => listening.requests,
    (requests) => requests.length > 0,
  );
  expect([first?.method, first?.path]).toEqual(['POST', '/vigie']);
  const { id: number } = JSON.parse(first?.body ?? '');
  expect(JSON.parse(first?.body ?? '')).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  });
  expect(first?.headers['webhook-id']).toBe(number);
  const acts = (await auditSince(sandbox, started)).filter(({ agent: [by] }) => by?.who?.identifier?.value === centre);
  expect(acts.flatMap(({ entity = [] }) => entity.flatMap(({ detail }) => detail?.[0]?.valueString ?? []))).toContain(
    'tell-webhook',
  );
});

test('what is no longer so closes by itself, once; what was put off is out of the way, with its reason', async () => {
  const answer = await sandbox.call('POST', `/v1/referrals/${id('ortho-0')}/answers`, {
    centre,
    body: anAnswer('accepted', { happenedAt: '2026-01-20T10:00:00-05:00' }),
    headers: { prefer: 'wait=60' },
  });
  expect(answer.status).toBe(201);
  await eventually(opened, (all) => JSON.stringify(all) === JSON.stringify(allOpened({ 0: 'completed' })));
  expect(await lines()).toEqual(silentOnes([1, 2, 3, 4]));

  const { body } = await sandbox.call('GET', '/v1/findings', { centre });
  const [finding] = body.pivots.flatMap((pivot: { lines: readonly { child: string; findings: readonly object[] }[] }) =>
    pivot.lines.filter((line) => line.child === child(1)).flatMap((line) => line.findings),
  );
  const until = dayIn(20);
  const snoozed = await sandbox.call('POST', `/v1/findings/${finding.id}/snooze`, {
    centre,
    body: { until, reason: 'Ils rappellent.' },
  });
  expect([snoozed.status, snoozed.body]).toEqual([200, { id: finding.id, until }]);
  expect(await lines()).toEqual(silentOnes([2, 3, 4]));
  await running.stop();
});

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** A round of our own, at a moment of our own, from where the last one stopped; with the children of whom it read the whole file. */
async function roundAt(now: Date, made: LooksMade) {
  const store = fhirStore({ baseUrl: sandbox.stack.hapi.url, timeoutMs: 60_000 });
  const read: string[] = [];
  const written = await findingsRound({
    store: {
      ...store,
      read: async (type, of) => {
        const found = await store.read(type, of);
        if (found?.resourceType === 'Patient')
          read.push(...(found.identifier ?? []).flatMap(({ value }) => value ?? []));
        return found;
      },
    },
    registry: sandbox.registry,
    memory: { looks: async () => made, looked: async () => undefined },
    willChange: async () => undefined,
    now: () => now,
    log: pino({ level: 'silent' }),
  })();
  return { written, read };
}

test('a round reads whom something was written of since the last one, and nobody else of the centre', async () => {
  // It looks back five minutes further than where the last one stopped.
  const last = new Date(Date.now() + 5 * 60_000).toISOString();
  const answer = await sandbox.call('POST', `/v1/referrals/${id('ortho-2')}/answers`, {
    centre,
    body: anAnswer('accepted', { happenedAt: '2026-01-20T10:00:00-05:00' }),
    headers: { prefer: 'wait=60' },
  });
  expect(answer.status).toBe(201);
  const now = new Date();
  const days = `${centre}:${localDayIn('America/Toronto')(now.getTime())}`;
  const { written, read } = await roundAt(now, { last, days });
  const ours = read.filter((it) => CHILDREN.some((nth) => child(nth) === it));
  expect([written, ours]).toEqual([1, [child(2)]]);
  expect(await opened()).toEqual(allOpened({ 0: 'completed', 1: 'on-hold', 2: 'completed' }));
});

test('what was put off comes back on its day and not before, under the number that it had', async () => {
  expect((await roundAt(new Date(`${dayIn(19)}T17:00:00Z`), {})).written).toBe(0);
  expect((await roundAt(new Date(`${dayIn(20)}T17:00:00Z`), {})).written).toBe(1);
  expect(await opened()).toEqual(allOpened({ 0: 'completed', 2: 'completed' }));
  expect(await lines()).toEqual(silentOnes([1, 3, 4]));
  const store = fhirStore({ baseUrl: sandbox.stack.hapi.url, timeoutMs: 60_000 });
  const tasks = (await store.search('Task', { identifier: `${IDENTIFIERS.watch}|` })).filter(isFindingTask);
  const back = tasks.find((task) => task.for?.identifier?.value === child(1));
  expect(back?.note?.map(({ text }) => text)).toEqual(['Ils rappellent.']);
});

test('a letter that was corrected after it was handed over on paper is before whoever holds the thread until it is written down that it was told', async () => {
  const request = id('ortho-4');
  const kept = async (method: string, path: string, body: object): Promise<void> => {
    const { status } = await sandbox.call(method, path, { centre, body, headers: { prefer: 'wait=60' } });
    expect([path, status < 202]).toEqual([path, true]);
  };
  const letter = (version: number, words: string) =>
    kept('PUT', `/v1/letters/${id('lettre')}`, {
      centre,
      version,
      child: { id: child(4) },
      happenedAt: new Date().toISOString(),
      request,
      recipient: `${centre}-clsc`,
      contentType: 'text/plain',
      content: Buffer.from(words).toString('base64'),
    });
  const handedOver = (how: string) =>
    kept('POST', `/v1/referrals/${request}/dispatches`, {
      happenedAt: new Date().toISOString(),
      how,
      recordedBy: 'la coordonnatrice',
    });
  const told = async () => {
    const { body } = await sandbox.call('POST', '/v1/corrections/_search', { centre, body: { child: child(4) } });
    return body.entries.map(({ revised, toldBy }: { revised: readonly string[]; toldBy: string }) => [revised, toldBy]);
  };
  const found = async () => {
    await roundAt(new Date(Date.now() + 7 * DAY_MS), {});
    const line = (await lines()).find((it) => it.child === child(4));
    return line?.codes.filter((code) => code === 'correction-not-told') ?? [];
  };

  await letter(1, 'Née en mai');
  await handedOver('in-person');
  const circle = { centre, version: 2, happenedAt: '2026-01-08T10:00:00-05:00', pivot: 'maman' };
  await kept('PUT', `/v1/care-circles/${id('cercle-4')}`, aCircle(id('cercle-4'), child(4), circle));
  // Who holds the thread was shown to nobody.
  expect([await told(), await found()]).toEqual([[[[], 'nobody']], []]);
  await letter(2, 'Née en juin');
  expect([await told(), await found()]).toEqual([[[['letter'], 'person']], ['correction-not-told']]);
  await handedOver('telephone');
  expect([await told(), await found()]).toEqual([[[[], 'nobody']], []]);

  const born = { id: child(4), name: { given: ['Mai'] }, birthDate: '2019-06-05' };
  await kept(
    'PUT',
    `/v1/care-circles/${id('cercle-4')}`,
    aCircle(id('cercle-4'), child(4), { ...circle, version: 3, child: born }),
  );
  expect([await told(), await found()]).toEqual([[[['circle'], 'person']], ['correction-not-told']]);
  await handedOver('fax');
  expect([await told(), await found()]).toEqual([[[[], 'nobody']], []]);
});
