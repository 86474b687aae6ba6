import { expect, test } from '@jest/globals';
import type { History } from '../../chaos/history.ts';
import { judgeHistory } from '../../chaos/judge-history.ts';
import { type Circumstances, reportOf } from '../../chaos/report.ts';
import { aHistory, SMALL } from './a-history.ts';

const run: Circumstances = {
  ...{ seed: 7, minutes: 10, gateways: 2, workers: 4, commit: 'abc1234', date: '2026-11-26T04:30:00Z' },
  machine: 'two cores',
  settings: { LOCK_MS: '2000' },
};
const reported = (history: History, counts = SMALL): string =>
  reportOf(history, judgeHistory(history, counts), counts, run);

test('a report says by which seed, when, of which commit, on what and with which settings it was, and how it ended', () => {
  const report = reported(aHistory());
  for (const told of [
    'seed 7',
    'passed',
    'abc1234',
    '2026-11-26T04:30:00Z',
    'two cores',
    'LOCK_MS=2000',
    'kill-record',
  ])
    expect(report).toContain(told);
});

test('what was broken, and what was not reached, is told before anything else', () => {
  const broken = reported(aHistory({ queues: [{ name: 'lane 3', left: 2 }] }), { ...SMALL, faults: 30 });
  expect(broken).toContain('FAILED');
  expect(broken.indexOf('lane 3: 2 jobs are left')).toBeLessThan(broken.indexOf('What happened'));
  expect(broken).toContain('faults: 1 of at least 30');
});
