import { createHash } from 'node:crypto';

/** SHA-256 of JSON: the same content in any order of its members has the same hash. */
export const contentHash = (content: unknown): string => createHash('sha256').update(canonical(content)).digest('hex');

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, it: unknown) =>
    typeof it === 'object' && it !== null && !Array.isArray(it)
      ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1)))
      : it,
  );
