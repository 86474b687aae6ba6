import { expect, test } from '@jest/globals';
import { judgeChild, judgeLoop, type LoopFound } from '../../../../sandbox/families/judge-loop.ts';
import type { ExpectedLoop } from '../../../../sandbox/families/story.ts';

const expected: ExpectedLoop = {
  request: 'clsc-1',
  title: { fr: 'CLSC', en: 'CLSC' },
  state: 'completed',
  closed: true,
  why: 'family-told',
  recipients: [
    { id: 'clsc-a', status: 'rejected', how: 'system', messages: 1 },
    { id: 'sippe', status: 'completed', how: 'fax' },
  ],
  ratings: [{ factor: 'belonging', before: 2, after: 4 }],
};

const found: LoopFound = {
  record: {
    requests: ['ServiceRequest/1'],
    loop: { state: 'completed', closed: true, why: 'family-told' },
    recipients: [
      { id: 'clsc-a', number: 'n1', task: 'Task/1', status: 'rejected', how: 'system' },
      { id: 'sippe', number: 'n2', task: 'Task/2', status: 'completed', how: 'fax' },
    ],
    ratings: [{ factor: 'belonging', before: 2, after: 4 }],
  },
  atPartners: new Map([['clsc-a', { status: 'rejected', messages: 1, answers: 1, answersLost: 0 }]]),
};

const withRecord = (record: Partial<LoopFound['record']>): LoopFound => ({
  ...found,
  record: { ...found.record, ...record },
});
const atPartner = (change: object): LoopFound => ({
  ...found,
  atPartners: new Map([['clsc-a', { status: 'rejected', messages: 1, answers: 1, answersLost: 0, ...change }]]),
});
const english = (judged: readonly { readonly en: string }[]): readonly string[] => judged.map(({ en }) => en);

test('a loop that stands as its story says is judged well', () => {
  expect(judgeLoop(expected, found)).toEqual([]);
});

test.each([
  [
    'a doubled request',
    withRecord({ requests: ['ServiceRequest/1', 'ServiceRequest/2'] }),
    'ServiceRequests in HAPI: 2, expected: 1',
  ],
  ['a lost request', withRecord({ requests: [] }), 'ServiceRequests in HAPI: 0, expected: 1'],
  [
    'an open loop',
    withRecord({ loop: { state: 'completed', closed: false, why: 'family-not-told' } }),
    'closed: false, expected: true',
  ],
  [
    'a recipient who was not asked',
    withRecord({ recipients: found.record.recipients.slice(0, 1) }),
    'recipients: clsc-a, expected: clsc-a, sippe',
  ],
  [
    'a rating that is not there',
    withRecord({ ratings: [{ factor: 'belonging', before: 2 }] }),
    'belonging after: —, expected: 4',
  ],
  [
    'a partner that says otherwise',
    atPartner({ status: 'accepted' }),
    'clsc-a: in its own log: accepted, expected: rejected',
  ],
  ['a message too many', atPartner({ messages: 2 }), 'clsc-a: messages received: 2, expected: 1'],
  ['an answer that was lost', atPartner({ answersLost: 1 }), 'clsc-a: answers lost: 1, expected: 0'],
  [
    'a partner that never received it',
    { ...found, atPartners: new Map() },
    'clsc-a: in its own log: —, expected: rejected',
  ],
])('%s is told', (_what, other, told) => {
  expect(english(judgeLoop(expected, other))).toContain(told);
});

test('a recipient on paper has no log to be compared with', () => {
  expect(english(judgeLoop(expected, found)).filter((text) => text.startsWith('sippe'))).toEqual([]);
});

test('a child with a second Patient, or a request that no story asked for, is told', () => {
  expect(judgeChild('Léonie', 3, { patients: 1, requests: 3 })).toEqual([]);
  expect(english(judgeChild('Léonie', 3, { patients: 2, requests: 4 }))).toEqual([
    'Léonie: Patients in HAPI: 2, expected: 1',
    'Léonie: requests in HAPI: 4, expected: 3',
  ]);
});
