import { useTranslation } from 'react-i18next';
import type { RegisterTold } from '../../../../mappings/domain/register-told.ts';
import styles from '../child.module.css';

/** Who was given something of the child’s, then who read it, each line as the register says it. */
export function RegisterPart({ lines }: { readonly lines: RegisterTold['entries'] }) {
  const { t } = useTranslation('child');
  const given = lines.filter(({ act }) => act === 'disclosed');
  const others = lines.filter(({ act }) => act !== 'disclosed');
  return (
    <>
      <h2>{t('received.given')}</h2>
      <Lines lines={given} none={t('received.noneGiven')} />
      <h2>{t('received.read')}</h2>
      <Lines lines={others} none={t('received.noneRead')} />
    </>
  );
}

function Lines({ lines, none }: { readonly lines: RegisterTold['entries']; readonly none: string }) {
  if (lines.length === 0) return <p className={styles.quiet}>{none}</p>;
  return (
    <ul className={styles.registerLines}>
      {lines.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}
