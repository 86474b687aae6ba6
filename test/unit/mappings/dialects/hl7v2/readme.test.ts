import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { LOSSES } from '../../../../../mappings/dialects/hl7v2/losses.ts';
import { NEVER_KEPT_FIELDS, NEVER_KEPT_SEGMENTS } from '../../../../../mappings/dialects/hl7v2/never-kept.ts';

const readme = readFileSync(new URL('../../../../../mappings/README.md', import.meta.url), 'utf8');
const section = readme.split(/^## /m).find((one) => one.startsWith('`hl7v2`')) ?? '';

test('every loss that writing can report stands in the table, in its last column', () => {
  const lastColumns = section.split('\n').map((line) => line.split(/(?<!\\)\|/).at(-2) ?? '');
  for (const place of Object.keys(LOSSES)) expect(lastColumns.join('\n')).toContain(`\`${place}\``);
});

test('every place that is never kept stands on the page', () => {
  const places = [
    ...Object.entries(NEVER_KEPT_FIELDS).flatMap(([segment, fields]) =>
      [...fields].map((field) => `${segment}-${field}`),
    ),
    ...NEVER_KEPT_SEGMENTS,
  ];
  expect(places).toHaveLength(19);
  for (const place of places) expect(section).toMatch(new RegExp(`\\b${place}\\b`));
});
