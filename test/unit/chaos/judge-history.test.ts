import { expect, test } from '@jest/globals';
import type { CaseSeen, History, RootSeen, TaskSeen } from '../../chaos/history.ts';
import { judgeHistory } from '../../chaos/judge-history.ts';
import type { Law } from '../../chaos/laws/breach.ts';
import { aHistory, notedAs, SMALL } from './a-history.ts';

const broken = (history: History): readonly Law[] => {
  const { breaches } = judgeHistory(history, SMALL);
  return (Object.keys(breaches) as Law[]).filter((law) => breaches[law].length > 0);
};

const whole = aHistory();
const withRoot = (id: string, changes: Partial<RootSeen>): History => ({
  ...whole,
  record: {
    ...whole.record,
    roots: whole.record.roots.map((root) => (root.id === id ? { ...root, ...changes } : root)),
  },
});
const withTask = (changes: Partial<TaskSeen>): History => ({
  ...whole,
  record: { ...whole.record, tasks: whole.record.tasks.map((task) => ({ ...task, ...changes })) },
});
const withPartner = (changes: Partial<History['partners'][number]>): History => ({
  ...whole,
  partners: whole.partners.map((partner) => ({ ...partner, ...changes })),
});
const withCase = (changes: Partial<CaseSeen>): History =>
  withPartner({ cases: whole.partners.flatMap(({ cases }) => cases.map((it) => ({ ...it, ...changes }))) });
const withState = (id: string, state: string): History => ({
  ...whole,
  exchanges: whole.exchanges.map((it) => (it.id === id ? { ...it, state } : it)),
});
const received = whole.partners[0]?.received ?? [];
const { mark: _mark, ...takenBack } = { ...received[0], messageId: 'm9' };

test('a history in which all went well passes', () => {
  expect(judgeHistory(whole, SMALL)).toMatchObject({ passed: true, shortfalls: [] });
});

const PLANTED: readonly (readonly [string, readonly Law[], History])[] = [
  [
    'an acknowledged concept that HAPI does not hold',
    ['lost'],
    withRoot('plan-1', { resources: 0, versions: [], noted: 0 }),
  ],
  ['an older version standing than was acknowledged', ['lost'], withRoot('circle-1', { versions: [1] })],
  ['a version said to be synced that HAPI never had', ['lost'], withRoot('r1a', { versions: [2], noted: 1 })],
  [
    'content that is not what was sent',
    ['lost'],
    withRoot('plan-1', { held: { id: 'plan-1', version: 1, goals: [{ id: 'g', words: 'x' }] } }),
  ],
  [
    'content of which a part is missing',
    ['lost'],
    withRoot('plan-1', { held: { id: 'plan-1', version: 1, goals: [] } }),
  ],
  ['an exchange that nobody knows any more', ['lost'], withState('r1a-1', 'absent')],
  ['a good event that was set aside', ['lost'], withState('r1a-1', 'parked')],
  ['a partner that never got the request', ['lost'], withPartner({ cases: [], received: [] })],
  ['a partner that was not told of the newest version', ['lost'], withCase({ mark: { id: 'r1a', version: 1 } })],
  [
    'an answer that was taken and is nowhere',
    ['lost'],
    withTask({ noted: notedAs('CREATE', 'UPDATE', 'dispatched', 'acknowledged') }),
  ],
  ['an answer after which HAPI says something else', ['lost'], withTask({ statuses: ['requested', 'received'] })],
  ['a partner that does not know that it was taken back', ['lost'], withTask({ statuses: ['requested', 'cancelled'] })],
  ['a partner that was not asked to stop', ['lost'], withTask({ stopAsked: true })],
  ['an answer that was refused', ['lost'], withCase({ answers: [{ act: 'acknowledge', result: 'refused' }] })],
  ['two resources under one identifier', ['twice'], withRoot('circle-1', { resources: 2 })],
  [
    'two children under one identifier',
    ['twice'],
    { ...whole, record: { ...whole.record, children: { 'child-1': 2 } } },
  ],
  ['a version written twice', ['twice'], withRoot('r1a', { versions: [1, 2, 2] })],
  ['a revision noted twice', ['twice'], withRoot('r1a', { noted: 3 })],
  ['an answer noted twice', ['twice'], withTask({ noted: notedAs('acknowledged', 'accepted', 'accepted') })],
  [
    'a version under two message ids',
    ['twice'],
    withPartner({ received: [...received, { ...received[2], messageId: 'm7' }] }),
  ],
  [
    'a message id that carries two versions',
    ['twice'],
    withPartner({ received: received.map((it) => ({ ...it, messageId: 'm1' })) }),
  ],
  [
    'one request under two numbers at a partner',
    ['twice'],
    withPartner({ cases: whole.partners.flatMap(({ cases }) => [...cases, ...cases]) }),
  ],
  [
    'the same content answered with two exchanges',
    ['lost', 'twice'],
    {
      ...whole,
      sent: whole.sent.map((it) => ({
        ...it,
        acknowledged: [...it.acknowledged, { atMs: 9, status: 202, exchange: 'another' }],
      })),
    },
  ],
  [
    'versions swapped in HAPI',
    ['order'],
    withRoot('r1a', { versions: [2, 1, 2].slice(0, 2), held: { id: 'r1a', version: 1, recipient: 'clsc' } }),
  ],
  ['versions swapped on the way to a partner', ['order'], withPartner({ received: [...received].reverse().slice(1) })],
  [
    'a request that came after it was taken back',
    ['order'],
    withPartner({ received: [{ ...takenBack }, ...received] }),
  ],
  [
    'superseded by an older version',
    ['order'],
    { ...whole, exchanges: whole.exchanges.map((it) => (it.id === 'circle-1-1' ? { ...it, version: 0 } : it)) },
  ],
  [
    'a transition that the table does not have',
    ['illegal'],
    withTask({ statuses: ['requested', 'completed', 'accepted'] }),
  ],
  ['a Task that began in the middle', ['illegal'], withTask({ statuses: ['accepted'] })],
  ['a job that is left over', ['unexplained'], { ...whole, queues: [{ name: 'lane 0', left: 1 }] }],
  ['an exchange that never ended', ['unexplained'], withState('r1a-1', 'waiting')],
  [
    'a dead letter without a reason',
    ['unexplained'],
    { ...whole, letters: whole.letters.map((it) => ({ ...it, reason: '' })) },
  ],
  [
    'a dead letter that nothing explains',
    ['unexplained'],
    {
      ...whole,
      letters: [
        ...whole.letters,
        { id: 'x', kind: 'delivery', failure: 'unavailable', identifier: 'r1a', reason: 'pas de réponse' },
      ],
    },
  ],
  ['poison that nobody was told of', ['unexplained'], { ...whole, letters: [] }],
  [
    'poison that was taken',
    ['unexplained'],
    { ...whole, poison: [...whole.poison, { what: 'garbage-over-mllp', refused: false }] },
  ],
  [
    'an answer that never left',
    ['unexplained'],
    withCase({ answers: [{ act: 'acknowledge', result: 'not-delivered' }] }),
  ],
  ['no rest', ['unexplained'], { ...whole, quiet: { reached: false, afterMs: 1, waitsFor: ['lane 0: 1'] } }],
];

