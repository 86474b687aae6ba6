import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { readAccess } from '../../../../gateway/access/access-settings.ts';
import { readRegistry } from '../../../../gateway/registry.ts';
import { OperateProblem } from '../../../../operate/gateway-client.ts';
import { operateCommand } from '../../../../operate/operate-command.ts';
import { aCentre, aPartner } from '../../../builders/a-registry.ts';

let folder: string;
let access: string;
let registry: string;
const ISSUER = 'https://login.example';
const ACCESS = `# Whom to believe.
audience: https://gateway.example/   # aud
issuers:
  - issuer: ${ISSUER}   # ours
    keys: ${ISSUER}/jwks
    vouchesFor: { centres: [verdun], partners: [clsc-verdun], operators: true }
clients:
  # The clinic's program.
  - id: clinique
    issuer: ${ISSUER}
    centre: verdun
    scopes: [system/*.cruds]   # all
    roles: [pivot]
`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
  [access, registry] = [join(folder, 'access.yaml'), join(folder, 'registry.yaml')];
  writeFileSync(access, ACCESS, { mode: 0o640 });
  writeFileSync(registry, stringify({ centres: [aCentre()], partners: [aPartner()] }));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a command says; what it ends with, where it ends badly. */
async function operate(...words: readonly string[]): Promise<string> {
  const said: string[] = [];
  const command = operateCommand({
    env: { ACCESS_PATH: access, REGISTRY_PATH: registry },
    say: (line) => void said.push(line),
  });
  try {
    await command.parseAsync(['--lang', 'en', ...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof OperateProblem)) throw error;
    said.push(`PROBLEM ${error.message}`);
  }
  return said.join('\n');
}

test('two files that agree are said to be well; in French and in English', async () => {
  expect(await operate('access', 'check')).toBe('Both files are valid, and agree.');
  expect(await operate('--lang', 'fr', 'access', 'check')).toMatch(/s’accordent/);
});

test.each([
  ['a centre that the registry does not know', '[verdun]', '[verdun, nowhere]', /:6 .*nowhere is not a centre/],
  ['a partner that is none', '[clsc-verdun]', '[clsc-x]', /:6 .*clsc-x is not a partner/],
  [
    'a client whose server has no key here',
    `issuer: ${ISSUER}\n    centre`,
    'issuer: https://x.example\n    centre',
    /:10 .*key/,
  ],
  ['a client of whom its server may not speak', 'centres: [verdun]', 'centres: []', /:10 .*none of its tokens/],
  ['a role that is none', 'roles: [pivot]', 'roles: [boss]', /:13 .*roles/],
  ['a word that nobody knows', 'audience:', 'secret: x\naudience:', /:2 .*secret/],
  ['what is no YAML', 'issuers:', 'issuers: [', /:\d+ .*not YAML/],
])('%s is told by file, line and field, and the command fails', async (_what, from, to, told) => {
  writeFileSync(access, ACCESS.replace(from, to));
  const said = await operate('access', 'check');
  expect(said).toMatch(told);
  expect(said).toMatch(/PROBLEM \d error/);
});

test('what is wrong in the registry is told by its line too', async () => {
  const text = readFileSync(registry, 'utf8').replace('America/Toronto', 'America/Verdun');
  writeFileSync(registry, text);
  const line = text.split('\n').findIndex((it) => it.includes('America/Verdun')) + 1;
  expect(await operate('access', 'check')).toContain(`registry.yaml:${line}  /centres/0/timeZone`);
});

test.each([
  ['a program without a role', 'roles: [pivot]\n', '\n', /role too wide: .*clinique/],
  ['a server that speaks for all', 'centres: [verdun]', 'centres: all', /whoever holds it may do anything/],
])('%s is to be weighed, and the command succeeds', async (_what, from, to, told) => {
  writeFileSync(access, ACCESS.replace(from, to));
  const said = await operate('access', 'check');
  expect(said).toMatch(told);
  expect(said).not.toMatch(/PROBLEM/);
});

test('who is both clinical and legal, or watches over themself, has too wide a role', async () => {
  const person = (roles: string): string => `professionals:\n  - { id: pro-1, centre: verdun, roles: [${roles}] }\n`;
  writeFileSync(access, ACCESS + person('clinical, legal'));
  expect(await operate('access', 'check')).toMatch(/:15 .*kept? apart|keeps apart/);
  writeFileSync(access, ACCESS + person('privacy, pivot'));
  expect(await operate('access', 'check')).toMatch(/reads its register/);
});

test('who may do what is told in plain words, in both languages', async () => {
  await operate('professional', 'add', 'pro-1', '--centre', 'verdun', '--roles', 'reception', '--for-real');
  const said = await operate('access', 'list');
  expect(said).toMatch(/Centre verdun \(The Little Foxes, qc-private\)/);
  expect(said).toMatch(/client clinique: creates, reads, revises, deletes, searches everything; pivot or coordination/);
  expect(said).toMatch(/person pro-1: reception/);
  expect(said).toMatch(/Partner clsc-verdun/);
  expect(await operate('--lang', 'fr', 'access', 'list')).toMatch(
    /client clinique : crée, lit, révise, supprime, cherche tout/,
  );
});

