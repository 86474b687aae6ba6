import { expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { OperatorAct } from '../../../../gateway/audit/operator-act-event.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { Queues } from '../../../../gateway/lanes/queues.ts';
import { partnerControl } from '../../../../gateway/operations/partner-control.ts';
import { aRegistry } from '../../../builders/a-registry.ts';

function bench(act: (act: OperatorAct) => Promise<void> = async () => undefined) {
  const paused = new Set<string>();
  const acts: OperatorAct[] = [];
  const queues = {
    delivery: (partner: string) => ({
      isPaused: async () => paused.has(partner),
      getJobCounts: async () => ({ waiting: 2, delayed: 3, prioritized: 0 }),
      pause: async () => void paused.add(partner),
      resume: async () => void paused.delete(partner),
    }),
  } as unknown as Queues;
  const letter = {
    id: 'delivery-n-1',
    kind: 'delivery',
    partner: 'avocate',
    failure: 'noBasis',
    issues: [],
    since: '',
  } as const;
  const control = partnerControl({
    redis: { exists: async (key: string) => (key.endsWith(':clsc-verdun') ? 1 : 0) } as unknown as Redis,
    registry: aRegistry(),
    queues,
    letters: { list: async ({ partner }) => [letter].filter((it) => partner === undefined || it.partner === partner) },
    audit: {
      act: async (it) => {
        await act(it);
        acts.push(it);
      },
    },
    now: () => new Date('2026-03-12T12:00:00.000Z'),
  });
  return { control, acts, paused };
}

test('a partner that is paused gets nothing until it is resumed, and both are audited', async () => {
  const { control, acts } = bench();
  expect(await control.switch('avocate', 'pause', 'nuit')).toEqual({
    id: 'avocate',
    paused: true,
    leftAlone: false,
    waiting: 5,
    setAside: 1,
  });
  expect((await control.list()).filter(({ paused }) => paused).map(({ id }) => id)).toEqual(['avocate']);
  expect((await control.switch('avocate', 'resume', 'nuit')).paused).toBe(false);
  expect(acts.map(({ what, by }) => [what, by])).toEqual([
    ['pause', { operator: 'nuit' }],
    ['resume', { operator: 'nuit' }],
  ]);
});

test('nobody is paused without an audit entry, and nobody whom the registry does not know', async () => {
  const { control, paused } = bench(async () => {
    throw new GatewayError('unavailable', 'the record is away');
  });
  await expect(control.switch('avocate', 'pause', 'nuit')).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(control.switch('nobody', 'pause', 'nuit')).rejects.toMatchObject({ kind: 'notFound' });
  expect(paused.size).toBe(0);
});

test('a partner that does not answer is shown as left alone', async () => {
  const { control } = bench();
  const alone = (await control.list()).filter(({ leftAlone }) => leftAlone);
  expect(alone).toMatchObject([{ id: 'clsc-verdun', paused: false }]);
});
