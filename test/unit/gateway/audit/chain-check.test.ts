import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type AuditEntry, type Head, hashOf, type LinkedEntry, linked } from '../../../../gateway/audit/chain.ts';
import { chainCheck, type Finding } from '../../../../gateway/audit/chain-check.ts';
import { auditEntries } from '../../../generators/audit-entries.ts';

const CHAIN = 'chain-1';
const chained = (events: readonly AuditEntry[]): readonly LinkedEntry[] => linked(undefined, () => CHAIN, events);
const headOf = (entries: readonly LinkedEntry[], n = entries.length): Head => {
  const link = entries[n - 1]?.link;
  if (link === undefined) throw new Error(`nothing at ${n}`);
  return link;
};

/** With the head of the chain that is being written, before it was read and after. */
function findings(
  entries: readonly LinkedEntry[],
  witnesses: readonly Head[],
  before?: Head,
  after = before,
): readonly Finding[] {
  const check = chainCheck();
  for (const entry of entries) check.add(entry);
  return check.findings(witnesses, before && after && { before, after });
}

/** A chain, a place in it, and a checkpoint at that place or behind it. */
const cases = auditEntries({ minLength: 2, maxLength: 30 }).chain((events) => {
  const entries = chained(events);
  return fc.nat(entries.length - 1).chain((at) =>
    fc.integer({ min: at + 1, max: entries.length }).map((checkpoint) => ({
      entries,
      at,
      n: at + 1,
      checkpoint: headOf(entries, checkpoint),
    })),
  );
});
const RUNS = { numRuns: 300 };

test('a chain that nobody touched has nothing to be found, in whatever order it is read, and also where an entry is seen twice while it is moved', () => {
  fc.assert(
    fc.property(
      cases.chain((it) =>
        fc.record({
          it: fc.constant(it),
          order: fc.shuffledSubarray([...it.entries], { minLength: it.entries.length, maxLength: it.entries.length }),
          twice: fc.subarray([...it.entries]),
        }),
      ),
      ({ it: { entries, checkpoint }, order, twice }) => {
        expect(findings([...order, ...twice], [checkpoint, headOf(entries)], headOf(entries))).toEqual([]);
      },
    ),
    RUNS,
  );
});

test('any one entry that is removed is found, and named by its place', () => {
  fc.assert(
    fc.property(cases, ({ entries, at, n, checkpoint }) => {
      const found = findings(
        entries.filter((_, nth) => nth !== at),
        [checkpoint],
      );
      const isLast = n === entries.length;
      expect(found).toContainEqual({ kind: isLast ? 'cutOff' : 'removed', chain: CHAIN, from: n, to: n });
    }),
    RUNS,
  );
});

/** One thing of an entry made another: as somebody would who wants it not to be seen who read what. */
const ALTERATIONS: readonly ((event: AuditEntry) => AuditEntry)[] = [
  (event) => ({ ...event, recorded: '2025-12-31T23:59:59.999Z' }),
  (event) => ({ ...event, agent: [{ requestor: false }] }),
  (event) => ({ ...event, agent: [...event.agent, { altId: 'x', requestor: false }] }),
  (event) => ({ ...event, source: { ...event.source, site: 'vanier' } }),
  (event) => ({ ...event, entity: (event.entity ?? []).slice(1) }),
  (event) => ({ ...event, entity: [...(event.entity ?? []), { what: { display: 'x' } }] }),
  (event) => ({ ...event, id: '00000000-0000-4000-8000-000000000000' }),
];

test('any one entry that is altered is found, and named', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...ALTERATIONS), ({ entries, at, n, checkpoint }, alter) => {
      const altered = entries.map((it, nth) => (nth === at ? { ...it, event: alter(it.event) } : it));
      const id = altered[at]?.event.id ?? '';
      expect(findings(altered, [checkpoint])).toContainEqual({ kind: 'altered', chain: CHAIN, n, id });
    }),
    RUNS,
  );
});

test('an altered entry whose hash was made anew is found by the entry behind it, or by the checkpoint', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...ALTERATIONS), ({ entries, at, n, checkpoint }, alter) => {
      const forged = entries.map((it, nth) => {
        if (nth !== at) return it;
        const event = alter(it.event);
        return { event, link: { ...it.link, hash: hashOf(it.link, event) } };
      });
      const found = findings(forged, [checkpoint]);
      const names = found.map((it) => ('n' in it ? it.n : it.from));
      expect(names.some((it) => it === n || it === n + 1)).toBe(true);
    }),
    RUNS,
  );
});

