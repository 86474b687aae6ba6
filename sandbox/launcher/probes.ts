import { Redis } from 'ioredis';
import { timeLimit } from '../../gateway/process/time-limit.ts';
import type { Probe } from './wait-until-ready.ts';

// The first /metadata builds the whole CapabilityStatement: seconds on a loaded machine.
const METADATA_TIMEOUT_MS = 10_000;
const PING_TIMEOUT_MS = 2_000;

/** HAPI is ready when it tells what it can do. */
export function hapiProbe(fhirBaseUrl: string): Probe {
  return async (signal) => {
    const response = await fetch(`${fhirBaseUrl}/metadata`, {
      headers: { accept: 'application/fhir+json' },
      signal: timeLimit(signal, METADATA_TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  };
}

/** Redis is ready when it answers PING; while it loads its file it refuses. */
export function redisProbe(url: string): Probe {
  return async () => {
    const redis = new Redis(url, {
      lazyConnect: true,
      retryStrategy: () => null,
      maxRetriesPerRequest: 0,
      connectTimeout: PING_TIMEOUT_MS,
      commandTimeout: PING_TIMEOUT_MS,
      enableReadyCheck: false,
    });
    // ioredis prints errors that nobody listens to; the rejection below says the same.
    redis.on('error', () => {});
    try {
      await redis.connect();
      return (await redis.ping()) === 'PONG';
    } finally {
      redis.disconnect();
    }
  };
}
