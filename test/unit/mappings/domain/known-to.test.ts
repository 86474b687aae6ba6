import { expect, test } from '@jest/globals';
import { exchanges } from '../../../../gateway/lanes/exchanges.ts';
import { loopReader } from '../../../../gateway/record/loop-reader.ts';
import { recordReader } from '../../../../gateway/record/record-reader.ts';
import { timelineReader } from '../../../../gateway/record/timeline-reader.ts';
import type { ConceptMapping } from '../../../../mappings/concepts/concept-mapping.ts';
import { CONCEPT_MAPPINGS } from '../../../../mappings/concepts/concept-mappings.ts';
import { letterMapping } from '../../../../mappings/concepts/letter.ts';
import { requestNoteMapping } from '../../../../mappings/concepts/request-note.ts';
import { knownTo } from '../../../../mappings/domain/known-to.ts';
import type { LaneEvent } from '../../../../mappings/domain/lane-events.ts';
import { type RequestKind, requestKindOf } from '../../../../mappings/domain/request-kind.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { eventOf } from '../../../builders/concept-events.ts';
import type { MemoryRecord } from '../../../builders/memory-record.ts';
import { memoryRedis } from '../../../builders/memory-redis.ts';
import {
  answerTold,
  appointmentTold,
  circleTold,
  consentTold,
  contactTold,
  leftTold,
  legalTold,
  planTold,
  referralTold,
} from '../../../builders/told-events.ts';
import { toldRecord } from '../../../builders/told-record.ts';

const goal = (id: string, words: string) => ({ id, words, status: 'active', agreedOn: '2026-01-05' }) as const;
const CARE: readonly LaneEvent[] = [
  circleTold({ on: '2026-01-05' }),
  planTold({ on: '2026-01-05' }, { id: 'plan', goals: [goal('parler', 'Parler'), goal('logis', 'Rester chez nous')] }),
  consentTold({ on: '2026-01-05' }, { id: 'soins', recipient: 'clsc-verdun' }),
  referralTold({ on: '2026-01-06' }, { id: 'ortho', goals: ['parler'] }),
  leftTold({ on: '2026-01-06' }, 'ortho'),
  answerTold({ on: '2026-01-08' }, 'ortho', 'accepted'),
  contactTold({ on: '2026-01-12' }, { id: 'seance', request: 'ortho' }),
];
const shared = { version: 1, centre: 'verdun', child: { id: 'enf-1' }, happenedAt: '2026-01-09T10:00:00-05:00' };
/** Everything that may come of one legal referral. */
const LEGAL: readonly LaneEvent[] = [
  consentTold({ on: '2026-01-06' }, { id: 'droits', recipient: 'avocate', purpose: 'rights-support' }),
  legalTold({ on: '2026-01-06' }, { id: 'droit', goals: ['logis'] }),
  leftTold({ on: '2026-01-06' }, 'droit', 'avocate'),
  answerTold({ on: '2026-01-07' }, 'droit', 'accepted'),
  contactTold({ on: '2026-01-13' }, { id: 'rencontre', request: 'droit' }),
  appointmentTold({ on: '2026-01-13' }, { id: 'audience', request: 'droit', start: '2026-02-03T10:00:00-05:00' }),
  eventOf(letterMapping, {
    ...shared,
    id: 'lettre',
    request: 'droit',
    recipient: 'avocate',
    title: 'Au tribunal',
    contentType: 'text/plain',
    content: Buffer.from('Bonjour').toString('base64'),
  }),
  eventOf(requestNoteMapping, { ...shared, id: 'note', request: 'droit', words: 'À rappeler' }),
];

const HIDES: readonly RequestKind[] = ['social-prescription', 'legal-referral', 'inbound-referral'];
/** As the course is read from the record. */
const course = async (acts: readonly LaneEvent[], hides?: readonly RequestKind[]) =>
  timelineReader({ store: await toldRecord(acts), registry: aRegistry() }).read('verdun', 'enf-1', 'fr', hides);

test('a course without what may not be known reads as that of a child of whom there is none of it', async () => {
  const without = await course(CARE);
  expect((await course([...CARE, ...LEGAL]))?.length).toBe((without?.length ?? 0) + LEGAL.length);
  expect(await course([...CARE, ...LEGAL], HIDES)).toEqual(without);
});

