/** What the gateway needs of Redis: what is acknowledged is on disk, and nothing is thrown away to make room. */
export const REDIS_SETTINGS: readonly string[] = [
  ...['--appendonly', 'yes'],
  ...['--appendfsync', 'always'],
  ...['--maxmemory-policy', 'noeviction'],
  // The append-only file is the record; snapshots beside it would only cost.
  ...['--save', ''],
  // What waits is compressed and sealed: doing it again when the file is written anew takes a core for seconds, and gains nothing.
  ...['--rdbcompression', 'no'],
];
