import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page.module.css';

interface PageProps {
  /** The page's own name: the heading, and what the browser's tab says. */
  readonly title: string;
  /** What the tab says where the heading names a child: a tab is seen by whoever passes. */
  readonly tab?: string;
  /** What stands beside the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its heading takes the focus when one comes from another, so that a screen reader says where one is. */
export function Page({ title, tab: inTab = title, actions, children }: PageProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const tab = t('title', { page: inTab });
  useEffect(() => {
    document.title = tab;
  }, [tab]);
  useEffect(() => {
    // On a first visit the focus is the browser's.
    if (document.activeElement !== document.body && document.activeElement !== null) heading.current?.focus();
  }, []);
  return (
    <>
      <div className={styles.top}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </div>
      {children}
    </>
  );
}
