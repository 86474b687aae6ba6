import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PartnerStateTold } from '../../../mappings/domain/set-aside-told.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useTell } from '../../api/use-tell.ts';
import { Answered, Failed } from '../../states/states.tsx';
import styles from './exchanges.module.css';

/** How deliveries to each partner stand, and the switch that stops them. */
export function DeliveriesByPartner({ mayAct }: { readonly mayAct: boolean }) {
  const { t } = useTranslation('exchanges');
  const states = useAsk<{ readonly partners: readonly PartnerStateTold[] }>('/v1/partners');
  return (
    <section className={styles.part} aria-labelledby="by-partner">
      <h2 id="by-partner">{t('partners.title')}</h2>
      <Answered query={states}>
        {({ partners }) => (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard too.
          // biome-ignore lint/a11y/useSemanticElements: no fieldset, there is nothing to fill in.
          <div className={styles.scroll} role="group" aria-labelledby="by-partner" tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('partners.partner')}</th>
                  <th scope="col">{t('partners.state')}</th>
                  <th scope="col">{t('partners.waiting')}</th>
                  <th scope="col">{t('partners.aside')}</th>
                  {mayAct && <th scope="col">{t('partners.act')}</th>}
                </tr>
              </thead>
              <tbody>
                {partners.map((partner) => (
                  <Row key={partner.id} partner={partner} mayAct={mayAct} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answered>
    </section>
  );
}

interface RowProps {
  readonly partner: PartnerStateTold;
  readonly mayAct: boolean;
}

function Row({ partner: { id, paused, leftAlone, waiting, setAside }, mayAct }: RowProps) {
  const { t } = useTranslation('exchanges');
  return (
    <tr>
      <th scope="row">{id}</th>
      <td>{t(`partners.${paused ? 'paused' : leftAlone ? 'leftAlone' : 'going'}`)}</td>
      <td>{waiting}</td>
      <td>{setAside}</td>
      {mayAct && (
        <td>
          <KillSwitch partner={id} paused={paused} />
        </td>
      )}
    </tr>
  );
}

/** Nothing more leaves for a partner until somebody resumes it: asked twice, since families wait behind it. */
function KillSwitch({ partner, paused }: { readonly partner: string; readonly paused: boolean }) {
  const { t } = useTranslation('exchanges');
  const [asked, setAsked] = useState(false);
  const tell = useTell(['/v1/partners']);
  const to = (what: 'pause' | 'resume') => {
    setAsked(false);
    if (!tell.isPending) tell.mutate({ method: 'POST', path: `/v1/partners/${encodeURIComponent(partner)}/${what}` });
  };
  return (
    <>
      {paused && <Button onPress={() => to('resume')}>{t('partners.resume')}</Button>}
      {!paused && !asked && <Button onPress={() => setAsked(true)}>{t('partners.pause')}</Button>}
      {!paused && asked && (
        <Button className="main" onPress={() => to('pause')}>
          {t('partners.sure', { partner })}
        </Button>
      )}
      {tell.error !== null && <Failed error={tell.error} />}
    </>
  );
}
