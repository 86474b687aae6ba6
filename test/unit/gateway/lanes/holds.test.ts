import { expect, test } from '@jest/globals';
import { holdsIn } from '../../../../gateway/lanes/holds.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import type { Identified } from '../../../../mappings/concepts/concept-mapping.ts';
import { consentMapping } from '../../../../mappings/concepts/consent.ts';
import { letterMapping } from '../../../../mappings/concepts/letter.ts';
import { serviceReferralMapping } from '../../../../mappings/concepts/service-referral.ts';
import { OWN_STAFF } from '../../../../mappings/consent/bases.ts';
import type { Consent, Letter } from '../../../../mappings/domain/concepts.ts';
import { aConsent, consentEvent } from '../../../builders/a-consent.ts';
import { aCircle, agreedTo, aReferral, circleEvent, eventOf, referralEvent } from '../../../builders/concept-events.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const CONSENT = aConsent({
  version: 2,
  status: 'withdrawn',
  information: ['identity'],
  withdrawal: { at: '2026-03-10' },
});
const { withdrawal: _withdrawal, ...GIVEN } = { ...CONSENT, status: 'active' as const };
const takenBack = (changes: Partial<Identified<Consent>> = {}, recordedAt = '2026-03-10T16:00:00.000Z') =>
  consentEvent({ ...CONSENT, ...changes }, { recordedAt });
const ABOUT = { centre: 'verdun', child: 'enf-1', recipient: 'clsc-verdun', request: 'ref-1' };
const someHolds = () => {
  const { redis, hashes } = memoryRedis();
  return { ...holdsIn(redis), hashes, redis };
};

test.each([
  ['a withdrawal', takenBack()],
  ['a refusal', eventOf(consentMapping, { ...GIVEN, version: 1, decision: 'refuse' })],
  ['a revision of what was permitted', eventOf(consentMapping, { ...GIVEN, version: 2 })],
])(
  '%s holds what is shown of that child to that recipient until the record has it, and nothing else',
  async (_what, event) => {
    const { place, bearOn, lift } = someHolds();
    await place(event);
    expect(await bearOn(ABOUT)).toBe(true);
    for (const other of [{ recipient: 'hopital' }, { child: 'enf-2' }, { centre: 'vanier' }])
      expect(await bearOn({ ...ABOUT, ...other })).toBe(false);
    await lift(event);
    expect(await bearOn(ABOUT)).toBe(false);
  },
);

test('what is taken back from the centre’s own staff holds what they may know, and nothing of a partner’s', async () => {
  const { place, bearOn, standingOn, lift } = someHolds();
  const { recipient: _recipient, ...inside } = CONSENT;
  const event = eventOf(consentMapping, inside, { recordedAt: '2026-03-10T16:00:00.000Z' });
  await place(event);
  const isHeld = await standingOn('verdun', 'enf-1');
  expect([isHeld({ recipient: OWN_STAFF, request: 'ref-1' }), await bearOn(ABOUT)]).toEqual([true, false]);
  await lift(event);
  // What stood when it was asked is what it answers for: whatever was read since was read after.
  expect(isHeld({ recipient: OWN_STAFF, request: 'ref-1' })).toBe(true);
  expect((await standingOn('verdun', 'enf-1'))({ recipient: OWN_STAFF, request: 'ref-1' })).toBe(false);
});

test.each([
  ['no longer names an agreement with its recipient', referralEvent({ version: 2, agreements: [] })],
  ['is taken back', referralEvent({ version: 2, status: 'revoked' })],
  ['bears a label', referralEvent({ version: 2, labels: ['restricted'] })],
  [
    'the child now asks for alone',
    referralEvent({
      version: 2,
      requester: { kind: 'child' },
      agreements: [{ recipient: 'clsc-verdun', by: { kind: 'child' }, at: '2026-03-01' }],
    }),
  ],
])('a revision of a request that %s holds that request, and no other', async (_what, event) => {
  const { place, bearOn, lift } = someHolds();
  await place(event);
  expect(await bearOn(ABOUT)).toBe(true);
  expect(await bearOn({ ...ABOUT, request: 'ref-2' })).toBe(false);
  // A consent of the same number is another thing.
  await lift(takenBack({ id: 'ref-1' }, '2026-03-11T16:00:00.000Z'), 9);
  expect(await bearOn(ABOUT)).toBe(true);
  await lift(referralEvent({ version: 3 }, { recordedAt: '2026-03-11T16:00:00.000Z' }), 3);
  expect(await bearOn(ABOUT)).toBe(false);
});

