import type { Command } from 'commander';
import { alertCommands } from './alert-commands.ts';
import { bilingualCommand, languageOption } from './bilingual-command.ts';
import { deadLetterCommands } from './dead-letter-commands.ts';
import { gatewayClient } from './gateway-client.ts';
import { partnerCommands } from './partner-commands.ts';

export interface OperateDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
}

const GATEWAY_URL = 'http://127.0.0.1:8080';

/** The command line of those who run the gateway: it asks the gateway, so that every act has the same rules and the same audit. */
export function operateCommand({ env, say }: OperateDeps): Command {
  const operate = bilingualCommand('operate')
    .description(
      'Exploiter la passerelle. Dans l’environnement : GATEWAY_URL, ADMIN_TOKEN (un jeton de ADMIN_TOKENS), CENTRE_TOKEN pour le contenu. / ' +
        'Run the gateway. In the environment: GATEWAY_URL, ADMIN_TOKEN (a token of ADMIN_TOKENS), CENTRE_TOKEN for content.',
    )
    .addOption(languageOption(env));
  const client = () =>
    gatewayClient({ url: env.GATEWAY_URL || GATEWAY_URL, language: operate.opts<{ lang: 'fr' | 'en' }>().lang, env });
  for (const commands of [deadLetterCommands, partnerCommands, alertCommands])
    operate.addCommand(commands({ client, say }));
  return operate;
}
