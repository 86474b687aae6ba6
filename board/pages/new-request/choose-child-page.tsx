import { useTranslation } from 'react-i18next';
import { FindChild } from '../../find-child/find-child.tsx';
import { Page } from '../../layout/page.tsx';
import styles from './new-request.module.css';

/** From scratch: first for which child. */
export function ChooseChildPage() {
  const { t } = useTranslation('newRequest');
  return (
    <Page title={t('title')}>
      <h2 className={styles.whichChild}>{t('whichChild')}</h2>
      <FindChild to={(child) => `/children/${child}/new-request`} />
    </Page>
  );
}
