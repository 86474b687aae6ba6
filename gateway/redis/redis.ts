import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { GatewayError } from '../failures.ts';
import type { Closer } from '../process/closer.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/** Connects and says how durable the server is. Throws GatewayError `unavailable` when it does not answer in ten seconds. */
export async function connectRedis(url: string, log: Logger, closing: Closer): Promise<Redis> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, connectTimeout: CONNECT_TIMEOUT_MS });
  redis.on('error', (error) => log.warn({ error: error.name }, 'redis'));
  closing.add(() => redis.disconnect());
  const answered = await Promise.race([redis.ping().catch(() => undefined), silenceFor(CONNECT_TIMEOUT_MS)]);
  if (answered !== 'PONG')
    throw new GatewayError('unavailable', 'Redis does not answer: start it, or correct REDIS_URL');
  await warnUnlessDurable(redis, log);
  return redis;
}

/** Sees to it that something stands in Redis: now, and each time that Redis is back, since it may have lost what stood in it. */
export async function keepStanding(redis: Pick<Redis, 'on'>, put: () => Promise<unknown>): Promise<void> {
  await put();
  // The connection tells of its own errors; the next time it is back, it is put again.
  redis.on('ready', () => void put().catch(() => undefined));
}

const silenceFor = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** What is acknowledged must be on disk (design.md §2.1). A managed Redis may hide its settings: then it is only said. */
async function warnUnlessDurable(redis: Redis, log: Logger): Promise<void> {
  // One name a call: several at once need Redis 7.
  const settingOf = async (name: string): Promise<unknown> => {
    const pair: unknown = await redis.config('GET', name).catch(() => undefined);
    return Array.isArray(pair) ? pair[1] : undefined;
  };
  const wanted = { appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction' };
  const found = await Promise.all(
    Object.entries(wanted).map(async ([name, value]) => ({ name, value, is: await settingOf(name) })),
  );
  const wrong = found.filter(({ value, is }) => is !== value).map(({ name, value }) => `${name} ${value}`);
  if (wrong.length > 0)
    log.warn({ wanted: wrong }, 'Redis may lose what was acknowledged, or does not show its settings: set these');
}
