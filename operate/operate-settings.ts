import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { SETTINGS } from '../gateway/config.ts';
import { type SealingKeys, sealingKeysFrom } from '../gateway/lanes/sealing.ts';
import { OperateProblem } from './gateway-client.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What the commands that go to Redis and HAPI themselves read of the gateway's own settings; the same variables, the same values without them. */
export interface OperateSettings {
  readonly redisUrl: string;
  readonly hapiUrl: string;
  readonly sealingKeysText: string;
  readonly sealingKeys: SealingKeys;
}

export function operateSettings(env: Env): OperateSettings {
  const sealingKeysText = env.SEALING_KEYS ?? '';
  return {
    redisUrl: env.REDIS_URL || SETTINGS.REDIS_URL,
    hapiUrl: (env.HAPI_URL || SETTINGS.HAPI_URL).replace(/\/$/, ''),
    sealingKeysText,
    sealingKeys: sealingKeysText === '' ? [] : keysIn(sealingKeysText),
  };
}

function keysIn(text: string): SealingKeys {
  try {
    return sealingKeysFrom(text);
  } catch (cause) {
    // Before a language is known.
    throw new OperateProblem('SEALING_KEYS : id:base64,id:base64 – 32 octets / bytes', { cause });
  }
}

const CONNECT_TIMEOUT_MS = 10_000;

/** Runs with a connection to Redis of its own, closed at the end. Throws OperateProblem when there is none to be had. */
export async function withRedis<T>(url: string, noRedis: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: null,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect().catch((cause: unknown) => {
      throw new OperateProblem(noRedis, { cause });
    });
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

const PACKAGE = new URL('../package.json', import.meta.url);

/** The release that runs. */
export const releaseOf = (): string => JSON.parse(readFileSync(PACKAGE, 'utf8')).version;
