import { expect, test } from '@jest/globals';
import { localeLanguage } from '../../../operate/bilingual-command.ts';

test.each([
  [{ LANG: 'en_CA.UTF-8' }, 'en'],
  [{ LANG: 'fr_CA.UTF-8' }, 'fr'],
  [{ LANG: 'C.UTF-8' }, 'fr'],
  [{}, 'fr'],
  [{ LANG: 'en_CA.UTF-8', LC_ALL: 'fr_CA.UTF-8' }, 'fr'],
])('with %j the language is %s', (env, language) => {
  expect(localeLanguage(env)).toBe(language);
});
