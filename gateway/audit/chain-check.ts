import { BEGINNING, type Head, hashOf, type Link, type LinkedEntry } from './chain.ts';

/** What is wrong with a chain, and where. */
export type Finding =
  /** What it says is not what was hashed, or its place is not the one it had. */
  | { readonly kind: 'altered'; readonly chain: string; readonly n: number; readonly id: string }
  /** Nothing stands at these places, and something does behind them. */
  | { readonly kind: 'removed'; readonly chain: string; readonly from: number; readonly to: number }
  /** Two entries say that they have one place. */
  | { readonly kind: 'inserted'; readonly chain: string; readonly n: number; readonly ids: readonly string[] }
  /** It does not follow the entry before: one of both was put there. */
  | { readonly kind: 'unlinked'; readonly chain: string; readonly n: number; readonly id: string }
  /** The chain ends before a place that is known to have been written. */
  | { readonly kind: 'cutOff'; readonly chain: string; readonly from: number; readonly to: number }
  /** No checkpoint and no head names this chain: whoever reaches the record alone can write one. */
  | { readonly kind: 'unknownChain'; readonly chain: string; readonly from: number; readonly to: number }
  /** The same of the end of a chain: these follow the last place that a checkpoint or the head names. */
  | { readonly kind: 'unwitnessed'; readonly chain: string; readonly from: number; readonly to: number }
  /** At this place stood another entry when the checkpoint was signed. */
  | { readonly kind: 'replaced'; readonly chain: string; readonly n: number; readonly id: string };

/** A place that is known to have been written: the head that stands in Redis, or one of a checkpoint. */
export type Witness = Head;

export interface ChainCheck {
  /** Entries may come in any order, and twice where they were being moved; one that was changed where its hash does not reach is said so. */
  add(entry: LinkedEntry, asWritten?: boolean): void;
  /**
   * All that is wrong; of the chain that is still being written what lies between its head before and after it was read is not looked at, since
   * it was being written.
   */
  findings(
    witnesses: readonly Witness[],
    writing?: { readonly before: Head; readonly after: Head },
  ): readonly Finding[];
  /** Each chain, how many of its places are there, its first entry’s time, and its last entry. */
  chains(): readonly ChainSeen[];
}

export interface ChainSeen {
  readonly chain: string;
  readonly entries: number;
  readonly began: string;
  readonly end: Head;
}

type Place = Pick<Link, 'hash' | 'previous'> & { readonly id: string };

/** Looks at every entry once; what is kept of each is its place, two hashes and its id. */
export function chainCheck(): ChainCheck {
  const chains = new Map<string, Map<number, Place>>();
  const began = new Map<string, string>();
  const found: Finding[] = [];

  return {
    add({ link, event }, asWritten = true) {
      const { chain, n, hash, previous } = link;
      const places = chains.get(chain) ?? new Map<number, Place>();
      chains.set(chain, places);
      if (event.recorded < (began.get(chain) ?? '~')) began.set(chain, event.recorded);
      const standing = places.get(n);
      // We number from 1: behind no witness and before every place, one would stand where nobody looks.
      const isAsHashed = asWritten && Number.isSafeInteger(n) && n > 0 && hashOf(link, event) === hash;
      if (standing === undefined) {
        places.set(n, { hash, previous, id: event.id });
        if (!isAsHashed) found.push({ kind: 'altered', chain, n, id: event.id });
      } else if (standing.hash !== hash || standing.id !== event.id)
        found.push({ kind: 'inserted', chain, n, ids: [standing.id, event.id] });
      else if (!isAsHashed) found.push({ kind: 'altered', chain, n, id: event.id });
    },

    findings(witnesses, writing) {
      const names = new Set([...chains.keys(), ...witnesses.map(({ chain }) => chain)]);
      const all = [...names].flatMap((chain) => {
        const isWritten = writing?.before.chain === chain && writing.after.chain === chain;
        const end = isWritten ? writing.before.n : Number.POSITIVE_INFINITY;
        const places = chains.get(chain) ?? new Map<number, Place>();
        const known = witnesses.filter((it) => it.chain === chain);
        const altered = found.filter((it) => it.chain === chain && ('from' in it || it.n <= end));
        const witnessed = isWritten ? writing.after.n : Math.max(0, ...known.map(({ n }) => n));
        return [
          ...altered,
          ...gapsAndLinks(chain, places, end),
          // What was signed meanwhile stands where nobody has looked.
          ...cutOff(chain, places, isWritten ? known.filter(({ n }) => n <= end || n > writing.after.n) : known, end),
          ...replaced(chain, places, known),
          ...unwitnessed(chain, places, witnessed),
        ];
      });
      return distinct(all);
    },

    chains: () =>
      [...chains].map(([chain, places]) => ({
        chain,
        entries: places.size,
        began: began.get(chain) ?? '',
        end: endOf(chain, places),
      })),
  };
}

const endOf = (chain: string, places: ReadonlyMap<number, Place>): Head => {
  const n = lastOf(places);
  return { chain, n, hash: places.get(n)?.hash ?? BEGINNING };
};

function lastOf(places: ReadonlyMap<number, Place>, end = Number.POSITIVE_INFINITY): number {
  let last = 0;
  for (const n of places.keys()) if (n > last && n <= end) last = n;
  return last;
}

/** A chain links what it has; that it was written by us only its head says, or who signed where it stood. */
function unwitnessed(chain: string, places: ReadonlyMap<number, Place>, witnessed: number): readonly Finding[] {
  const behind = [...places.keys()].filter((n) => n > witnessed).sort((a, b) => a - b);
  const [from, to] = [behind[0], behind.at(-1)];
  if (from === undefined || to === undefined) return [];
  return [{ kind: witnessed === 0 ? 'unknownChain' : 'unwitnessed', chain, from, to }];
}

function gapsAndLinks(chain: string, places: ReadonlyMap<number, Place>, end: number): readonly Finding[] {
  const found: Finding[] = [];
  let last = 0;
  let hash = BEGINNING;
  for (const n of [...places.keys()].filter((it) => it <= end).sort((a, b) => a - b)) {
    const place = places.get(n);
    if (place === undefined) continue;
    if (n > last + 1) found.push({ kind: 'removed', chain, from: last + 1, to: n - 1 });
    else if (place.previous !== hash) found.push({ kind: 'unlinked', chain, n, id: place.id });
    last = n;
    hash = place.hash;
  }
  return found;
}

function cutOff(
  chain: string,
  places: ReadonlyMap<number, Place>,
  witnesses: readonly Witness[],
  end: number,
): readonly Finding[] {
  const last = lastOf(places, end);
  const furthest = Math.max(0, ...witnesses.map(({ n }) => n));
  return furthest > last ? [{ kind: 'cutOff', chain, from: last + 1, to: furthest }] : [];
}

const replaced = (
  chain: string,
  places: ReadonlyMap<number, Place>,
  witnesses: readonly Witness[],
): readonly Finding[] =>
  witnesses.flatMap(({ n, hash }): Finding[] => {
    const place = places.get(n);
    return place === undefined || place.hash === hash ? [] : [{ kind: 'replaced', chain, n, id: place.id }];
  });

const distinct = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((it) => [JSON.stringify(it), it])).values(),
];
