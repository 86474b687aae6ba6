import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { parse } from 'yaml';
import { type Config, readConfig } from '../gateway/config.ts';
import { closer } from '../gateway/process/closer.ts';
import { type Registry, readRegistry, registryFrom } from '../gateway/registry.ts';
import { type Gateway, startGateway } from '../gateway/start-gateway.ts';
import { startWorkers } from '../workers/start-workers.ts';
import { localIssuer } from './access/local-issuer.ts';
import type { TokenSource } from './access/token-source.ts';
import { type Stack, type StackOptions, startStack } from './launcher/start-stack.ts';
import type { PartnerSandbox } from './partners/partner-sandbox.ts';
import { SANDBOX_REGISTRY } from './sandbox-registry.ts';
import { newToken, type PartnerTokens, startPartners, startPost } from './start-partners.ts';

/** Everything on one machine: HAPI, Redis, the partners' stand-ins, the gateway and the workers. */
export interface Sandbox {
  readonly stack: Stack;
  readonly gatewayUrl: string;
  /** Where Prometheus reads the gateway’s counts and the workers’, when that is on. */
  readonly metricsUrls: readonly string[];
  /** Where partners bring HL7 v2. */
  readonly mllpUrl?: string;
  readonly registry: Registry;
  readonly config: Config;
  readonly partners: ReadonlyMap<string, PartnerSandbox>;
  /** An access token of a centre’s own program. */
  centreToken(centre: string): Promise<string>;
  /** An access token of the program that takes over a centre’s past: it also says since when something was known. */
  pastToken(centre: string): Promise<string>;
  /** An access token that a partner presents to the gateway. */
  partnerToken(partner: string): Promise<string>;
  /** An access token of whoever operates the gateway. */
  operatorToken(): Promise<string>;
  stop(): Promise<void>;
}

export interface SandboxOptions extends StackOptions {
  readonly log: Logger;
  /** Settings over those of the sandbox: `LANES`, `LOCK_MS` … */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whose centres and partners; the sandbox's own if absent. A stand-in takes the place of each partner that has a system. */
  readonly registryPath?: string;
  /** A file with more partners, beside those of the registry: nobody stands in for them. */
  readonly morePartnersPath?: string;
  /** Who gives access tokens for these centres and partners; a key pair of this run if absent, without a server. */
  readonly tokens?: (registry: Registry) => Promise<TokenSource>;
}

/** The gateway and the workers have a limit of their own; HAPI takes its time. */
const STOP_WITHIN_MS = 60_000;

/** Starts the whole sandbox, with tokens and keys made for this run. What it started it stops, also when a part fails to start. */
export async function startSandbox({
  log,
  settings = {},
  registryPath = SANDBOX_REGISTRY,
  morePartnersPath,
  tokens: tokensFor = () => localIssuer(),
  ...options
}: SandboxOptions): Promise<Sandbox> {
  const closing = closer({ withinMs: STOP_WITHIN_MS });
  try {
    const stack = await startStack(options);
    closing.add(() => stack.stop());
    const standing = readRegistry(registryPath);
    const plan = withMore(standing, morePartnersPath);
    const source = await tokensFor(plan);
    closing.add(() => source.stop());
    const tokens = new Map<string, PartnerTokens>(
      plan.partners.map(({ id }) => [id, { toPartner: newToken(), toGateway: () => source.token({ partner: id }) }]),
    );

    let running: Gateway | undefined;
    const reach = { url: () => running?.url ?? '', mllpUrl: () => running?.mllpUrl ?? '' };
    const post = await startPost(closing);
    const partners = await startPartners(standing, tokens, post, reach, closing);
    const registry = registryFrom({
      centres: plan.centres,
      partners: plan.partners.map((partner) => ({ ...partner, ...endpointOf(partners.get(partner.id)) })),
    });
    const config = readConfig({
      PORT: '0',
      MLLP_PORT: '0',
      HAPI_URL: stack.hapi.url,
      REDIS_URL: stack.redis.url,
      SEALING_KEYS: `sandbox:${randomBytes(32).toString('base64')}`,
      ...source.settings,
      ...Object.fromEntries(
        plan.partners.flatMap(({ id, credentials }) =>
          credentials?.token === undefined ? [] : [[credentials.token, tokens.get(id)?.toPartner]],
        ),
      ),
      SMTP_URL: post.mailbox.smtpUrl,
      MAIL_FROM: 'ne-pas-repondre@passerelle.example',
      SMS_URL: post.telephones.smsUrl,
      SMS_TOKEN: post.telephones.token,
      DELIVERY_FIRST_RETRY_MS: '500',
      DELIVERY_RETRY_CAP_MS: '5000',
      CIRCUIT_OPEN_MS: '1000',
      ...settings,
    });

    const gateway = await startGateway({ config, registry, log });
    closing.add(() => gateway.stop());
    running = gateway;
    // Links in messages name the port that was taken.
    const pages = { ...config.pages, publicUrl: config.pages.publicUrl || gateway.url };
    const workers = await startWorkers({ config: { ...config, pages }, registry, log });
    closing.add(() => workers.stop());
    return {
      stack,
      gatewayUrl: gateway.url,
      metricsUrls: [gateway.metricsUrl, workers.metricsUrl].flatMap((it) => it ?? []),
      ...(gateway.mllpUrl !== undefined && { mllpUrl: gateway.mllpUrl }),
      registry,
      config,
      partners,
      centreToken: (centre) => source.token({ centre }),
      pastToken: (centre) => source.token({ centre, past: true }),
      partnerToken: (partner) => source.token({ partner }),
      operatorToken: () => source.token({ operator: 'bac-a-sable' }),
      stop: closing.close,
    };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

/** Those of the registry and of the file beside it, before the stand-ins have an address. Throws GatewayError for what is wrong in either file. */
function withMore(registry: Registry, morePartnersPath: string | undefined): Registry {
  if (morePartnersPath === undefined) return registry;
  // The registry's schema looks at what stands in it.
  const more: { readonly partners: readonly unknown[] } = parse(readFileSync(morePartnersPath, 'utf8'), {
    merge: true,
  });
  return registryFrom({ centres: registry.centres, partners: [...registry.partners, ...more.partners] });
}

const endpointOf = (partner: PartnerSandbox | undefined): { readonly endpoint?: string } =>
  partner === undefined ? {} : { endpoint: partner.endpoint };
