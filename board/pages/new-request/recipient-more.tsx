import { useTranslation } from 'react-i18next';
import { languagesInWords } from '../../texts/languages-in-words.ts';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './new-request.module.css';
import type { Recipient } from './recipients.ts';

/** What helps to choose one: languages, territory, how soon, whether there is room. */
export function RecipientMore({ partner: { delays }, offers, languages, territories }: Recipient) {
  const { t } = useTranslation('newRequest');
  const language = useLanguage();
  const { places, waiting } = offers?.capacity ?? {};
  const told = [
    languages.length > 0 && t('speaks', { languages: languagesInWords(languages, language) }),
    territories.length > 0 && t('where', { territories: territories.join(', ') }),
    delays?.answerWorkingDays !== undefined && t('answersIn', { count: delays.answerWorkingDays }),
    places !== undefined && t('room', { count: places }),
    waiting !== undefined && t('waiting', { waiting }),
  ].filter((it) => it !== false);
  return told.length === 0 ? null : <span className={styles.aside}>{told.join(' · ')}</span>;
}
