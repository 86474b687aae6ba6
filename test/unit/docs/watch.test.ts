import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { WATCH_CODES } from '../../../mappings/watch/child-findings.ts';
import { LINES_A_DAY } from '../../../mappings/watch/findings-told.ts';
import { lastMeasured, rulesDigest } from '../../watch-budget/measured.ts';
import { watchPage } from './watch-page.ts';

test('docs/watch.md tells the rules as they are, and what was measured: else run `npm run docs:watch`', async () => {
  expect(await readFile('docs/watch.md', 'utf8')).toBe(watchPage(lastMeasured()));
});

test('the lines of a day were counted with these rules and thresholds: else run `npm run watch:budget`', () => {
  const { rulesDigest: counted, rules } = lastMeasured();
  expect(rules.map(({ code }) => code)).toEqual(WATCH_CODES);
  expect(counted).toBe(rulesDigest());
});

test('no pivot had more lines than can be taken up in a day, and each rule found something', () => {
  const { most, overBudget, pivotDays, rules } = lastMeasured();
  expect(pivotDays).toBeGreaterThan(100);
  expect(most).toBeLessThanOrEqual(LINES_A_DAY);
  expect(overBudget).toBe(0);
  expect(rules.filter(({ standingMost }) => standingMost === 0).map(({ code }) => code)).toEqual([]);
});
