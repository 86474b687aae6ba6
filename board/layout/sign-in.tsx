import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSession, useSessionState } from '../access/session-context.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './sign-in.module.css';

/** For whoever is not signed in, wherever they wanted to go: they come back there. */
export function SignIn() {
  const { t } = useTranslation();
  const session = useSession();
  const state = useSessionState();
  const tab = t('title', { page: t('signIn.act') });
  useEffect(() => {
    document.title = tab;
  }, [tab]);
  return (
    <main className={styles.signIn}>
      <h1>{t('signIn.title')}</h1>
      <p>{t('signIn.why')}</p>
      {(state === 'ended' || state === 'failed') && <p role="status">{t(`signIn.${state}`)}</p>}
      <div className={styles.acts}>
        <Button className="main" onPress={() => void session.enter()}>
          {t('signIn.act')}
        </Button>
        <LanguageSwitch />
      </div>
    </main>
  );
}

/** The gateway knows no authorization server for the board. */
export function NoSignIn() {
  const { t } = useTranslation();
  return (
    <main className={styles.signIn}>
      <h1>{t('signIn.title')}</h1>
      <p>{t('signIn.none')}</p>
      <div className={styles.acts}>
        <LanguageSwitch />
      </div>
    </main>
  );
}
