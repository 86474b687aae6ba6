import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Closer } from '../../gateway/process/closer.ts';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { freePort } from '../../sandbox/launcher/free-port.ts';
import { type Stack, startStack } from '../../sandbox/launcher/start-stack.ts';
import { type FaultProxy, startFaultProxy, type Target } from './fault-proxy.ts';
import { type KeptProcess, keepRunning } from './kept-process.ts';
import { CENTRE } from './load-plan.ts';
import { type ChaosPartner, PARTNERS, preparePartner, registryEntry, tokenVariable } from './partners.ts';

/** Everything that runs, and the proxies on every way between. */
export interface World {
  readonly stack: Stack;
  readonly gateways: readonly KeptProcess[];
  readonly workers: readonly KeptProcess[];
  readonly partners: readonly (ChaosPartner & { readonly process: KeptProcess })[];
  /** On the way to HAPI, to Redis, to the gateways' HTTP and MLLP doors. */
  readonly proxies: { readonly record: FaultProxy; readonly queue: FaultProxy; readonly doors: readonly FaultProxy[] };
  /** Where clients and partners reach the gateways. */
  readonly gatewayUrl: string;
  /** One gateway each, without a proxy: for the checker. */
  readonly gatewayUrls: readonly string[];
  readonly centreToken: () => Promise<string>;
  readonly adminToken: () => Promise<string>;
  readonly settings: Readonly<Record<string, string>>;
}

export interface WorldOptions {
  readonly gateways: number;
  readonly workers: number;
  /** Logs and the partners' journals. */
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
  /** HAPI or Redis ended although nobody killed it. */
  readonly onDeath: (part: string) => void;
}

/** Starts HAPI and Redis on disks that survive a kill, the gateways, the workers and the partners, each a process of its own. */
export async function startWorld(options: WorldOptions, closing: Closer): Promise<World> {
  const { folder, say, onDeath } = options;
  // What is given is somebody's own: it is not killed here.
  const { HAPI_URL: _hapi, REDIS_URL: _redis, ...env } = process.env;
  const stack = await startStack({ say, language: 'en', durableHapi: true, env, onDeath });
  closing.add(() => stack.stop());
  const record = await proxyTo(() => addressOf(stack.hapi.url), closing);
  const queue = await proxyTo(() => addressOf(stack.redis.url), closing);

  const ports = await portsFor(options.gateways);
  const doors = await Promise.all([
    proxyTo(inTurn(ports.map(({ http }) => http)), closing),
    proxyTo(inTurn(ports.map(({ mllp }) => mllp)), closing),
  ]);
  const issuer = await localIssuer();
  closing.add(() => issuer.stop());
  const partners = await Promise.all(
    PARTNERS.map((plan) => preparePartner(plan, { folder, issuerFolder: issuer.folder }, closing)),
  );
  const registryPath = join(folder, 'registry.yaml');
  await writeFile(registryPath, stringify(registryOf(partners)));

  const shared: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HAPI_URL: `http://127.0.0.1:${record.port}${new URL(stack.hapi.url).pathname}`,
    REDIS_URL: `redis://127.0.0.1:${queue.port}`,
    REGISTRY_PATH: registryPath,
    ...issuer.settings,
    ...Object.fromEntries(partners.map(({ id, tokenToPartner }) => [tokenVariable(id), tokenToPartner])),
    SEALING_KEYS: `chaos:${randomBytes(32).toString('base64')}`,
    ...options.settings,
  };
  const started = (name: string, main: string, own: NodeJS.ProcessEnv, answers: () => Promise<boolean>) =>
    keepRunning(
      {
        name,
        child: {
          command: process.execPath,
          args: ['--import', 'tsx', main],
          env: { ...shared, ...own },
          logFile: join(folder, 'logs', `${name}.log`),
        },
        answers,
      },
      closing,
    );
  const gateways = await Promise.all(
    ports.map(({ http, mllp }, n) =>
      started(`gateway-${n}`, 'gateway/main.ts', { PORT: String(http), MLLP_PORT: String(mllp) }, async () =>
        isLive(http),
      ),
    ),
  );
  const workers = await Promise.all(
    Array.from({ length: options.workers }, (_, n) => started(`worker-${n}`, 'workers/main.ts', {}, async () => true)),
  );
  const gatewayUrl = `http://127.0.0.1:${doors[0].port}`;
  const gatewayMllpUrl = `mllp://127.0.0.1:${doors[1].port}`;
  const running = await Promise.all(
    partners.map(async (partner) => ({ ...partner, process: await partner.start({ gatewayUrl, gatewayMllpUrl }) })),
  );
  return {
    stack,
    gateways,
    workers,
    partners: running,
    proxies: { record, queue, doors },
    gatewayUrl,
    gatewayUrls: ports.map(({ http }) => `http://127.0.0.1:${http}`),
    centreToken: () => issuer.token({ centre: CENTRE }),
    adminToken: () => issuer.token({ operator: 'chaos' }),
    settings: options.settings,
  };
}

async function proxyTo(target: Target, closing: Closer): Promise<FaultProxy> {
  const proxy = await startFaultProxy(target);
  closing.add(() => proxy.stop());
  return proxy;
}

const addressOf = (url: string): { readonly host: string; readonly port: number } => {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
};

/** As a load balancer without health checks: a client that meets one that is down tries again. */
function inTurn(ports: readonly number[]): Target {
  let turn = 0;
  return () => {
    turn += 1;
    const port = ports[turn % ports.length];
    return port === undefined ? undefined : { host: '127.0.0.1', port };
  };
}

const portsFor = (gateways: number) =>
  Promise.all(Array.from({ length: gateways }, async () => ({ http: await freePort(), mllp: await freePort() })));

const isLive = async (port: number): Promise<boolean> =>
  (await fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(2_000) })).ok;

const registryOf = (partners: readonly ChaosPartner[]): object => ({
  centres: [
    {
      id: CENTRE,
      name: { fr: 'Hochelaga', en: 'Hochelaga' },
      telephone: '514 555-0130',
      timeZone: 'America/Toronto',
      regime: 'qc-private',
    },
  ],
  partners: partners.map(registryEntry),
});
