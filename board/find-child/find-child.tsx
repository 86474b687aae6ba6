import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PersonName } from '../../mappings/domain/concepts.ts';
import { useTell } from '../api/use-tell.ts';
import { TextField } from '../form/field.tsx';
import { Failed } from '../states/states.tsx';
import { nameInWords } from '../texts/name-in-words.ts';
import { useDates } from '../texts/use-dates.ts';
import styles from './find-child.module.css';

interface ChildFound {
  readonly id: string;
  readonly name?: PersonName;
  readonly birthDate?: string;
}

interface FindChildProps {
  /** Where to go with the child that was found, by the centre’s number. */
  readonly to: (child: string) => string;
}

/** Finds a child of the centre by name; the name goes in the body of the question, never in an address. */
export function FindChild({ to }: FindChildProps) {
  const { t } = useTranslation('findChild');
  const [name, setName] = useState('');
  const search = useTell<{ readonly children: readonly ChildFound[] }>([]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '')
      search.mutate({ method: 'POST', path: '/v1/children/_search', body: { name: name.trim() } });
  };
  const found = search.data?.children;
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          id="field-child"
          label={t('name')}
          help={t('why')}
          value={name}
          onChange={setName}
          type="search"
          lengthMax={200}
        />
        <Button type="submit" className="main">
          {t('act')}
        </Button>
      </form>
      <div role="status">
        {found !== undefined && <p>{found.length === 0 ? t('none') : t('found', { count: found.length })}</p>}
      </div>
      {search.error !== null && <Failed error={search.error} />}
      <Found list={found ?? []} to={to} />
    </>
  );
}

function Found({ list, to }: FindChildProps & { readonly list: readonly ChildFound[] }) {
  const { t } = useTranslation('findChild');
  const { day } = useDates();
  return (
    <ul className={styles.found}>
      {list.map(({ id, name, birthDate }) => (
        <li key={id}>
          <Link to={to(encodeURIComponent(id))}>
            {(name !== undefined && nameInWords(name)) || t('unnamed')}
            {birthDate?.length === WHOLE_DATE && <span>{t('born', { day: day(birthDate) })}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const WHOLE_DATE = 'YYYY-MM-DD'.length;
