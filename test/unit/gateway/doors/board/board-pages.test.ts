import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import type { AccessSettings } from '../../../../../gateway/access/access-settings.ts';
import { boardPages } from '../../../../../gateway/doors/board/board-pages.ts';
import { errorAnswer } from '../../../../../gateway/doors/http/error-answer.ts';

const ISSUER = 'https://login.example/realm';
let settings = settingsWith({ client: 'tableau' });
let folder: string;
let server: Server;
let origin: string;

function settingsWith(board?: { client: string; scope?: string }): AccessSettings {
  const issuer = { issuer: ISSUER, endpoints: { token: 'https://tokens.example/token' }, ...(board && { board }) };
  return {
    audience: 'https://passerelle.example/',
    issuers: [{ issuer: 'https://other.example', endpoints: {} }, issuer],
  } as never;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'board-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<script nonce="__NONCE__"></script><link nonce="__NONCE__">');
  await writeFile(join(folder, 'assets/index-1.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'not for here');
  const app = express()
    .use('/board', boardPages({ access: () => settings, folder }))
    .use('/unbuilt', boardPages({ access: () => settings, folder: join(folder, 'nowhere') }))
    .use(errorAnswer(pino({ level: 'silent' })));
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${origin}${path}`, { signal: AbortSignal.timeout(5_000), redirect: 'manual', ...init });

test('every address of the board is its page, under a policy without anything inline, and with a nonce of its own each time', async () => {
  const nonces = [];
  for (const path of ['/board', '/board/', '/board/loops', '/board/children/enfant-1?of=mine']) {
    const answer = await get(path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const [, nonce = ''] = /'nonce-([\w-]{22})'/.exec(policy) ?? [];
    expect([path, answer.status, await answer.text()]).toEqual([
      path,
      200,
      `<script nonce="${nonce}"></script><link nonce="${nonce}">`,
    ]);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toContain("connect-src 'self' https://login.example https://tokens.example;");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(4);
});

test('files whose name changes with their content are kept for good; a file that is not there is no page, nor one from beside', async () => {
  const file = await get('/board/assets/index-1.js');
  expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  expect(file.headers.get('content-type')).toContain('text/javascript');
  for (const path of ['/board/assets/index-2.js', '/board/assets/..%2fsecret.txt', '/board/assets/'])
    expect([path, (await get(path)).status]).toEqual([path, 404]);
  expect(await (await get('/board/secret.txt')).text()).not.toContain('not for here');
});

test('the board is told where to sign people in: by the first issuer that has a client for it', async () => {
  const answer = await get('/board/settings.json');
  expect([await answer.json(), answer.headers.get('cache-control')]).toEqual([
    { issuer: ISSUER, client: 'tableau', scope: 'openid user/*.cruds', audience: 'https://passerelle.example/' },
    'no-store',
  ]);
  settings = settingsWith();
  expect((await get('/board/settings.json')).status).toBe(404);
  expect((await get('/board/')).headers.get('content-security-policy')).toContain("connect-src 'self';");
});

test('a board that is not built says how to build it', async () => {
  const answer = await get('/unbuilt/');
  expect([answer.status, JSON.stringify(await answer.json())]).toEqual([404, expect.stringContaining('npm run board')]);
});
