import { expect, test } from '@jest/globals';
import { hashOf, linkOf } from '../../../../gateway/audit/chain.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import type { AuditQueue, QueuedEntry } from '../../../../workers/audit/audit-queue.ts';
import { moveAudit } from '../../../../workers/audit/move-audit.ts';
import { memoryAudit } from '../../../builders/memory-audit.ts';
import { memoryRecord } from '../../../builders/memory-record.ts';
import { keptLog } from '../../../builders/quiet-log.ts';

async function entries(count: number): Promise<readonly QueuedEntry[]> {
  const { audit, chain } = memoryAudit();
  for (let nth = 0; nth < count; nth += 1)
    await audit.act({
      what: 'pause',
      by: { operator: 'nuit' },
      on: [{ display: `x-${nth}` }],
      at: '2026-03-10T12:00:00.000Z',
    });
  return chain.entries.map((it, nth) => ({ ...it, at: `${nth + 1}-0` }));
}

/** A queue that gives these and then stops the mover. */
function aQueue(batches: readonly (readonly QueuedEntry[])[]) {
  const stop = new AbortController();
  const left = [...batches];
  const done: string[] = [];
  const queue: AuditQueue = {
    take: async () => {
      const next = left.shift();
      if (next === undefined) stop.abort();
      return next ?? [];
    },
    done: async (moved) => void done.push(...moved.map(({ at }) => at)),
  };
  return { queue, done, signal: stop.signal };
}

test('entries go to the record in batches with their place in the chain, and leave Redis once it has them', async () => {
  const record = memoryRecord();
  const all = await entries(3);
  const { queue, done, signal } = aQueue([all]);
  await moveAudit({ queue, store: record, log: keptLog().log, signal });
  expect(done).toEqual(['1-0', '2-0', '3-0']);
  expect(record.committed).toHaveLength(1);
  const kept = record.ofType('AuditEvent');
  expect(kept.map(linkOf)).toEqual(all.map(({ link }) => link));
  for (const event of kept) {
    const link = linkOf(event);
    expect(link && hashOf(link, event)).toBe(link?.hash);
  }
});

test('whoever died after the record had them and before they left Redis is followed by one who moves them again, to no effect', async () => {
  const record = memoryRecord();
  const all = await entries(2);
  const { queue, signal } = aQueue([all, all]);
  await moveAudit({ queue, store: record, log: keptLog().log, signal });
  expect(record.ofType('AuditEvent')).toHaveLength(2);
});

test('while the record is away nothing leaves Redis, and the same are tried again', async () => {
  const record = memoryRecord();
  const { queue, done, signal } = aQueue([await entries(2)]);
  let away = 2;
  const transaction: typeof record.transaction = async (bundle) => {
    away -= 1;
    expect(done).toEqual([]);
    if (away >= 0) throw new GatewayError('unavailable', 'away');
    return record.transaction(bundle);
  };
  await moveAudit({ queue, store: { ...record, transaction }, log: keptLog().log, signal });
  expect(done).toEqual(['1-0', '2-0']);
  expect(record.ofType('AuditEvent')).toHaveLength(2);
});

test('an entry that the record refuses stays in Redis, is told by its id, and holds up no other', async () => {
  const record = memoryRecord();
  const three = await entries(3);
  const ids = three.map(({ event: { id } }) => id);
  const { queue, done, signal } = aQueue([three]);
  const { log, text } = keptLog();
  const store = {
    transaction: async () => {
      throw new GatewayError('recordRefused', 'one is bad');
    },
    put: async (resource: fhir4.FhirResource & { id: string }) => {
      if (resource.id === ids[1]) throw new GatewayError('recordRefused', 'this one');
      await record.put(resource);
    },
  };
  await moveAudit({ queue, store, log, signal });
  expect(done).toEqual(['1-0', '3-0']);
  expect(text()).toContain(ids[1]);
  expect(record.ofType('AuditEvent').map(({ id }) => id)).toEqual([ids[0], ids[2]]);
});
