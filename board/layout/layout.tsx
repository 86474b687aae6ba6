import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { mayRead, useMe } from '../access/me.ts';
import { useSession } from '../access/session-context.tsx';
import { PAGES } from '../pages.ts';
import { Answered } from '../states/states.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import styles from './layout.module.css';

/** What stands around every page: where one can go, who one is, the language. */
export function Layout() {
  const { t } = useTranslation();
  const me = useMe();
  const session = useSession();
  const role = me.data?.role;
  const who =
    me.data === undefined ? undefined : role !== undefined && isKnown(role) ? t(`roles.${role}`) : t('operator');
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <header className={styles.header}>
        <p className={styles.name}>
          <span className={styles.who}>
            {t('name')}
            {who !== undefined && <span> · {who}</span>}
          </span>
          {me.data?.centre !== undefined && <span>{me.data.centre.name}</span>}
        </p>
        <nav className={styles.nav} aria-label={t('navigation')}>
          <ul>
            {PAGES.filter(({ nav, area }) => nav !== undefined && me.data !== undefined && mayRead(me.data, area)).map(
              ({ path, nav }) => (
                <li key={path}>
                  <NavLink to={path}>{nav !== undefined && t(nav)}</NavLink>
                </li>
              ),
            )}
          </ul>
        </nav>
        <div className={styles.person}>
          <LanguageSwitch />
          <Button className="quiet" onPress={() => void session.leave()}>
            {t('signIn.out')}
          </Button>
        </div>
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        <Answered query={me}>{() => <Outlet />}</Answered>
      </main>
    </>
  );
}

const ROLES = ['pivot', 'clinical', 'legal', 'reception', 'privacy'] as const;
const isKnown = (role: string): role is (typeof ROLES)[number] => ROLES.some((it) => it === role);
