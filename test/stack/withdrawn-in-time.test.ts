import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually, request } from './stack-sandbox.ts';
import { CLSC, ORCHESTRA, type WithdrawalBench, withdrawalBench } from './withdrawal-bench.ts';

/** Between the decision and the first byte (design.md §2.3). */
const SEND_WITHIN_MS = 5_000;

let bench: WithdrawalBench;
const id = (name: string): string => bench.id(name);
beforeAll(async () => {
  bench = await withdrawalBench();
});
afterAll(() => bench?.stop());

test('with HAPI stopped, a withdrawal acknowledged before a delivery is attempted lets no byte out once HAPI is back', async () => {
  await bench.aChild('away');
  await bench.aChild('had');
  expect((await bench.ask('had')).status).toBe(201);
  await eventually(
    () => bench.call('GET', `/v1/service-referrals/${id('had')}`),
    ({ body }) => body.record?.deliveries[0]?.state === 'sent',
  );
  expect(bench.clsc.requests).toHaveLength(1);
  expect((await bench.asOperator(`/v1/partners/${CLSC}/pause`)).status).toBe(200);
  expect((await bench.ask('away')).status).toBe(201);
  await bench.stack.hapi.kill();
  const taken = [await bench.takeBack('away'), await bench.takeBack('had')];

  // Its lane is kept from reading the record: the delivery is attempted first, and only the hold can stop it.
  const gate = bench.proxy.holdNext((method, path) => method === 'POST' && path.includes('/Consent/_search'));
  await bench.stack.hapi.restart();
  await gate.held;
  await eventually(
    () => bench.asOperator(`/v1/partners/${CLSC}/resume`),
    ({ status }) => status === 200,
  );
  await eventually(
    async () => bench.heldTimes(),
    (times) => times > 0,
  );
  expect(bench.clsc.requests).toHaveLength(1);

  // Who has the other one does not answer for a while either: it is told once it does, once, and nothing else.
  bench.clscAnswersWith(503);
  gate.release();
  await eventually(
    async () => bench.clsc.requests.length,
    (tries) => tries >= 3,
  );
  bench.clscAnswersWith(200);
  for (const exchange of taken) await bench.synced(exchange);
  await bench.endedUnsent('away');
  await eventually(
    () => bench.call('GET', `/v1/service-referrals/${id('had')}`),
    ({ body }) => body.record?.loop.why === 'agreement-taken-back' && body.record.deliveries[0].state === 'sent',
  );
  const [first, ...later] = bench.clsc.requests.map(({ body }) => body);
  expect(first).toContain('Peu de mots à trois ans');
  expect(new Set(later).size).toBe(1);
  expect(later[0]).toContain('cancelled');
  expect(later[0]).not.toMatch(/Mai|Nguyễn|Lan|maman|mots|langage|2023/);
  expect(bench.answered.filter((status) => status === 200)).toHaveLength(2);
});

test('a sender paused for more than five seconds after it read what it decides on, the withdrawal acknowledged meanwhile, checks again and sends nothing', async () => {
  const name = 'paused';
  await bench.aChild(name);
  await bench.asOperator(`/v1/partners/${CLSC}/pause`);
  await bench.synced((await bench.ask(name)).body.id);
  const [before, sent] = [bench.heldTimes(), bench.clsc.requests.length];
  const gate = bench.proxy.holdNext((_method, path) => path.includes('/Patient/_search'));
  await bench.asOperator(`/v1/partners/${CLSC}/resume`);
  await gate.held;
  bench.worker.pause();
  gate.release();
  const pausedAt = Date.now();
  const taken = await bench.takeBack(name);
  await eventually(
    async () => Date.now() - pausedAt,
    (ms) => ms > SEND_WITHIN_MS,
  );

  bench.worker.wake();
  await bench.synced(taken);
  await bench.endedUnsent(name);
  expect(bench.heldTimes()).toBeGreaterThan(before);
  expect(bench.clsc.requests).toHaveLength(sent);
});

