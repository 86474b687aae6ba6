import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { expunger } from '../../../../gateway/retention/expunger.ts';

let server: Server;
afterEach(
  () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve(undefined));
    }),
);

/** A record as HAPI was seen to behave: what another points to is not let go (412), and what was deleted reads 410. */
async function aRecord(
  pointedToBy: Readonly<Record<string, readonly string[]>>,
  { offers = true, keeps = false } = {},
) {
  const held = new Map<string, { versions: number }>(Object.keys(pointedToBy).map((it) => [it, { versions: 3 }]));
  const answer = (method: string, path: string, deleted: boolean): readonly [number, unknown?] => {
    const [place = '', what] = path.split(/\/\$|\/_/);
    const row = held.get(place);
    if (method === 'POST' && !offers) return [405];
    if (row === undefined) return [404];
    if (method === 'GET' && what === undefined) return [410];
    if (method === 'GET') {
      const older = Array.from({ length: row.versions - 1 }, () => ({ resource: { resourceType: 'Task' } }));
      return [200, { resourceType: 'Bundle', entry: [{ request: { method: 'DELETE' } }, ...older] }];
    }
    if (!deleted) {
      if (!keeps) row.versions = 1;
      return [200];
    }
    if ((pointedToBy[place] ?? []).some((it) => held.has(it) || it.startsWith('AuditEvent/'))) return [412];
    held.delete(place);
    return [200];
  };
  server = createServer((req, res) => {
    let text = '';
    req.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    req.on('end', () => {
      const deleted = text.includes('"name":"expungeDeletedResources","valueBoolean":true');
      const [status, body] = answer(req.method ?? '', (req.url ?? '').slice(1).split('?')[0] ?? '', deleted);
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { held, expunge: expunger({ baseUrl, timeoutMs: 5_000 }) };
}

test('what others point to goes after them, in whatever order it is asked', async () => {
  const { held, expunge } = await aRecord({ 'Patient/1': ['Goal/2', 'Task/3'], 'Goal/2': ['Task/3'], 'Task/3': [] });
  await expunge.expunge(['Patient/1', 'Goal/2', 'Task/3']);
  expect([...held]).toEqual([]);
});

test('what the register points to keeps no version and no content, only that it was deleted', async () => {
  const { held, expunge } = await aRecord({ 'Patient/1': ['Task/3'], 'Task/3': ['AuditEvent/9'] });
  await expect(expunge.expunge(['Task/3'])).resolves.toBeUndefined();
  expect(held.get('Task/3')).toEqual({ versions: 1 });
});

test('a record that keeps versions of what was deleted is not taken at its word', async () => {
  const { expunge } = await aRecord({ 'Task/3': ['AuditEvent/9'] }, { keeps: true });
  await expect(expunge.expunge(['Task/3'])).rejects.toMatchObject({ kind: 'recordRefused' });
});

test('a record that does not offer it is told before anything is touched', async () => {
  const { expunge } = await aRecord({ 'Basic/f': [] }, { offers: false });
  await expect(expunge.mustBeAllowed('f')).rejects.toMatchObject({ kind: 'recordRefused' });
  await expect(expunge.mustBeAllowed('unknown')).rejects.toMatchObject({ kind: 'recordRefused' });
});

test('what is gone already is gone', async () => {
  const { expunge } = await aRecord({ 'Goal/2': [] });
  await expunge.mustBeAllowed('unknown');
  await expunge.expunge(['Goal/2']);
  await expect(expunge.expunge(['Goal/2'])).resolves.toBeUndefined();
});
