import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { exchanges } from '../../../../gateway/lanes/exchanges.ts';
import { openEvent, SHAPE } from '../../../../gateway/lanes/lane-envelope.ts';
import { sealWith } from '../../../../gateway/lanes/sealing.ts';
import { redisKeys } from '../../../../gateway/redis/redis-keys.ts';
import { isOvertaken } from '../../../../gateway/set-aside/dead-letter.ts';
import { deadLetters } from '../../../../gateway/set-aside/dead-letters.ts';
import type { ConceptEvent } from '../../../../mappings/domain/lane-events.ts';
import { aCircle, circleEvent } from '../../../builders/concept-events.ts';
import { anAnswerEvent } from '../../../builders/events.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';

const AT = '2026-03-11T12:00:00.000Z';
const REASON = {
  failure: 'recordRefused',
  issues: [{ severity: 'error', code: 'processing', text: { fr: 'Refusé.', en: 'Refused.' } }],
  at: AT,
} as const;
const SYNCED = { state: 'synced', syncedAt: '2026-03-12T12:00:00.000Z' } as const;

function bench() {
  const memory = memoryRedis();
  const seal = sealWith([{ id: 'k', key: randomBytes(32) }]);
  const records = exchanges(memory.redis, 3_600);
  const letters = deadLetters({ redis: memory.redis, seal, exchanges: records, laneCount: 4 });
  const park = (event: Parameters<typeof seal.seal>[0] & { exchangeId: string }) =>
    letters.park({ exchangeId: event.exchangeId, sealed: seal.seal(event) }, 2, REASON);
  return { ...memory, seal, records, letters, park };
}

const versioned = (version: number | undefined, exchangeId: string): ConceptEvent => {
  const { version: _version, ...event } = circleEvent();
  return { ...event, exchangeId, ...(version !== undefined && { version }) };
};

test('what is set aside is listed by ids with its reason, and its content stays sealed', async () => {
  const { letters, park, records, seal, hashes } = bench();
  const event = circleEvent();
  await park(event);
  expect(await letters.list({})).toEqual([
    {
      id: event.exchangeId,
      kind: 'concept',
      centre: 'verdun',
      concept: 'care-circle',
      identifier: 'cercle-1',
      version: 1,
      lane: 2,
      failure: 'recordRefused',
      issues: REASON.issues,
      since: AT,
      recordedAt: event.recordedAt,
    },
  ]);
  expect(await records.find(event.exchangeId)).toMatchObject({ state: 'parked', failure: 'recordRefused' });
  expect(seal.open((await letters.sealed(event.exchangeId)) ?? '')).toEqual(event);
  const kept = JSON.stringify([...hashes].map(([name, fields]) => [name, [...fields]]));
  // As a word: three letters come up in what is sealed, now and then.
  for (const word of ['Nguyễn', 'Mai', 'enf-1']) expect(kept).not.toMatch(new RegExp(`(?<![\\w-])${word}(?![\\w-])`));
});

test('what comes to rest in the record takes its own letter off', async () => {
  const { letters, park } = bench();
  const event = circleEvent();
  await park(event);
  await letters.settled(event, SYNCED);
  expect([await letters.list({}), await letters.stands(event.exchangeId)]).toEqual([[], false]);
  expect(await letters.sealed(event.exchangeId)).toBeUndefined();
});

test('a newer version that passes overtakes the older ones, whose exchanges say so; a later one stays', async () => {
  const { letters, park, records } = bench();
  for (const version of [1, 2, 4]) await park(versioned(version, `parked-${version}`));
  await letters.settled(versioned(3, 'newer'), { ...SYNCED, version: 3 });
  expect((await letters.list({})).map(({ id }) => id)).toEqual(['parked-4']);
  expect([await records.find('parked-1'), await records.find('parked-2')]).toMatchObject([
    { state: 'superseded', version: 3 },
    { state: 'superseded', version: 3 },
  ]);
});

test('what only repeats what the record holds overtakes what has an older version, and nothing without one', async () => {
  const { letters, park } = bench();
  for (const [version, id] of [
    [1, 'older'],
    [3, 'newer'],
    [undefined, 'unversioned'],
  ] as const)
    await park(versioned(version, id));
  const repeat = { ...versioned(undefined, 'repeat'), recordedAt: '2026-03-12T12:00:00.000Z' };
  await letters.settled(repeat, { ...SYNCED, version: 2 }, false);
  expect((await letters.list({})).map(({ id }) => id).sort()).toEqual(['newer', 'unversioned']);
});

