import { useTranslation } from 'react-i18next';
import type { PaperPage } from '../../../mappings/domain/paper-page.ts';
import styles from './new-request.module.css';

/** One page as its recipient reads it, in the recipient’s language: the safe contact first. */
export function PageSeen({ page, when }: { readonly page: PaperPage; readonly when?: string }) {
  const { t } = useTranslation('newRequest', { lng: page.language });
  const { title, centre, safeContact, callBack, sections, confidentiality } = page;
  return (
    <article className={styles.page} aria-label={when ?? title}>
      {when !== undefined && <p className={styles.when}>{when}</p>}
      <div lang={page.language}>
        <header>
          <h3>{title}</h3>
          <p>
            {centre.name}, {centre.telephone}
          </p>
        </header>
        <section className={styles.safe}>
          <h4>{safeContact.heading}</h4>
          {safeContact.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {safeContact.mustNot.map((words) => (
            <p key={words}>
              <strong>{t('doNot')}</strong> {words}
            </p>
          ))}
        </section>
        {sections.map(({ heading, rows }) => (
          <section key={heading}>
            <h4>{heading}</h4>
            <dl>
              {rows.map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <footer>
          <p>{callBack}</p>
          <p>{confidentiality}</p>
        </footer>
      </div>
    </article>
  );
}
