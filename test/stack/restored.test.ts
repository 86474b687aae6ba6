import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { stringify } from 'yaml';
import { closer } from '../../gateway/process/closer.ts';
import { operateCommand } from '../../operate/operate-command.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { type Stack, startStack } from '../../sandbox/launcher/start-stack.ts';
import { type PartnerSandbox, startPartnerSandbox } from '../../sandbox/partners/partner-sandbox.ts';
import { newToken } from '../../sandbox/start-partners.ts';
import { aCircle, aReferral } from './concept-examples.ts';
import { type OwnProcess, ownGateway, ownProcess } from './processes.ts';
import { eventually, ownIds, request } from './stack-sandbox.ts';

/** HAPI and Redis of its own, so that both can be destroyed. */
const CLSC = 'clsc-hochelaga';
const id = ownIds();
const closing = closer();
const issuer = await localIssuer();
closing.add(() => issuer.stop());
const bearer = async (): Promise<string> => `Bearer ${await issuer.token({ centre: 'hochelaga' })}`;
const tokens = { toPartner: newToken() };
const sealingKey = randomBytes(32).toString('base64');
const PASSPHRASE = 'une phrase que personne ne devine';
let folder: string;
let stack: Stack;
let partner: PartnerSandbox;
let env: NodeJS.ProcessEnv;
let gatewayUrl: string;
let running: OwnProcess[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  closing.add(() => rm(folder, { recursive: true, force: true }));
  const { HAPI_URL: _hapi, REDIS_URL: _redis, ...rest } = process.env;
  stack = await startStack({
    say: () => undefined,
    dataDir: join(folder, 'data'),
    durableHapi: true,
    // As processes, whatever this machine has: their files are what is destroyed and restored.
    env: { ...rest, DOCKER_HOST: 'tcp://127.0.0.1:1' },
  });
  closing.add(() => stack.stop());
  partner = await startPartnerSandbox({
    id: CLSC,
    kind: 'clsc',
    name: { fr: 'CLSC', en: 'CLSC' },
    token: tokens.toPartner,
    gatewayUrl: () => gatewayUrl,
    gatewayToken: () => issuer.token({ partner: CLSC }),
  });
  closing.add(() => partner.stop());
  const registry = {
    centres: [
      {
        id: 'hochelaga',
        name: { fr: 'Hochelaga', en: 'Hochelaga' },
        telephone: '514 555-0130',
        timeZone: 'America/Toronto',
        regime: 'qc-private',
      },
    ],
    partners: [
      {
        id: CLSC,
        name: { fr: 'CLSC', en: 'CLSC' },
        kind: 'clsc',
        programmes: ['clsc'],
        province: 'QC',
        lens: 'public-network',
        dialect: 'passerelle',
        transport: 'fhir-rest',
        language: 'fr',
        endpoint: partner.endpoint,
        credentials: { token: 'CLSC_TOKEN' },
        telephone: '514 555-0141',
      },
    ],
  };
  await writeFile(join(folder, 'registry.yaml'), stringify(registry));
  env = {
    PATH: process.env.PATH,
    PORT: '0',
    REDIS_URL: stack.redis.url,
    HAPI_URL: stack.hapi.url,
    REGISTRY_PATH: join(folder, 'registry.yaml'),
    ...issuer.settings,
    CLSC_TOKEN: tokens.toPartner,
    SEALING_KEYS: `test:${sealingKey}`,
    LANES: '2',
    LOCK_MS: '1000',
    DELIVERY_FIRST_RETRY_MS: '200',
    DELIVERY_RETRY_CAP_MS: '1000',
    WATCH_EVERY_MS: '2000',
    RECORD_DATABASE_URL: `jdbc:h2:file:${join(folder, 'data', 'hapi', 'fhir')}`,
    BACKUP_PASSPHRASE: PASSPHRASE,
  };
});
afterAll(() => closing.close(), 60_000);

const gateway = async (): Promise<OwnProcess> => {
  const one = await ownGateway({ env, closing });
  gatewayUrl = one.url;
  return one;
};
const worker = (): Promise<OwnProcess> => ownProcess('workers/main.ts', { env, closing });

/** Everything in the middle of what it did. */
const killAll = async (): Promise<void> => {
  await Promise.all(running.map((one) => one.kill()));
  running = [];
};
const startAll = async (): Promise<void> => {
  running = [await gateway(), await worker()];
};

async function destroyRedis(): Promise<void> {
  await stack.redis.kill();
  const data = join(folder, 'data', 'redis');
  for (const file of await readdir(data)) await rm(join(data, file), { recursive: true });
  await stack.redis.restart();
}
async function destroyHapi(): Promise<void> {
  await stack.hapi.kill();
  await rm(join(folder, 'data', 'hapi', 'fhir.mv.db'));
}

