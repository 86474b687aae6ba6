import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readAccess } from '../../../gateway/access/access-settings.ts';
import { CLAIMS } from '../../../gateway/access/caller-from-claims.ts';
import { ROLES } from '../../../gateway/access/roles.ts';
import { SETTINGS } from '../../../gateway/config.ts';
import { sandboxClients } from '../../../sandbox/access/sandbox-clients.ts';
import { aRegistry } from '../../builders/a-registry.ts';

const page = await readFile(new URL('../../../docs/authorization.md', import.meta.url), 'utf8');
const [, french = '', english = ''] = page.split(/^## (?:En français|In English)$/m);
const words = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
const rows = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/^\| `.*\|$/gm)].map(([line]) => line.split('|').map((cell) => cell.trim()));

test.each([
  ['fr', french],
  ['en', english],
] as const)('the roles are told as they are (%s)', (language, text) => {
  const told = rows(text).filter((cells) => cells.length === 6);
  expect(told.map(([, name, whom, writes, reads]) => [words(name)[0], whom, words(writes), words(reads)])).toEqual(
    Object.entries(ROLES).map(([name, role]) => [name, role[language], [...role.writes], [...role.reads]]),
  );
});

test.each([
  ['fr', french],
  ['en', english],
])('every claim of ours is told, and no other (%s)', (_language, text) => {
  const told = new Set([...text.matchAll(/`(passerelle_\w+)`/g)].map(([, name]) => name));
  expect([...told].sort()).toEqual(Object.values(CLAIMS).sort());
});

test.each([french, english])(
  'the settings that it names are there, and its example is one that the gateway reads',
  (text) => {
    for (const [, name = ''] of text.matchAll(/`((?:CLIENT|MLLP|ACCESS)_[A-Z_]+)`/g))
      expect(Object.keys(SETTINGS)).toContain(name);
    const [, example = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(text) ?? [];
    const path = join(mkdtempSync(join(tmpdir(), 'passerelle-test-')), 'access.yaml');
    writeFileSync(path, example);
    expect(readAccess(path).issuers.map(({ vouchesFor }) => vouchesFor)).toEqual([
      { centres: ['verdun'], partners: [], operators: false },
      { centres: [], partners: ['clsc-verdun'], operators: true },
    ]);
  },
);

test('the clients of the sandbox are those that it names', () => {
  const kinds = new Set(sandboxClients(aRegistry()).map(({ id }) => id.replace(/-(verdun|vanier)$/, '')));
  for (const name of ['clinique', 'appli', 'audit', 'responsable', 'exploitation']) {
    expect(kinds).toContain(name);
    for (const text of [french, english]) expect(text).toMatch(new RegExp(`\`${name}(-<centre>)?\``));
  }
});
