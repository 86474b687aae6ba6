import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { AT_A_DOOR, INSTALL_SCRIPTS, LICENCES, READ_BY_HAND } from './allowed-dependencies.ts';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly inBundle?: boolean;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const { dependencies, devDependencies }: Readonly<Record<string, Readonly<Record<string, string>>>> =
  read('package.json');
const packages: Readonly<Record<string, Locked>> = read('package-lock.json').packages;
const LOCKED = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, locked]) => ({ path, name: path.split('node_modules/').at(-1) ?? '', ...locked }));
type Entry = (typeof LOCKED)[number];

/** Comes for other machines only than those that we ship for and test on (Linux with glibc, x64 or arm64). */
const isForOthers = ({ optional, os = [], cpu = [], libc = ['glibc'] }: Entry): boolean =>
  optional === true &&
  os.length > 0 &&
  !(os.includes('linux') && libc.includes('glibc') && cpu.some((it) => it === 'x64' || it === 'arm64'));

test('every dependency that we name is pinned to one version, and that is the one in the lock', () => {
  const named = Object.entries({ ...dependencies, ...devDependencies });
  expect(named.length).toBeGreaterThan(50);
  for (const [name, version] of named) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
    expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
  }
});

test('every package of every machine has a strong hash in the lock, and comes from the registry', () => {
  // What comes within another package is hashed with it.
  const hashed = LOCKED.filter((it) => it.inBundle !== true);
  expect(hashed.length).toBeGreaterThan(500);
  expect(hashed.filter(({ integrity = '' }) => !integrity.startsWith('sha512-')).map(({ path }) => path)).toEqual([]);
  expect(LOCKED.filter(({ link, resolved = '' }) => link === true || /^(git|file|http:)/.test(resolved))).toEqual([]);
});

test('no package runs a script when it is installed but those that are listed with a reason', () => {
  const found = LOCKED.filter(({ hasInstallScript }) => hasInstallScript === true).map(({ name }) => name);
  expect([...new Set(found)].sort()).toEqual(Object.keys(INSTALL_SCRIPTS).sort());
});

test('every package is under a licence that lets anybody use, change and pass it on, or was read by hand', () => {
  const isFree = (license: string): boolean =>
    license
      .replace(/^\((.*)\)$/, '$1')
      .split(' OR ')
      .some((one) => one.split(' AND ').every((it) => LICENCES.includes(it)));
  // What comes for other machines only is a part of a package that is looked at here, and says nothing of its own.
  const others = LOCKED.filter((it) => it.inBundle !== true && !isForOthers(it) && !isFree(it.license ?? ''));
  const family = (name: string): string => (name.startsWith('lightningcss-') ? 'lightningcss' : name);
  expect([...new Set(others.map(({ name }) => family(name)))].sort()).toEqual(Object.keys(READ_BY_HAND).sort());
});

test('what keeps a door, a secret or a signature is there in one version', () => {
  const shipped = LOCKED.filter(({ dev, devOptional }) => dev !== true && devOptional !== true);
  for (const name of AT_A_DOOR) expect([name, shipped.filter((it) => it.name === name).length]).toEqual([name, 1]);
});