test('with HAPI stopped, a label acknowledged before a delivery is attempted lets no byte out; who had the request is told that it ended, and nothing else', async () => {
  await bench.aChild('labelled');
  await bench.prescribe('had-music', 'labelled');
  await bench.prescribed('had-music', (record) => record?.deliveries[0]?.state === 'sent');
  expect(bench.orchestra.requests).toHaveLength(1);
  expect((await bench.asOperator(`/v1/partners/${ORCHESTRA}/pause`)).status).toBe(200);
  await bench.synced((await bench.prescribe('new-music', 'labelled')).body.id);
  await bench.stack.hapi.kill();
  const before = bench.heldTimes();
  const put: string[] = [];
  for (const name of ['new-music', 'had-music']) {
    const labelled = { version: 2, labels: ['violence'] };
    const taken = await bench.prescribe(name, 'labelled', labelled, { prefer: 'respond-async' });
    expect(taken.status).toBe(202);
    put.push(taken.body.id);
  }

  // Its lane is kept from reading the record: the delivery is attempted first, and only the hold can stop it.
  const gate = bench.proxy.holdNext((method, path) => method === 'POST' && path.includes('/ServiceRequest/_search'));
  await bench.stack.hapi.restart();
  await gate.held;
  await eventually(
    () => bench.asOperator(`/v1/partners/${ORCHESTRA}/resume`),
    ({ status }) => status === 200,
  );
  await eventually(
    async () => bench.heldTimes(),
    (times) => times > before,
  );
  expect(bench.orchestra.requests).toHaveLength(1);
  gate.release();
  for (const exchange of put) await bench.synced(exchange);

  await bench.prescribed(
    'new-music',
    ({ loop, deliveries }) => loop.closed === false && deliveries[0].state === 'not-sent',
  );
  await bench.prescribed(
    'had-music',
    ({ loop, deliveries }) => loop.state === 'cancelled' && deliveries[0].state === 'sent',
  );
  const [first, ...later] = bench.orchestra.requests.map(({ body }) => body);
  expect(first).toContain('Caisse claire');
  expect(new Set(later).size).toBe(1);
  expect(later[0]).toContain('cancelled');
  expect(later[0]).not.toMatch(/Mai|Caisse|musi|violence|VIO|ActCode/i);
});

test('a label that is taken off is gone from the record, and what it kept is sent', async () => {
  const sent = bench.orchestra.requests.length;
  await bench.aChild('lowered');
  // The record was away a moment ago: nobody may have waited for it.
  await bench.synced(
    (await bench.prescribe('kept-music', 'lowered', { labels: ['restricted', 'whereabouts'] })).body.id,
  );
  const labelsIn = async (type: string, found: string) => {
    const { body } = await request('GET', `${bench.stack.hapi.url}/${type}?${found}`, undefined, {
      'cache-control': 'no-cache',
    });
    return body.entry.map(({ resource }: { resource: fhir4.Resource }) =>
      (resource.meta?.security ?? []).map(({ code }) => code).sort(),
    );
  };
  const number = `https://fhir.passerelle.example/NamingSystem/request/hochelaga|${id('kept-music')}`;
  const both = () =>
    Promise.all([labelsIn('ServiceRequest', `identifier=${number}`), labelsIn('Task', `group-identifier=${number}`)]);
  expect(await both()).toEqual([[['LOCIS', 'R']], [['LOCIS', 'R']]]);
  const { body } = await bench.call('GET', `/v1/social-prescriptions/${id('kept-music')}`);
  expect(body.labels).toEqual(['restricted', 'whereabouts']);
  await bench.prescribed('kept-music', ({ deliveries }) => deliveries[0]?.state === 'no-basis');
  expect(bench.orchestra.requests).toHaveLength(sent);

  await bench.synced((await bench.prescribe('kept-music', 'lowered', { version: 2 })).body.id);
  expect(await both()).toEqual([[[]], [[]]]);
  await bench.prescribed('kept-music', ({ deliveries }) => deliveries[0]?.state === 'sent');
  expect(bench.orchestra.requests.slice(sent).map(({ body: it }) => it.includes('Caisse claire'))).toEqual([true]);
});
