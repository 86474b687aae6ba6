import type { CaseSeen, History, MessageSeen, SentVersion } from '../../chaos/history.ts';
import type { Counts } from '../../chaos/schedule.ts';

/** What a small history can reach. */
export const SMALL: Counts = { acknowledged: 5, faults: 1, kinds: 1, recordKilled: { least: 1, most: 1 } };

const sentVersion = (concept: SentVersion['concept'], id: string, version: number, body = {}): SentVersion => ({
  concept,
  id,
  child: 'child-1',
  version,
  body: { id, version, ...body },
  firstSentMs: version,
  acknowledged: [{ atMs: version, status: 202, exchange: `${id}-${version}` }],
});

const asks = (version: number): MessageSeen => ({
  messageId: `m${version}`,
  number: 'n1',
  mark: { id: 'r1a', version },
});

const there: CaseSeen = {
  number: 'n1',
  mark: { id: 'r1a', version: 2 },
  status: 'accepted',
  withdrawn: false,
  stopAsked: false,
  answers: [
    { act: 'acknowledge', result: 'taken' },
    { act: 'accept', result: 'taken' },
  ],
};

export const notedAs = (...acts: readonly string[]) =>
  acts.map((what) => ({ what, happenedAt: '2026-11-22T10:00:00-05:00' }));

/** A circle in two versions, a request in two, its partner’s answers, one poison: all as it should be. */
export const aHistory = (changes: Partial<History> = {}): History => ({
  sent: [
    sentVersion('care-circle', 'circle-1', 1),
    sentVersion('care-circle', 'circle-1', 2, { status: 'suspended' }),
    sentVersion('action-plan', 'plan-1', 1, { goals: [{ id: 'g', words: 'Parler' }] }),
    sentVersion('service-referral', 'r1a', 1, { recipient: 'clsc' }),
    sentVersion('service-referral', 'r1a', 2, { recipient: 'clsc' }),
  ],
  exchanges: [
    { id: 'circle-1-1', state: 'superseded', version: 2 },
    { id: 'circle-1-2', state: 'synced', version: 2 },
    { id: 'plan-1-1', state: 'synced', version: 1 },
    { id: 'r1a-1', state: 'synced', version: 1 },
    { id: 'r1a-2', state: 'synced', version: 2 },
  ],
  record: {
    roots: [
      {
        concept: 'care-circle',
        id: 'circle-1',
        resources: 1,
        versions: [2],
        noted: 1,
        held: { id: 'circle-1', version: 2, status: 'suspended' },
      },
      {
        ...{ concept: 'action-plan', id: 'plan-1', resources: 1, versions: [1], noted: 1 },
        held: { id: 'plan-1', version: 1, status: 'active', goals: [{ id: 'g', words: 'Parler', status: 'active' }] },
      },
      {
        concept: 'service-referral',
        id: 'r1a',
        resources: 1,
        versions: [1, 2],
        noted: 2,
        held: { id: 'r1a', version: 2, recipient: 'clsc' },
      },
    ],
    tasks: [
      {
        ...{ number: 'n1', request: 'r1a', partner: 'clsc', resources: 1, stopAsked: false },
        statuses: ['requested', 'requested', 'received', 'accepted'],
        noted: notedAs('CREATE', 'UPDATE', 'dispatched', 'acknowledged', 'accepted'),
      },
    ],
    children: { 'child-1': 1 },
  },
  partners: [{ id: 'clsc', manner: 'fhir-push', received: [asks(1), asks(1), asks(2), asks(1)], cases: [there] }],
  letters: [{ id: 'poison-1', kind: 'unreadable', failure: 'internal', reason: 'illisible' }],
  queues: [{ name: 'lane 0', left: 0 }],
  poison: [
    { what: 'unreadable-job', exchange: 'poison-1' },
    { what: 'malformed-body', refused: true },
  ],
  faults: [{ kind: 'kill-record', which: 0, atMs: 1, forMs: 1, beganMs: 1, endedMs: 2 }],
  quiet: { reached: true, afterMs: 1, waitsFor: [] },
  ...changes,
});
