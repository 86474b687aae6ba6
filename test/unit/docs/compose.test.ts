import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '../../../gateway/config.ts';
import { readRegistry } from '../../../gateway/registry.ts';
import { HAPI_IMAGE_FOLDER } from '../../../sandbox/launcher/places.ts';
import { REDIS_SETTINGS } from '../../../sandbox/launcher/redis-settings.ts';
import { commandLine } from '../../../sandbox/partners/command-line.ts';

interface Service {
  readonly image: string;
  /** Folder of its Dockerfile. */
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly user?: string;
  readonly restart?: string;
  readonly container_name?: string;
}

const top = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(top(path), 'utf8');

const COMPOSE = read('docker-compose.yml');
const SECRETS = parseEnv(execFileSync('sh', [top('sandbox/compose-secrets.sh')], { encoding: 'utf8' }));
const NEEDED = [...COMPOSE.matchAll(/\$\{([A-Z_]+)(.*?)\}/g)].map(([, name = '', rest = '']) => ({ name, rest }));

/** As Compose reads the file, once its variables are put in. */
const services: Readonly<Record<string, Service>> = parse(
  COMPOSE.replace(/\$\{([A-Z_]+):\?.*?\}/g, (_all, name: string) => SECRETS[name] ?? ''),
  { merge: true },
).services;
const registry = readRegistry(top('sandbox/registry.compose.yaml'));
const withSystem = registry.partners.filter(({ transport }) => transport === 'fhir-rest');
const serviceOf = (endpoint = ''): Service | undefined => services[new URL(endpoint).hostname];

test('every variable is required, so that no secret has a default', () => {
  expect(NEEDED.filter(({ rest }) => !rest.startsWith(':?'))).toEqual([]);
});

test('the secrets that the script makes are those that the file asks for, and new each time', () => {
  expect(Object.keys(SECRETS).sort()).toEqual([...new Set(NEEDED.map(({ name }) => name))].sort());
  const values = Object.values(SECRETS);
  const others = Object.values(parseEnv(execFileSync('sh', [top('sandbox/compose-secrets.sh')], { encoding: 'utf8' })));
  expect(new Set([...values, ...others]).size).toBe(2 * values.length);
});

test('the gateway and the workers can read their settings, and read the same ones', () => {
  expect(readConfig(services.gateway?.environment ?? {})).toMatchObject({ host: '0.0.0.0', port: 8080 });
  expect(services.workers?.environment).toEqual(services.gateway?.environment);
});

test('the authorization server speaks for those of the gateway’s registry, and writes where the gateway and the partners read', () => {
  const { command = [], volumes = [] } = services.authorization ?? {};
  expect(command.slice(0, 2)).toEqual(['node', 'sandbox/access/main.ts']);
  expect(command).toEqual(
    expect.arrayContaining(['--registry=/registry.yaml', '--folder=/access', '--clients=/clients']),
  );
  expect(volumes).toEqual(expect.arrayContaining(['access:/access', 'clients:/clients']));
  expect(services.gateway?.volumes).toEqual(expect.arrayContaining(['access:/access:ro']));
  // The private keys of clients are nothing that the gateway sees.
  expect(JSON.stringify([services.gateway?.volumes, services.workers?.volumes])).not.toContain('clients');
  expect(readConfig(services.gateway?.environment ?? {}).accessPath).toBe('/access/access.yaml');
});

test('each partner of the registry that has a system is a service that starts, with the token that the gateway has', () => {
  const config = readConfig(services.gateway?.environment ?? {});
  expect(withSystem.length).toBeGreaterThan(0);
  for (const { id, endpoint, credentials } of withSystem) {
    const service = serviceOf(endpoint);
    expect(service?.command?.slice(0, 2)).toEqual(['node', 'sandbox/partners/main.ts']);
    expect(commandLine(service?.command?.slice(2) ?? [], service?.environment ?? {})).toMatchObject({
      sandbox: { id, token: config.partnerToken(credentials?.token ?? ''), port: Number(new URL(endpoint ?? '').port) },
    });
    expect(service?.environment.GATEWAY_CLIENT).toBe(`/clients/${id}.json`);
    expect(service?.volumes).toEqual(['clients:/clients:ro']);
  }
});

