import { expect, test } from '@jest/globals';
import { linkOf } from '../../../../gateway/audit/chain.ts';
import { chainCheck } from '../../../../gateway/audit/chain-check.ts';
import { moveAudit } from '../../../../workers/audit/move-audit.ts';
import { aDisclosure } from '../../../builders/a-disclosure.ts';
import { type MemoryAudit, memoryAudit } from '../../../builders/memory-audit.ts';
import { type MemoryRecord, memoryRecord } from '../../../builders/memory-record.ts';
import { keptLog } from '../../../builders/quiet-log.ts';

/** All that was ever written goes to the record, as one who was killed before anything left Redis has it moved twice. */
async function moveAll({ chain }: MemoryAudit, record: MemoryRecord): Promise<void> {
  const stop = new AbortController();
  const all = chain.entries.map((it, nth) => ({ ...it, at: `${nth + 1}-0` }));
  let rounds = 0;
  const queue = {
    take: async () => {
      rounds += 1;
      if (rounds > 2) stop.abort();
      return rounds > 2 ? [] : all;
    },
    done: async () => undefined,
  };
  await moveAudit({ queue, store: record, log: keptLog().log, signal: stop.signal });
}

test.each(['disclosed', 'all'] as const)(
  'a message that leaves once more when Redis has forgotten the first time (%s) is an entry more: both stand with their times, and nothing is missing',
  async (what) => {
    const record = memoryRecord([{ resourceType: 'Task', id: 'task-1', status: 'requested', intent: 'order' }]);
    const all = memoryAudit(record);
    const { audit, chain } = all;
    for (const nth of [1, 2, 3]) await audit.disclosure(aDisclosure(nth, { at: `2026-01-0${nth}T00:00:00.000Z` }));
    await moveAll(all, record);
    chain.forget(what);
    const again = aDisclosure(2, { at: '2026-03-01T00:00:00.000Z' });
    // What had left is still known: from the record, by what was disclosed.
    expect(await audit.mayHaveLeft('Task/task-1', again.id)).toBe(true);
    expect(await audit.mayHaveLeft('Task/task-1', aDisclosure(9).id)).toBe(false);
    await audit.disclosure(again);
    await moveAll(all, record);

    const kept = record.ofType('AuditEvent');
    expect(kept.map(({ recorded }) => recorded).sort()).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-01-02T00:00:00.000Z',
      '2026-01-03T00:00:00.000Z',
      '2026-03-01T00:00:00.000Z',
    ]);
    const check = chainCheck();
    for (const event of kept) {
      const link = linkOf(event);
      if (link !== undefined) check.add({ link, event: { ...event, id: event.id ?? '' } });
    }
    expect(check.findings(chain.entries.map(({ link }) => link))).toEqual([]);
  },
);

test('a disclosure that was written when its entry had its own id is known from the record still', async () => {
  const record = memoryRecord();
  const { audit } = memoryAudit(record);
  const before = aDisclosure(4, { at: '2026-01-01T00:00:00.000Z' });
  await record.put({
    resourceType: 'AuditEvent',
    id: before.id,
    type: { code: '110106' },
    recorded: before.at,
    agent: [{ requestor: true }],
    source: { observer: { display: 'Passerelle' } },
  });
  expect(await audit.mayHaveLeft('Task/task-1', before.id)).toBe(true);
  expect(await audit.mayHaveLeft('Task/task-1', aDisclosure(5).id)).toBe(false);
});
