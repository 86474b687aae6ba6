import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/api-error.ts';
import styles from './states.module.css';

/** While the first answer is awaited; said to a screen reader too. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <p className={styles.loading} role="status">
      {t('states.loading')}
    </p>
  );
}

/** Nothing there, which is no failure: say what that means here. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className={styles.empty}>{children}</div>;
}

export function NoPermission() {
  const { t } = useTranslation();
  return (
    <section className={styles.notice}>
      <h2>{t('states.noPermission')}</h2>
      <p>{t('states.noPermissionWhy')}</p>
    </section>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <section className={styles.notice}>
      <h2>{t('states.notFound')}</h2>
      <p>{t('states.notFoundWhy')}</p>
    </section>
  );
}

/** What went wrong, in words: those of the gateway where it has some; and the way out. */
export function Failed({ error, again }: { readonly error: ApiError; readonly again?: () => void }) {
  const { t } = useTranslation();
  return (
    <section className={styles.notice} role="alert">
      <Problem error={error} />
      {again !== undefined && <Button onPress={again}>{t('states.retry')}</Button>}
    </section>
  );
}

/** The sentences alone, for a form that did not go through. */
export function Problem({ error }: { readonly error: ApiError }) {
  const { t } = useTranslation();
  const { kind, issues } = error;
  const isSaid = (kind === 'invalid' || kind === 'conflict') && issues.length > 0;
  if (isSaid) return issues.map(({ text }) => <p key={text}>{text}</p>);
  return <p>{t(`states.${kind === 'invalid' || kind === 'unauthenticated' ? 'broken' : kind}`)}</p>;
}

/** One question and its four ends: still asked, not allowed, failed, or answered, which the page draws. */
export function Answered<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T, ApiError>;
  readonly children: (data: T) => ReactNode;
}) {
  // What was read before stays while it is read anew, also when that fails: a page is not emptied under somebody's eyes.
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <Loading />;
  if (query.error.kind === 'forbidden') return <NoPermission />;
  if (query.error.kind === 'notFound') return <NotFound />;
  return <Failed error={query.error} again={() => void query.refetch()} />;
}
