import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalIssuer, localIssuer } from '../../sandbox/access/local-issuer.ts';
import type { Who } from '../../sandbox/access/token-source.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/start-sandbox.ts';
import type { FuzzedCaller } from './callers.ts';
import { fuzzedDocument } from './fuzzed-document.ts';
import { CALLING_PARTNER, FUZZED_CENTRE, writeFuzzedRegistry } from './fuzzed-registry.ts';

/** A gateway to try out, whose centre and partners are nobody else’s, and what a fuzzer needs to call it. */
export interface FuzzedSandbox {
  readonly sandbox: Sandbox;
  readonly document: object;
  readonly tokens: Readonly<Record<FuzzedCaller, string>>;
  stop(): Promise<void>;
}

/** As long as a token may live: a fuzzer that runs for minutes asks for none. */
const LIFE_SECONDS = 3_600;
/** More calls than one client is to make. */
const CALLS_PER_MINUTE = '10000000';

/** Starts it; what it started it stops. */
export async function startFuzzedSandbox(options: SandboxOptions): Promise<FuzzedSandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-fuzzed-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const issuer = await localIssuer();
    const sandbox = await startSandbox({
      ...options,
      registryPath: await writeFuzzedRegistry(folder),
      settings: { CLIENT_CALLS_PER_MINUTE: CALLS_PER_MINUTE, ...options.settings },
      tokens: async () => issuer,
    });
    const response = await fetch(`${sandbox.gatewayUrl}/openapi.json?lang=en`);
    return {
      sandbox,
      document: fuzzedDocument(JSON.parse(await response.text())),
      tokens: {
        centre: await longToken(issuer, { centre: FUZZED_CENTRE }),
        partner: await longToken(issuer, { partner: CALLING_PARTNER }),
        operator: await longToken(issuer, { operator: 'essais' }),
      },
      async stop() {
        await sandbox.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

const longToken = (issuer: LocalIssuer, who: Who): Promise<string> => {
  const claims = issuer.claims(who);
  return issuer.sign({ ...claims, exp: claims.iat + LIFE_SECONDS });
};
