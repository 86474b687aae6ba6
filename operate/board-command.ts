import type { Command } from 'commander';
import type { Bilingual } from '../profiles/codes.ts';
import { bilingualCommand } from './bilingual-command.ts';
import type { CommandDeps } from './dead-letter-commands.ts';

/** `board`: says where the queues can be looked at in a browser; the token stays with whoever has it. */
export function boardCommand({ client, say }: CommandDeps): Command {
  return bilingualCommand('board')
    .description('Où regarder les files dans un navigateur. / Where to look at the queues in a browser.')
    .action(async () => {
      const { language, url, call } = client();
      // A token that opens nothing is told here, not by a browser that asks again and again.
      await call('GET', '/v1/alerts', { token: 'ADMIN_TOKEN' });
      say(HOW[language].replace('%', new URL('/queues', url).href));
    });
}

const HOW: Bilingual = {
  fr: 'Ouvrez % ; le nom est libre, le mot de passe est un jeton d’accès. On y regarde seulement.',
  en: 'Open %; the name is free, the password is an access token. It is for looking only.',
};