test('a chain that was rewritten from one entry on, with every hash made anew, is found by any checkpoint at or behind it', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...ALTERATIONS), ({ entries, at, checkpoint }, alter) => {
      const kept = entries.slice(0, at);
      const events = entries.slice(at).map(({ event }, nth) => (nth === 0 ? alter(event) : event));
      const rewritten = [...kept, ...linked(kept.at(-1)?.link, () => CHAIN, events)];
      expect(findings(rewritten, []).filter(({ kind }) => kind === 'altered')).toEqual([]);
      expect(findings(rewritten, [checkpoint])).toContainEqual(
        expect.objectContaining({ kind: 'replaced', n: checkpoint.n }),
      );
    }),
    RUNS,
  );
});

test('any two entries that change places are found, with or without their links', () => {
  fc.assert(
    fc.property(cases, fc.nat(29), fc.boolean(), ({ entries, at }, other, withLinks) => {
      const to = other % entries.length;
      fc.pre(to !== at);
      const swapped = entries.map((it, nth) => {
        const from = entries[nth === at ? to : nth === to ? at : nth] ?? it;
        return withLinks ? { event: from.event, link: { ...from.link, n: it.link.n } } : { ...it, event: from.event };
      });
      const found = findings(swapped, [headOf(entries)]);
      for (const n of [at + 1, to + 1])
        expect(found).toContainEqual(expect.objectContaining({ kind: 'altered', chain: CHAIN, n }));
    }),
    RUNS,
  );
});

test('an entry put in between is found, whether it takes a place that is taken or all behind it are numbered anew', () => {
  fc.assert(
    fc.property(cases, ({ entries, at, n, checkpoint }) => {
      const event: AuditEntry = { ...(entries[at]?.event as AuditEntry), id: '00000000-0000-4000-8000-000000000000' };
      const [extra] = linked(entries[at - 1]?.link, () => CHAIN, [event]);
      if (extra === undefined) throw new Error('no link');
      const both = findings([...entries, extra], [checkpoint]);
      expect(both).toContainEqual(expect.objectContaining({ kind: 'inserted', n }));
      const behind = entries.slice(at).map((it) => ({ ...it, link: { ...it.link, n: it.link.n + 1 } }));
      const pushed = findings([...entries.slice(0, at), extra, ...behind], [checkpoint]);
      expect(pushed.length).toBeGreaterThan(0);
    }),
    RUNS,
  );
});

test('a chain cut off before its last checkpoint, or before the head that Redis still has, is found, and how much of it is gone', () => {
  fc.assert(
    fc.property(cases, ({ entries, at, checkpoint }) => {
      fc.pre(at < checkpoint.n);
      const kept = entries.slice(0, at);
      const gone = { kind: 'cutOff', chain: CHAIN, from: at + 1 };
      expect(findings(kept, [checkpoint])).toContainEqual({ ...gone, to: checkpoint.n });
      expect(findings(kept, [headOf(entries)], headOf(entries))).toContainEqual({ ...gone, to: entries.length });
    }),
    RUNS,
  );
});

test('what is written while it is being looked at is no finding; nor is another chain, begun when Redis was lost, whose end a checkpoint names', () => {
  fc.assert(
    fc.property(cases, ({ entries, n, checkpoint }) => {
      const writtenTo = headOf(entries, n);
      const sometimes = entries.filter((_, nth) => nth < n || nth % 2 === 0);
      const witnesses = checkpoint.n <= n ? [checkpoint, writtenTo] : [writtenTo];
      const other = linked(
        undefined,
        () => 'chain-2',
        entries.map(({ event }) => event),
      );
      const read = [...sometimes, ...other];
      expect(findings(read, [...witnesses, headOf(other)], writtenTo, headOf(entries))).toEqual([]);
    }),
    RUNS,
  );
});

test('a chain that no head and no checkpoint names is doubted, and so is what follows the last place that one of them names', () => {
  fc.assert(
    fc.property(cases, ({ entries, checkpoint }) => {
      const other = linked(
        undefined,
        () => 'chain-2',
        entries.map(({ event }) => event),
      );
      const all = [...entries, ...other];
      const unknown = { kind: 'unknownChain', chain: 'chain-2', from: 1, to: entries.length };
      expect(findings(all, [headOf(entries)], headOf(entries))).toEqual([unknown]);
      // Written no more: its last checkpoint is all that vouches for it. Written still: its head, once all was read.
      const last = checkpoint.n < entries.length;
      const behind = { kind: 'unwitnessed', chain: CHAIN, from: checkpoint.n + 1, to: entries.length };
      expect(findings(entries, [checkpoint])).toEqual(last ? [behind] : []);
      expect(findings(entries, [checkpoint], checkpoint)).toEqual(last ? [behind] : []);
      expect(findings(entries, [checkpoint], checkpoint, headOf(entries))).toEqual([]);
    }),
    RUNS,
  );
});
