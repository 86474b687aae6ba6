import type { Command } from 'commander';
import type { Bilingual } from '../profiles/codes.ts';
import { bilingualCommand } from './bilingual-command.ts';
import type { CommandDeps } from './dead-letter-commands.ts';

interface Alert {
  readonly alert: string;
  readonly of: string;
  readonly since: string;
  readonly until?: string;
  readonly text: string;
}

/** `alerts`: what is wrong now, and with `--closed` what was. */
export function alertCommands({ client, say }: CommandDeps): Command {
  return bilingualCommand('alerts')
    .description('Les alertes ouvertes, et quoi faire. / The alerts that are open, and what to do.')
    .option('--closed', 'aussi les dernières qui se sont fermées / also the last that closed')
    .action(async ({ closed: alsoClosed }: { closed?: true }) => {
      const { language, call } = client();
      // What our own gateway answers has the shape that its OpenAPI document promises.
      const { open, closed } = (await call('GET', '/v1/alerts', { token: 'ADMIN_TOKEN' })) as {
        readonly open: readonly Alert[];
        readonly closed: readonly Alert[];
      };
      if (open.length === 0) say(NONE[language]);
      for (const alert of [...open, ...(alsoClosed === true ? closed : [])]) say(line(alert));
    });
}

const line = ({ alert, of, since, until, text }: Alert): string =>
  `${since} → ${until ?? '…'}  ${[alert, of].filter((it) => it !== '').join(' ')}  ${text}`;

const NONE: Bilingual = { fr: 'Aucune alerte ouverte.', en: 'No alert is open.' };
