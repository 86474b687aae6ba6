import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TiesTold } from '../../../../mappings/domain/ties-told.ts';
import { Empty } from '../../../states/states.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from '../child.module.css';
import { momentInWords } from '../dates-in-words.ts';

interface TieListProps {
  readonly told: TiesTold;
  readonly nameOf: (centre: string) => string;
  /** For whoever may end one. */
  readonly onEnd?: (centre: string) => void;
}

/** What both said first, then what only this centre did. */
export function TieList({ told: { ties, waiting }, nameOf, onEnd }: TieListProps) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const lines = [
    ...ties.map(({ centre, since }) => ({
      centre,
      at: since,
      said: t('ties.since', { day: momentInWords(since, language) }),
    })),
    ...waiting.map(({ centre, until }) => ({
      centre,
      at: until,
      said: t('ties.waiting', { day: momentInWords(until, language) }),
    })),
  ];
  if (lines.length === 0) return <Empty>{t('ties.none')}</Empty>;
  return (
    <ul className={styles.registerLines}>
      {lines.map(({ centre, at, said }) => (
        <li key={`${centre} ${at}`}>
          <p>
            <strong>{nameOf(centre)}</strong>
            <span className={styles.aside}>{said}</span>
          </p>
          {onEnd !== undefined && <Button onPress={() => onEnd(centre)}>{t('ties.end')}</Button>}
        </li>
      ))}
    </ul>
  );
}
