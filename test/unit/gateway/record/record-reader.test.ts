import { expect, test } from '@jest/globals';
import { exchanges } from '../../../../gateway/lanes/exchanges.ts';
import { loopReader } from '../../../../gateway/record/loop-reader.ts';
import { recordReader } from '../../../../gateway/record/record-reader.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import { careCircleMapping } from '../../../../mappings/concepts/care-circle.ts';
import { serviceReferralMapping } from '../../../../mappings/concepts/service-referral.ts';
import { sharedAssessmentMapping } from '../../../../mappings/concepts/shared-assessment.ts';
import { socialPrescriptionMapping } from '../../../../mappings/concepts/social-prescription.ts';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { aCircle, aReferral, circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { anAnswerEvent } from '../../../builders/events.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';
import { syncBench } from '../../../builders/sync-bench.ts';

/** A record with a circle and a referral of Verdun, and one of another centre. */
async function aReader() {
  const { put, record } = syncBench();
  for (const event of [
    circleEvent(),
    referralEvent({ version: 3 }),
    circleEvent({ centre: 'vanier', id: 'cercle-v', child: { id: 'enf-v', name: { text: 'Zoé' } } }),
  ])
    await put(event);
  const { redis, texts } = memoryRedis();
  const known = exchanges(redis, 60);
  const looked: string[] = [];
  const counted: typeof known = {
    ...known,
    find: (id) => {
      looked.push(id);
      return known.find(id);
    },
  };
  const loops = loopReader({ store: record, statuses: { of: async () => undefined, note: async () => undefined } });
  return { ...recordReader({ store: record, redis, exchanges: counted, loops }), put, exchanges: known, texts, looked };
}
const circle = (value: string) => ({ system: IDENTIFIERS.careCircle('verdun'), value });
const request = (value: string) => ({ system: IDENTIFIERS.request('verdun'), value });

test('a concept is read as it was sent, with its version, and what the server adds in a member of its own', async () => {
  const { concept } = await aReader();
  const read = await concept(serviceReferralMapping, 'ServiceRequest', request('ref-1'));
  expect(read?.concept).toEqual(aReferral({ version: 3 }));
  expect(read).toMatchObject({
    version: 3,
    record: {
      loop: { state: 'requested', closed: false },
      deliveries: [{ recipient: 'clsc-verdun', state: 'to-send' }],
    },
  });
  expect(read?.record.fhir.map(({ reference }) => reference.split('/')[0])).toContain('ServiceRequest');
});

test('two readings that each say that they follow the other are each read as they were sent', async () => {
  const { put, concept } = await aReader();
  const reading = { centre: 'verdun', child: { id: 'enf-1' }, happenedAt: '2026-03-01', version: 1 } as const;
  const first = { ...reading, id: 'lecture-1' };
  const second = { ...reading, id: 'lecture-2', previous: 'lecture-1' };
  const turned = { ...first, version: 2, previous: 'lecture-2' };
  for (const it of [first, second, turned]) await put(eventOf(sharedAssessmentMapping, it));
  for (const it of [second, turned])
    expect(
      (
        await concept(sharedAssessmentMapping, 'ClinicalImpression', {
          system: IDENTIFIERS.sharedAssessment('verdun'),
          value: it.id,
        })
      )?.concept,
    ).toEqual(it);
});

test('a circle has no loop', async () => {
  const { concept } = await aReader();
  const read = await concept(careCircleMapping, 'CareTeam', circle('cercle-1'));
  expect(read?.concept).toEqual(aCircle());
  expect(read?.record).not.toHaveProperty('loop');
});

test('what is not there, is of another kind, or belongs to another centre is not there', async () => {
  const { concept } = await aReader();
  expect(await concept(careCircleMapping, 'CareTeam', circle('cercle-9'))).toBeUndefined();
  expect(await concept(careCircleMapping, 'CareTeam', circle('cercle-v'))).toBeUndefined();
  expect(await concept(socialPrescriptionMapping, 'ServiceRequest', request('ref-1'))).toBeUndefined();
});

test.each([`x,${IDENTIFIERS.careCircle('vanier')}|cercle-v`, '', ','])(
  'a value that would look for more than itself finds nothing: %j',
  async (value) => {
    const { concept } = await aReader();
    await expect(concept(careCircleMapping, 'CareTeam', circle(value))).rejects.toMatchObject({ kind: 'notFound' });
  },
);

test('the loop follows what was answered', async () => {
  const { put, concept } = await aReader();
  await put(anAnswerEvent({ what: 'declined', reason: 'full' }));
  expect((await concept(serviceReferralMapping, 'ServiceRequest', request('ref-1')))?.record.loop).toEqual({
    state: 'rejected',
    closed: false,
    why: 'declined-nothing-proposed',
  });
});

test.each([
  ['accepted', true],
  ['waiting', true],
  ['synced', false],
  ['refused', false],
  ['parked', false],
  ['superseded', false],
] as const)('an event that is %s is pending: %s', async (state, pending) => {
  const { pendingExchange, exchanges: known, texts } = await aReader();
  texts.set(redisKeys.lastExchange(circle('cercle-1').system, 'cercle-1'), 'x-1');
  await known.settle('x-1', { state });
  expect(await pendingExchange(circle('cercle-1'))).toBe(pending ? 'x-1' : undefined);
});

test('what nobody sent is not pending, and is looked for in as many steps as what somebody did', async () => {
  const { pendingExchange, exchanges: known, texts, looked } = await aReader();
  texts.set(redisKeys.lastExchange(circle('cercle-1').system, 'cercle-1'), 'x-1');
  await known.settle('x-1', { state: 'synced' });
  const steps = async (id: string): Promise<number> => {
    looked.length = 0;
    expect(await pendingExchange(circle(id))).toBeUndefined();
    return looked.length;
  };
  expect(await steps('cercle-9')).toBe(await steps('cercle-1'));
});