test('another identifier overtakes nothing', async () => {
  const { letters, park } = bench();
  await park(circleEvent());
  await letters.settled(circleEvent(aCircle({ id: 'cercle-2', version: 9 })), { ...SYNCED, version: 9 });
  expect(await letters.list({})).toHaveLength(1);
});

test('of two without a version, the one accepted first is the one that is out of date', () => {
  const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, instant, (parked, synced) => {
      const overtaken = isOvertaken({ recordedAt: parked.toISOString() }, { recordedAt: synced.toISOString() });
      expect(overtaken).toBe(parked <= synced);
    }),
  );
});

test('one that is refused when it is put back stands, with the new reason', async () => {
  const { letters, park } = bench();
  const event = anAnswerEvent({ what: 'accepted' });
  await park(event);
  const issues = [{ severity: 'error', code: 'conflict', text: { fr: 'Déjà close.', en: 'Already closed.' } }] as const;
  await letters.settled(event, { state: 'refused', failure: 'versionConflict', issues });
  expect(await letters.list({})).toMatchObject([
    { kind: 'answer', identifier: 'ref-1', failure: 'versionConflict', issues },
  ]);
});

test('an event that was never set aside leaves no letter, whatever becomes of it', async () => {
  const { letters } = bench();
  for (const state of ['synced', 'refused', 'superseded', 'waiting'] as const)
    await letters.settled(circleEvent(), { ...SYNCED, state });
  expect(await letters.list({})).toEqual([]);
});

test('set aside again, it says since when the first time, and how often it was put back', async () => {
  const { letters, seal } = bench();
  const event = circleEvent();
  const job = { exchangeId: event.exchangeId, sealed: seal.seal(event), waited: { rounds: 3, since: 0 } };
  await letters.park(job, 2, REASON);
  const [letter] = await letters.list({});
  if (letter === undefined) throw new Error('no letter');
  await letters.replayed(letter, '2026-03-12T12:00:00.000Z');
  await letters.park({ ...job, waited: { rounds: 4, since: 0 } }, 2, { ...REASON, at: '2026-03-13T12:00:00.000Z' });
  expect(await letters.find(event.exchangeId)).toMatchObject({ since: AT, rounds: 4, replays: { count: 1 } });
});

test('an event that is put back fails afresh: its failures are counted from none', async () => {
  const { letters, park, records } = bench();
  const event = circleEvent();
  for (let times = 0; times < 8; times += 1) await records.failedAgain(event.exchangeId);
  await park(event);
  const letter = await letters.find(event.exchangeId);
  if (letter !== undefined) await letters.replayed(letter, AT);
  expect(await records.failedAgain(event.exchangeId)).toBe(1);
});

test('a delivery is set aside under its Task, once however often, and says whose request it is where that is known', async () => {
  const { letters, redis } = bench();
  await redis.hset(redisKeys.task('n-1'), {
    centre: 'verdun',
    child: 'enf-1',
    request: 'ref-1',
    partner: 'clsc-verdun',
  });
  const job = { task: 'n-1', partner: 'clsc-verdun' };
  await letters.parkDelivery(job, REASON);
  await letters.parkDelivery(job, { ...REASON, failure: 'unavailable', at: '2026-03-12T12:00:00.000Z' });
  await letters.parkDelivery({ task: 'n-2', partner: 'avocate' }, REASON);
  expect(await letters.list({})).toMatchObject([
    { id: 'delivery-n-1', kind: 'delivery', centre: 'verdun', identifier: 'ref-1', failure: 'unavailable', since: AT },
    { id: 'delivery-n-2', partner: 'avocate' },
  ]);
  expect(JSON.stringify(await letters.list({}))).not.toContain('enf-1');
  await letters.delivered('n-1');
  expect((await letters.list({})).map(({ id }) => id)).toEqual(['delivery-n-2']);
});

test('a partner’s answer that the lane refuses is kept sealed with the reason, and put back it may still reach the record', async () => {
  const { letters, records, seal } = bench();
  const event = anAnswerEvent({ what: 'accepted' }, { fromPartner: 'clsc-verdun' });
  const refused = { state: 'refused', failure: 'invalidInput', issues: REASON.issues } as const;
  await records.settle(event.exchangeId, refused);
  await letters.settled(event, refused);
  expect(await letters.list({})).toMatchObject([
    { id: event.exchangeId, kind: 'answer', partner: 'clsc-verdun', failure: 'invalidInput', issues: REASON.issues },
  ]);
  expect(openEvent(seal, (await letters.sealed(event.exchangeId)) ?? '')).toEqual({ ...event, shape: SHAPE });
  const [letter] = await letters.list({});
  expect(letter?.lane).toEqual(expect.any(Number));

  await records.settle(event.exchangeId, SYNCED);
  await letters.settled(event, SYNCED);
  expect([await letters.list({}), await records.find(event.exchangeId)]).toMatchObject([[], { state: 'synced' }]);
});

