import { useTranslation } from 'react-i18next';
import type { ChildLedgerTold } from '../../../../mappings/domain/ledger-told.ts';
import { DAY_STATES } from '../../../drawing/day-states.ts';
import { StatePatterns, StateSwatch } from '../../../drawing/state-patterns.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import shared from '../child.module.css';
import { dayInWords } from '../dates-in-words.ts';
import { useRoomFor } from '../use-room-for.ts';
import { NeedCounts, NeedNotes, NeedTable } from './need-days.tsx';
import { AccompaniedStrip, NeedStrip, TimeMarks } from './need-strip.tsx';
import styles from './needs.module.css';
import { type AccompaniedStretch, needsDrawn } from './needs-drawn.ts';

const WIDE_FROM_PX = 700;
const TICKS = { wide: 12, narrow: 4 };

/** The ledger drawn: who accompanied, then each need with its days, its three counts and its table. */
export function NeedsPart({ ledger }: { readonly ledger: ChildLedgerTold }) {
  const { t } = useTranslation('child');
  const [place, isWide] = useRoomFor(WIDE_FROM_PX);
  const drawn = needsDrawn(ledger, isWide ? TICKS.wide : TICKS.narrow);
  if (drawn === undefined) return <p className={shared.quiet}>{t('needs.none')}</p>;
  return (
    <div ref={place} className={styles.needs}>
      <StatePatterns />
      <h3>{t('needs.accompanied')}</h3>
      {drawn.accompanied.length === 0 ? (
        <p className={shared.quiet}>{t('needs.nobodyAccompanied')}</p>
      ) : (
        <>
          <AccompaniedStrip drawn={drawn} />
          <TimeMarks drawn={drawn} />
          <ul className={styles.accompaniedList}>
            {drawn.accompanied.map((stretch) => (
              <Accompanied key={`${stretch.name}-${stretch.from}`} stretch={stretch} />
            ))}
          </ul>
        </>
      )}
      {drawn.needs.map((need) => (
        <section key={need.key} className={styles.need}>
          <h3>{need.need.words}</h3>
          <NeedStrip drawn={need} />
          <TimeMarks drawn={drawn} />
          <NeedCounts need={need.need} />
          <NeedNotes need={need.need} />
          <NeedTable drawn={need} />
        </section>
      ))}
      <details className={styles.stateKey}>
        <summary>{t('needs.key')}</summary>
        <ul>
          {DAY_STATES.map((state) => (
            <li key={state}>
              <StateSwatch state={state} />
              <strong>{t(`needs.states.${state}`)}</strong> — {t(`needs.means.${state}`)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Accompanied({ stretch: { name, since, after } }: { readonly stretch: AccompaniedStretch }) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const from = since === undefined ? undefined : dayInWords(since, language);
  const until = after === undefined ? undefined : dayInWords(after - 1, language);
  const span =
    until === undefined
      ? from && t('circle.since', { from })
      : from === undefined
        ? t('circle.until', { until })
        : t('circle.between', { from, until });
  return (
    <li>
      {name}
      {span !== undefined && <span className={shared.aside}>{span}</span>}
    </li>
  );
}