/** The command line, as somebody types it; gives what it says. */
async function operate(...words: readonly string[]): Promise<string> {
  const said: string[] = [];
  await operateCommand({ env, say: (line) => void said.push(line) }).parseAsync(['--lang', 'en', ...words], {
    from: 'user',
  });
  return said.join('\n');
}
const backUp = async (): Promise<string> =>
  /Backup made: (.*)$/m.exec(await operate('backup', join(folder, 'backups')))?.[1] ?? '';

interface Sent {
  readonly path: string;
  readonly version: number;
  readonly exchange: string;
}

const asCentre = async () => ({ authorization: await bearer() });
const get = async (path: string) => request('GET', `${gatewayUrl}${path}`, undefined, await asCentre());

/** Sends without waiting for the record; undefined when it was not acknowledged. */
async function send(path: string, body: Readonly<Record<string, unknown>>): Promise<Sent | undefined> {
  const headers = { ...(await asCentre()), prefer: 'respond-async' };
  const answer = await request('PUT', `${gatewayUrl}${path}`, body, headers).catch(() => undefined);
  return answer?.status === 202 ? { path, version: Number(body.version), exchange: answer.body.id } : undefined;
}

const circle = (name: string, version: number) =>
  send(
    `/v1/care-circles/${id(name)}`,
    aCircle(id(name), id(`child-${name}`), { version, status: version % 2 === 0 ? 'suspended' : 'active' }),
  );
const referral = (name: string, version: number) =>
  send(
    `/v1/service-referrals/${id(name)}`,
    aReferral(id(name), id(`child-${name}`), { version, what: `Version ${version}` }),
  );

/** For each name a circle and a referral to the CLSC, in so many versions; gives what was acknowledged. */
async function load(names: readonly string[], versions: readonly number[]): Promise<readonly Sent[]> {
  const sent: (Sent | undefined)[] = [];
  for (const version of versions)
    sent.push(...(await Promise.all(names.flatMap((name) => [circle(name, version), referral(name, version)]))));
  return sent.flatMap((it) => it ?? []);
}
const named = (mark: string, count: number) => Array.from({ length: count }, (_, n) => `${mark}${'abcdefgh'[n]}`);

const stateOf = async (exchange: string): Promise<string> => (await get(`/v1/exchanges/${exchange}`)).body.state;
const settled = async (sent: readonly Sent[]): Promise<void> => {
  for (const { exchange } of sent)
    await eventually(
      () => stateOf(exchange),
      (state) => state === 'synced' || state === 'superseded',
      120_000,
    );
};

/** Seen from outside: each exchange at its end, each thing once in HAPI and in its newest version. */
async function nothingIsLost(sent: readonly Sent[]): Promise<void> {
  await settled(sent);
  for (const path of new Set(sent.map((it) => it.path))) {
    const newest = Math.max(...sent.filter((it) => it.path === path).map(({ version }) => version));
    const { status, body } = await get(path);
    expect({ path, status, version: body.version ?? body.record?.version }).toMatchObject({ path, status: 200 });
    expect(body.version).toBeGreaterThanOrEqual(newest);
    const [, , kind = '', name] = path.split('/');
    const [type, system] = kind === 'care-circles' ? ['CareTeam', 'care-circle'] : ['ServiceRequest', 'request'];
    const search = `${stack.hapi.url}/${type}?identifier=https://fhir.passerelle.example/NamingSystem/${system}/hochelaga|${name}`;
    expect((await request('GET', search, undefined, { 'cache-control': 'no-cache' })).body.total).toBe(1);
  }
}

/** The number under which the CLSC knows a referral. */
const numberOf = async (name: string): Promise<string> =>
  (
    await eventually(
      () => get(`/v1/service-referrals/${id(name)}`),
      ({ body }) => body.record?.deliveries[0]?.state === 'sent',
      120_000,
    )
  ).body.record.deliveries[0].task;

/** How many different messages the CLSC got about a number: a message that came again is not counted. */
const messagesAbout = (number: string): number =>
  new Set(
    partner
      .log()
      .received.filter(({ bundle }) => JSON.stringify(bundle).includes(number))
      .map(({ messageId }) => messageId.value),
  ).size;

