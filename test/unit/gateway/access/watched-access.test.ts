import { copyFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { parse, stringify } from 'yaml';
import { CLAIMS } from '../../../../gateway/access/caller-from-claims.ts';
import { type WatchedAccess, watchedAccess } from '../../../../gateway/access/watched-access.ts';
import { type Closer, closer } from '../../../../gateway/process/closer.ts';
import { type LocalIssuer, localIssuer } from '../../../../sandbox/access/local-issuer.ts';
import { aRegistry } from '../../../builders/a-registry.ts';

let folder: string;
let path: string;
let issuer: LocalIssuer;
let closing: Closer;
let lines: string[];
let access: WatchedAccess;

beforeEach(async () => {
  issuer = await localIssuer();
  folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  path = join(folder, 'access.yaml');
  await copyFile(issuer.settings.ACCESS_PATH, path);
  await copyFile(join(issuer.folder, 'keys.json'), join(folder, 'keys.json'));
  closing = closer();
  lines = [];
  access = await watchedAccess({
    path,
    registry: aRegistry(),
    now: () => new Date(),
    log: pino({}, { write: (line: string) => void lines.push(line) }),
    closing,
    everyMs: 5,
  });
});
afterEach(async () => {
  await closing.close();
  await issuer.stop();
  await rm(folder, { recursive: true });
});

const token = (professional: string): Promise<string> =>
  issuer.sign({ ...issuer.claims({ centre: 'verdun' }), [CLAIMS.professional]: professional, [CLAIMS.role]: 'pivot' });
const change = async (changes: object, from = path): Promise<void> => {
  const content = { ...parse(await readFile(from, 'utf8')), ...changes };
  await writeFile(`${path}.new`, stringify(content));
  await rename(`${path}.new`, path);
};
/** Until the log says so: the file is looked at by a clock of its own. */
async function logged(words: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!lines.some((line) => line.includes(words))) {
    if (Date.now() > deadline) throw new Error(`never logged: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('whoever is suspended in the file is refused without a restart, with a token that was taken a moment ago; others go on', async () => {
  const [gone, stays] = [await token('pro-1'), await token('pro-2')];
  await expect(access.verifyToken(gone)).resolves.toMatchObject({ professional: 'pro-1' });
  await change({ professionals: [{ id: 'pro-1', centre: 'verdun', suspendedFrom: '2026-01-01' }] });
  await logged('access file taken up');
  await expect(access.verifyToken(gone)).rejects.toThrow('suspended');
  await expect(access.verifyToken(stays)).resolves.toMatchObject({ professional: 'pro-2' });
});

test('a file that is not valid, or gone, changes nothing and is told in the log; the next good one is taken up', async () => {
  await change({ issuers: [] });
  await logged('the one before stays');
  await expect(access.verifyToken(await token('pro-1'))).resolves.toMatchObject({ id: 'verdun' });
  lines.length = 0;
  await rm(path);
  await logged('the one before stays');
  await expect(access.verifyToken(await token('pro-1'))).resolves.toMatchObject({ id: 'verdun' });
  // In one piece: a good file in between would be taken up for itself.
  await change({ audience: 'https://elsewhere.example/' }, issuer.settings.ACCESS_PATH);
  await logged('access file taken up');
  await expect(access.verifyToken(await token('pro-1'))).rejects.toThrow('audience');
});

test('the keys beside it are read again when they change: a server that changed its keys is believed, and its old ones no more', async () => {
  const other = await localIssuer();
  const old = await token('pro-1');
  await copyFile(join(other.folder, 'keys.json'), join(folder, 'keys.json'));
  await logged('access file taken up');
  await expect(access.verifyToken(old)).rejects.toThrow('signature');
  await expect(access.verifyToken(await other.token({ centre: 'verdun' }))).resolves.toMatchObject({ id: 'verdun' });
  await other.stop();
});

test('a first file that is not valid does not start', async () => {
  await change({ listedOnly: ['everybody'] });
  await expect(
    watchedAccess({ path, registry: aRegistry(), now: () => new Date(), log: pino({ level: 'silent' }), closing }),
  ).rejects.toThrow(/access\.yaml/);
});
