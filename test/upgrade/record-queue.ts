import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { FAMILIES } from '../../sandbox/families/families.ts';
import { gatewayClient } from '../../sandbox/families/gateway-client.ts';
import { playStep } from '../../sandbox/families/play-step.ts';
import { storyCalendar } from '../../sandbox/families/story-calendar.ts';
import { startStack } from '../../sandbox/launcher/start-stack.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { aCircle, aPlan, aReferral } from '../stack/concept-examples.ts';
import { eventually, withClient } from '../stack/stack-sandbox.ts';
import { type KeptKey, type KeptQueue, readKey } from './kept-queue.ts';

/**
 * Run in a checkout of a release: `node --import tsx test/upgrade/record-queue.ts test/upgrade/queue-<release>.json`. Plays the families and a
 * little more, stops, then puts every event that went through back into its lane: what a gateway leaves whose workers were away all along.
 */
const [file = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stderr.write(`${line}\n`);
/** What BullMQ tells who listens, and locks: not what a release leaves to the next. */
const PASSING = /:(events|stalled|stalled-check|lock)$/;
const LANES = 2;
const CENTRE_ASKED = 'hochelaga';
const WITHIN_MS = 120_000;
const sealingKeys = `upgrade:${randomBytes(32).toString('base64')}`;
const pages = await mkdtemp(join(tmpdir(), 'passerelle-upgrade-'));
const signal = new AbortController().signal;

const stack = await startStack({ say, language: 'en' });
try {
  const sandbox = await startSandbox({
    say: () => undefined,
    language: 'en',
    log: pino({ level: 'silent' }),
    env: { ...process.env, HAPI_URL: stack.hapi.url, REDIS_URL: stack.redis.url },
    settings: { SEALING_KEYS: sealingKeys, LANES: String(LANES), BESIDE_MAX_MS: '1500', BESIDE_LOOK_AGAIN_MS: '300' },
  });
  try {
    await playFamilies(sandbox);
    await setAside(sandbox);
    await refuseDelivery(sandbox);
    await refer(sandbox);
  } finally {
    await sandbox.stop();
  }
  const redis = new Redis(stack.redis.url);
  const kept = await keep(redis);
  redis.disconnect();
  await writeFile(file, `${JSON.stringify(kept, undefined, 1)}\n`);
  say(
    `${file}: ${Object.keys(kept.keys).length} keys, ${kept.waiting.length} events wait, ${kept.record.length} concepts`,
  );
} finally {
  await stack.stop();
  await rm(pages, { recursive: true });
}

async function playFamilies(sandbox: Sandbox): Promise<void> {
  const telling = { calendar: storyCalendar(new Date()), own: (name: string) => `${name}-upgrade` };
  for (const storyOf of FAMILIES) {
    const story = storyOf(telling);
    const gateway = gatewayClient({
      url: sandbox.gatewayUrl,
      token: () => sandbox.centreToken(story.centre),
      language: 'en',
      withinMs: WITHIN_MS,
      signal,
    });
    const { partners, registry } = sandbox;
    const scene = { story, gateway, partners, registry, pages, withinMs: WITHIN_MS, signal, requests: new Map() };
    for (const step of story.steps) {
      say(`${story.centre}: ${step.says.en}`);
      await playStep(step, scene);
    }
  }
}

/** A plan whose circle never comes: a dead letter. */
async function setAside(sandbox: Sandbox): Promise<void> {
  const { call } = withClient(sandbox);
  const body = aPlan('plan-upgrade', 'child-upgrade', { circle: 'never-upgrade' });
  const { body: exchange } = await call('PUT', '/v1/action-plans/plan-upgrade', { body });
  await eventually(
    () => call('GET', `/v1/exchanges/${exchange.id}`),
    (answer) => answer.body.state === 'parked',
    WITHIN_MS,
  );
}

/** A request that its partner refuses for good: a delivery set aside. */
async function refuseDelivery(sandbox: Sandbox): Promise<void> {
  const { call } = withClient(sandbox);
  await call('PUT', '/v1/care-circles/circle-upgrade', { body: aCircle('circle-upgrade', 'child-b-upgrade') });
  sandbox.partners.get('clsc-hochelaga')?.fault({ kind: 'error-500' });
  const body = aReferral('refused-upgrade', 'child-b-upgrade');
  await call('PUT', '/v1/service-referrals/refused-upgrade', { body });
  await eventually(
    () => call('GET', '/v1/service-referrals/refused-upgrade'),
    (answer) => answer.body.record?.deliveries[0]?.state === 'failing',
    WITHIN_MS,
  );
}

/** A hospital refers a child, with words for a person to read. */
async function refer(sandbox: Sandbox): Promise<void> {
  const { call } = withClient(sandbox);
  await sandbox.partners.get('hopital-enfants')?.refer({
    child: { given: 'Jade', family: 'Invention', birthDate: '2022-04-01' },
    centre: CENTRE_ASKED,
    what: 'Évaluation globale',
    reason: 'Retard de langage',
    note: 'À lire par une personne',
  });
  await eventually(
    () => call('GET', '/v1/inbound-referrals?sender=hopital-enfants', { centre: CENTRE_ASKED }),
    (answer) => answer.body.referrals.length > 0,
    WITHIN_MS,
  );
}

async function keep(redis: Redis): Promise<KeptQueue> {
  const waiting: string[] = [];
  for (let lane = 0; lane < LANES; lane += 1) waiting.push(...(await putBack(redis, `{lane-${lane}}:lane`)));
  const keys: Record<string, KeptKey> = {};
  for (const key of (await redis.keys('*')).sort()) if (!PASSING.test(key)) keys[key] = await readKey(redis, key);
  const release = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  return { release, sealingKeys, lanes: LANES, waiting, record: await recordOf(), keys };
}

/** Puts what went through its lane back into it, in the order in which it went. */
async function putBack(redis: Redis, queue: string): Promise<readonly string[]> {
  const exchanges: string[] = [];
  for (const id of await redis.zrange(`${queue}:completed`, '0', '-1')) {
    if ((await redis.hget(`${queue}:${id}`, 'returnvalue')) !== '"synced"') continue;
    await redis.zrem(`${queue}:completed`, id);
    await redis.hdel(`${queue}:${id}`, 'returnvalue', 'finishedOn', 'processedOn', 'atm', 'ats', 'pb');
    await redis.lpush(`${queue}:wait`, id);
    const { exchangeId } = JSON.parse((await redis.hget(`${queue}:${id}`, 'data')) ?? '{}');
    await redis.hdel(`passerelle:exchange:${exchangeId}`, 'outcome');
    exchanges.push(exchangeId);
  }
  return exchanges;
}

async function recordOf(): Promise<KeptQueue['record']> {
  const all = [];
  for (const type of ['CareTeam', 'CarePlan', 'ServiceRequest']) {
    const bundle = (await (await fetch(`${stack.hapi.url}/${type}?_count=200`)).json()) as fhir4.Bundle;
    for (const { resource } of bundle.entry ?? []) {
      const named = resource as fhir4.CareTeam;
      const revision = named.extension?.find(({ url }) => url.endsWith('psc-revision'));
      const version = revision?.extension?.find(({ url }) => url === 'version')?.valuePositiveInt;
      const identifier = named.identifier?.[0];
      if (version !== undefined && identifier !== undefined)
        all.push({ type, identifier: `${identifier.system}|${identifier.value}`, version });
    }
  }
  return all;
}
