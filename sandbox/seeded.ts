/** Chance that a seed repeats: the same seed draws the same load and the same faults. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  happens(probability: number): boolean;
  /** Throws a RangeError where there is nothing to choose from. */
  one<T>(of: readonly T[]): T;
  shuffled<T>(all: readonly T[]): readonly T[];
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty to vary a schedule, and need no package. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), bits | 61)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    happens: (probability) => next() < probability,
    one(of) {
      const chosen = of[whole(0, of.length - 1)];
      if (chosen === undefined) throw new RangeError('nothing to choose from');
      return chosen;
    },
    shuffled(all) {
      const left = [...all];
      return all.flatMap(() => left.splice(whole(0, left.length - 1), 1));
    },
  };
}