test('what is about a legal referral is not read by its number either, where it may not be known; what is about care is', async () => {
  const store = await toldRecord([...CARE, ...LEGAL]);
  const { redis } = memoryRedis();
  const loops = loopReader({ store, statuses: { of: async () => undefined, note: async () => undefined } });
  const reader = recordReader({ store, redis, exchanges: exchanges(redis, 60), loops });
  const beside = ['legal-referral'] as const;
  const isRead = async (name: keyof typeof CONCEPT_MAPPINGS, value: string, hides?: typeof beside) => {
    const mapping = CONCEPT_MAPPINGS[name] as unknown as ConceptMapping<object>;
    const { type, system } = mapping.root('verdun');
    return (await reader.concept(mapping, type, { system, value }, hides)) !== undefined;
  };
  const about = [
    ['consent', 'droits'],
    ['contact', 'rencontre'],
    ['appointment', 'audience'],
    ['letter', 'lettre'],
    ['request-note', 'note'],
  ] as const;
  for (const [name, value] of about)
    expect([name, await isRead(name, value), await isRead(name, value, beside)]).toEqual([name, true, false]);
  for (const [name, value] of [
    ['consent', 'soins'],
    ['contact', 'seance'],
    ['action-plan', 'plan'],
  ] as const)
    expect([name, await isRead(name, value, beside)]).toEqual([name, true]);
});

/** What a record is asked, and how much it loads of it. */
function listenedTo(record: MemoryRecord) {
  const asked: string[] = [];
  const store: MemoryRecord = {
    ...record,
    search: async (type, params) => {
      const found = await record.search(type, params);
      asked.push(`${type}?${JSON.stringify(Object.keys(params).sort())} ${found.length}`);
      return found;
    },
  };
  return { store, asked };
}

test('what is about a legal referral is looked for as what is not there: the same questions to the record, which loads as little', async () => {
  const { store, asked } = listenedTo(await toldRecord([...CARE, ...LEGAL]));
  const { redis } = memoryRedis();
  const loops = loopReader({ store, statuses: { of: async () => undefined, note: async () => undefined } });
  const reader = recordReader({ store, redis, exchanges: exchanges(redis, 60), loops });
  const questions = async (name: keyof typeof CONCEPT_MAPPINGS, value: string) => {
    const mapping = CONCEPT_MAPPINGS[name] as unknown as ConceptMapping<object>;
    const { type, system } = mapping.root('verdun');
    asked.length = 0;
    expect(await reader.concept(mapping, type, { system, value }, ['legal-referral'])).toBeUndefined();
    return [...asked];
  };
  for (const [name, value] of [
    ['consent', 'droits'],
    ['contact', 'rencontre'],
    ['appointment', 'audience'],
    ['letter', 'lettre'],
    ['request-note', 'note'],
    ['service-referral', 'droit'],
  ] as const)
    expect([name, await questions(name, value)]).toEqual([name, await questions(name, 'personne')]);
});

test('nor is more loaded for the course of a child with a legal referral than for that of one with none', async () => {
  const loadedFor = async (acts: readonly LaneEvent[]) => {
    const { store, asked } = listenedTo(await toldRecord(acts));
    await timelineReader({ store, registry: aRegistry() }).read('verdun', 'enf-1', 'fr', HIDES);
    return asked.sort();
  };
  expect(await loadedFor([...CARE, ...LEGAL])).toEqual(await loadedFor(CARE));
});

test('in whatever order they stand, nothing is left that leads to what may not be known, and all else is', async () => {
  const whole = (await toldRecord([...CARE, ...LEGAL])).resources();
  const left = JSON.stringify(knownTo([...whole].reverse(), HIDES));
  const request = whole.find((it) => it.resourceType === 'ServiceRequest' && requestKindOf(it) === 'legal-referral');
  expect(request).toBeDefined();
  for (const name of [`ServiceRequest/${request?.id}`, 'droit', 'audience', 'rencontre', 'Au tribunal', 'À rappeler'])
    expect([name, left.includes(`"${name}"`)]).toEqual([name, false]);
  const care = (await toldRecord(CARE)).resources();
  expect(knownTo(care, HIDES)).toEqual(care);
});