test('a revision of a request that may have been asked of somebody else until now is held from them, not from its recipient', async () => {
  const { place, bearOn, standingOn, lift } = someHolds();
  const moved = referralEvent({ version: 2, recipient: 'hopital', agreements: [agreedTo('hopital')] });
  await place(moved);
  expect(await bearOn(ABOUT)).toBe(true);
  expect(await bearOn({ ...ABOUT, recipient: 'hopital' })).toBe(false);
  expect(await bearOn({ ...ABOUT, request: 'ref-2' })).toBe(false);
  // The centre’s own staff were never asked.
  expect((await standingOn('verdun', 'enf-1'))({ recipient: OWN_STAFF, request: 'ref-1' })).toBe(false);
  // Moved back meanwhile: until one of the two is in the record, nobody is sure to be asked.
  await place(referralEvent({ version: 3 }));
  expect(await bearOn({ ...ABOUT, recipient: 'hopital' })).toBe(true);
  await lift(referralEvent({ version: 3 }), 3);
  expect(await bearOn(ABOUT)).toBe(false);
});

test('a request that is asked of nobody any more is held from everybody', async () => {
  const { place, bearOn } = someHolds();
  const { recipient: _recipient, ...ofNobody } = aReferral({ version: 2, agreements: [] });
  await place(eventOf(serviceReferralMapping, ofNobody));
  expect(await bearOn(ABOUT)).toBe(true);
});

const LETTER: Identified<Letter> = {
  id: 'lettre-1',
  version: 2,
  centre: 'verdun',
  happenedAt: '2026-03-02',
  child: { id: 'enf-1' },
  request: 'ref-1',
  recipient: 'clsc-verdun',
  contentType: 'text/plain',
  content: 'Qm9uam91cg==',
};
const aLetter = (changes: Partial<Letter>, recordedAt = '2026-03-10T16:00:00.000Z') =>
  eventOf(letterMapping, { ...LETTER, ...changes }, { recordedAt });

test.each([
  ['bears a label', aLetter({ labels: ['mental-health'] })],
  ['is taken back', aLetter({ status: 'entered-in-error' })],
])(
  'a revision of a letter that %s holds the request with which it goes, until the record has it',
  async (_what, event) => {
    const { place, bearOn, lift } = someHolds();
    await place(event);
    expect(await bearOn(ABOUT)).toBe(true);
    expect(await bearOn({ ...ABOUT, request: 'ref-2' })).toBe(false);
    // A later version of the request is no later version of the letter.
    await lift(referralEvent({ version: 3 }, { recordedAt: '2026-03-11T16:00:00.000Z' }), 3);
    expect(await bearOn(ABOUT)).toBe(true);
    await lift(aLetter({ version: 3 }, '2026-03-11T16:00:00.000Z'), 3);
    expect(await bearOn(ABOUT)).toBe(false);
  },
);

function letterThatStays() {
  const { recipient: _recipient, ...stays } = LETTER;
  return eventOf(letterMapping, { ...stays, labels: ['restricted'] });
}

const { child: CHILD } = aCircle();
const labelled = (version: number) => circleEvent({ version, child: { ...CHILD, labels: ['whereabouts'] } });

test.each([1, 2])(
  'a label on a child’s file, in version %s of a circle, holds all that is shown of that child, to whomever',
  async (version) => {
    const { place, bearOn, standingOn, lift } = someHolds();
    await place(labelled(version));
    for (const other of [{}, { recipient: 'hopital' }, { request: 'ref-2' }])
      expect(await bearOn({ ...ABOUT, ...other })).toBe(true);
    expect(await bearOn({ ...ABOUT, child: 'enf-2' })).toBe(false);
    expect((await standingOn('verdun', 'enf-1'))({ recipient: OWN_STAFF, request: 'ref-1' })).toBe(true);
    await lift(circleEvent({ version: version + 1 }, { recordedAt: '2026-03-11T16:00:00.000Z' }), version + 1);
    expect(await bearOn(ABOUT)).toBe(false);
  },
);

