import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from '@jest/globals';
import { recordStore } from '../../../../operate/backup/record-store.ts';
import { WORDS } from '../../../../operate/backup/words.ts';

const folder = mkdtempSync(join(tmpdir(), 'passerelle-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A program of this test’s own in the place of PostgreSQL’s: its words and its password in a file, then what the test says. */
function program(name: string, then: string): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `#!/bin/sh\necho "$@" > ${path}.args\necho "$PGPASSWORD $PGHOST $PGPORT $PGUSER $PGDATABASE" > ${path}.env\n${then}\n`,
  );
  chmodSync(path, 0o700);
  return path;
}
const told = (path: string, what: 'args' | 'env'): string => readFileSync(`${path}.${what}`, 'utf8').trim();

const store = (env: Readonly<Record<string, string>>, url = 'postgresql://hapi:s%C3%A9same@db.example:5433/dossier') =>
  recordStore({ url, hapiUrl: 'http://127.0.0.1:1/fhir', env: { PATH: process.env.PATH, ...env }, words: WORDS.en });

const bytesOf = async (source: Readable): Promise<string> => Buffer.concat(await source.toArray()).toString();

test('PostgreSQL is read by pg_dump, whose password stands on no command line', async () => {
  const dump = program('pg_dump', 'printf contents');
  expect(await bytesOf(store({ PG_DUMP: dump }).read())).toBe('contents');
  expect(told(dump, 'env')).toBe('sésame db.example 5433 hapi dossier');
  expect(told(dump, 'args')).toBe('--format=custom --compress=0 --no-owner --no-privileges');
});

test('a dump that fails, at its end too, is no dump: its own words say why', async () => {
  const failing = program('failing', 'printf half; echo "server version mismatch" >&2; exit 1');
  await expect(bytesOf(store({ PG_DUMP: failing }).read())).rejects.toThrow(/failing.*server version mismatch/s);
  await expect(bytesOf(store({ PG_DUMP: join(folder, 'absent') }).read())).rejects.toThrow('postgresql-client');
});

test('PostgreSQL is written by pg_restore in one transaction, all or nothing, and what it refuses is told', async () => {
  const restore = program('pg_restore', `cat > ${join(folder, 'restored')}`);
  await store({ PG_RESTORE: `${restore} --verbose` }).write(Readable.from([Buffer.from('contents')]));
  expect(readFileSync(join(folder, 'restored'), 'utf8')).toBe('contents');
  expect(told(restore, 'args')).toContain('--verbose --clean --if-exists --exit-on-error --single-transaction');
  expect(told(restore, 'args')).not.toContain('sésame');
  const refusing = program('refusing', 'echo "not a valid archive" >&2; exit 1');
  await expect(store({ PG_RESTORE: refusing }).write(Readable.from([Buffer.alloc(1_000_000)]))).rejects.toThrow(
    'not a valid archive',
  );
});

test('an address that names no store is refused with the ways to write it', () => {
  expect(() => store({}, 'mysql://x')).toThrow('postgresql://');
  expect(() => store({}, '')).toThrow('RECORD_DATABASE_URL');
});
