import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { OPENS } from '../../../mappings/break-glass/opens.ts';
import { GLASS_REASONS, GLASS_VERDICTS } from '../../../mappings/break-glass/reasons.ts';

const PAGE = readFileSync(new URL('../../../docs/break-glass.md', import.meta.url), 'utf8');
const [, FRENCH = '', ENGLISH = ''] = PAGE.split(/\n## (?:Français|English)\n/);
const schemaOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../profiles/schemas/${name}.schema.json`, import.meta.url), 'utf8'));

test.each([
  ['fr', FRENCH],
  ['en', ENGLISH],
] as const)('the page tells what it opens as the program has it, and nothing more (%s)', (language, text) => {
  const rows = Object.values(OPENS).map(
    ({ title, shows, never, of }) => `| ${title[language]} (\`${of}\`) | ${shows[language]} | ${never[language]} |`,
  );
  expect(text.split('\n').filter((line) => /^\| .* \(`[A-Z]\w+`\) \|/.test(line))).toEqual(rows);
});

test('the reasons and what is said of an opening are those that the door takes', () => {
  expect(schemaOf('break-glass-opening').properties.reason.enum).toEqual(Object.keys(GLASS_REASONS));
  expect(schemaOf('break-glass-sign-off').properties.verdict.enum).toEqual(Object.keys(GLASS_VERDICTS));
  for (const text of [FRENCH, ENGLISH])
    for (const word of [...Object.keys(GLASS_REASONS), ...Object.keys(GLASS_VERDICTS)])
      expect(text).toContain(`\`${word}\``);
});