test('a client is shown, then written, and everything else in the file stays as it was; what is there already is not written twice', async () => {
  const add = [
    'client',
    'add',
    'clsc',
    '--issuer',
    ISSUER,
    '--partner',
    'clsc-verdun',
    '--scopes',
    'system/Task.rus system/Bundle.c',
  ];
  const shown = await operate(...add);
  expect(shown).toMatch(/^\+ {3}- id: clsc$/m);
  expect(shown).toMatch(/A dry run/);
  expect(readFileSync(access, 'utf8')).toBe(ACCESS);
  expect(await operate(...add, '--for-real')).toMatch(/take it up by themselves/);
  expect(readFileSync(access, 'utf8')).toBe(
    `${ACCESS}  - id: clsc\n    issuer: ${ISSUER}\n    partner: clsc-verdun\n    scopes: [system/Task.rus, system/Bundle.c]\n`,
  );
  expect(statSync(access).mode & 0o777).toBe(0o640);
  expect(await operate(...add, '--for-real')).toMatch(/PROBLEM clsc is there already/);
});

test('what would not be valid is not written', async () => {
  for (const wrong of [
    ['--issuer', ISSUER, '--centre', 'nowhere', '--scopes', 'system/*.rs'],
    ['--issuer', ISSUER, '--centre', 'verdun', '--scopes', 'launch/patient'],
    ['--issuer', 'https://other.example', '--centre', 'verdun', '--scopes', 'system/*.rs'],
    ['--issuer', ISSUER, '--centre', 'verdun', '--operator', 'me', '--scopes', 'system/*.rs'],
  ])
    expect(await operate('client', 'add', 'x', ...wrong, '--for-real')).toMatch(/PROBLEM/);
  expect(await operate('client', 'suspend', 'clinique', '--issuer', ISSUER, '--from', 'soon', '--for-real')).toMatch(
    /PROBLEM/,
  );
  expect(await operate('client', 'suspend', 'other', '--issuer', ISSUER, '--from', '2026-12-01')).toMatch(/not there/);
  expect(readFileSync(access, 'utf8')).toBe(ACCESS);
});

test('a client is suspended from a date on, in its own entry', async () => {
  await operate('client', 'suspend', 'clinique', '--issuer', ISSUER, '--from', '2026-12-01', '--for-real');
  expect(readAccess(access).clients[0]).toMatchObject({ id: 'clinique', suspendedFrom: '2026-12-01' });
  expect(readFileSync(access, 'utf8')).toBe(`${ACCESS}    suspendedFrom: 2026-12-01\n`);
});

test('a client is suspended whatever is wrong elsewhere, which is told and stays; but not by an edit that is itself wrong', async () => {
  writeFileSync(registry, stringify({ centres: [{ ...aCentre(), regime: 'none' }], partners: [aPartner()] }));
  const suspend = (from: string) =>
    operate('client', 'suspend', 'clinique', '--issuer', ISSUER, '--from', from, '--for-real');
  expect(await suspend('soon')).toMatch(/PROBLEM/);
  expect(readFileSync(access, 'utf8')).toBe(ACCESS);
  const said = await suspend('2026-12-01');
  expect(said).toMatch(/regime/);
  expect(said).not.toMatch(/PROBLEM/);
  expect(readAccess(access).clients[0]).toMatchObject({ suspendedFrom: '2026-12-01' });
  // What gives access still waits until all is well.
  const add = ['client', 'add', 'x', '--issuer', ISSUER, '--centre', 'verdun', '--scopes', 'system/*.rs', '--for-real'];
  expect(await operate(...add)).toMatch(/PROBLEM/);
});

test('a centre goes into the registry, and its server may speak for it; a restart is asked for', async () => {
  const add = [
    ...['centre', 'add', 'vanier', '--name-fr', 'Carrefour', '--name-en', 'Hub', '--telephone', '613 555-0120'],
    ...['--regime', 'on-phipa', '--issuer', ISSUER, '--for-real'],
  ];
  expect(await operate(...add)).toMatch(/restart the gateways and the workers/);
  expect(readRegistry(registry).centre('vanier')).toMatchObject({
    name: { fr: 'Carrefour', en: 'Hub' },
    regime: 'on-phipa',
  });
  expect(readAccess(access).issuers[0]?.vouchesFor.centres).toEqual(['verdun', 'vanier']);
  expect(parse(readFileSync(registry, 'utf8')).partners).toEqual([aPartner()]);
  expect(await operate(...add)).toMatch(/PROBLEM vanier is there already/);
});
