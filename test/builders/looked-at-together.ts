import type { MemoryRecord } from './memory-record.ts';

/** The same record, of which each of so many looks before another has written. */
export function lookedAtTogether(record: MemoryRecord, lookers: number): MemoryRecord {
  let looked = 0;
  let go = (): void => undefined;
  const all = new Promise<void>((resolve) => {
    go = resolve;
  });
  return {
    ...record,
    read: async (type, id) => {
      const found = await record.read(type, id);
      looked += 1;
      if (looked >= lookers) go();
      await all;
      return found;
    },
  };
}
