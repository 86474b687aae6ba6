import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import { OperateProblem } from '../../../operate/gateway-client.ts';
import { operateCommand } from '../../../operate/operate-command.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly language: string;
  readonly body: unknown;
}

/** A gateway that answers what it is told to, and keeps what it was asked. */
let server: Server;
let asked: Asked[];
let answers: ((asked: Asked) => { readonly status?: number; readonly body: unknown }) | undefined;
let folder: string;

beforeEach(async () => {
  asked = [];
  answers = undefined;
  folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  server = createServer((req, res) => {
    let text = '';
    req.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    req.on('end', () => {
      const one = {
        method: req.method ?? '',
        path: req.url ?? '',
        token: (req.headers.authorization ?? '').replace('Bearer ', ''),
        language: req.headers['accept-language'] ?? '',
        body: text === '' ? undefined : JSON.parse(text),
      };
      asked.push(one);
      const { status = 200, body } = answers?.(one) ?? { body: {} };
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(resolve);
  });
});

async function operate(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const said: string[] = [];
  const { port } = server.address() as AddressInfo;
  const command = operateCommand({
    env: { GATEWAY_URL: `http://127.0.0.1:${port}`, ADMIN_TOKEN: 'admin', CENTRE_TOKEN: 'centre', ...env },
    say: (line) => void said.push(line),
  });
  await command.parseAsync(words, { from: 'user' });
  return said.join('\n');
}

const problem = (words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<unknown> =>
  operate(words, env).catch((error: unknown) => (error instanceof OperateProblem ? error.message : error));

const every = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(every)];

test('every command says in both languages what it does', () => {
  const commands = every(operateCommand({ env: {}, say: () => undefined }));
  expect(commands.map((it) => it.name())).toEqual(
    expect.arrayContaining([
      ...['list', 'show', 'repair', 'replay', 'close', 'pause', 'resume'],
      ...['backup', 'backup-check', 'restore', 'redo', 'missing', 'keys', 'reseal'],
    ]),
  );
  for (const command of commands) {
    expect([command.name(), command.description()]).toEqual([command.name(), expect.stringContaining(' / ')]);
    for (const option of command.options)
      expect([option.flags, option.description]).toEqual([option.flags, expect.stringMatching(/ \/ |^centre$/)]);
  }
});

test('letters are listed a line each, by a filter, with the operator’s token and in the language that was asked', async () => {
  const letter = {
    id: 'x-1',
    kind: 'concept',
    concept: 'action-plan',
    centre: 'verdun',
    identifier: 'plan-1',
    lane: 2,
    since: '2026-03-11T12:00:00.000Z',
    issues: [{ details: { text: 'Never arrived.' } }],
  };
  answers = () => ({ body: { total: 7, letters: [letter] } });
  const said = await operate(['--lang', 'en', 'dead-letters', 'list', '--centre', 'verdun', '--limit', '1']);
  expect(said).toBe('2026-03-11T12:00:00.000Z  x-1  action-plan  verdun  plan-1  lane 2  Never arrived.\nShown: 1/7.');
  expect(asked).toMatchObject([{ path: '/v1/dead-letters?centre=verdun&limit=1', token: 'admin', language: 'en' }]);
});

test('content is asked for with the centre’s token, and only when it is said', async () => {
  await operate(['dead-letters', 'show', 'x-1']);
  await operate(['dead-letters', 'show', 'x-1', '--content']);
  expect(asked.map(({ path, token }) => [path, token])).toEqual([
    ['/v1/dead-letters/x-1', 'admin'],
    ['/v1/dead-letters/x-1/content', 'centre'],
  ]);
});

test('a replay is a dry run unless it is told to be done', async () => {
  await operate(['dead-letters', 'replay', 'x-1', 'x-2']);
  await operate(['dead-letters', 'replay', '--partner', 'clsc-verdun', '--do', '--per-minute', '5']);
  await operate(['dead-letters', 'replay', '--all', '--do']);
  expect(asked.map(({ body }) => body)).toEqual([
    { ids: ['x-1', 'x-2'], dryRun: true, perMinute: 60 },
    { filter: { partner: 'clsc-verdun' }, dryRun: false, perMinute: 5 },
    { all: true, dryRun: false, perMinute: 60 },
  ]);
});

test.each([[[]], [['--all', '--partner', 'clsc-verdun']], [['x-1', '--all']]])(
  'a replay that does not say which, or says it twice, asks nothing of the gateway: %j',
  async (words) => {
    expect(await problem(['--lang', 'en', 'dead-letters', 'replay', '--do', ...words])).toMatch(/^Say which/);
    expect(asked).toEqual([]);
  },
);

test('a concept is repaired by a newer version, sent where its letter says, under a key of its own', async () => {
  const file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify({ version: 2 }));
  answers = ({ method }) => ({
    body:
      method === 'GET'
        ? { kind: 'concept', repair: { method: 'PUT', path: '/v1/action-plans/plan-1' } }
        : { state: 'synced' },
  });
  expect(await operate(['dead-letters', 'repair', 'x-1', '--file', file])).toContain('synced');
  expect(asked).toMatchObject([
    { method: 'GET', path: '/v1/dead-letters/x-1', token: 'centre' },
    { method: 'PUT', path: '/v1/action-plans/plan-1', token: 'centre', body: { version: 2 } },
  ]);
});

test('an answer has no version: once it was written down again, its letter is closed', async () => {
  const file = join(folder, 'answer.json');
  writeFileSync(file, JSON.stringify({ what: 'accepted' }));
  answers = () => ({ body: { kind: 'answer', repair: { method: 'POST', path: '/v1/referrals/ref-1/answers' } } });
  await operate(['dead-letters', 'repair', 'x-1', '--file', file]);
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /v1/dead-letters/x-1',
    'POST /v1/referrals/ref-1/answers',
    'POST /v1/dead-letters/x-1/close',
  ]);
});

