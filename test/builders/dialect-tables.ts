import { readFileSync } from 'node:fs';

const README = new URL('../../mappings/README.md', import.meta.url);

/** Every place that a dialect's section of mappings/README.md names; `Patient.*` stands for all within. */
export function placesNamed(dialect: string): readonly string[] {
  const section = readFileSync(README, 'utf8')
    .split(/^## /m)
    .find((part) => part.split('\n', 1)[0]?.startsWith(`\`${dialect}\` `));
  if (section === undefined) throw new Error(`mappings/README.md has no section for ${dialect}`);
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, place = '']) => place));
}

/** Whether a place stands in a table, by itself or under a whole. */
export const isNamed = (place: string, named: readonly string[]): boolean =>
  named.includes(place) || named.some((one) => one.endsWith('.*') && place.startsWith(one.slice(0, -1)));
