import type { Logger } from 'pino';
import type { Audit } from './audit.ts';
import type { Reader } from './reader.ts';
import type { RefusedCall } from './refused-call-event.ts';

export interface Refused extends Omit<RefusedCall, 'id' | 'times' | 'at'> {
  /** What was sent cannot be read or is not valid: counted apart, so that a client that writes badly hides nothing of what it may not ask. */
  readonly unread?: true;
}

export interface RefusalBook {
  /** Before the refusal is answered. Never throws: whoever was refused stays refused, whatever becomes of the entry. */
  note(refused: Refused): Promise<void>;
  /** Writes how many more there were, once their minute has passed; at the end, those of `all`. To be called now and then. */
  tellMore(which?: 'past' | 'all'): Promise<void>;
}

export interface RefusalBookDeps {
  readonly audit: Pick<Audit, 'refusedCall'>;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'error'>;
}

const MINUTE_MS = 60_000;
/** Entries of their own in a minute, of one caller or one network; the rest is one entry that says how many. */
const EACH_MAX = 10;
/** Of all who are not known, together. */
const STRANGERS_MAX = 30;
/** Callers who are counted apart; beyond, together. */
const CALLERS_MAX = 100;
/** A refusal waits for its entry so long, and is answered all the same. */
const WRITTEN_WITHIN_MS = 1_000;

/**
 * Refused calls in the audit, bounded: the first ones of a minute have an entry each, the rest one together that says how many. However many
 * are refused, of one process and minute strangers take 31 entries, and a caller with a token twice 11; the count is kept in memory.
 */
export function refusalBook({ audit, newId, now, log }: RefusalBookDeps): RefusalBook {
  let minute = minuteOf(now());
  let counts = newCounts();

  const write = async ({ unread: _counted, ...refused }: Refused, times: number): Promise<void> => {
    try {
      await audit.refusedCall({ ...refused, id: newId(), times, at: now().toISOString() });
    } catch {
      log.error({ why: refused.why, times }, 'a refused call is not in the audit');
    }
  };

  const tellMore: RefusalBook['tellMore'] = async (which = 'past') => {
    if (which === 'past' && minuteOf(now()) === minute) return;
    const before = counts;
    counts = newCounts();
    minute = minuteOf(now());
    const slots = [before.strangers, before.others, ...before.known.values()];
    await Promise.all(slots.flatMap(({ by, more }) => (more > 0 ? [write({ ...by, why: 'more' }, more)] : [])));
  };

  return {
    async note(refused) {
      void tellMore();
      if (hasOwnEntry(counts, refused)) await within(WRITTEN_WITHIN_MS, write(refused, 1));
    },
    tellMore,
  };
}

interface Slot {
  readonly by?: { readonly by: Reader };
  written: number;
  more: number;
}

interface Counts {
  readonly strangers: Slot;
  /** Entries of each network; there are never more of them than strangers have entries. */
  readonly networks: Map<string, number>;
  readonly known: Map<string, Slot>;
  /** Known, but too many. */
  readonly others: Slot;
}

const newCounts = (): Counts => ({
  strangers: { written: 0, more: 0 },
  networks: new Map(),
  known: new Map(),
  others: { written: EACH_MAX, more: 0 },
});

/** Counts one more, and says whether it has an entry of its own. */
function hasOwnEntry(counts: Counts, { by, unread }: Refused): boolean {
  if (by !== undefined && 'of' in by) return spend(slotOf(counts, by, unread === true), EACH_MAX);
  const network = by?.network ?? '';
  const ofNetwork = counts.networks.get(network) ?? 0;
  const has = spend(counts.strangers, ofNetwork < EACH_MAX ? STRANGERS_MAX : 0);
  if (has) counts.networks.set(network, ofNetwork + 1);
  return has;
}

function slotOf({ known, others }: Counts, by: Reader, isUnread: boolean): Slot {
  const key = JSON.stringify([by.of, by.client, by.professional, isUnread]);
  const found = known.get(key);
  if (found !== undefined || known.size >= CALLERS_MAX) return found ?? others;
  const slot = { by: { by }, written: 0, more: 0 };
  known.set(key, slot);
  return slot;
}

function spend(slot: Slot, max: number): boolean {
  const has = slot.written < max;
  if (has) slot.written += 1;
  else slot.more += 1;
  return has;
}

const minuteOf = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS);

function within(ms: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, ms);
    void work.finally(() => {
      clearTimeout(limit);
      resolve();
    });
  });
}
