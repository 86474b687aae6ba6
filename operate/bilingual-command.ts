import { Command, Option } from 'commander';
import type { Bilingual } from '../profiles/codes.ts';

/** English when the locale of the terminal is English, French otherwise. */
export const localeLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): keyof Bilingual =>
  /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'fr';

/** `--lang fr|en`. */
export const languageOption = (env: NodeJS.ProcessEnv): Option =>
  new Option('--lang <lang>', 'langue / language').choices(['fr', 'en']).default(localeLanguage(env));

/** A command whose help and errors have a French word where commander has only an English one. */
export const bilingualCommand = (name: string): Command =>
  new Command(name)
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'Erreur / Error:')) })
    .helpOption('-h, --help', 'affiche cette aide / shows this help')
    .helpCommand('help [command]', 'affiche l’aide d’une commande / shows the help of a command');

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation / Usage:',
  'Commands:': 'Commandes / Commands:',
};
