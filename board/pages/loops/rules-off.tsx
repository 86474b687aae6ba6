import { useTranslation } from 'react-i18next';
import type { RuleOffTold } from '../../../mappings/domain/findings-told.ts';
import styles from './loops.module.css';

/** What the watch does not look at here: that nothing is read of it does not mean that all is well. */
export function RulesOff({ off }: { readonly off: readonly RuleOffTold[] }) {
  const { t } = useTranslation('loops');
  if (off.length === 0) return null;
  return (
    <details className={styles.off}>
      <summary>{t('rulesOff', { count: off.length })}</summary>
      <ul>
        {off.map(({ code, text, because }) => (
          <li key={code}>
            {text}
            {because !== undefined && <p>{because}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}