test('HAPI is given our definitions by a service that ends, and that starts what the image holds', () => {
  expect(services.definitions).toMatchObject({
    command: ['node', 'sandbox/definitions/main.ts'],
    restart: 'on-failure',
    environment: { HAPI_URL: services.gateway?.environment.HAPI_URL },
  });
  expect(existsSync(top('sandbox/definitions/main.ts'))).toBe(true);
});

test('nothing is published beyond this machine', () => {
  const published = Object.values(services).flatMap(({ ports = [] }) => ports);
  expect(published.length).toBeGreaterThan(0);
  for (const port of published) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
});

test('the gateway and the workers may be as many as one likes: only what stands before them has a port and an address', () => {
  for (const name of ['gateway', 'workers'])
    expect([services[name]?.ports, services[name]?.container_name]).toEqual([undefined, undefined]);
  const front = read('sandbox/front.haproxy.cfg');
  const port = services.gateway?.environment.PORT;
  expect(front).toMatch(new RegExp(`^ {2}server-template gateway- \\d+ gateway:${port}$`, 'm'));
  const [, bound] = /^ {2}bind :(\d+)$/m.exec(front) ?? [];
  expect(services.front?.ports).toEqual([`127.0.0.1:${port}:${bound}`]);
  // Who calls is what the front says, and no caller.
  expect(front).toContain('http-request set-header X-Forwarded-For %[src]');
  expect(readConfig(services.gateway?.environment ?? {}).trustedProxies).toEqual(['uniquelocal']);
  for (const { command = [] } of Object.values(services))
    for (const address of command.filter((word) => word.startsWith('--gateway=')))
      expect(address).toBe(`--gateway=http://front:${bound}`);
});

test('what stands before the gateways and after them is held as tightly as they are', () => {
  for (const name of ['front', 'gateway', 'workers', 'redis'])
    expect(services[name]).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
});

test('Redis has a limit, without which the gateway’s own says nothing', () => {
  const { command = [] } = services.redis ?? {};
  expect(command[command.indexOf('--maxmemory') + 1]).toMatch(/^\d+gb$/);
});

test('Redis keeps what it was given as surely as in the sandbox', () => {
  expect(services.redis?.command?.slice(1, 1 + REDIS_SETTINGS.length)).toEqual(REDIS_SETTINGS);
});

test('every image has a version, and HAPI’s is made as the one that the sandbox starts', () => {
  for (const { image } of Object.values(services)) expect(image).toMatch(/:v?\d+\.\d+/);
  expect(read('sandbox/hapi-image/Dockerfile')).toMatch(/^FROM hapiproject\S+:v\d+\.\d+\S* AS hapi$/m);
  expect(top(services.hapi?.build ?? '')).toBe(HAPI_IMAGE_FOLDER);
  expect(read('sandbox/launcher/containers.ts')).toContain('builtFrom: HAPI_IMAGE_FOLDER');
});

test('the Dockerfile ships the folders that the services run, as a user that is not root', () => {
  const dockerfile = read('Dockerfile');
  const image = dockerfile.split(/^FROM /m).at(-1) ?? '';
  const copied = [...image.matchAll(/^COPY (\S+) \.\/\1$/gm)].map(([, folder]) => folder);
  expect(copied).toEqual([
    'profiles',
    'mappings',
    'gateway',
    'workers',
    'operate',
    'sandbox/access',
    'sandbox/definitions',
    'sandbox/partners',
  ]);
  expect(image).toContain('COPY --from=board /app/dist/board ./dist/board');
  expect(image).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^FROM node:24\.\d+\.\d+-slim$/m);
});

test('the record can destroy a file that was disclosed: the interceptor that it names is the one compiled into its image', () => {
  const named = services.hapi?.environment['hapi.fhir.custom-interceptor-classes'] ?? '';
  const [, folder = '', name = ''] = /^(.*)\.(\w+)$/.exec(named) ?? [];
  expect(services.hapi?.environment['hapi.fhir.custom-bean-packages']).toBe(folder);
  const source = read(`sandbox/hapi-image/${name}.java`);
  expect(source).toContain(`package ${folder};`);
  expect(source).toContain(`addPath("AuditEvent.entity.what")`);
  expect(read('sandbox/hapi-image/Dockerfile')).toContain(`${name}.java`);
});