test('an answer that is refused leaves its letter where it is', async () => {
  const file = join(folder, 'answer.json');
  writeFileSync(file, '{}');
  const refused = { issue: [{ expression: ['what'], details: { text: 'what : champ obligatoire.' } }] };
  answers = ({ method }) =>
    method === 'GET'
      ? { body: { kind: 'answer', repair: { method: 'POST', path: '/v1/referrals/ref-1/answers' } } }
      : { status: 422, body: refused };
  expect(await problem(['dead-letters', 'repair', 'x-1', '--file', file])).toBe(
    '422 : what : what : champ obligatoire.',
  );
  expect(asked).toHaveLength(2);
});

test('what has no content of its own, and a file that cannot be read, are told in words', async () => {
  const file = join(folder, 'x.json');
  writeFileSync(file, '{}');
  answers = () => ({ body: { kind: 'delivery' } });
  expect(await problem(['--lang', 'en', 'dead-letters', 'repair', 'x', '--file', file])).toMatch(/send a new version/);
  expect(await problem(['dead-letters', 'repair', 'x', '--file', join(folder, 'none.json')])).toMatch(/none\.json/);
});

test('without a token, or without a gateway, it says what to do', async () => {
  expect(await problem(['--lang', 'en', 'partner', 'list'], { ADMIN_TOKEN: '' })).toContain('ADMIN_TOKEN');
  const neither = await problem(['--lang', 'en', 'partner', 'list'], { ADMIN_TOKEN: '' });
  expect(neither).toContain('ADMIN_CLIENT');
  const url = 'http://127.0.0.1:9';
  expect(await problem(['--lang', 'fr', 'partner', 'list'], { GATEWAY_URL: url })).toContain('GATEWAY_URL');
});

test('the file of a client that cannot be read, or whose server does not answer, is named, and nothing of what it holds', async () => {
  const file = join(folder, 'client.json');
  const held = {
    issuer: 'http://127.0.0.1:1',
    clientId: 'exploitation',
    scope: 'passerelle/operate.r',
    key: { d: 'SECRET' },
  };
  for (const content of ['no JSON', '{}', JSON.stringify(held)]) {
    writeFileSync(file, content);
    const told = await problem(['--lang', 'en', 'partner', 'list'], { ADMIN_TOKEN: '', ADMIN_CLIENT: file });
    expect(told).toContain(file);
    expect(told).not.toContain('SECRET');
  }
  expect(asked).toEqual([]);
});

test('a partner is told in the language that was asked', async () => {
  answers = () => ({ body: { id: 'clsc-verdun', paused: false, leftAlone: true, waiting: 3, setAside: 1 } });
  expect(await operate(['--lang', 'fr', 'partner', 'pause', 'clsc-verdun'])).toBe(
    'clsc-verdun : ne répond pas, 3 en attente, 1 mis de côté',
  );
  expect(asked).toMatchObject([{ method: 'POST', path: '/v1/partners/clsc-verdun/pause' }]);
});

test('board: the address is told, never the token, and only to whoever may look', async () => {
  answers = () => ({ body: { open: [], closed: [] } });
  const said = await operate(['--lang', 'en', 'board']);
  expect(said).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+\/queues; /);
  expect(said).not.toMatch(/admin\b/);
  answers = () => ({ status: 401, body: { issue: [{ details: { text: 'Unknown token.' } }] } });
  expect(await problem(['board'])).toMatch(/Unknown token/);
});

test('alerts: those that are open with what to do, and on demand those that closed', async () => {
  const open = [{ alert: 'partner-behind', of: 'clsc-verdun', since: '2026-03-11T12:00:00.000Z', text: 'Call it.' }];
  const closed = [
    {
      alert: 'record-away',
      of: '',
      since: '2026-03-10T12:00:00.000Z',
      until: '2026-03-10T13:00:00.000Z',
      text: 'Restart it.',
    },
  ];
  answers = () => ({ body: { open, closed } });
  expect(await operate(['alerts'])).toBe('2026-03-11T12:00:00.000Z → …  partner-behind clsc-verdun  Call it.');
  expect(asked).toMatchObject([{ method: 'GET', path: '/v1/alerts', token: 'admin' }]);
  expect((await operate(['alerts', '--closed'])).split('\n')[1]).toBe(
    '2026-03-10T12:00:00.000Z → 2026-03-10T13:00:00.000Z  record-away  Restart it.',
  );
  answers = () => ({ body: { open: [], closed } });
  expect(await operate(['--lang', 'en', 'alerts'])).toBe('No alert is open.');
});
