import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { exchanges } from '../../gateway/lanes/exchanges.ts';
import { closer } from '../../gateway/process/closer.ts';
import { startStack } from '../../sandbox/launcher/start-stack.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { type KeptQueue, writeKey } from '../upgrade/kept-queue.ts';
import { aCircle } from './concept-examples.ts';
import { eventually, request, type StackSandbox, withClient } from './stack-sandbox.ts';

/**
 * What release 0.1.0 left in Redis (test/upgrade/record-queue.ts made it from that release’s own code) is taken up by today’s: whoever changes
 * the shape of a job, an event or a key without reading the old one fails here.
 */
const FIXTURE = new URL('../upgrade/queue-0.1.0.json', import.meta.url);
const YEARS_HOURS = String(100 * 365 * 24);
const closing = closer();
let kept: KeptQueue;
let redis: Redis;
let sandbox: StackSandbox;

beforeAll(async () => {
  kept = JSON.parse(await readFile(FIXTURE, 'utf8'));
  const env = { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL };
  const stack = await startStack({ say: () => undefined, env });
  closing.add(() => stack.stop());
  redis = new Redis(stack.redis.url);
  closing.add(() => redis.disconnect());
  for (const [key, value] of Object.entries(kept.keys)) await writeKey(redis, key, value);
  const started = await startSandbox({
    say: () => undefined,
    language: 'en',
    log: pino({ level: 'silent' }),
    env: { ...env, REDIS_URL: stack.redis.url },
    settings: {
      SEALING_KEYS: kept.sealingKeys,
      LANES: String(kept.lanes),
      // It was left long ago, and is not too old.
      QUEUE_AGE_MAX_HOURS: YEARS_HOURS,
      DELIVERY_AGE_MAX_HOURS: YEARS_HOURS,
    },
  });
  closing.add(() => started.stop());
  sandbox = withClient(started);
});
afterAll(() => closing.close(), 60_000);

/** As Redis has it: a receipt of a delivery is no exchange of a centre’s. */
const stateOf = async (exchange: string) => (await exchanges(redis, 60).find(exchange))?.state;
const lettersOf = async (query: string) =>
  (
    await request('GET', `${sandbox.gatewayUrl}/v1/dead-letters${query}`, undefined, {
      authorization: `Bearer ${await sandbox.operatorToken()}`,
    })
  ).body.letters;

test('every event that the release before left in its lanes is processed, and the record ends as that release would have left it', async () => {
  expect(kept.waiting.length).toBeGreaterThan(40);
  for (const exchange of kept.waiting)
    await eventually(
      () => stateOf(exchange),
      (state) => state === 'synced',
      120_000,
    );
  for (const { type, identifier, version } of kept.record) {
    const { body } = await sandbox.hapi(`${type}?identifier=${identifier}`);
    expect([identifier, body.total]).toEqual([identifier, 1]);
    const revision = body.entry[0].resource.extension.find(({ url }: { url: string }) => url.endsWith('psc-revision'));
    const found = revision.extension.find(({ url }: { url: string }) => url === 'version');
    expect([identifier, found.valuePositiveInt]).toEqual([identifier, version]);
  }
});

test('a delivery that the release before was still trying reaches its partner', async () => {
  await eventually(
    async () => sandbox.partners.get('clsc-hochelaga')?.tasks().length ?? 0,
    (tasks) => tasks > 0,
    60_000,
  );
  await eventually(
    () => sandbox.call('GET', '/v1/service-referrals/refused-upgrade'),
    ({ body }) => body.record?.deliveries[0]?.state === 'sent',
    60_000,
  );
});

test('what the release before set aside is shown with its reason, and goes through once it is put back', async () => {
  const [letter] = await lettersOf('?kind=concept');
  expect(letter).toMatchObject({ concept: 'action-plan', identifier: 'plan-upgrade', failure: 'invalidInput' });
  const body = aCircle('never-upgrade', 'child-upgrade');
  expect((await sandbox.call('PUT', '/v1/care-circles/never-upgrade', { body })).status).toBeLessThan(300);
  const asked = { ids: [letter.id], dryRun: false, perMinute: 600 };
  await request('POST', `${sandbox.gatewayUrl}/v1/dead-letters/replays`, asked, {
    authorization: `Bearer ${await sandbox.operatorToken()}`,
  });
  await eventually(
    () => stateOf(letter.id),
    (state) => state === 'synced',
    60_000,
  );
  // The letter goes right after the exchange has said so.
  await eventually(
    () => lettersOf('?kind=concept'),
    (letters) => letters.length === 0,
  );
});

test('words that wait to be read since the release before are read', async () => {
  const { body } = await sandbox.call('GET', '/v1/words');
  expect(JSON.stringify(body)).toContain('À lire par une personne');
});