test('what a person here said and the lane refused is told to that person by its exchange, and not kept', async () => {
  const { letters } = bench();
  const { fromPartner: _machine, ...event } = anAnswerEvent({ what: 'accepted' });
  await letters.settled(event, { state: 'refused', failure: 'invalidInput', issues: REASON.issues });
  expect(await letters.list({})).toEqual([]);
});

test('what could not be read is kept once by the places that are wrong, without a word of it, until it is read', async () => {
  const { letters, hashes } = bench();
  const it = { partner: 'clsc-verdun', where: 'Task/7', centre: 'verdun' };
  const issue = { severity: 'error', code: 'required', expression: 'Task.focus' } as const;
  const words = { fr: 'Mai Nguyễn', en: 'Mai Nguyễn' };
  for (const at of [AT, '2026-03-12T12:00:00.000Z'])
    await letters.keepUnheard(it, { failure: 'invalidInput', issues: [{ ...issue, text: words }], at });
  expect(await letters.list({})).toMatchObject([
    { kind: 'unheard', partner: 'clsc-verdun', centre: 'verdun', since: AT, issues: [{ expression: 'Task.focus' }] },
  ]);
  expect(JSON.stringify([...hashes].map(([, fields]) => [...fields]))).not.toContain('Nguyễn');
  await letters.heard(it);
  expect(await letters.list({})).toEqual([]);
});

test('a delivery that was never tried is its centre’s too: the record says whose, and without the record it is set aside all the same', async () => {
  const { redis, seal, records } = bench();
  const about = async (task: string) => {
    if (task === 'n-1') return { centre: 'verdun', request: 'ref-1', child: 'enf-1' };
    throw new Error('the record is away');
  };
  const letters = deadLetters({ redis, seal, exchanges: records, laneCount: 4, about });
  for (const task of ['n-1', 'n-2']) await letters.parkDelivery({ task, partner: 'clsc-verdun' }, REASON);
  expect((await letters.list({})).map(({ task, centre, identifier }) => [task, centre, identifier])).toEqual([
    ['n-1', 'verdun', 'ref-1'],
    ['n-2', undefined, undefined],
  ]);
  expect(JSON.stringify(await letters.list({}))).not.toContain('enf-1');
});

test('a filter holds for everything it says', async () => {
  const { letters, park } = bench();
  await park(circleEvent());
  await letters.parkDelivery({ task: 'n-1', partner: 'clsc-verdun' }, { ...REASON, failure: 'noBasis' });
  const ids = async (filter: Parameters<typeof letters.list>[0]) =>
    (await letters.list(filter)).map(({ kind }) => kind);
  expect(await ids({ kind: 'delivery' })).toEqual(['delivery']);
  expect(await ids({ centre: 'verdun' })).toEqual(['concept']);
  expect(await ids({ partner: 'clsc-verdun', failure: 'noBasis' })).toEqual(['delivery']);
  expect(await ids({ partner: 'clsc-verdun', failure: 'unavailable' })).toEqual([]);
});

test('one that an earlier release set aside without a reason is listed too, and can be put back', async () => {
  const { letters, redis, seal } = bench();
  const event = circleEvent();
  await redis.hset(redisKeys.parked, event.exchangeId, seal.seal(event));
  expect(await letters.list({})).toMatchObject([
    { id: event.exchangeId, kind: 'concept', identifier: 'cercle-1', lane: expect.any(Number), failure: 'internal' },
  ]);
});

test('one whose sealing key is gone is listed as such, not hidden', async () => {
  const { letters, redis } = bench();
  await redis.hset(redisKeys.parked, 'x-1', 'old.AAAA');
  expect(await letters.list({})).toMatchObject([{ id: 'x-1', kind: 'unreadable' }]);
});

test('one that a later release wrote is kept whole and listed with the way out, and can be put back once this one is upgraded', async () => {
  const { letters, seal } = bench();
  const sealed = seal.seal({ ...circleEvent(), shape: 99, root: undefined });
  const reason = { ...REASON, failure: 'newerRelease' } as const;
  await letters.park({ exchangeId: 'x-1', sealed }, 2, reason);
  expect(await letters.list({})).toMatchObject([{ id: 'x-1', kind: 'unreadable', lane: 2, failure: 'newerRelease' }]);
  expect([await letters.stands('x-1'), await letters.sealed('x-1')]).toEqual([true, sealed]);
});
