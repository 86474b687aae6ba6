import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReplayTold, SetAsideTold } from '../../../mappings/domain/set-aside-told.ts';
import { useTell } from '../../api/use-tell.ts';
import { Failed } from '../../states/states.tsx';
import { useDates } from '../../texts/use-dates.ts';
import styles from './exchanges.module.css';

interface SetAsideItemProps {
  readonly letter: SetAsideTold;
  /** Runs the gateway: sees those of all centres, and puts them back. */
  readonly operates: boolean;
  readonly mayAct: boolean;
}

/** One thing that was set aside: what it is, why it stopped, how it goes on. What it says is not shown here, whoever looks. */
export function SetAsideItem({ letter, operates, mayAct }: SetAsideItemProps) {
  const { t } = useTranslation('exchanges');
  const { moment } = useDates();
  const { kind, centre, partner, identifier, issues, since, replays, repair, failure } = letter;
  const reasons = issues.flatMap(({ details }) => details?.text ?? []);
  const named = [
    operates && centre !== undefined && t('aside.of', { centre }),
    partner !== undefined && t('aside.to', { partner }),
    identifier !== undefined && t('aside.request', { identifier }),
  ].filter((it) => it !== false);
  return (
    <li className={styles.item}>
      <h3>{t(`kinds.${kind}`)}</h3>
      {named.length > 0 && <p className={styles.aside}>{named.join(' · ')}</p>}
      {(reasons.length === 0 ? [t('aside.noWords', { failure })] : [...new Set(reasons)]).map((text) => (
        <p key={text} className={styles.why}>
          {text}
        </p>
      ))}
      <p className={styles.aside}>
        {t('aside.since', { moment: moment(since) })}
        {replays !== undefined && ` · ${t('aside.replayed', { count: replays.count, moment: moment(replays.last) })}`}
      </p>
      {repair !== undefined && !operates && <p>{t('aside.repair')}</p>}
      <div className={styles.acts}>
        {operates && mayAct && <Replay id={letter.id} inWords={moment} />}
        {mayAct && <Close id={letter.id} />}
      </div>
    </li>
  );
}

const LISTS = ['/v1/dead-letters', '/v1/partners'];

/** First what would happen, then the act itself. */
function Replay({ id, inWords }: { readonly id: string; readonly inWords: (instant: string) => string }) {
  const { t } = useTranslation('exchanges');
  const trial = useTell<ReplayTold>([]);
  const replay = useTell<ReplayTold>(LISTS);
  const tell = (dryRun: boolean) =>
    ({ method: 'POST', path: '/v1/dead-letters/replays', body: { ids: [id], dryRun } }) as const;
  const [line] = trial.data?.replays ?? [];
  const error = replay.error ?? trial.error;
  return (
    <div className={styles.acts} role="status">
      {replay.isSuccess && <p>{t('aside.done')}</p>}
      {!replay.isSuccess && trial.data === undefined && (
        <Button onPress={() => trial.isPending || trial.mutate(tell(true))}>{t('aside.replay')}</Button>
      )}
      {!replay.isSuccess && trial.data !== undefined && line?.at === undefined && <p>{t('aside.notTried')}</p>}
      {!replay.isSuccess && line?.at !== undefined && (
        <>
          <p>{t('aside.tried', { moment: inWords(line.at) })}</p>
          <Button className="main" onPress={() => replay.isPending || replay.mutate(tell(false))}>
            {t('aside.confirm')}
          </Button>
        </>
      )}
      {error !== null && <Failed error={error} />}
    </div>
  );
}

function Close({ id }: { readonly id: string }) {
  const { t } = useTranslation('exchanges');
  const close = useTell(LISTS);
  return (
    <>
      <Button
        onPress={() =>
          close.isPending || close.mutate({ method: 'POST', path: `/v1/dead-letters/${encodeURIComponent(id)}/close` })
        }
      >
        {t('aside.close')}
      </Button>
      {close.error !== null && <Failed error={close.error} />}
    </>
  );
}
