import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { clientToken, readClient } from '../../operate/client-token.ts';
import { centreClient, OPERATOR_CLIENT, pastClient } from '../../sandbox/access/sandbox-clients.ts';
import type { TokenSource, Who } from '../../sandbox/access/token-source.ts';

/** The sandbox's authorization server in a process of its own: in jest's realm, what it clones is no plain object to it. */
export async function authorizationProcess(registryPath: string, folder: string): Promise<TokenSource> {
  const args = ['--registry', registryPath, '--folder', folder];
  const server = spawn(process.execPath, ['--import', 'tsx', 'sandbox/access/main.ts', ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(server.stdout, 'data');
  const tokens = new Map<string, () => Promise<string>>();
  return {
    settings: { ACCESS_PATH: join(folder, 'access.yaml') },
    token(who) {
      const client = clientOf(who);
      const ask = tokens.get(client) ?? clientToken(() => readClient(join(folder, 'clients', `${client}.json`)));
      tokens.set(client, ask);
      return ask();
    },
    async stop() {
      server.kill();
      await once(server, 'exit');
    },
  };
}

function clientOf(who: Who): string {
  if ('centre' in who) return who.past === true ? pastClient(who.centre) : centreClient(who.centre);
  return 'partner' in who ? who.partner : OPERATOR_CLIENT;
}
