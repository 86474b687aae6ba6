import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ExchangeTold } from '../../../mappings/domain/set-aside-told.ts';
import { useAsk } from '../../api/use-ask.ts';
import { TextField } from '../../form/field.tsx';
import { Answered, Empty } from '../../states/states.tsx';
import { useDates } from '../../texts/use-dates.ts';
import styles from './exchanges.module.css';

/** One thing that was sent, by the number that the gateway gave it; the number stands in the address, and says nothing of anybody. */
export function FindExchange() {
  const { t } = useTranslation('exchanges');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('number') ?? '';
  const [number, setNumber] = useState(asked);
  return (
    <section className={styles.part} aria-labelledby="find">
      <h2 id="find">{t('find.title')}</h2>
      <form
        className={styles.find}
        onSubmit={(event) => {
          event.preventDefault();
          setSearch(number.trim() === '' ? {} : { number: number.trim() });
        }}
      >
        <TextField
          id="field-number"
          label={t('find.number')}
          help={t('find.help')}
          value={number}
          onChange={setNumber}
          lengthMax={100}
        />
        <Button type="submit" className="main">
          {t('find.act')}
        </Button>
      </form>
      <div aria-live="polite">{asked !== '' && <Found number={asked} />}</div>
    </section>
  );
}

function Found({ number }: { readonly number: string }) {
  const { t } = useTranslation('exchanges');
  const exchange = useAsk<ExchangeTold>(`/v1/exchanges/${encodeURIComponent(number)}`);
  const dates = useDates();
  if (exchange.error?.kind === 'notFound') return <Empty>{t('find.none')}</Empty>;
  return (
    <Answered query={exchange}>
      {({ kind, state, acceptedAt, syncedAt, issues, deliveries = [] }) => (
        <article className={styles.item}>
          <p>{t('about', { what: kindInWords(kind, t), moment: dates.moment(acceptedAt) })}</p>
          <p>
            <strong>{t(`states.${state}`, { moment: dates.moment(syncedAt ?? acceptedAt) })}</strong>
          </p>
          {issues.map(({ details }) => (
            <p key={details?.text} className={styles.why}>
              {details?.text}
            </p>
          ))}
          {deliveries.length > 0 && (
            <ul>
              {deliveries.map((delivery) => (
                <li key={delivery.recipient}>
                  {t('delivery', { recipient: delivery.recipient, state: t(`deliveries.${delivery.state}`) })}
                </li>
              ))}
            </ul>
          )}
        </article>
      )}
    </Answered>
  );
}

const KINDS = ['concept', 'answer', 'dispatch', 'inbound'] as const;
type KindKey = `kinds.${(typeof KINDS)[number]}`;

function kindInWords(kind: string, t: (key: KindKey) => string): string {
  const known = KINDS.find((it) => it === kind);
  return known === undefined ? kind : t(`kinds.${known}`);
}
