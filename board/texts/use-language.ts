import { useTranslation } from 'react-i18next';
import type { Language } from './all-texts.ts';

/** The language that the board is read in now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'fr';
}