test.each([
  ['a first yes', eventOf(consentMapping, { ...GIVEN, version: 1 })],
  ['a circle', circleEvent()],
  ['a request', referralEvent()],
  ['a request that bears a label from its first version', referralEvent({ labels: ['restricted'] })],
  ['a letter that bears one from its first version', aLetter({ version: 1, labels: ['restricted'] })],
  ['a revision of a letter without a label', aLetter({})],
  ['a labelled letter that leaves for nobody', letterThatStays()],
])('%s holds nothing back', async (_what, event) => {
  const { place, bearOn } = someHolds();
  await place(event);
  expect(await bearOn(ABOUT)).toBe(false);
});

test('one that is set aside holds until a newer version has passed; an older one lifts nothing of the newer', async () => {
  const { place, bearOn, lift } = someHolds();
  const older = takenBack({ version: 2 });
  const newer = takenBack({ version: 3 }, '2026-03-11T16:00:00.000Z');
  await place(older);
  await place(newer);
  await lift(older, 2);
  expect(await bearOn(ABOUT)).toBe(true);
  await place(older);
  await lift(newer, 3);
  expect(await bearOn(ABOUT)).toBe(false);
});

const LATER = '2026-03-11T16:00:00.000Z';
const { version: _version, ...UNVERSIONED } = CONSENT;
const unversioned = (recordedAt?: string) =>
  eventOf(consentMapping, UNVERSIONED, recordedAt === undefined ? {} : { recordedAt });

test.each([
  ['an older version that was accepted later', takenBack({ version: 1 }, LATER), 1],
  [
    'a newer version that was refused, so that the record holds the old one',
    takenBack({ version: 3 }, LATER),
    undefined,
  ],
  ['another event that took the same version', takenBack({ version: 2, purpose: 'coordination' }, LATER), 2],
  ['one without a version that repeats what the record holds', unversioned(LATER), 1],
])('%s lifts nothing of what was acknowledged', async (_what, event, stands) => {
  const { place, bearOn, lift } = someHolds();
  await place(takenBack());
  await lift(event, stands);
  expect(await bearOn(ABOUT)).toBe(true);
});

test('one without a version, which may still become the newest, is lifted by its own end only', async () => {
  const { place, bearOn, lift } = someHolds();
  const event = unversioned();
  await place(event);
  await lift(takenBack({ version: 7 }, LATER), 7);
  expect(await bearOn(ABOUT)).toBe(true);
  await lift(event, 8);
  expect(await bearOn(ABOUT)).toBe(false);
});

test('what an earlier release held says no version: its own end lifts it, or the reconciler', async () => {
  const { bearOn, lift, liftOrphans, hashes, redis } = someHolds();
  const event = takenBack();
  const key = redisKeys.holds('verdun', 'enf-1');
  const before = JSON.stringify({ recipient: 'clsc-verdun', consent: 'cons-1', at: event.recordedAt });
  hashes.set(key, new Map([[event.exchangeId, before]]));
  await redis.sadd(redisKeys.everyHold, key);
  await lift(takenBack({ version: 9 }, LATER), 9);
  expect(await bearOn(ABOUT)).toBe(true);
  expect(await liftOrphans(async () => false, new Date(LATER))).toBe(1);
  expect(await bearOn(ABOUT)).toBe(false);
});

test('a hold whose event was never written is lifted after a while; one whose event waits stays, however long', async () => {
  const { place, bearOn, liftOrphans, hashes } = someHolds();
  await place(takenBack());
  const later = new Date('2026-03-10T16:20:00.000Z');
  expect(await liftOrphans(async () => true, later)).toBe(0);
  expect(await liftOrphans(async () => false, new Date('2026-03-10T16:05:00.000Z'))).toBe(0);
  expect(await bearOn(ABOUT)).toBe(true);
  expect(await liftOrphans(async () => false, later)).toBe(1);
  expect(await bearOn(ABOUT)).toBe(false);
  expect(hashes.get(redisKeys.holds('verdun', 'enf-1'))?.size ?? 0).toBe(0);
});

