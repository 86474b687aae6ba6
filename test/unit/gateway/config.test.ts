import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from '@jest/globals';
import { readConfig, SETTINGS } from '../../../gateway/config.ts';

const EXAMPLE = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
const KEY = Buffer.alloc(32, 7).toString('base64');
const NEEDED = { SEALING_KEYS: `k1:${KEY}` };

/** What the error says, and nothing when there is none. */
function complaintAbout(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('.env.example names every setting, in the order of the table, and nothing else', () => {
  const named = [...EXAMPLE.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(SETTINGS));
});

test('.env.example shows the value that stands without it, and leaves empty what must be given', () => {
  const shown = Object.entries(SETTINGS).map(([name, value]) => [name, value ?? '']);
  expect(parseEnv(EXAMPLE)).toEqual(Object.fromEntries(shown));
});

test.each(Object.keys(SETTINGS))('.env.example says in two languages what %s is for', (name) => {
  const before =
    EXAMPLE.slice(0, EXAMPLE.indexOf(`\n${name}=`))
      .split('\n\n')
      .at(-1) ?? '';
  const lines = before.split('\n').filter((line) => /^# \S/.test(line));
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(lines.length % 2).toBe(0);
});

test('the settings that must be given are enough', () => {
  const config = readConfig(NEEDED);
  expect(config).toMatchObject({ port: 8080, host: '127.0.0.1', laneCount: 4, keptForSeconds: 30 * 86_400 });
  expect(config).toMatchObject({ accessPath: 'passerelle.access.yaml', clientCallsPerMinute: 120_000 });
});

test('an empty value is as good as none', () => {
  expect(readConfig({ ...NEEDED, PORT: '', LOG_LEVEL: '' })).toMatchObject({ port: 8080, logLevel: 'info' });
});

test('a slash at the end of the FHIR base is no part of it', () => {
  expect(readConfig({ ...NEEDED, HAPI_URL: 'http://hapi/fhir/' }).hapiUrl).toBe('http://hapi/fhir');
});

test('everything that is wrong is named at once', () => {
  const complaint = complaintAbout({ PORT: 'eighty', LANES: '0', LOCK_MS: '999', CLIENT_CALLS_PER_MINUTE: '1' });
  for (const name of ['SEALING_KEYS', 'PORT', 'LANES', 'LOCK_MS', 'CLIENT_CALLS_PER_MINUTE'])
    expect(complaint).toContain(name);
  expect(complaint).not.toContain('BODY_MAX_BYTES');
});

test.each([
  ['SEALING_KEYS', `k1:${Buffer.alloc(31, 7).toString('base64')}`],
  ['SEALING_KEYS', KEY],
  ['HAPI_TIMEOUT_MS', '30 seconds'],
  ['KEPT_FOR_DAYS', '-1'],
  ['DELIVERY_TRIES_MAX', '1.5'],
])('a bad %s is named, and its value is not shown', (name, value) => {
  const complaint = complaintAbout({ ...NEEDED, [name]: value });
  expect(complaint).toContain(name);
  for (const part of value.split(':')) if (part !== '') expect(complaint).not.toContain(part);
});

test('a partner’s token is found by the name that the registry gives, and its absence is said by that name', () => {
  const config = readConfig({ ...NEEDED, CLSC_TOKEN: 'what-we-present' });
  expect(config.partnerToken('CLSC_TOKEN')).toBe('what-we-present');
  expect(() => config.partnerToken('OTHER_TOKEN')).toThrow(/OTHER_TOKEN/);
});

test('the door for HL7 v2 is closed until it has a port', () => {
  expect(readConfig(NEEDED).mllp).toBeUndefined();
  expect(readConfig({ ...NEEDED, MLLP_PORT: '2575' }).mllp).toMatchObject({ port: 2575, host: '127.0.0.1' });
});

test.each([
  [{ MLLP_HOST: '0.0.0.0' }, 'MLLP_HOST is beyond this machine'],
  [{ MLLP_CERTIFICATE: '/a.pem' }, 'MLLP_CERTIFICATE and MLLP_KEY go together'],
  [{ MLLP_CLIENT_AUTHORITY: '/a.pem' }, 'MLLP_CLIENT_AUTHORITY needs'],
  [{ MLLP_PLAIN: 'maybe' }, 'MLLP_PLAIN must be yes or no'],
  [{ MLLP_FRAME_MAX_BYTES: '1' }, 'MLLP_FRAME_MAX_BYTES'],
] as const)('%j keeps the door for HL7 v2 from opening', (env, complaint) => {
  expect(complaintAbout({ ...NEEDED, MLLP_PORT: '0', ...env })).toContain(complaint);
});

test('beyond this machine the door for HL7 v2 opens with a certificate, or without one inside a VPN if somebody says so', () => {
  const beyond = { ...NEEDED, MLLP_PORT: '0', MLLP_HOST: '0.0.0.0' };
  const pem = { MLLP_CERTIFICATE: '/a.pem', MLLP_KEY: '/a.key' };
  expect(readConfig({ ...beyond, MLLP_PLAIN: 'yes' }).mllp?.tls).toBeUndefined();
  expect(readConfig({ ...beyond, ...pem }).mllp?.tls).toEqual({ certificate: '/a.pem', key: '/a.key' });
  expect(readConfig({ ...beyond, ...pem, MLLP_CLIENT_AUTHORITY: '/b.pem' }).mllp?.tls).toMatchObject({
    clientAuthority: '/b.pem',
  });
});

test('proxies that are believed are addresses, networks or names that Express knows; anything else is named', () => {
  expect(readConfig({ ...NEEDED, TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,2001:db8::1' }).trustedProxies).toEqual([
    'loopback',
    '10.0.0.0/8',
    '2001:db8::1',
  ]);
  expect(complaintAbout({ TRUSTED_PROXIES: 'my-proxy' })).toContain('TRUSTED_PROXIES');
});
