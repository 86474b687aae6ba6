import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { readAccess } from '../../../../../gateway/access/access-settings.ts';
import { careCircleMapping } from '../../../../../mappings/concepts/care-circle.ts';
import type { Identified } from '../../../../../mappings/concepts/concept-mapping.ts';
import type { CareCircle } from '../../../../../mappings/domain/concepts.ts';
import { OperateProblem } from '../../../../../operate/gateway-client.ts';
import { operateCommand } from '../../../../../operate/operate-command.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AServer, aServer } from '../../../../builders/a-server.ts';
import { CONTEXT } from '../../../mappings/concepts/fixtures.ts';

const FROM = '2026-12-01';
const aCircle = (child: string, changes: Partial<CareCircle> = {}): Identified<CareCircle> => ({
  id: `cercle-${child}`,
  version: 3,
  centre: 'verdun',
  happenedAt: '2025-01-01',
  child: { id: child, name: { text: 'Zoé' } },
  members: [{ kind: 'professional', id: 'leaver', name: 'X' }],
  pivot: 'leaver',
  ...changes,
});

let folder: string;
let gateway: AServer;
/** The circles as the gateway holds them, and those that it refuses once. */
let held: Map<string, Identified<CareCircle>>;
let refusing: Set<string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  const circles = [
    aCircle('enf-a'),
    aCircle('enf-b', { members: [{ kind: 'professional', id: 'other', name: 'Y' }] }),
    aCircle('enf-c', {
      pivot: 'other',
      members: [
        { kind: 'professional', id: 'leaver', name: 'X' },
        { kind: 'professional', id: 'other', name: 'Y' },
      ],
    }),
    aCircle('enf-d', { pivot: 'other', members: [{ kind: 'professional', id: 'other', name: 'Y' }] }),
    aCircle('enf-e', { status: 'inactive' }),
  ];
  held = new Map(circles.map((circle) => [circle.id, circle]));
  refusing = new Set();
  gateway = await aServer((res, { method, path, body }) => {
    const answer = (status: number, json: unknown) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    const id = /^\/v1\/care-circles\/(.+)$/.exec(path)?.[1];
    if (id === undefined) return answer(200, found(path));
    if (method === 'GET') return answer(200, { ...held.get(id), record: {} });
    if (refusing.delete(id))
      return answer(412, { resourceType: 'OperationOutcome', issue: [{ details: { text: 'revised meanwhile' } }] });
    held.set(id, JSON.parse(body));
    return answer(200, {});
  });
  const issuer = {
    issuer: 'https://login.example',
    keys: 'https://login.example/jwks',
    vouchesFor: { centres: ['verdun', 'vanier'] },
  };
  writeFileSync(
    join(folder, 'access.yaml'),
    `# Ours.\n${stringify({ audience: 'https://gateway.example/', issuers: [issuer] })}`,
  );
  const { centres, partners } = aRegistry();
  writeFileSync(join(folder, 'registry.yaml'), stringify({ centres, partners }));
});
afterEach(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

/** The facade: circles in pages of two, under another name than the one it is asked by; a directory that knows one person. */
function found(path: string): fhir4.Bundle<fhir4.FhirResource> {
  const { pathname, searchParams } = new URL(path, 'http://gateway');
  if (pathname === '/fhir/Practitioner')
    return searchParams.get('identifier')?.endsWith('|next') === true
      ? {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [{ resource: { resourceType: 'Practitioner', name: [{ text: 'Léa Roy' }] } }],
        }
      : { resourceType: 'Bundle', type: 'searchset' };
  const at = Number(searchParams.get('_page') ?? 0);
  const teams = [...held.values()].flatMap((circle) =>
    (careCircleMapping.toBundle(circle, CONTEXT).entry ?? []).flatMap(({ resource }) =>
      resource?.resourceType === 'CareTeam' ? [resource] : [],
    ),
  );
  const next = { relation: 'next', url: `https://gateway.example${pathname}?_page=${at + 2}` };
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link: at + 2 < teams.length ? [next] : [],
    entry: teams.slice(at, at + 2).map((resource) => ({ resource })),
  };
}

async function leave(...words: readonly string[]): Promise<{ readonly said: string; readonly code: number }> {
  const said: string[] = [];
  const command = operateCommand({
    env: {
      GATEWAY_URL: gateway.url,
      CENTRE_TOKEN: 'x',
      ACCESS_PATH: join(folder, 'access.yaml'),
      REGISTRY_PATH: join(folder, 'registry.yaml'),
    },
    say: (line) => void said.push(line),
    now: () => new Date('2026-12-02T12:00:00Z'),
  });
  const all = ['--lang', 'en', 'professional', 'leave', 'leaver', '--centre', 'verdun', ...words];
  try {
    await command.parseAsync(all, { from: 'user' });
    return { said: said.join('\n'), code: 0 };
  } catch (error) {
    if (!(error instanceof OperateProblem)) throw error;
    return { said: [...said, error.message].join('\n'), code: error.exitCode };
  }
}

