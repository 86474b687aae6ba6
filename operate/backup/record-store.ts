import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OperateProblem } from '../gateway-client.ts';
import type { RecordPart } from './manifest.ts';
import type { Words } from './words.ts';

/** Where HAPI keeps the record, as a whole: read while HAPI runs, written while it is stopped. */
export interface RecordStore {
  readonly kind: RecordPart['kind'];
  /** One consistent state: everything that was committed when this is called. Fails by an OperateProblem. */
  read(): Readable;
  /** Puts that state in the place of the present one, whole or not at all. Throws OperateProblem. */
  write(source: Readable): Promise<void>;
}

export interface RecordStoreDeps {
  /** RECORD_DATABASE_URL. */
  readonly url: string | undefined;
  readonly hapiUrl: string;
  /** PATH, PG_DUMP, PG_RESTORE and the PG* variables of libpq. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly words: Words;
}

const H2 = 'jdbc:h2:file:';

/** The store that an address names. Throws OperateProblem when it names none. */
export function recordStore({ url, hapiUrl, env, words }: RecordStoreDeps): RecordStore {
  if (!url) throw new OperateProblem(words.noDatabase);
  if (url.startsWith(H2)) return h2Store(`${url.slice(H2.length).split(';')[0]}.mv.db`, hapiUrl, words);
  if (/^postgres(ql)?:\/\//.test(url)) return postgresStore(url, env, words);
  throw new OperateProblem(words.unknownDatabase);
}

/** The sandbox's HAPI gives its H2 file itself, while it runs. */
function h2Store(file: string, hapiUrl: string, words: Words): RecordStore {
  const page = new URL('/backup', hapiUrl).href;
  return {
    kind: 'h2',
    read() {
      const told = new PassThrough();
      const copy = async (): Promise<void> => {
        const response = await fetch(page).catch(() => undefined);
        if (!response?.ok || response.body === null) throw new OperateProblem(words.noBackupPage(page));
        await pipeline(Readable.fromWeb(response.body), told);
      };
      copy().catch((error: Error) => told.destroy(error));
      return told;
    },
    async write(source) {
      const beside = `${file}.restoring`;
      await rm(beside, { force: true });
      await pipeline(source, createWriteStream(beside, { mode: 0o600, flush: true }));
      await rename(beside, file);
    },
  };
}

/** `pg_dump` sees one snapshot of the database; `pg_restore` puts it back in one transaction. */
function postgresStore(url: string, env: RecordStoreDeps['env'], words: Words): RecordStore {
  const { variables, database } = libpq(url);
  const run = (program: string, args: readonly string[]): Ran => {
    const [command = '', ...first] = program.split(/\s+/);
    const child = spawn(command, [...first, ...args], {
      env: { ...env, ...variables },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return { child, ended: ending(child, command, words) };
  };
  const plain = ['--no-owner', '--no-privileges'];
  return {
    kind: 'postgresql',
    read() {
      const { child, ended } = run(env.PG_DUMP || 'pg_dump', ['--format=custom', '--compress=0', ...plain]);
      child.stdin?.end();
      const told = new PassThrough();
      child.stdout?.pipe(told, { end: false });
      ended.then(
        () => told.end(),
        (error: Error) => told.destroy(error),
      );
      return told;
    },
    async write(source) {
      const how = ['--clean', '--if-exists', '--exit-on-error', '--single-transaction', ...plain];
      const { child, ended } = run(env.PG_RESTORE || 'pg_restore', [...how, `--dbname=${database}`]);
      child.stdout?.resume();
      // Where the program ends before it has read all, its own words say why.
      const given = child.stdin === null ? Promise.resolve() : pipeline(source, child.stdin).catch(() => undefined);
      await Promise.all([given, ended]);
    },
  };
}

interface Ran {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

const TOLD_MAX = 2_000;

function ending(child: ChildProcess, program: string, words: Words): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (said.length < TOLD_MAX) said += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    const failed = (why: string) => reject(new OperateProblem(words.databaseProgram(program, why)));
    child.on('error', (error) => failed(error.message));
    child.on('close', (code) => (code === 0 ? resolve() : failed(said.trim() || `code ${code}`)));
  });
}

/** As libpq's own variables: a password on a command line is seen by everybody on the machine. */
function libpq(url: string): { readonly variables: Readonly<Record<string, string>>; readonly database: string } {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1)) || 'hapi';
  const given = {
    PGHOST: hostname,
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGSSLMODE: searchParams.get('sslmode') ?? '',
    PGDATABASE: database,
  };
  return { variables: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')), database };
}
