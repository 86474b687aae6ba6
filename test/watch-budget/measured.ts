import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { type BudgetCounted, rulesRead } from './count-budget.ts';

/** What was measured over a generated population, when, and by which rules. */
export interface Measured extends BudgetCounted {
  readonly measuredOn: string;
  readonly seed: number;
  readonly children: number;
  readonly pivots: number;
  /** First and last day that were looked at. */
  readonly from: string;
  readonly to: string;
  /** Of the rules as they read that day. */
  readonly rulesDigest: string;
}

const FILE = new URL('./measured.json', import.meta.url);

/** The last measurement, which we wrote ourselves. */
export const lastMeasured = (): Measured => JSON.parse(readFileSync(FILE, 'utf8')) as Measured;

export const keepMeasured = (measured: Measured): void =>
  writeFileSync(FILE, `${JSON.stringify(measured, undefined, 2)}\n`);

export const rulesDigest = (): string => createHash('sha256').update(rulesRead()).digest('hex').slice(0, 16);
