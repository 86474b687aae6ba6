import type { HealthCard } from '../../mappings/domain/concepts.ts';
import type { Chance } from '../seeded.ts';
import type { Day } from './days.ts';

const WOMENS_MONTH = 50;

/**
 * A card number that no plan has given to anybody, of the right shape: that of Québec begins with three letters that begin no surname
 * (`ZZZ`) and ends in `00`; that of Ontario begins with nought, which the plan does not give, and passes its check digit.
 */
export function inventedCard(
  chance: Chance,
  { province, born, gender }: { readonly province: 'qc' | 'on'; readonly born: Day; readonly gender: string },
): HealthCard {
  if (province === 'on') {
    const digits = `0${chance.whole(0, 99_999_999).toString().padStart(8, '0')}`;
    return { kind: 'ohip', number: `${digits}${checkDigit(digits)}` };
  }
  const [year = '', month = '', day = ''] = born.split('-');
  const monthSaid = String(Number(month) + (gender === 'female' ? WOMENS_MONTH : 0)).padStart(2, '0');
  return { kind: 'nam', number: `ZZZ${chance.one(LETTERS)}${year.slice(2)}${monthSaid}${day}00` };
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The digit that makes ten digits pass Luhn's check. */
function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => {
    const weighted = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
