import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { keepLanguage } from '../texts/language-chosen.ts';
import { useLanguage } from '../texts/use-language.ts';

/** To the other language, named in its own words. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const other = language === 'fr' ? 'en' : 'fr';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <Button
      className="quiet"
      lang={other}
      onPress={() => {
        keepLanguage(localStorage, other);
        void i18n.changeLanguage(other);
      }}
    >
      {t('otherLanguage')}
    </Button>
  );
}