test.each(PLANTED)('%s is caught', (_what, laws, history) => {
  expect(broken(history)).toEqual(expect.arrayContaining([...laws]));
  expect(judgeHistory(history, SMALL).passed).toBe(false);
});

test('a cancelled request that never left needs no partner; one that was left needs its end', () => {
  const cancelled = withTask({ statuses: ['requested', 'cancelled'], noted: notedAs('CREATE') });
  expect(broken({ ...cancelled, partners: [] })).toEqual([]);
  expect(broken(cancelled)).toContain('lost');
});

test('what a partner said and nobody could read is explained by garbage that was sent, and by nothing else', () => {
  const letters = [
    ...whole.letters,
    { id: 'unheard-1', kind: 'unheard', failure: 'invalidInput', reason: 'illisible' },
  ];
  const poison: History['poison'] = [...whole.poison, { what: 'garbage-over-mllp', refused: true }];
  expect(broken({ ...whole, letters, poison })).toEqual([]);
  expect(broken({ ...whole, letters })).toEqual(['unexplained']);
});

test('what was not acknowledged may be there or not', () => {
  const unanswered: History = {
    ...whole,
    sent: whole.sent.map((it) => (it.version === 2 ? { ...it, acknowledged: [] } : it)),
  };
  expect(broken(unanswered)).toEqual([]);
});

test('one whose Tasks are read too may say how an ended request went on in two ways, of one under way in one', () => {
  const twice = (statuses: readonly string[]): History => {
    const noted = notedAs('acknowledged', 'accepted', 'accepted');
    const read = withTask({ statuses, noted });
    return { ...read, partners: read.partners.map((it) => ({ ...it, manner: 'fhir-server' })) };
  };
  expect(broken(twice(['requested', 'received', 'accepted']))).toEqual(['twice']);
  expect(broken(twice(['requested', 'received', 'cancelled']))).not.toContain('twice');
});

test('a run that did not reach its counts says so, and is no pass', () => {
  const verdict = judgeHistory(whole, {
    acknowledged: 2_000,
    faults: 30,
    kinds: 8,
    recordKilled: { least: 3, most: 5 },
  });
  expect(verdict.passed).toBe(false);
  expect(verdict.shortfalls).toHaveLength(4);
  const failed = { ...whole, faults: whole.faults.map((it) => ({ ...it, failed: 'not done' })) };
  expect(judgeHistory(failed, SMALL).shortfalls).not.toEqual([]);
});
