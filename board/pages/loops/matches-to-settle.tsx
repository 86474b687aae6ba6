import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MatchesTold, MatchTold } from '../../../mappings/domain/matches-told.ts';
import { mayRead, useMe } from '../../access/me.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useTell } from '../../api/use-tell.ts';
import { Problem } from '../../states/states.tsx';
import { useDates } from '../../texts/use-dates.ts';
import styles from './loops.module.css';

const PATH = '/v1/matches';

/** Referrals of which a person must say which child of the centre they are about: nothing is merged by itself. */
export function MatchesToSettle() {
  const { t } = useTranslation('loops');
  const me = useMe().data;
  const isMine = me !== undefined && mayRead(me, 'inbound');
  const { data } = useAsk<MatchesTold>(`${PATH}?limit=20`, { wait: !isMine });
  if (data === undefined || data.matches.length === 0) return null;
  return (
    <section className={styles.matches} aria-labelledby="matches">
      <h2 id="matches">{t('matches.title', { count: data.matches.length })}</h2>
      <ul>
        {data.matches.map((match) => (
          <Match key={match.id} match={match} by={me?.professional ?? me?.centre?.id ?? ''} />
        ))}
      </ul>
    </section>
  );
}

function Match({ match, by }: { readonly match: MatchTold; readonly by: string }) {
  const { t } = useTranslation('loops');
  const { day } = useDates();
  const [key] = useState(() => crypto.randomUUID());
  const settling = useTell([PATH]);
  const settle = (said: { readonly child: string } | { readonly newChild: true }) =>
    settling.mutate({
      method: 'POST',
      path: `${PATH}/${match.id}`,
      body: { ...said, decidedBy: by },
      headers: { 'idempotency-key': key },
    });
  const { said, candidates, what } = match;
  const name = said?.name?.text ?? [...(said?.name?.given ?? []), said?.name?.family].filter(Boolean).join(' ');
  return (
    <li>
      <p>
        <strong>{name === '' ? t('matches.noName') : name}</strong>
        {said?.birthDate !== undefined && <> · {t('matches.born', { day: day(said.birthDate) })}</>}
        {' · '}
        {t('matches.asked', { sender: match.sender, day: day(match.askedAt) })}
        {what !== undefined && <> · {what}</>}
      </p>
      <ul className={styles.candidates}>
        {candidates.map(({ child, because }) => (
          <li key={child}>
            <Link to={`/children/${child}`}>{child}</Link> {because.map((it) => t(`because.${it}`)).join(', ')}
            <div className={styles.acts}>
              <Button onPress={() => settle({ child })} isDisabled={settling.isPending}>
                {t('matches.same', { child })}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button onPress={() => settle({ newChild: true })} isDisabled={settling.isPending}>
          {t('matches.new')}
        </Button>
      </div>
      {settling.error !== null && (
        <div role="alert">
          <Problem error={settling.error} />
        </div>
      )}
    </li>
  );
}