test('of two sent under one key at once both are held: the second holds nothing in the place of the first', async () => {
  const { place, bearOn, lift } = someHolds();
  const first = takenBack();
  const second = eventOf(
    consentMapping,
    { ...CONSENT, id: 'cons-2', recipient: 'hopital' },
    { recordedAt: '2026-03-10T16:00:00.000Z', exchangeId: first.exchangeId },
  );
  expect(await place(first)).toBe(true);
  expect(await place(second)).toBe(true);
  expect(await bearOn(ABOUT)).toBe(true);
  expect(await bearOn({ ...ABOUT, recipient: 'hopital' })).toBe(true);
  // What is sent again is held once.
  expect(await place({ ...first, recordedAt: LATER })).toBe(false);
  await lift(first, 2);
  expect([await bearOn(ABOUT), await bearOn({ ...ABOUT, recipient: 'hopital' })]).toEqual([false, false]);
});

test('a hold of which nothing came, and whose event is sent again while it is looked at, stays', async () => {
  const { place, bearOn, liftOrphans } = someHolds();
  await place(takenBack());
  const sentAgain = async (): Promise<boolean> => {
    await place(takenBack({}, '2026-03-10T16:20:00.000Z'));
    return false;
  };
  expect(await liftOrphans(sentAgain, new Date('2026-03-10T16:20:00.000Z'))).toBe(0);
  expect(await bearOn(ABOUT)).toBe(true);
});

test('a child whose holds are found to be none just as one is placed is not forgotten', async () => {
  const { place, bearOn, liftOrphans, redis } = someHolds();
  await place(takenBack());
  await liftOrphans(async () => false, new Date('2026-03-10T16:20:00.000Z'));
  const { srem } = redis;
  let isPlaced = false;
  redis.srem = (async (key: string, member: string) => {
    if (!isPlaced) {
      isPlaced = true;
      const { hset } = redis;
      // The round goes on once the hold is written, and before anything else is.
      redis.hset = (async (...args: Parameters<typeof hset>) => {
        const written = await hset(...args);
        await srem(key, member);
        return written;
      }) as typeof hset;
      await place(takenBack());
      redis.hset = hset;
    }
    return 1;
  }) as typeof srem;
  await liftOrphans(async () => false, new Date('2026-03-10T16:20:00.000Z'));
  expect(isPlaced).toBe(true);
  expect(await bearOn(ABOUT)).toBe(true);
  redis.srem = srem;
  expect(await liftOrphans(async () => false, new Date('2026-03-10T17:20:00.000Z'))).toBe(1);
});

test.each([
  ['goes to somebody else', aLetter({ recipient: 'hopital' })],
  ['goes with another request', aLetter({ request: 'ref-2' })],
  ['goes to nobody any more', letterThatStays()],
])('a revision of a letter that %s is held where the record has it go, and nowhere else', async (_what, event) => {
  const { place, bearOn, lift } = someHolds();
  await place(event);
  expect(await bearOn({ ...ABOUT, letters: ['lettre-1', 'lettre-2'] })).toBe(true);
  expect(await bearOn({ ...ABOUT, letters: ['lettre-2'] })).toBe(false);
  expect(await bearOn(ABOUT)).toBe(false);
  await lift(aLetter({ version: 3 }, LATER), 3);
  expect(await bearOn({ ...ABOUT, letters: ['lettre-1'] })).toBe(false);
});

test('a corrected letter goes on to its recipient with its request, whatever is still on its way', async () => {
  const { place, bearOn } = someHolds();
  await place(aLetter({}));
  expect(await bearOn({ ...ABOUT, letters: ['lettre-1'] })).toBe(false);
  expect(await bearOn({ ...ABOUT, recipient: 'hopital', letters: ['lettre-1'] })).toBe(true);
});
