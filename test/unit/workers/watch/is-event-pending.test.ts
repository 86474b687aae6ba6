import { expect, test } from '@jest/globals';
import type { Exchange } from '../../../../gateway/lanes/exchanges.ts';
import type { Queues } from '../../../../gateway/lanes/queues.ts';
import { isEventPending } from '../../../../workers/watch/is-event-pending.ts';

interface Standing {
  /** Undefined where what was told of it is forgotten. */
  readonly state?: Exchange['state'];
  readonly setAside?: boolean;
  readonly queued?: boolean;
}

const pending = ({ state, setAside = false, queued = false }: Standing): Promise<boolean> => {
  // One queue of a lane, as far as it is looked into.
  const lane = { getJob: async () => (queued ? {} : undefined) } as unknown as ReturnType<Queues['lane']>;
  return isEventPending({
    exchanges: { find: async () => (state === undefined ? undefined : ({ state } as Exchange)) },
    letters: { stands: async () => setAside },
    queues: { lane: () => lane },
    laneCount: 4,
  })('exchange-1');
};

test.each([
  ['is queued', { state: 'accepted', queued: true }],
  ['waits beside its lane for what it names', { state: 'waiting' }],
  ['is set aside', { state: 'parked', setAside: true }],
  ['is set aside for so long that what was told of it is forgotten', { setAside: true }],
  ['is queued for so long that what was told of it is forgotten', { queued: true }],
] as const)('an event that %s may still reach the record', async (_where, standing) => {
  expect(await pending(standing)).toBe(true);
});

test.each([
  ['was never written', {}],
  ['was set aside and closed by a person', { state: 'parked' }],
  ['is in the record', { state: 'synced' }],
  ['was refused, as its sender knows', { state: 'refused' }],
] as const)('an event that %s does not', async (_where, standing) => {
  expect(await pending(standing)).toBe(false);
});
