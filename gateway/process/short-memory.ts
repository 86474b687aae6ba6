/** What is known again for a while, by name, in a bounded number. */
export interface ShortMemory<T> {
  find(name: string): T | undefined;
  keep(name: string, value: T, untilMs: number): void;
  forget(name: string): void;
}

/** Of this process only. When it is full the older half goes: whoever still uses it asks once more. */
export function shortMemory<T>({ most, now }: { readonly most: number; readonly now: () => number }): ShortMemory<T> {
  const kept = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    find(name) {
      const found = kept.get(name);
      return found !== undefined && found.until > now() ? found.value : undefined;
    },
    keep(name, value, until) {
      for (const old of kept.size < most ? [] : [...kept.keys()].slice(0, Math.ceil(most / 2))) kept.delete(old);
      // A Map remembers the order of first writing: what is kept again is young again.
      kept.delete(name);
      kept.set(name, { value, until });
    },
    forget: (name) => void kept.delete(name),
  };
}
