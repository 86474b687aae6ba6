import { expect, test } from '@jest/globals';
import { currentTask, partnerIn } from '../../../../mappings/domain/current-task.ts';
import { receiptOf } from '../../../../mappings/domain/receipt-on-task.ts';
import { revisionOf } from '../../../../mappings/domain/revision-on-record.ts';
import { aRevision, aServiceRequest } from '../../../builders/a-service-request.ts';
import { aReceipt, aTask, ownedBy } from '../../../builders/a-task.ts';

test('the version and the hash of a concept stand on its root; nothing there is version 0', () => {
  expect(revisionOf(aServiceRequest({ extension: [aRevision(7, 'h')] }))).toEqual({ version: 7, hash: 'h' });
  expect(revisionOf(aServiceRequest({ extension: [] }))).toEqual({ version: 0, hash: '' });
  expect(revisionOf({ resourceType: 'Bundle', type: 'collection' })).toEqual({ version: 0, hash: '' });
});

test('a receipt says what the recipient was last given; without one nothing has left', () => {
  expect(receiptOf(aTask({ extension: [aReceipt({ version: 2, stage: 'facts', at: '2026-03-10' })] }))).toEqual({
    version: 2,
    stage: 'facts',
    at: '2026-03-10',
    how: 'system',
    notCarried: [],
    letters: [],
  });
  expect(receiptOf(aTask())).toBeUndefined();
});

test('only what is numbered as a partner is one', () => {
  expect(partnerIn(ownedBy('clsc-verdun'))).toBe('clsc-verdun');
  expect(partnerIn({ identifier: { system: 'urn:theirs', value: 'clsc-verdun' } })).toBeUndefined();
  expect(partnerIn(undefined)).toBeUndefined();
});

test.each([
  ['one under way before any that ended', ['completed', 'requested', 'rejected'], 1],
  ['the last asked for, when all have ended elsewhere', ['rejected', 'failed', 'completed'], 2],
] as const)('where a request stands is told by %s', (_which, statuses, nth) => {
  const tasks = statuses.map((status, day) =>
    aTask({ status, owner: ownedBy(`p-${day}`), authoredOn: `2026-03-0${day + 1}T10:00:00Z` }),
  );
  expect(currentTask([...tasks].reverse(), aServiceRequest())).toBe(tasks[nth]);
});
