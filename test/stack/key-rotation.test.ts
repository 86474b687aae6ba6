import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { closer } from '../../gateway/process/closer.ts';
import { operateCommand } from '../../operate/operate-command.ts';
import { type Stack, startStack } from '../../sandbox/launcher/start-stack.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { aCircle, aPlan } from './concept-examples.ts';
import { eventually, ownIds, request, type StackSandbox, withClient } from './stack-sandbox.ts';

const id = ownIds();
const closing = closer();
const [OLD, NEW] = ['ancienne', 'nouvelle'].map((name) => `${name}:${randomBytes(32).toString('base64')}`);
let stack: Stack;
let running: Sandbox | undefined;
let letter: string;

const env = () => ({ ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL, REDIS_URL: stack.redis.url });

beforeAll(async () => {
  stack = await startStack({
    say: () => undefined,
    env: { ...process.env, HAPI_URL: process.env.STACK_TEST_HAPI_URL },
  });
  closing.add(() => stack.stop());
  closing.add(() => running?.stop());
});
afterAll(() => closing.close(), 60_000);

/** Everything again, over the same Redis, with these keys. */
async function withKeys(keys: string): Promise<StackSandbox> {
  await running?.stop();
  const settings = {
    SEALING_KEYS: keys,
    BESIDE_MAX_MS: '1000',
    BESIDE_LOOK_AGAIN_MS: '300',
  };
  running = await startSandbox({
    say: () => undefined,
    language: 'en',
    log: pino({ level: 'silent' }),
    env: env(),
    settings,
  });
  return withClient(running);
}

async function operate(keys: string, ...words: readonly string[]): Promise<string> {
  const said: string[] = [];
  const command = operateCommand({ env: { ...env(), SEALING_KEYS: keys }, say: (line) => void said.push(line) });
  await command.parseAsync(['--lang', 'en', ...words], { from: 'user' });
  return said.join('\n');
}

const replay = async ({ gatewayUrl, operatorToken }: StackSandbox, ids: readonly string[]) =>
  request(
    'POST',
    `${gatewayUrl}/v1/dead-letters/replays`,
    { ids, dryRun: false, perMinute: 600 },
    { authorization: `Bearer ${await operatorToken()}` },
  );

/** A plan whose circle is not there: set aside, sealed, until somebody puts it back. */
async function setAside({ call }: StackSandbox, name: string): Promise<string> {
  const body = aPlan(id(name), id(`child-${name}`), { circle: id(`circle-${name}`) });
  const { body: exchange } = await call('PUT', `/v1/action-plans/${id(name)}`, { body });
  await eventually(
    () => call('GET', `/v1/exchanges/${exchange.id}`),
    (answer) => answer.body.state === 'parked',
  );
  return exchange.id;
}

test('under a new key put before the old one, what the old one sealed still opens, and the command says that it is in use', async () => {
  const first = await withKeys(`${OLD}`);
  letter = await setAside(first, 'plan');
  await first.partners.get('hopital-enfants')?.refer({
    child: { given: 'Jade', family: `Invention${id('f')}`, birthDate: '2022-04-01' },
    centre: 'hochelaga',
    what: 'Évaluation globale',
    note: 'Mots à lire',
  });
  await eventually(
    () => first.call('GET', '/v1/words'),
    ({ body }) => JSON.stringify(body).includes('Mots à lire'),
  );

  const second = await withKeys(`${NEW},${OLD}`);
  expect((await second.call('GET', `/v1/dead-letters/${letter}/content`)).body.content).toMatchObject({
    id: id('plan'),
  });
  expect(JSON.stringify((await second.call('GET', '/v1/words')).body)).toContain('Mots à lire');
  await setAside(second, 'plan-b');
  const told = await operate(`${NEW},${OLD}`, 'keys', 'list');
  expect(told).toMatch(/^nouvelle {2}seals {2}\d+ .*parked 1/m);
  expect(told).toMatch(/^ancienne {2}still in use {2}\d+ .*parked 1.*words 1/m);
  expect(await operate(`${NEW}`, 'keys', 'list')).toMatch(/^ancienne {2}UNKNOWN/m);
});

test('sealed again under the new key, the old one may go: nothing needs it, and what waits goes through without it', async () => {
  const keys = `${NEW},${OLD}`;
  expect(await operate(keys, 'keys', 'reseal')).toContain('A dry run');
  expect(await operate(keys, 'keys', 'list')).toContain('still in use');
  expect(await operate(keys, 'keys', 'reseal', '--do')).toMatch(/Sealed again: [1-9]/);
  expect(await operate(keys, 'keys', 'list')).toMatch(/^ancienne {2}no longer in use, may go {2}0$/m);

  const last = await withKeys(`${NEW}`);
  expect(JSON.stringify((await last.call('GET', '/v1/words')).body)).toContain('Mots à lire');
  await last.call('PUT', `/v1/care-circles/${id('circle-plan')}`, {
    body: aCircle(id('circle-plan'), id('child-plan')),
  });
  await replay(last, [letter]);
  await eventually(
    () => last.call('GET', `/v1/exchanges/${letter}`),
    ({ body }) => body.state === 'synced',
  );
  expect((await last.call('GET', `/v1/action-plans/${id('plan')}`)).body.version).toBe(1);
});
