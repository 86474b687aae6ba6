import { useMemo } from 'react';
import { useMe } from '../access/me.ts';
import { type DatesInWords, datesInWords } from './dates.ts';
import { useLanguage } from './use-language.ts';

/** Days and times in the reader's language, at their centre's clock. */
export function useDates(): DatesInWords {
  const language = useLanguage();
  const timeZone = useMe().data?.centre?.timeZone ?? 'UTC';
  return useMemo(() => datesInWords(language, timeZone), [language, timeZone]);
}
