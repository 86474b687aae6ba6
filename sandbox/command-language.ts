import { Option } from 'commander';
import type { Bilingual } from '../profiles/codes.ts';

/** English when the locale of the terminal is English, French otherwise. */
export const localeLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): keyof Bilingual =>
  /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'fr';

/** `--lang fr|en`. */
export const languageOption = (env: NodeJS.ProcessEnv): Option =>
  new Option('--lang <lang>', 'langue / language').choices(['fr', 'en']).default(localeLanguage(env));
