import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { openApiRoute } from '../../../../../gateway/doors/http/openapi-route.ts';
import { referencePage } from '../../../../../gateway/doors/http/reference-page.ts';

let server: Server;
let origin: string;

beforeAll(async () => {
  const app = express()
    .use('/reference', referencePage())
    .get('/openapi.json', openApiRoute({ serverUrl: '/' }));
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const get = (path: string, language = 'fr'): Promise<Response> =>
  fetch(`${origin}${path}`, { headers: { 'accept-language': language }, signal: AbortSignal.timeout(5_000) });

test('the page asks for nothing but what we serve ourselves', async () => {
  const html = await (await get('/reference')).text();
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
  expect(addresses).toHaveLength(6);
  for (const address of addresses.filter((it) => it.startsWith('/'))) {
    const answer = await get(address);
    expect(answer.status).toBe(200);
    expect((await answer.text()).length).toBeGreaterThan(100);
  }
  expect(addresses.filter((it) => !it.startsWith('/'))).toEqual(['data:,', '?lang=en']);
});

test('the browser is told to run and load nothing else', async () => {
  const policy = (await get('/reference')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|http|\*/);
});

test('no script or style stands in the page, which the policy would stop', async () => {
  const html = await (await get('/reference')).text();
  expect(html).not.toMatch(/<style|style=|<script>|\son\w+=/);
});

test.each([
  ['/reference', 'fr', 'fr'],
  ['/reference', 'en-CA', 'en'],
  ['/reference?lang=en', 'fr', 'en'],
  ['/reference?lang=xx', 'en', 'en'],
])('%s asked in %s is in %s', async (path, asked, language) => {
  const answer = await get(path, asked);
  expect(answer.headers.get('content-language')).toBe(language);
  expect(await answer.text()).toContain(`<html lang="${language}">`);
});

test('the document comes in the language of its address, else of the caller', async () => {
  const summary = async (path: string, language: string): Promise<string> =>
    ((await (await get(path, language)).json()) as { paths: Record<string, { get: { summary: string } }> }).paths[
      '/livez'
    ]?.get.summary ?? '';
  expect(await summary('/openapi.json', 'fr')).toBe('Le processus vit');
  expect(await summary('/openapi.json', 'en')).toBe('The process is alive');
  expect(await summary('/openapi.json?lang=en', 'fr')).toBe('The process is alive');
});

test('the viewer asks nobody else whether the document is valid', () => {
  const script = readFileSync(new URL('../../../../../gateway/doors/http/reference/start.js', import.meta.url), 'utf8');
  expect(script).toContain('validatorUrl: null');
});

test('a file that the page does not need is not served', async () => {
  expect((await get('/reference/package.json')).status).toBe(404);
  expect((await get('/reference/..%2fopenapi.ts')).status).toBe(404);
});
