import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Closer } from '../../gateway/process/closer.ts';
import { freePort } from '../../sandbox/launcher/free-port.ts';
import type { PartnerSandboxOptions } from '../../sandbox/partners/partner-sandbox.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';
import { type KeptProcess, keepRunning } from './kept-process.ts';

/** How a partner gets its requests; each has its own way to know a repeat. */
export type Manner = 'fhir-push' | 'fhir-server' | 'fhir-poll' | 'mllp';

/** What a partner's process is told. */
export interface PartnerSettings
  extends Omit<PartnerSandboxOptions, 'gatewayUrl' | 'gatewayToken' | 'now' | 'protocol' | 'retryWaitsMs'> {
  readonly manner: Manner;
  readonly gatewayUrl: string;
  readonly gatewayMllpUrl: string;
  /** Where the key is with which it makes what it presents to the gateway. */
  readonly issuerFolder: string;
}

/** A partner of the run: its place in the registry, its tokens, its process, and the proxy on the way to it. */
export interface ChaosPartner {
  readonly id: string;
  readonly manner: Manner;
  /** What the gateway presents to it. */
  readonly tokenToPartner: string;
  /** Its control API. */
  readonly controlUrl: string;
  readonly proxy: FaultProxy;
  start(gateway: Pick<PartnerSettings, 'gatewayUrl' | 'gatewayMllpUrl'>): Promise<KeptProcess>;
}

interface PartnerPlan {
  readonly id: string;
  readonly manner: Manner;
  readonly kind: PartnerSettings['kind'];
}

/** One that is pushed to, one whose Tasks we read too, one that collects its requests, one over MLLP. */
export const PARTNERS: readonly PartnerPlan[] = [
  { id: 'clsc-hochelaga', manner: 'fhir-push', kind: 'clsc' },
  { id: 'plateforme-sociale', manner: 'fhir-server', kind: 'platform' },
  { id: 'clsc-releve', manner: 'fhir-poll', kind: 'clsc' },
  { id: 'hopital-hl7', manner: 'mllp', kind: 'hospital' },
];

const REGISTRY_ENTRIES: Readonly<Record<Manner, object>> = {
  'fhir-push': { kind: 'clsc', lens: 'public-network', dialect: 'passerelle', transport: 'fhir-rest' },
  'fhir-server': {
    kind: 'platform',
    lens: 'community',
    dialect: 'gravity',
    transport: 'fhir-rest',
    poll: { everySeconds: 2, overlapSeconds: 30 },
  },
  'fhir-poll': { kind: 'clsc', lens: 'public-network', dialect: 'passerelle', transport: 'fhir-poll' },
  mllp: {
    kind: 'hospital',
    lens: 'public-network',
    dialect: 'hl7v2',
    transport: 'mllp',
    hl7v2: { application: 'SIH', facility: 'HOPITAL-RIVE', charset: 'UNICODE UTF-8', acknowledgement: 'enhanced' },
  },
};

/** Name of the variable that holds the token for a partner. */
export const tokenVariable = (partner: string): string => `${partner.toUpperCase().replaceAll('-', '_')}_TOKEN`;

/** Its entry in the registry: the address is that of the proxy. */
export function registryEntry({ id, manner, proxy }: ChaosPartner): object {
  const { port } = proxy;
  return {
    id,
    name: { fr: id, en: id },
    province: 'QC',
    language: 'fr',
    ...REGISTRY_ENTRIES[manner],
    ...(manner === 'mllp' && { endpoint: `mllp://127.0.0.1:${port}` }),
    ...(manner.startsWith('fhir-') &&
      manner !== 'fhir-poll' && {
        endpoint: `http://127.0.0.1:${port}/fhir`,
        credentials: { token: tokenVariable(id) },
      }),
  };
}

/** Takes a port and a proxy for each partner; the processes are started once there is a gateway. */
export async function preparePartner(
  plan: PartnerPlan,
  { folder, issuerFolder }: { readonly folder: string; readonly issuerFolder: string },
  closing: Closer,
): Promise<ChaosPartner> {
  const { id, manner, kind } = plan;
  const port = await freePort();
  const logFile = join(folder, 'logs', `${id}.log`);
  const proxy = await startFaultProxy(() => (manner === 'mllp' ? mllpAddress(logFile) : { host: '127.0.0.1', port }));
  closing.add(() => proxy.stop());
  const tokenToPartner = randomBytes(24).toString('base64url');
  const controlUrl = `http://127.0.0.1:${port}/sandbox`;
  return {
    id,
    manner,
    tokenToPartner,
    controlUrl,
    proxy,
    start(gateway) {
      const settings: PartnerSettings = {
        id,
        manner,
        kind,
        name: { fr: id, en: id },
        port,
        token: tokenToPartner,
        issuerFolder,
        dataDir: join(folder, 'partners'),
        ...gateway,
      };
      const env = { PATH: process.env.PATH, CHAOS_PARTNER: JSON.stringify(settings) };
      return keepRunning(
        {
          name: id,
          child: { command: process.execPath, args: ['--import', 'tsx', 'test/chaos/partner-main.ts'], env, logFile },
          answers: async (signal) => (await fetch(`${controlUrl}/fault`, { signal })).ok,
        },
        closing,
      );
    },
  };
}

/** Where it takes MLLP: another port after each start, which it has said last. */
function mllpAddress(logFile: string): { readonly host: string; readonly port: number } | undefined {
  const said = [...readFileSync(logFile, 'utf8').matchAll(/mllp:\/\/127\.0\.0\.1:(\d+)/g)].at(-1)?.[1];
  return said === undefined ? undefined : { host: '127.0.0.1', port: Number(said) };
}
