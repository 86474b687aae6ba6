import { useTranslation } from 'react-i18next';
import type { MeTold } from '../../../mappings/domain/me-told.ts';
import type { SetAsideListTold } from '../../../mappings/domain/set-aside-told.ts';
import { mayRead, mayWrite, useMe } from '../../access/me.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Page } from '../../layout/page.tsx';
import { Answered, Empty } from '../../states/states.tsx';
import { DeliveriesByPartner } from './deliveries-by-partner.tsx';
import styles from './exchanges.module.css';
import { FindExchange } from './find-exchange.tsx';
import { SetAsideItem } from './set-aside-item.tsx';

/** Where a message is, why, and how it goes on: numbers and reasons, never what is said of anybody. */
export function ExchangesPage() {
  const { t } = useTranslation('exchanges');
  const me = useMe();
  return (
    <Page title={t('title')}>
      <Answered query={me}>
        {(data) => (
          <div className={styles.parts}>
            {mayRead(data, 'exchange') && <FindExchange />}
            {mayRead(data, 'set-aside') && <SetAside me={data} />}
            {data.kind === 'operator' && <DeliveriesByPartner mayAct={mayWrite(data, 'set-aside')} />}
          </div>
        )}
      </Answered>
    </Page>
  );
}

const LISTED_MAX = 100;

function SetAside({ me }: { readonly me: MeTold }) {
  const { t } = useTranslation('exchanges');
  const letters = useAsk<SetAsideListTold>(`/v1/dead-letters?limit=${LISTED_MAX}`);
  return (
    <section className={styles.part} aria-labelledby="set-aside">
      <h2 id="set-aside">{t('aside.title')}</h2>
      <Answered query={letters}>
        {(data) =>
          data.total === 0 ? (
            <Empty>{t('aside.none')}</Empty>
          ) : (
            <>
              <p>{t('aside.count', { count: data.total })}</p>
              <ul className={styles.list}>
                {data.letters.map((letter) => (
                  <SetAsideItem
                    key={letter.id}
                    letter={letter}
                    operates={me.kind === 'operator'}
                    mayAct={mayWrite(me, 'set-aside')}
                  />
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </section>
  );
}
