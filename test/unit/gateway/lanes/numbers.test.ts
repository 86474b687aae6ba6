import { expect, test } from '@jest/globals';
import { NOT_FREE, numbersIn } from '../../../../gateway/lanes/numbers.ts';
import { contactMapping } from '../../../../mappings/concepts/contact.ts';
import { legalReferralMapping } from '../../../../mappings/concepts/legal-referral.ts';
import { circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

const ABOUT = {
  version: 1,
  centre: 'verdun',
  happenedAt: '2026-03-02T10:00:00-05:00',
  child: { id: 'enf-1' },
} as const;
const legal = eventOf(legalReferralMapping, {
  ...ABOUT,
  id: 'ref-1',
  mandate: 'mediation',
  safeContact: { through: 'centre' },
});
const anothersChild = referralEvent({ child: { id: 'enf-2' } });
const refused = { kind: 'versionConflict', issues: [NOT_FREE] };

test.each([
  ['another child', anothersChild],
  ['another kind of request', legal],
])(
  'a number that is remembered is refused at the door for %s, and taken again for what it stands for',
  async (_what, other) => {
    const { claim } = numbersIn(memoryRedis().redis, 60);
    await claim(referralEvent());
    await expect(claim(other)).rejects.toMatchObject(refused);
    await claim(referralEvent({ version: 2 }));
  },
);

test.each([
  ['another child', anothersChild],
  ['another kind of request', legal],
])(
  'what Redis took for %s, having forgotten, and the record refused keeps the number from nobody',
  async (_what, wrong) => {
    const { claim, release } = numbersIn(memoryRedis().redis, 60);
    await claim(wrong);
    await expect(claim(referralEvent({ version: 2 }))).rejects.toMatchObject(refused);
    await release(wrong);
    await claim(referralEvent({ version: 2 }));
  },
);

test('what was refused for another’s number takes nothing from what is remembered of it', async () => {
  const { claim, release } = numbersIn(memoryRedis().redis, 60);
  await claim(referralEvent());
  await release(anothersChild);
  await expect(claim(anothersChild)).rejects.toMatchObject(refused);
});

test('the lane gives back the number of what it refuses as not free, and of nothing else', async () => {
  const released: string[] = [];
  const { record } = syncBench();
  const bench = syncBench(record, { numbers: { release: async ({ exchangeId }) => void released.push(exchangeId) } });
  await bench.put(circleEvent());
  await bench.put(referralEvent());
  const aContact = (note: string) => eventOf(contactMapping, { ...ABOUT, id: 'visite-1', kind: 'visit', note });
  await bench.put(aContact('Vue'));
  expect(await bench.put(aContact('Autre'))).toBe('refused');
  expect(released).toEqual([]);
  expect(await bench.put(legal)).toBe('refused');
  expect(released).toEqual([legal.exchangeId]);
});
