import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { SETTINGS } from '../../../gateway/config.ts';
import { ROUTES } from '../../../gateway/doors/http/openapi-routes.ts';
import { CODE_LIFE_SECONDS } from '../../../gateway/partner-page/codes.ts';
import { LENSES } from '../../../mappings/lenses/lenses.ts';

const text = readFileSync(new URL('../../../docs/partner-page.md', import.meta.url), 'utf8');
const [french = '', english = ''] = text.split('\n## English\n');

test('names only settings and addresses that are there, the same in both languages', () => {
  const settings = (part: string) => [...part.matchAll(/`([A-Z]+_[A-Z_]+)`/g)].map(([, name]) => name ?? '');
  expect(settings(french)).toEqual(settings(english));
  expect(Object.keys(SETTINGS)).toEqual(expect.arrayContaining(settings(french)));
  const paths = ROUTES.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  for (const [, address = ''] of text.matchAll(/`([A-Z]+ \/v1\/[^`]*)`/g)) expect(paths).toContain(address);
  expect(french.match(/^###? /gm)?.length).toBe((english.match(/^###? /gm)?.length ?? 0) + 1);
});

test('says the times that stand in the code', () => {
  expect([Number(SETTINGS.PAGE_CORRECTABLE_MS) / 60_000, CODE_LIFE_SECONDS / 60]).toEqual([15, 10]);
  for (const said of [/quinze minutes/, /dix minutes/, /fifteen minutes/, /ten minutes/]) expect(text).toMatch(said);
});

test('says what is shown before acceptance, and nothing more is', () => {
  expect(LENSES['page-before-acceptance'].child).toEqual(['given-name', 'age', 'languages']);
  expect(french).toContain('prénom, âge en années, langues, contact sûr, ce qui est demandé');
  expect(english).toContain('given name, age in years, languages, safe contact, what is asked');
});
