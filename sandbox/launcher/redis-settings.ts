/** What the gateway needs of Redis: what is acknowledged is on disk, and nothing is thrown away to make room. */
export const REDIS_SETTINGS: readonly string[] = [
  ...['--appendonly', 'yes'],
  ...['--appendfsync', 'always'],
  ...['--maxmemory-policy', 'noeviction'],
  // The append-only file is the record; snapshots beside it would only cost.
  ...['--save', ''],
];
