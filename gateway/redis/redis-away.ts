/**
 * Whether a command failed because Redis went away under it, is starting, or cannot write now: the same may succeed later. ioredis sends a
 * command again after it lost its connection, but not several that were under way together.
 */
export const isRedisAway = (error: unknown): boolean => error instanceof Error && AWAY.test(error.message);

/** ioredis’ own words, and what Redis begins an error with (redis.io, "Redis serialization protocol", simple errors). */
const AWAY =
  /^(?:Command aborted due to connection close|Connection is closed\.|(?:LOADING|BUSY|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS|MISCONF|OOM)\b)/;
