import { expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import type { Caller } from '../../../../gateway/access/caller.ts';
import { clientLimits } from '../../../../gateway/access/client-limits.ts';
import { callerOf } from '../../../../gateway/doors/http/authenticate.ts';
import { anApp } from '../../../builders/an-app.ts';

const PER_MINUTE = 60;

/** Redis as far as a limiter asks it: one counter a key, with its end. */
function aRedis(status = 'ready') {
  const counts = new Map<string, number>();
  const counted = async (key: string, points: number) => {
    const count = (counts.get(key) ?? 0) + points;
    counts.set(key, count);
    return [count, 30_000];
  };
  const redis = {
    status,
    rlflxIncr: (args: readonly unknown[]) => counted(String(args[0]), Number(args[1])),
    defineCommand: () => undefined,
  };
  return { redis: redis as unknown as Redis, counts };
}

const caller = (client: string, id = 'verdun'): Caller => ({ kind: 'centre', id, client });
const times = async (count: number, call: () => Promise<void>): Promise<number> => {
  for (let done = 0; done < count; done += 1)
    try {
      await call();
    } catch {
      return done;
    }
  return count;
};

test('a client may call as often as is set, over all processes, and is then told how long to wait', async () => {
  const { redis } = aRedis();
  const [one, other] = [clientLimits(redis, { perMinute: PER_MINUTE }), clientLimits(redis, { perMinute: PER_MINUTE })];
  const done = await times(PER_MINUTE * 2, () => one(caller('a')));
  expect(done).toBe(PER_MINUTE);
  await expect(other(caller('a'))).rejects.toMatchObject({ kind: 'tooMany', retryAfterMs: 30_000 });
});

test('what one client does is no other’s, of the same centre either', async () => {
  const { redis } = aRedis();
  const limits = clientLimits(redis, { perMinute: PER_MINUTE });
  await times(PER_MINUTE * 2, () => limits(caller('a')));
  await limits(caller('b'));
  await limits(caller('a', 'vanier'));
});

test('counters say nothing of who called', async () => {
  const { redis, counts } = aRedis();
  await clientLimits(redis, { perMinute: PER_MINUTE })(caller('clinique-verdun'));
  expect([...counts.keys()].join()).not.toMatch(/verdun|clinique/);
});

test('while Redis is away nobody is refused for what cannot be counted', async () => {
  const { redis } = aRedis('connecting');
  expect(await times(PER_MINUTE * 2, () => clientLimits(redis, { perMinute: PER_MINUTE })(caller('a')))).toBe(
    PER_MINUTE * 2,
  );
});

test('429 is an OperationOutcome with Retry-After', async () => {
  const { redis } = aRedis();
  const limits = clientLimits(redis, { perMinute: PER_MINUTE });
  const app = await anApp(
    {
      '/': async (_req, res) => {
        const who = callerOf(res);
        if (who !== undefined) await limits(who);
        res.json({});
      },
    },
    { caller: caller('a') },
  );
  try {
    for (let n = 0; n < PER_MINUTE; n += 1) expect((await app.call('GET', '/')).status).toBe(200);
    const { status, headers, body } = await app.call('GET', '/');
    expect([status, headers.get('retry-after'), body.resourceType, body.issue[0].code]).toEqual([
      429,
      '30',
      'OperationOutcome',
      'throttled',
    ]);
  } finally {
    await app.stop();
  }
});
