import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatchesTold } from '../../../mappings/domain/matches-told.ts';
import { mayRead, useMe } from '../../access/me.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useTell } from '../../api/use-tell.ts';
import styles from './loops.module.css';
import { MatchToSettle, type Settled } from './match-to-settle.tsx';

const PATH = '/v1/matches';
const pathOf = (match: string): string => `${PATH}/${match}`;

/** Referrals of which a person must say which child of the centre they are about: nothing is merged by itself. */
export function MatchesToSettle() {
  const { t } = useTranslation('loops');
  const me = useMe().data;
  const isMine = me !== undefined && mayRead(me, 'inbound');
  const { data } = useAsk<MatchesTold>(`${PATH}?limit=20`, { wait: !isMine });
  const settling = useTell([PATH]);
  const said = useRef<HTMLParagraphElement>(null);
  const matches = data?.matches ?? [];
  if (matches.length === 0 && !settling.isSuccess) return null;
  const settle = (match: string, settled: Settled) => {
    const by = me?.professional ?? me?.centre?.id ?? '';
    // The same said twice is one settlement to the gateway, so no key is needed.
    settling.mutate(
      { method: 'POST', path: pathOf(match), body: { ...settled, decidedBy: by } },
      // What was pressed is gone with its referral.
      { onSuccess: () => said.current?.focus() },
    );
  };
  return (
    <section className={styles.matches} aria-labelledby="matches">
      {matches.length > 0 && <h2 id="matches">{t('matches.title', { count: matches.length })}</h2>}
      <p id={matches.length > 0 ? undefined : 'matches'} ref={said} role="status" tabIndex={-1}>
        {settling.isSuccess && t('matches.done')}
      </p>
      <ul>
        {matches.map((match) => (
          <MatchToSettle
            key={match.id}
            match={match}
            pending={settling.isPending}
            error={settling.variables?.path === pathOf(match.id) ? settling.error : null}
            onSettle={(settled) => settle(match.id, settled)}
          />
        ))}
      </ul>
    </section>
  );
}
