import fc from 'fast-check';
import type { HealthCard } from '../../mappings/domain/concepts.ts';
import { record } from './record.ts';

const letters = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[A-Z]{${length}}$`));
const two = (value: number): string => String(value).padStart(2, '0');

/** NAM of the RAMQ: four letters, year, month (50 more for a girl), day that exists in every month, two digits. */
const nams = fc
  .tuple(
    letters(4),
    fc.nat(99),
    fc.integer({ min: 1, max: 12 }),
    fc.boolean(),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(99),
  )
  .map(
    ([name, year, month, girl, day, rank]) =>
      `${name}${two(year)}${two(girl ? month + 50 : month)}${two(day)}${two(rank)}`,
  );

/** Ontario number: nine digits and the digit that makes them pass Luhn's check. */
const ohips = fc.stringMatching(/^[1-9]\d{8}$/).map((digits) => `${digits}${luhnDigit(digits)}`);

function luhnDigit(digits: string): number {
  const sum = [...digits]
    .map(Number)
    .map((digit, place) => (place % 2 === 0 ? digit * 2 : digit))
    .map((digit) => (digit > 9 ? digit - 9 : digit))
    .reduce((total, digit) => total + digit, 0);
  return (10 - (sum % 10)) % 10;
}

/** A health card of either province. */
export const healthCards: fc.Arbitrary<HealthCard> = fc.oneof(
  record({ kind: fc.constant('nam' as const), number: nams }),
  record(
    { kind: fc.constant('ohip' as const), number: ohips, versionCode: fc.oneof(letters(1), letters(2)) },
    { requiredKeys: ['kind', 'number'] },
  ),
);
