import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PersonName } from '../../../mappings/domain/concepts.ts';
import { useApi } from '../../api/api-context.tsx';
import type { ApiError } from '../../api/api-error.ts';
import { Page } from '../../layout/page.tsx';
import { Problem } from '../../states/states.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './child.module.css';
import { nameInWords } from './circle/people-around.ts';
import { momentInWords } from './dates-in-words.ts';

interface ChildFound {
  readonly id: string;
  readonly name?: PersonName;
  readonly birthDate?: string;
}

/** Finds a child of the centre by name; the name goes in the body of the request, never in an address. */
export function FindChildPage() {
  const { t } = useTranslation('child');
  const api = useApi();
  const [name, setName] = useState('');
  const search = useMutation<readonly ChildFound[], ApiError, string>({
    mutationFn: async (asked) =>
      (
        await api.json<{ children: readonly ChildFound[] }>('/v1/children/_search', {
          method: 'POST',
          body: { name: asked },
        })
      ).children,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') search.mutate(name.trim());
  };
  return (
    <Page title={t('find.title')}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.quiet}>{t('find.why')}</p>
        <label>
          {t('find.name')}
          <input
            value={name}
            required
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button type="submit" className="main">
          {t('find.act')}
        </Button>
      </form>
      <div role="status">
        {search.data !== undefined && (
          <p>{search.data.length === 0 ? t('find.none') : t('find.found', { count: search.data.length })}</p>
        )}
      </div>
      {search.error !== null && (
        <div role="alert">
          <Problem error={search.error} />
        </div>
      )}
      {search.data !== undefined && <Found list={search.data} />}
    </Page>
  );
}

function Found({ list }: { readonly list: readonly ChildFound[] }) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  return (
    <ul className={styles.found}>
      {list.map(({ id, name, birthDate }) => (
        <li key={id}>
          <Link to={encodeURIComponent(id)}>{(name && nameInWords(name)) || t('unnamed')}</Link>
          {birthDate !== undefined && <span className={styles.aside}>{momentInWords(birthDate, language)}</span>}
        </li>
      ))}
    </ul>
  );
}
