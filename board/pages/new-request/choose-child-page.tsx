import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PersonName } from '../../../mappings/domain/concepts.ts';
import { useTell } from '../../api/use-tell.ts';
import { TextField } from '../../form/field.tsx';
import { Page } from '../../layout/page.tsx';
import { Empty, Failed } from '../../states/states.tsx';
import { useDates } from '../../texts/use-dates.ts';
import styles from './new-request.module.css';
import { nameInWords } from './people-to-name.ts';

interface ChildrenFound {
  readonly children: readonly { readonly id: string; readonly name?: PersonName; readonly birthDate?: string }[];
}

/** From scratch: first for which child. The name goes in the body of the question, never in an address. */
export function ChooseChildPage() {
  const { t } = useTranslation('newRequest');
  const [name, setName] = useState('');
  const search = useTell<ChildrenFound>([]);
  return (
    <Page title={t('title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '')
            search.mutate({ method: 'POST', path: '/v1/children/_search', body: { name: name.trim() } });
        }}
      >
        <h2>{t('whichChild')}</h2>
        <TextField id="field-child" label={t('findChild')} value={name} onChange={setName} type="search" />
        <Button type="submit" className="main">
          {t('find')}
        </Button>
      </form>
      <div aria-live="polite">
        {search.error !== null && <Failed error={search.error} />}
        {search.data !== undefined && <Found {...search.data} />}
      </div>
    </Page>
  );
}

function Found({ children }: ChildrenFound) {
  const { t } = useTranslation('newRequest');
  const { day } = useDates();
  if (children.length === 0) return <Empty>{t('noChild')}</Empty>;
  return (
    <ul className={styles.found}>
      {children.map(({ id, name, birthDate }) => (
        <li key={id}>
          <Link to={`/children/${encodeURIComponent(id)}/new-request`}>
            {name === undefined ? id : nameInWords(name)}
            {birthDate?.length === WHOLE_DATE && <span>{t('born', { day: day(birthDate) })}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const WHOLE_DATE = 'YYYY-MM-DD'.length;
