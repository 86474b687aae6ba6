import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MeTold } from '../../../../mappings/domain/me-told.ts';
import type { SaidOnce, TiesTold } from '../../../../mappings/domain/ties-told.ts';
import { mayRead, mayWrite, useMe } from '../../../access/me.ts';
import { useAsk } from '../../../api/use-ask.ts';
import { Page } from '../../../layout/page.tsx';
import { Answered, Empty, NoPermission } from '../../../states/states.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from '../child.module.css';
import { useChildAsked } from '../child-asked.ts';
import { momentInWords } from '../dates-in-words.ts';
import { ConfirmTie, EndTie, SayTie } from './tie-acts.tsx';
import { TieList } from './tie-list.tsx';

/** At which other centres a child is also followed: read by the child’s team, said and ended by the pivot or the privacy officer. */
export function TiesPage() {
  const { t } = useTranslation('child');
  const me = useMe();
  return (
    <Page title={t('ties.title')}>
      <Answered query={me}>
        {(data) => (
          <>
            <p className={styles.links}>
              {mayRead(data, 'care-circle') ? (
                <Link to=".." relative="path">
                  {t('back')}
                </Link>
              ) : (
                <Link to="../received" relative="path">
                  {t('received.title')}
                </Link>
              )}
            </p>
            {mayRead(data, 'ties') ? <Ties me={data} /> : <NoPermission />}
          </>
        )}
      </Answered>
    </Page>
  );
}

type Act = { readonly kind: 'say' } | { readonly kind: 'confirm' } | { readonly kind: 'end'; readonly centre: string };

function Ties({ me }: { readonly me: MeTold }) {
  const { t } = useTranslation('child');
  const { id, path } = useChildAsked();
  const list = `${path}/ties`;
  const centres = (me.centre?.mayTieWith ?? []).map(({ id: value, name }) => ({ value, label: name }));
  const ties = useAsk<TiesTold>(list, { isNoted: true, wait: centres.length === 0 });
  const [act, setAct] = useState<Act>();
  const [said, setSaid] = useState<SaidOnce>();
  const close = () => setAct(undefined);
  const begin = (one: Act) => {
    setSaid(undefined);
    setAct(one);
  };
  const nameOf = (centre: string): string => centres.find(({ value }) => value === centre)?.label ?? centre;
  const asked = { child: id, list, onClose: close };
  const mayAct = mayWrite(me, 'ties') && centres.length > 0;
  return (
    <section className={styles.part}>
      <p className={styles.quiet}>{t('ties.why')}</p>
      {centres.length === 0 ? (
        <Empty>{t('ties.off')}</Empty>
      ) : (
        <Answered query={ties}>
          {(told) => (
            <TieList
              told={told}
              nameOf={nameOf}
              {...(mayAct && { onEnd: (centre: string) => begin({ kind: 'end', centre }) })}
            />
          )}
        </Answered>
      )}
      {said !== undefined && <Code said={said} name={nameOf(said.centre)} />}
      {mayAct && (
        <div className={styles.choices}>
          <Button className="main" onPress={() => begin({ kind: 'say' })}>
            {t('ties.say')}
          </Button>
          <Button onPress={() => begin({ kind: 'confirm' })}>{t('ties.confirm')}</Button>
        </div>
      )}
      {act?.kind === 'say' && (
        <SayTie
          {...asked}
          centres={centres}
          onSaid={(told) => {
            setSaid(told);
            close();
          }}
        />
      )}
      {act?.kind === 'confirm' && <ConfirmTie {...asked} centres={centres} />}
      {act?.kind === 'end' && <EndTie {...asked} centre={act.centre} name={nameOf(act.centre)} />}
    </section>
  );
}

/** Kept nowhere: whoever leaves the page asks for another. */
function Code({ said: { code, until }, name }: { readonly said: SaidOnce; readonly name: string }) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  return (
    <div className={styles.warning} role="status">
      <p>{t('ties.codeOnce')}</p>
      <p className={styles.code}>{code}</p>
      <p>{t('ties.codeFor', { centre: name, day: momentInWords(until, language) })}</p>
    </div>
  );
}
