import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type AuditEntry,
  BEGINNING,
  hashOf,
  type LinkedEntry,
  linkOf,
  onRecord,
} from '../../../../gateway/audit/chain.ts';
import { type ChainStore, chainWriter } from '../../../../gateway/audit/chain-writer.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { NO_REPLICAS } from '../../../../gateway/redis/replicas.ts';
import { memoryChain } from '../../../builders/memory-audit.ts';

const anEvent = (id: string, recorded = '2026-03-10T12:00:00.000Z'): AuditEntry => ({
  resourceType: 'AuditEvent',
  id,
  type: { code: 'rest' },
  recorded,
  agent: [{ requestor: true }],
  source: { observer: { display: 'Passerelle' } },
});
const newChain = () => 'chain';

function expectWhole(entries: readonly LinkedEntry[]): void {
  let previous = BEGINNING;
  for (const [nth, { link, event }] of entries.entries()) {
    expect(link).toMatchObject({ chain: 'chain', n: nth + 1, previous });
    expect(hashOf(link, event)).toBe(link.hash);
    previous = link.hash;
  }
}

test('however many processes write at once, in whatever order their writes reach Redis, the chain has every entry once and never forks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.array(fc.uuid(), { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 }),
      async (scheduler, byProcess) => {
        const chain = memoryChain();
        const ids = byProcess.map((list, process) => list.map((id, nth) => `${process}-${nth}-${id}`));
        const writes = ids.flatMap((own) => {
          const store: ChainStore = { append: scheduler.scheduleFunction(chain.append) };
          const { write } = chainWriter({ store, replicas: NO_REPLICAS, newChain });
          return own.map((id) => write({ event: anEvent(id) }));
        });
        await scheduler.waitFor(Promise.all(writes));
        expect(chain.entries.map(({ event }) => event.id).sort()).toEqual(ids.flat().sort());
        expectWhole(chain.entries);
      },
    ),
    { numRuns: 100 },
  );
});

test('a process that writes many entries at a time is not kept out by others that write one after the other without a pause', async () => {
  const chain = memoryChain();
  let isOver = false;
  const writer = (distance: number) => {
    const store: ChainStore = {
      append: async (...words) => {
        // Who links many entries comes later.
        for (let turns = distance * words[1].length; turns > 0; turns -= 1) await turn();
        return chain.append(...words);
      },
    };
    return chainWriter({ store, replicas: NO_REPLICAS, newChain });
  };
  const busy = async (name: string): Promise<void> => {
    const { write } = writer(1);
    for (let nth = 0; !isOver; nth += 1) await write({ event: anEvent(`${name}-${nth}`) });
  };
  const others = ['one', 'two'].map(busy);
  const { write } = writer(3);
  const many = await Promise.allSettled(
    Array.from({ length: 60 }, (_, nth) => write({ event: anEvent(`many-${nth}`) })),
  );
  isOver = true;
  await Promise.all(others);
  expect(many.map(({ status }) => status)).toEqual(many.map(() => 'fulfilled'));
  expectWhole(chain.entries);
});

test('what comes while an entry is being written goes with the next, in one write', async () => {
  const chain = memoryChain();
  const sizes: number[] = [];
  const store: ChainStore = {
    append: async (head, entries, lost) => {
      sizes.push(entries.length);
      return chain.append(head, entries, lost);
    },
  };
  const { write } = chainWriter({ store, replicas: NO_REPLICAS, newChain });
  await Promise.all(Array.from({ length: 50 }, (_, nth) => write({ event: anEvent(`e-${nth}`) })));
  expect(sizes).toEqual([1, 49]);
  expectWhole(chain.entries);
});

test('what cannot be written is refused, to each who waits, with the reason in both languages; the next write begins anew', async () => {
  const chain = memoryChain();
  let fails = true;
  const store: ChainStore = {
    append: async (head, entries, lost) => {
      if (fails) throw new Error('OOM command not allowed');
      return chain.append(head, entries, lost);
    },
  };
  const { write } = chainWriter({ store, replicas: NO_REPLICAS, newChain });
  const both = await Promise.allSettled([write({ event: anEvent('a') }), write({ event: anEvent('b') })]);
  for (const one of both) {
    const reason = one.status === 'rejected' ? one.reason : undefined;
    expect(reason).toBeInstanceOf(GatewayError);
    expect(reason).toMatchObject({
      kind: 'unavailable',
      issues: [{ code: 'transient', text: { fr: expect.stringContaining('registre') } }],
    });
  }
  fails = false;
  await write({ event: anEvent('c') });
  expect(chain.entries.map(({ event }) => event.id)).toEqual(['c']);
});

test('an entry whose copies are not confirmed is refused', async () => {
  const replicas = {
    begin: () => async () => {
      throw new GatewayError('unavailable', '0 of 1 replicas');
    },
  };
  const { write } = chainWriter({ store: memoryChain(), replicas, newChain });
  await expect(write({ event: anEvent('a') })).rejects.toMatchObject({ kind: 'unavailable' });
});

test('where Redis was lost a new chain begins', async () => {
  const chain = memoryChain();
  let chains = 0;
  const { write } = chainWriter({
    store: chain,
    replicas: NO_REPLICAS,
    newChain: () => {
      chains += 1;
      return `chain-${chains}`;
    },
  });
  await write({ event: anEvent('a') });
  chain.forget();
  await write({ event: anEvent('b') });
  expect(chain.entries.map(({ link }) => [link.chain, link.n])).toEqual([
    ['chain-1', 1],
    ['chain-2', 1],
  ]);
});

test('the hash of an entry is found again in what a server gives back, in another order and with a meta of its own', () => {
  const event: AuditEntry = { ...anEvent('a'), meta: { profile: ['x'] }, extension: [{ url: 'y', valueString: 'z' }] };
  const place = { chain: 'chain', n: 7, previous: BEGINNING };
  const link = { ...place, hash: hashOf(place, event) };
  const kept = onRecord({ link, event });
  const { source, agent, ...rest } = kept;
  const given: fhir4.AuditEvent = {
    source,
    ...rest,
    agent,
    meta: { versionId: '1', lastUpdated: '2026-01-01T00:00:00Z' },
  };
  expect(linkOf(given)).toEqual(link);
  expect(hashOf(place, given)).toBe(link.hash);
});
