import { expect, test } from '@jest/globals';
import { startMetricsDoor } from '../../../../gateway/doors/http/start-metrics-door.ts';
import type { Queues } from '../../../../gateway/lanes/queues.ts';
import { queuesTeller } from '../../../../gateway/lanes/queues-told.ts';
import { metrics } from '../../../../gateway/operations/metrics.ts';
import { closer } from '../../../../gateway/process/closer.ts';
import { countedLetters } from '../../../../workers/counted.ts';
import { aDispatchEvent, anAnswerEvent } from '../../../builders/events.ts';
import { quietLog } from '../../../builders/quiet-log.ts';

const queue = (waiting: number, timestamps: readonly number[] = [], paused = false) => ({
  getJobCounts: async () => ({ waiting, delayed: 1, prioritized: 0 }),
  getWaiting: async () => timestamps.map((timestamp) => ({ timestamp })),
  getDelayed: async () => [],
  isPaused: async () => paused,
});

const told = queuesTeller({
  queues: {
    laneCount: 1,
    lane: () => queue(3, [40_000]),
    beside: () => queue(0),
    delivery: () => queue(7, [10_000], true),
  } as unknown as Queues,
  partners: ['clsc-verdun'],
  centres: ['verdun'],
  letters: {
    list: async () => [
      { id: 'delivery-n-1', kind: 'delivery', partner: 'clsc-verdun', failure: 'noBasis', issues: [], since: '' },
    ],
  },
  now: () => new Date(100_000),
});

test('how the queues stand is told when it is asked: lengths, the age of the oldest, what is paused, what was set aside', async () => {
  const text = await metrics('gateway', told).text();
  for (const line of [
    'passerelle_waiting{queue="lane",of="0",process="gateway"} 4',
    'passerelle_oldest_waiting_seconds{queue="lane",of="0",process="gateway"} 60',
    'passerelle_waiting{queue="deliver",of="clsc-verdun",process="gateway"} 8',
    'passerelle_oldest_waiting_seconds{queue="deliver",of="clsc-verdun",process="gateway"} 90',
    'passerelle_paused{partner="clsc-verdun",process="gateway"} 1',
    'passerelle_set_aside{kind="delivery",partner="clsc-verdun",process="gateway"} 1',
  ])
    expect(text).toContain(line);
});

test('what is no longer so is no longer told', async () => {
  let length = 1;
  const it = metrics('gateway', async () => ({
    queues: [],
    letters: Array.from({ length }, () => ({ kind: 'delivery', partner: 'clsc-verdun' }) as const),
  }));
  expect(await it.text()).toContain('passerelle_set_aside{kind="delivery"');
  length = 0;
  expect(await it.text()).not.toContain('passerelle_set_aside{kind="delivery"');
});

test('each event counts once it has come to its end: delivered and answered only when that is in the record', async () => {
  const counts = metrics('workers');
  const letters = countedLetters({ settled: async () => undefined } as never, counts);
  const left = { ...aDispatchEvent({ recipient: 'clsc-verdun' }) };
  const bySystem = { ...left, dispatch: { ...left.dispatch, how: 'system' } } as const;
  await letters.settled(bySystem, { state: 'synced' });
  await letters.settled(bySystem, { state: 'refused' });
  await letters.settled(left, { state: 'synced' });
  await letters.settled(anAnswerEvent({ what: 'accepted' }, { fromPartner: 'clsc-verdun' }), { state: 'synced' });
  await letters.settled(anAnswerEvent({ what: 'declined' }), { state: 'synced' });
  const text = await counts.text();
  expect(text).toContain('passerelle_delivered_total{partner="clsc-verdun",process="workers"} 1');
  expect(text).toContain('passerelle_answered_total{by="clsc-verdun",what="accepted",process="workers"} 1');
  expect(text).toContain('passerelle_answered_total{by="person",what="declined",process="workers"} 1');
  expect(text).toContain('passerelle_settled_total{kind="dispatch",state="refused",process="workers"} 1');
});

test('its door answers GET /metrics and nothing else, and says 503 when the queues cannot be read', async () => {
  const closing = closer();
  let fails = false;
  const it = metrics('gateway', async () => {
    if (fails) throw new Error('no Redis');
    return { queues: [], letters: [] };
  });
  const url = await startMetricsDoor({ metrics: it, host: '127.0.0.1', port: 0, log: quietLog(), closing });
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^text\/plain; version=/),
  ]);
  expect(await answer.text()).toContain('passerelle_accepted_total');
  expect((await fetch(url.replace('/metrics', '/'))).status).toBe(404);
  expect((await fetch(url, { method: 'POST' })).status).toBe(404);
  fails = true;
  expect((await fetch(url)).status).toBe(503);
  await closing.close();
});
