/**
 * Whether a command failed because Redis went away under it, is starting, or cannot write now: the same may succeed later. ioredis sends a
 * command again after it lost its connection, but not several that were under way together.
 */
export const isRedisAway = (error: unknown): boolean =>
  error instanceof Error && AWAY.some((words) => words.test(error.message));

/** ioredis’ own words, and what Redis begins an error with (redis.io, "Redis serialization protocol", simple errors). */
const AWAY: readonly RegExp[] = [
  /^Command aborted due to connection close/,
  /^Connection is closed\./,
  // Of a connection that keeps nothing for later, and of one that waits no longer.
  /^Stream isn't writeable/,
  /^Command timed out/,
  /^Reached the max retries per request limit/,
  /^(?:LOADING|BUSY|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|MISCONF|OOM)\b/,
];