const written = (): readonly string[] =>
  gateway.requests
    .filter(({ method }) => method === 'PUT')
    .map(({ path, headers }) => `${path} ${headers['if-match']}`);
const pivots = (): readonly (string | undefined)[] => [...held.values()].map(({ pivot }) => pivot);

test('a dry run shows whose pivot they are and who takes over, writes nothing, and names the children without anybody', async () => {
  const { said, code } = await leave('--from', FROM);
  expect(said).toMatch(/enf-a: NOBODY TAKES OVER/);
  expect(said).toMatch(/enf-b: NOBODY TAKES OVER/);
  expect(said).toMatch(/enf-c: the person would leave the circle/);
  expect(said).not.toMatch(/enf-d|enf-e/);
  expect(said).toMatch(/Nobody takes over: enf-a, enf-b\./);
  expect(code).toBe(3);
  expect(written()).toEqual([]);
  expect(readAccess(join(folder, 'access.yaml')).professionals).toEqual([]);
});

test('stopped by a circle that somebody else revised, it goes on the next time, and each circle is written once', async () => {
  refusing.add('cercle-enf-b');
  const words = ['--from', FROM, '--to', 'next', '--for-real'];
  const first = await leave(...words);
  expect(first).toMatchObject({ code: 1, said: expect.stringContaining('revised meanwhile') });
  expect(readAccess(join(folder, 'access.yaml')).professionals).toEqual([
    { id: 'leaver', centre: 'verdun', suspendedFrom: FROM },
  ]);
  expect(readFileSync(join(folder, 'access.yaml'), 'utf8')).toMatch(/^# Ours\.\n/);

  expect(await leave(...words)).toMatchObject({
    code: 0,
    said: expect.stringContaining('enf-b: the pivot is now next'),
  });
  expect(pivots()).toEqual(['next', 'next', 'other', 'other', 'leaver']);
  expect(held.get('cercle-enf-a')?.members?.at(-1)).toMatchObject({
    id: 'next',
    name: 'Léa Roy',
    period: { start: FROM },
  });
  expect(written()).toEqual(['a', 'b', 'b', 'c'].map((it) => `/v1/care-circles/cercle-enf-${it} W/"3"`));

  expect(await leave(...words)).toMatchObject({ code: 0, said: expect.stringContaining('Children: 0') });
  expect(written()).toHaveLength(4);
});

test('a table names who takes over some; the others stay theirs, and are named', async () => {
  writeFileSync(join(folder, 'releve.csv'), 'Enfant;Releve;Nom de la relève\nenf-a;late;Noé Côté\n');
  const { said, code } = await leave('--from', FROM, '--hand-over', join(folder, 'releve.csv'), '--for-real');
  expect(code).toBe(3);
  expect(said).toMatch(/Nobody takes over: enf-b\./);
  expect(pivots()).toEqual(['late', 'leaver', 'other', 'other', 'leaver']);
});

test('before its day a hand-over is shown and not written, though access has its end already', async () => {
  const { said, code } = await leave('--from', '2026-12-24', '--to', 'next', '--for-real');
  expect(said).toMatch(/enf-a: the pivot would be next/);
  expect(said).toMatch(/on 2026-12-24 or after/);
  expect(code).toBe(3);
  expect(written()).toEqual([]);
  expect(readAccess(join(folder, 'access.yaml')).professionals[0]?.suspendedFrom).toBe('2026-12-24');
});

test('nobody is named as a pivot whom the directory does not know, unless their name is given; nor whoever leaves', async () => {
  expect(await leave('--from', FROM, '--to', 'unknown', '--for-real')).toMatchObject({
    code: 1,
    said: expect.stringContaining('does not know unknown'),
  });
  expect(await leave('--from', FROM, '--to', 'leaver')).toMatchObject({ code: 1 });
  expect(await leave('--from', 'soon', '--to', 'next')).toMatchObject({ code: 1 });
  expect(written()).toEqual([]);
});

test('whoever leaves too is nobody’s successor', async () => {
  expect(await leave('--from', FROM, '--to', 'next')).toMatchObject({ code: 0 });
  const access = join(folder, 'access.yaml');
  const text = readFileSync(access, 'utf8');
  writeFileSync(access, `${text}professionals:\n  - { id: next, centre: verdun, suspendedFrom: 2027-01-01 }\n`);
  expect(await leave('--from', FROM, '--to', 'next')).toMatchObject({
    code: 1,
    said: expect.stringContaining('leaves too'),
  });
});
