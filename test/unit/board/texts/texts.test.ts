import { expect, test } from '@jest/globals';
import { ALL_TEXTS, LANGUAGES } from '../../../../board/texts/all-texts.ts';
import type { TextTree } from '../../../../board/texts/in-both.ts';
import { languageChosen } from '../../../../board/texts/language-chosen.ts';
import { startTexts } from '../../../../board/texts/start-texts.ts';

const leaves = (tree: TextTree, at = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, it]) =>
    typeof it === 'string' ? [[`${at}${key}`, it]] : leaves(it, `${at}${key}.`),
  );
const all = Object.entries(ALL_TEXTS).flatMap(([namespace, texts]) =>
  LANGUAGES.flatMap((language) =>
    leaves(texts[language]).map(([key, text]) => ({
      namespace,
      language,
      key,
      text,
      name: `${language} ${namespace}:${key}`,
    })),
  ),
);
const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

test('every text of the board stands in both languages, and names the same things in both', () => {
  const of = (language: string) =>
    new Map(
      all
        .filter((it) => it.language === language && !it.key.endsWith('_many'))
        .map(({ namespace, key, text }) => [`${namespace}:${key}`, places(text)]),
    );
  expect(of('en')).toEqual(of('fr'));
});

test('texts of the board are typeset: curved apostrophes, French signs after a no-break space, nothing empty or doubled', () => {
  const wrong = all.filter(
    ({ language, text }) =>
      text.trim() !== text ||
      text === '' ||
      /['…]{2}| {2}|'/.test(text) ||
      (language === 'fr' && /[^\u00a0\u202f][:;!?»]|«[^\u00a0\u202f]/.test(text.replace(/\{\{\w+\}\}|https?:/g, 'x'))),
  );
  expect(wrong.map(({ name, text }) => [name, text])).toEqual([]);
});

test('every plural of the board has the forms that its language wants, and each number gets its sentence', async () => {
  const counted = new Set(
    all
      .filter(({ key }) => /_(one|many|other)$/.test(key))
      .map(({ namespace, key }) => `${namespace}:${key.replace(/_\w+$/, '')}`),
  );
  for (const language of LANGUAGES) {
    const texts = await startTexts(language);
    for (const key of counted)
      for (const count of [0, 1, 2, 21, 1_000_000]) {
        const said = String(texts.t(key as never, { count } as never));
        expect([key, count, said.includes(key.split(':')[1] ?? key), said.includes('{{count}}')]).toEqual([
          key,
          count,
          false,
          false,
        ]);
      }
  }
});

test.each([
  ['French where it comes first', null, ['fr-CA', 'en'], 'fr'],
  ['what was chosen here', 'en', ['fr-CA'], 'en'],
  ['English where it comes first', null, ['en-CA', 'fr-CA'], 'en'],
  ['French where neither is asked', null, ['es', 'ar'], 'fr'],
  ['French where what was kept is no language of ours', 'xx', [], 'fr'],
])('the board opens in the language chosen or preferred: %s', (_name, kept, preferred, language) => {
  expect(languageChosen({ getItem: () => kept, setItem: () => undefined }, preferred)).toBe(language);
});
