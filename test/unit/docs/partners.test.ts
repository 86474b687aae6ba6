import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '../../../gateway/config.ts';
import { registryFrom } from '../../../gateway/registry.ts';
import { connectorsOf } from '../../../workers/connectors/connectors.ts';
import { PARTNERS_PAGE, registryWithEntry } from './partners-page.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../profiles/schemas/registry.schema.json', import.meta.url), 'utf8'),
);
const registry = registryFrom(parse(registryWithEntry()));

test('step 1: the entry of the page is a partner', () => {
  expect(registry.partners.map(({ id }) => id)).toEqual(['clsc-exemple']);
});

test('step 2: with the token of the page it has a channel', () => {
  const config = readConfig({
    SEALING_KEYS: `k:${Buffer.alloc(32).toString('base64')}`,
    ...parseEnv(PARTNERS_PAGE.environment),
  });
  expect([...connectorsOf(registry, { config }).keys()]).toEqual(['clsc-exemple']);
});

test('step 3: the command of the page shows what would leave, in both languages, and sends nothing', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'passerelle-registry-')), 'passerelle.registry.yaml');
  writeFileSync(path, registryWithEntry());
  const [npm = '', ...args] = PARTNERS_PAGE.command.trim().replace('passerelle.registry.yaml', path).split(' ');
  for (const [language, told] of [
    ['fr', 'Voit de l’enfant: name, birth-date'],
    ['en', 'Sees of the child: name, birth-date'],
  ]) {
    const shown = execFileSync(npm, ['--silent', ...args, '--lang', language ?? ''], {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      encoding: 'utf8',
    });
    expect(shown).toContain(told);
    expect(shown).toContain('"resourceType": "ServiceRequest"');
  }
});

test('the page names every dialect and transport that the registry takes, and no other', () => {
  const { dialect, transport } = schema.properties.partners.items.properties;
  const named = [...PARTNERS_PAGE.text.matchAll(/^\| (`[^|]*) \| `([^`|]*)` \|/gm)].map(
    ([, dialects = '', way = '']) => ({
      dialects: [...dialects.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one),
      way,
    }),
  );
  expect(new Set(named.flatMap(({ dialects }) => dialects))).toEqual(new Set(['dialect', ...dialect.enum]));
  expect(new Set(named.map(({ way }) => way))).toEqual(new Set(['transport', ...transport.enum]));
});
