import type { IndicatorDefinition } from '../../../mappings/domain/indicators-told.ts';
import type { Language } from '../../texts/all-texts.ts';

export interface NumbersInWords {
  /** As the table writes it: « 70 % », « 12,5 », « +0,4 ». */
  number(value: number): string;
  /** As it stands in the plot, where there is little room and the axis says what it is: « 70 », « 12,5 ». */
  mark(value: number): string;
}

/** The numbers of an indicator as they are written: a share as a percentage, a change with its sign. */
export function numbersInWords({ by, name }: IndicatorDefinition, language: Language): NumbersInWords {
  const format = (options: Intl.NumberFormatOptions) => {
    const { format: written } = new Intl.NumberFormat(`${language}-CA`, options);
    return (value: number): string => written(value);
  };
  if (by === 'share') {
    const inHundred = format({ maximumFractionDigits: 0 });
    return { number: format({ style: 'percent' }), mark: (value) => inHundred(value * 100) };
  }
  const written = format({
    maximumFractionDigits: 1,
    ...(name.startsWith('change-') && { signDisplay: 'exceptZero' }),
  });
  return { number: written, mark: written };
}
