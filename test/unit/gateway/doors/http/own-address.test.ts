import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import express from 'express';
import { ownAddress } from '../../../../../gateway/doors/http/own-address.ts';

const opened: (() => unknown)[] = [];
afterEach(() => {
  for (let close = opened.pop(); close !== undefined; close = opened.pop()) close();
});

/** The address that a call which comes through these proxies is told, and who the gateway takes it to be from. */
async function told(trusted: readonly string[], publicUrl: string, headers: Readonly<Record<string, string>>) {
  const app = express();
  app.set('trust proxy', [...trusted]);
  app.use((req, res) => void res.json({ address: ownAddress(req, publicUrl), from: req.ip }));
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  opened.push(() => server.close());
  const port = (server.address() as AddressInfo).port;
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, agent: false, headers: { host: 'gateway.example', ...headers } }, (res) => {
      res.setEncoding('utf8').once('data', (text) => resolve(JSON.parse(text)));
    }).on('error', reject);
  });
}

const SPOOFED = {
  'x-forwarded-host': 'evil.example',
  'x-forwarded-for': '10.0.0.1',
  'x-forwarded-proto': 'https',
  'x-forwarded-prefix': '/evil',
  forwarded: 'for=10.0.0.1;host=evil.example;proto=https',
};

test('as long as no proxy is named, no header says from where a call is nor how it came, not even from this machine', async () => {
  expect(await told([], '', SPOOFED)).toEqual({ address: 'http://gateway.example', from: '127.0.0.1' });
});

test('of a named proxy the address and the scheme are believed, and no other host than that of the call', async () => {
  const named = await told(['loopback'], '', SPOOFED);
  expect(named).toEqual({ address: 'https://gateway.example', from: '10.0.0.1' });
  // What a client wrote before the proxy did counts for nothing.
  const spoofedTwice = { ...SPOOFED, 'x-forwarded-for': '127.0.0.1, 10.0.0.1, 192.0.2.7' };
  expect(await told(['loopback'], '', spoofedTwice)).toMatchObject({ from: '192.0.2.7' });
});

test('where the gateway’s address is configured, nothing of the call is in its links', async () => {
  expect(await told(['loopback'], 'https://passerelle.example', SPOOFED)).toMatchObject({
    address: 'https://passerelle.example',
  });
});
