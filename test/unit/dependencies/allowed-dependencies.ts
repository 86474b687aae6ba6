/** Why a package may run a script of its own when it is installed: that is where a stolen package strikes first. */
export const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  esbuild: 'with tsx: looks whether the program for this platform came along',
  'msgpackr-extract': 'with bullmq: takes the native part where there is one, else builds it; works without',
  '@swc/core': 'tests only: looks whether the program for this platform came along',
  '@parcel/watcher': 'tools only: builds its native part where none came along',
  'cpu-features': 'tests only, with testcontainers: optional part of ssh2',
  protobufjs: 'tests only, with testcontainers: compares versions, and says so',
  ssh2: 'tests only, with testcontainers: builds its native part; works without',
};

/** Licences under which anybody may use, change and pass on (SPDX); one of them is enough. */
export const LICENCES: readonly string[] = [
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'Python-2.0', 'PSF-2.0', 'WTFPL'],
];

/** Packages whose lock entry names none of these, and what was read in the package itself. */
export const READ_BY_HAND: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'Bitstream Vera: the font may be used, changed under another name and passed on',
  'png-js': 'MIT, in its LICENSE',
  'valid-url': 'MIT, in its LICENSE; tools only',
  ssh2: 'MIT, in its LICENSE; tests only',
  'cpu-features': 'MIT, in its LICENSE; tests only',
  buildcheck: 'MIT, in its LICENSE; tests only',
  fhirpath: 'as BSD, with its notice (U.S. National Library of Medicine), in its LICENSE.md; tools only',
  '@lhncbc/ucum-lhc': 'as BSD, with its notice and the terms of UCUM and LOINC, in its LICENSE.md; tools only',
  'axe-core': 'MPL-2.0, unchanged; tests only',
  '@axe-core/playwright': 'MPL-2.0, unchanged; tests only',
  lightningcss: 'MPL-2.0, unchanged; builds the board and is not in it',
  'caniuse-lite': 'CC-BY-4.0: a table that tools read',
};

/** What keeps a door, a secret or a signature: of two versions one would be forgotten when the other is mended. */
export const AT_A_DOOR: readonly string[] = [
  ...['express', 'router', 'path-to-regexp', 'body-parser', 'raw-body', 'qs', 'cookie', 'send', 'helmet'],
  ...['jose', 'oidc-provider', 'openid-client', 'oauth4webapi', '@noble/ciphers', '@noble/hashes'],
  ...['ioredis', 'bullmq', 'msgpackr', 'ajv', 'rate-limiter-flexible', 'nodemailer', 'yaml', 'csv-parse', 'pino'],
];
