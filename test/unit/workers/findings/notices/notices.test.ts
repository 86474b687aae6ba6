import { expect, test } from '@jest/globals';
import type { Centre } from '../../../../../gateway/registry.ts';
import { type NoticeJob, notices } from '../../../../../workers/findings/notices/notices.ts';
import { aCentre, SWITCHED_ON } from '../../../../builders/a-registry.ts';
import { memoryRedis } from '../../../../builders/memory-redis.ts';

const WEBHOOK = { webhook: { url: 'https://centre.example/vigie', secret: 'VIGIE_SECRET' } };
const listening = aCentre({ watchWebhook: SWITCHED_ON, watchTo: WEBHOOK });
const reading = aCentre({ watchMail: SWITCHED_ON, watchTo: { email: 'equipe@centre.example' } });

/** What the watch queues for these centres, at moments that the test gives. */
function aBook(centres: readonly Centre[], { redis } = memoryRedis()) {
  const queued: NoticeJob[] = [];
  const clock = { at: '2026-01-14T15:00:00Z' };
  const ids = ['n-1', 'n-2', 'n-3'];
  const book = notices({
    redis,
    queue: { add: async (_name: string, job: NoticeJob) => void queued.push(job) } as never,
    registry: { centres, centre: (id) => centres.find((it) => it.id === id) },
    now: () => new Date(clock.at),
    newId: () => ids.shift() ?? 'none is left',
  });
  return { ...book, queued, clock };
}

test('off unless it was turned on: nothing is noted and nothing is queued, whatever changes', async () => {
  const memory = memoryRedis();
  const off = aBook([aCentre({ watchTo: { ...WEBHOOK, email: 'equipe@centre.example' } })], memory);
  await off.note('verdun');
  await off.tell();
  expect(off.queued).toEqual([]);
  expect(await memory.redis.smembers('passerelle:findings-changed')).toEqual([]);
});

test('a round in which something changed is told once, however much changed, under a number of its own', async () => {
  const { note, tell, queued } = aBook([listening, aCentre({ id: 'vanier' })]);
  for (const centre of ['verdun', 'vanier', 'verdun']) await note(centre);
  await tell();
  await tell();
  expect(queued).toEqual([{ kind: 'webhook', centre: 'verdun', id: 'n-1' }]);
  await note('verdun');
  await tell();
  expect(queued.slice(1)).toEqual([{ kind: 'webhook', centre: 'verdun', id: 'n-2' }]);
});

test('whoever dies between what changed and telling it leaves it to the next, who tells it', async () => {
  const memory = memoryRedis();
  await aBook([listening], memory).note('verdun');
  const next = aBook([listening], memory);
  await next.tell();
  expect(next.queued).toHaveLength(1);
});

test('the count is queued once a working day, from eight in the morning at the centre, and not on a holiday', async () => {
  const { tell, queued, clock } = aBook([reading]);
  const days = async (...moments: readonly string[]): Promise<readonly string[]> => {
    const before = queued.length;
    for (const at of moments) {
      clock.at = at;
      await tell();
    }
    return queued.slice(before).map((job) => (job.kind === 'mail' ? job.day : job.kind));
  };
  // Seven and eight in Verdun in winter, then in summer.
  expect(await days('2026-01-14T12:59:00Z')).toEqual([]);
  expect(await days('2026-01-14T13:00:00Z', '2026-01-14T13:01:00Z', '2026-01-15T04:59:00Z')).toEqual(['2026-01-14']);
  expect(await days('2026-06-23T11:59:00Z')).toEqual([]);
  expect(await days('2026-06-23T12:00:00Z', '2026-06-24T15:00:00Z', '2026-06-25T15:00:00Z')).toEqual([
    '2026-06-23',
    '2026-06-25',
  ]);
  expect(await days('2026-06-27T15:00:00Z', '2026-06-28T15:00:00Z')).toEqual([]);
});
