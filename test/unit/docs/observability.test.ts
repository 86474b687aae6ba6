import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { SETTINGS } from '../../../gateway/config.ts';
import { ALERTS } from '../../../gateway/operations/alerts.ts';
import { metrics } from '../../../gateway/operations/metrics.ts';

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const PAGE = read('docs/observability.md');
const [, FRENCH = '', ENGLISH = ''] = PAGE.split(/\n## (?:En français|In English)\n/);
const LANGUAGES = [
  ['en français', FRENCH],
  ['in English', ENGLISH],
] as const;

/** What the first cells of its rows name. */
const rows = (text: string, shape: RegExp): readonly string[] =>
  [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name).filter((name) => shape.test(name));

test.each(LANGUAGES)(
  '%s: each measure that is named exists, and each that exists is named',
  async (_language, text) => {
    const told = await metrics('workers').text();
    const existing = [...told.matchAll(/^# HELP (passerelle_\w+) /gm)].map(([, name]) => name);
    expect(rows(text, /^passerelle_/).toSorted()).toEqual(existing.toSorted());
  },
);

test.each(LANGUAGES)('%s: each alert that is named exists, and each that exists is named', (_language, text) => {
  expect(rows(text, /^[a-z-]+$/).toSorted()).toEqual(Object.keys(ALERTS).toSorted());
});

test('each setting that is named exists, or is OpenTelemetry’s own', () => {
  const named = [...PAGE.matchAll(/`([A-Z]+(?:_[A-Z]+)+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !Object.hasOwn(SETTINGS, name) && !name.startsWith('OTEL_'))).toEqual([]);
});

test('the example rules for Prometheus can be read, and ask for measures that exist', async () => {
  const told = await metrics('workers').text();
  const rules: { readonly groups: readonly { readonly rules: readonly { readonly expr: string }[] }[] } = parse(
    read('docs/prometheus-alerts.yml'),
  );
  const asked = rules.groups.flatMap((group) => group.rules).flatMap(({ expr }) => expr.match(/passerelle_\w+/g) ?? []);
  expect(asked.length).toBeGreaterThan(2);
  for (const name of asked) expect(told).toContain(`# HELP ${name} `);
});
