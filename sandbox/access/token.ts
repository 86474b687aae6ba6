import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bilingualCommand, languageOption } from '../../operate/bilingual-command.ts';
import { clientToken, readClient } from '../../operate/client-token.ts';
import { clientsTold } from './where-clients-are.ts';

interface Flags {
  readonly lang: 'fr' | 'en';
  readonly as?: string;
  readonly list?: true;
  readonly clients?: string;
}

const command = bilingualCommand('token')
  .description(
    'Demande un jeton d’accès au serveur d’autorisation du bac à sable et l’écrit, seul, pour curl. / ' +
      'Asks the sandbox’s authorization server for an access token and writes it, alone, for curl.',
  )
  .addOption(languageOption(process.env))
  .option('--as <client>', 'pour qui, par exemple clinique-hochelaga / for whom, such as clinique-hochelaga')
  .option('--list', 'qui il y a / who there is')
  .option(
    '--clients <dir>',
    'dossier des clients, sinon celui du bac à sable démarré en dernier / folder of the clients, else that of the sandbox started last',
    process.env.PASSERELLE_CLIENTS,
  )
  .addHelpText('after', '\n  TOKEN=$(npm run --silent token -- --as clinique-hochelaga)')
  .parse();
const { lang, as, list = false, clients } = command.opts<Flags>();

const WORDS = {
  fr: {
    none: 'Aucun bac à sable ici : démarrez-le (npm run sandbox), ou donnez --clients.',
    who: 'Dites pour qui : --as. Connus :',
    failed: 'Le serveur d’autorisation ne donne pas de jeton ; le bac à sable est-il encore en marche ?',
  },
  en: {
    none: 'No sandbox here: start it (npm run sandbox), or give --clients.',
    who: 'Say for whom: --as. Known:',
    failed: 'The authorization server gives no token; is the sandbox still running?',
  },
}[lang];

const folder = clients ?? (await clientsTold());
const known = folder === undefined ? [] : await namesIn(folder);
if (folder === undefined || known.length === 0) {
  refuse(WORDS.none);
} else if (list) {
  process.stdout.write(`${known.join('\n')}\n`);
} else if (as === undefined || !known.includes(as)) {
  refuse([WORDS.who, ...known].join('\n  '));
} else {
  try {
    process.stdout.write(`${await clientToken(() => readClient(join(folder, `${as}.json`)))()}\n`);
  } catch {
    refuse(WORDS.failed);
  }
}

async function namesIn(dir: string): Promise<readonly string[]> {
  const files = await readdir(dir).catch(() => []);
  return files
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

function refuse(words: string): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}