test('queue and record restored from a backup made under load: all that was acknowledged before it is there, once, and its partner has it once', async () => {
  await startAll();
  const names = named('both', 4);
  const before = await load(names, [1, 2]);
  expect(before).toHaveLength(16);
  // It goes on while the backup is made.
  let over = false;
  const during = (async () => {
    for (let version = 3; !over; version += 1) await load(names, [version]);
  })();
  const backup = await backUp();
  over = true;
  await during;
  await settled(before);
  const numbers = await Promise.all(names.map(numberOf));

  for (const file of await readdir(backup)) {
    const bytes = await readFile(join(backup, file));
    for (const secret of [sealingKey, 'Nguyễn', id('child-both')]) expect(bytes.includes(secret)).toBe(false);
  }
  await killAll();
  await destroyRedis();
  await destroyHapi();
  expect(await operate('restore', backup)).toContain('A dry run');
  await operate('restore', backup, '--do');
  await stack.hapi.restart();
  await startAll();

  await nothingIsLost(before);
  for (const [nth, name] of names.entries()) {
    expect(await numberOf(name)).toBe(numbers[nth]);
    expect(
      partner.tasks().filter(({ identifier }) => JSON.stringify(identifier).includes(`${numbers[nth]}`)),
    ).toHaveLength(1);
  }
  // And it goes on from there.
  await nothingIsLost(await load(names, [100]));
}, 420_000);

test('the record alone restored, older than the queue: what went into it since is processed again, in order, and what cannot be is told', async () => {
  const names = named('older', 4);
  const before = await load(names, [1]);
  await settled(before);
  const backup = await backUp();
  const since = await load(names, [2, 3]);
  const late = [await circle('forgotten', 1)].flatMap((it) => it ?? []);
  await settled([...since, ...late]);
  const numbers = await Promise.all(names.map(numberOf));
  const messages = numbers.map(messagesAbout);
  const answered = numbers[0] ?? '';
  await partner.answer(answered, { act: 'accept' } as never);
  const accepted = () =>
    eventually(
      () => get(`/v1/service-referrals/${id(names[0] ?? '')}`),
      ({ body }) => body.record?.loop.state === 'accepted',
      120_000,
    );
  await accepted();

  await killAll();
  await destroyHapi();
  // Longer ago than lanes keep what is done.
  await forget(late[0]?.exchange ?? '');
  const said = await operate('restore', backup, '--only', 'record', '--do');
  expect(said).toMatch(/Put back at the head of their lanes, in order: \d\d events/);
  await stack.hapi.restart();
  await startAll();

  await nothingIsLost([...before, ...since]);
  await accepted();
  for (const [nth, name] of names.entries()) {
    expect(await numberOf(name)).toBe(numbers[nth]);
    expect(messagesAbout(numbers[nth] ?? '')).toBe(messages[nth]);
  }
  const told = await operate('missing', '--do');
  expect(told).toContain(`${late[0]?.exchange}`);
  expect(told).toContain('1 exchange(s)');
  expect(await stateOf(late[0]?.exchange ?? '')).toBe('parked');
  await nothingIsLost([await circle('forgotten', 1)].flatMap((it) => it ?? []));
  expect(await operate('missing')).toContain('Nothing is missing');
}, 420_000);

test('the queue alone restored, older than the record: what is done already changes nothing, and what was superseded stays so', async () => {
  const names = named('newer', 4);
  const [, working] = running;
  await working?.kill();
  // They wait in the lanes that are backed up.
  const before = await load(names, [1, 2]);
  const backup = await backUp();
  running = [running[0], await worker()].flatMap((it) => it ?? []);
  const since = await load(names, [3]);
  await settled([...before, ...since]);
  const numbers = await Promise.all(names.map(numberOf));
  const messages = numbers.map(messagesAbout);
  const record = async () =>
    Promise.all(names.map(async (name) => (await get(`/v1/service-referrals/${id(name)}`)).body.what));
  const held = await record();

  await killAll();
  await destroyRedis();
  await operate('restore', backup, '--only', 'queue', '--do');
  await startAll();

  await settled(before);
  await nothingIsLost(since);
  expect(await record()).toEqual(held);
  expect(held).toEqual(names.map(() => 'Version 3'));
  for (const number of numbers) expect(messagesAbout(number)).toBe(messages[numbers.indexOf(number)]);
  await nothingIsLost(await load(names, [4]));
}, 420_000);

test('a restore does nothing while somebody works, over a queue that is not empty, or with a record that runs', async () => {
  const backup = await backUp();
  await expect(operate('restore', backup, '--do')).rejects.toThrow('other connection(s)');
  await killAll();
  await expect(operate('restore', backup, '--do')).rejects.toThrow('not empty');
  await expect(operate('restore', backup, '--replace', '--do')).rejects.toThrow('still answers');
  const redis = new Redis(stack.redis.url);
  expect(await redis.dbsize()).toBeGreaterThan(0);
  redis.disconnect();
});

/** As if its job had gone: older than lanes keep what is done. */
async function forget(exchange: string): Promise<void> {
  const redis = new Redis(stack.redis.url);
  for (const lane of [0, 1]) {
    await redis.zrem(`{lane-${lane}}:lane:completed`, exchange);
    await redis.del(`{lane-${lane}}:lane:${exchange}`);
  }
  redis.disconnect();
}
