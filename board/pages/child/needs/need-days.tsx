import { useTranslation } from 'react-i18next';
import type { NeedTold } from '../../../../mappings/domain/ledger-told.ts';
import { StateSwatch } from '../../../drawing/state-patterns.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import { dayOf } from '../calendar.ts';
import shared from '../child.module.css';
import { dayInShort, dayInWords, listed } from '../dates-in-words.ts';
import styles from './needs.module.css';
import type { NeedDrawn } from './needs-drawn.ts';

interface NeedProps {
  readonly need: NeedTold;
}

/** The three counts of days without services, never as one; beside them what is shown and not counted. */
export function NeedCounts({ need }: NeedProps) {
  const { t } = useTranslation('child');
  const { daysWithoutCare, otherDays } = need;
  const groups = [
    {
      title: need.soFar ? t('needs.withoutServicesSoFar') : t('needs.withoutServices'),
      counts: [
        ['waiting', daysWithoutCare.waiting],
        ['asked', daysWithoutCare.asked],
        ['open', daysWithoutCare.open],
      ],
    },
    {
      title: t('needs.shownApart'),
      counts: [
        ['served', otherDays.served],
        ['paused', otherDays.paused],
        ['unknown', otherDays.unknown],
      ],
    },
  ] as const;
  return (
    <div className={styles.needCounts}>
      {groups.map(({ title, counts }) => (
        <div key={title}>
          <h4>{title}</h4>
          <dl>
            {counts.map(([state, count]) => (
              <div key={state}>
                <dt>
                  <StateSwatch state={state} />
                  {t(`needs.states.${state}`)}
                </dt>
                <dd>{t('needs.days', { count })}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}

/** The strip in words, run by run. */
export function NeedTable({ drawn }: { readonly drawn: NeedDrawn }) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  return (
    <details className={styles.needTable}>
      <summary>{t('needs.table')}</summary>
      <table>
        <caption className={shared.visuallyHidden}>{drawn.need.words}</caption>
        <thead>
          <tr>
            <th scope="col">{t('needs.from')}</th>
            <th scope="col">{t('needs.to')}</th>
            <th scope="col">{t('needs.howLong')}</th>
            <th scope="col">{t('needs.state')}</th>
            <th scope="col">{t('needs.heldBy')}</th>
          </tr>
        </thead>
        <tbody>
          {drawn.stretches.map(({ from, to, state, holders }) => (
            <tr key={from}>
              <td>{dayInShort(from, language)}</td>
              <td>{dayInShort(to - 1, language)}</td>
              <td>{t('needs.days', { count: to - from })}</td>
              <td>
                <StateSwatch state={state} />
                {t(`needs.states.${state}`)}
              </td>
              <td>{holders.length === 0 ? '—' : listed(holders, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** From whom to whom, how, and what was learnt late: nothing where there is nothing to say. */
export function NeedNotes({ need }: NeedProps) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const { handOvers, changesOfPerson, learntLate } = need;
  return (
    <>
      {handOvers.length > 0 && (
        <>
          <h4>{t('needs.handOvers')}</h4>
          <ul className={styles.handOvers}>
            {handOvers.map(({ from, to, on, how, gapDays }) => (
              <li key={`${from.id}-${to.id}-${on}`}>
                {t('needs.handOver', { from: from.name, to: to.name, day: dayInWords(dayOf(on), language) })}
                <span className={shared.aside}>
                  {how === 'gap' ? t('needs.gap', { count: gapDays }) : t(`needs.how.${how}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {changesOfPerson > 0 && <p className={shared.quiet}>{t('needs.persons', { count: changesOfPerson })}</p>}
      {learntLate > 0 && <p className={shared.quiet}>{t('needs.learntLate', { count: learntLate })}</p>}
    </>
  );
}
