import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ExistenceRefusalTold } from '../../../../mappings/domain/existence-refusals-told.ts';
import { Empty } from '../../../states/states.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from '../child.module.css';
import { momentInWords } from '../dates-in-words.ts';

interface RefusalListProps {
  readonly refusals: readonly ExistenceRefusalTold[];
  /** For whoever may end one. */
  readonly onEnd?: (refusal: ExistenceRefusalTold) => void;
}

/** What stands today first; the rest stays to be read, with how it ended. */
export function RefusalList({ refusals, onEnd }: RefusalListProps) {
  const { t } = useTranslation('child');
  const standing = refusals.filter(({ stands }) => stands);
  const others = refusals.filter(({ stands }) => !stands);
  if (refusals.length === 0) return <Empty>{t('refusals.none')}</Empty>;
  return (
    <>
      <h2>{t('refusals.standing')}</h2>
      {standing.length === 0 && <p className={styles.quiet}>{t('refusals.noneStanding')}</p>}
      <Lines refusals={standing} {...(onEnd !== undefined && { onEnd })} />
      {others.length > 0 && <h2>{t('refusals.others')}</h2>}
      <Lines refusals={others} {...(onEnd !== undefined && { onEnd })} />
    </>
  );
}

function Lines({ refusals, onEnd }: RefusalListProps) {
  const { t } = useTranslation('child');
  if (refusals.length === 0) return null;
  return (
    <ul className={styles.registerLines}>
      {refusals.map((it) => (
        <li key={it.id}>
          <RefusalInWords refusal={it} />
          {onEnd !== undefined && it.revoked === undefined && (
            <Button onPress={() => onEnd(it)}>{t('refusals.end')}</Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** To whom, of what, from when until when, on which basis and by whom. */
export function RefusalInWords({ refusal }: { readonly refusal: ExistenceRefusalTold }) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const { member, requests, from, until, basis, decidedBy, revoked } = refusal;
  return (
    <>
      <p className={styles.asides}>
        <strong>{member}</strong>
        <span className={styles.aside}>
          {requests === undefined ? t('refusals.wholeFile') : t('refusals.requests', { numbers: requests.join(', ') })}
        </span>
        <span className={styles.aside}>{t('refusals.from', { day: momentInWords(from, language) })}</span>
        <span className={styles.aside}>
          {until === undefined
            ? t('refusals.untilRevoked')
            : t('refusals.until', { day: momentInWords(until, language) })}
        </span>
      </p>
      <p className={styles.quiet}>
        {basis.text}. {t('refusals.decidedBy', { who: decidedBy })}
        {revoked !== undefined && ` ${t('refusals.ended', { who: revoked.decidedBy })}`}
      </p>
    </>
  );
}
