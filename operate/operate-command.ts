import type { Command } from 'commander';
import { accessCommands } from './administration/access-commands.ts';
import { centreCommands } from './administration/centre-commands.ts';
import { clientCommands } from './administration/client-commands.ts';
import { loadCommand } from './administration/load/load-command.ts';
import { professionalCommands } from './administration/professional-commands.ts';
import { alertCommands } from './alert-commands.ts';
import { auditCommands } from './audit/audit-commands.ts';
import { backupCommands } from './backup/backup-commands.ts';
import { bilingualCommand, languageOption } from './bilingual-command.ts';
import { boardCommand } from './board-command.ts';
import { correctionCommands } from './correction-commands.ts';
import { deadLetterCommands } from './dead-letter-commands.ts';
import { gatewayClient } from './gateway-client.ts';
import { incidentCommands } from './incidents/incident-commands.ts';
import { keyCommands } from './keys/key-commands.ts';
import { partnerCommands } from './partner-commands.ts';
import { retentionCommands } from './retention-commands.ts';

export interface OperateDeps {
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  readonly now?: () => Date;
}

const GATEWAY_URL = 'http://127.0.0.1:8080';

/**
 * The command line of those who run the gateway. What concerns what was set aside and partners it asks of the gateway, so that every act has
 * the same rules and the same audit; what must work while the gateway is stopped goes to Redis and HAPI itself.
 */
export function operateCommand({ env, say, now = () => new Date() }: OperateDeps): Command {
  const operate = bilingualCommand('operate')
    .description(
      'Exploiter la passerelle. Dans l’environnement : GATEWAY_URL, et ADMIN_CLIENT (fichier d’un client) ou ADMIN_TOKEN (jeton d’accès) ; pour le contenu, CENTRE_CLIENT ou CENTRE_TOKEN. / ' +
        'Run the gateway. In the environment: GATEWAY_URL, and ADMIN_CLIENT (file of a client) or ADMIN_TOKEN (access token); for content, CENTRE_CLIENT or CENTRE_TOKEN.',
    )
    .addOption(languageOption(env));
  const language = () => operate.opts<{ lang: 'fr' | 'en' }>().lang;
  const client = () => gatewayClient({ url: env.GATEWAY_URL || GATEWAY_URL, language: language(), env });
  const commands = [
    deadLetterCommands({ client, say }),
    partnerCommands({ client, say }),
    alertCommands({ client, say }),
    boardCommand({ client, say }),
    ...backupCommands({ env, language, say }),
    keyCommands({ env, language, say }),
    auditCommands({ env, language, say }),
    accessCommands({ env, language, say, now }),
    centreCommands({ env, language, say, now }),
    clientCommands({ env, language, say, now }),
    loadCommand({ language, say, client, now }),
    professionalCommands({ env, language, say, client, now }),
    correctionCommands({ client, say }),
    incidentCommands({ client, say }),
    retentionCommands({ client, say }),
  ];
  for (const command of commands) operate.addCommand(command);
  return operate;
}
