import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fillOf } from '../../../drawing/state-patterns.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import { dayInShort, tickInWords } from '../dates-in-words.ts';
import styles from './needs.module.css';
import type { NeedDrawn, NeedsDrawn, Stretch } from './needs-drawn.ts';

const HEIGHT = 30;

/** Parts of the width, so that patterns keep their size however wide the page is. */
const across = ({ x, width }: Pick<Stretch, 'x' | 'width'>) => ({ x: percent(x), width: percent(width) });
const percent = (part: number): string => `${(part * 100).toFixed(4)}%`;

/** The days of one need. The table under it says the same in words. */
export function NeedStrip({ drawn }: { readonly drawn: NeedDrawn }) {
  const titleId = useId();
  const { t } = useTranslation('child');
  const language = useLanguage();
  return (
    <svg className={styles.strip} width="100%" height={HEIGHT} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{t('needs.strip', { words: drawn.need.words })}</title>
      {drawn.stretches.map(({ from, to, state, x, width, holders }) => (
        <rect
          key={from}
          className={styles.stretch}
          {...across({ x, width })}
          y={1}
          height={HEIGHT - 2}
          fill={fillOf(state)}
        >
          <title>
            {[
              t(`needs.states.${state}`),
              `${dayInShort(from, language)} – ${dayInShort(to - 1, language)}`,
              t('needs.days', { count: to - from }),
              ...holders,
            ].join(' · ')}
          </title>
        </rect>
      ))}
    </svg>
  );
}

/** Who held the thread, above the needs. */
export function AccompaniedStrip({ drawn }: { readonly drawn: NeedsDrawn }) {
  const titleId = useId();
  const { t } = useTranslation('child');
  return (
    <svg
      className={`${styles.strip} ${styles.accompanied}`}
      width="100%"
      height={HEIGHT}
      role="img"
      aria-labelledby={titleId}
    >
      <title id={titleId}>{t('needs.accompanied')}</title>
      {drawn.accompanied.map(({ name, from, x, width }) => (
        <svg key={`${name}-${from}`} {...across({ x, width })} height={HEIGHT} aria-hidden="true">
          <rect className={styles.held} x="0.5" y="1" width="100%" height={HEIGHT - 2} />
          <text x="8" y={HEIGHT / 2} dy="0.35em">
            {name}
          </text>
        </svg>
      ))}
    </svg>
  );
}

/** The line of time under the strips. */
export function TimeMarks({ drawn }: { readonly drawn: NeedsDrawn }) {
  const language = useLanguage();
  return (
    <svg className={styles.timeMarks} width="100%" height="24" aria-hidden="true">
      {drawn.ticks.map(({ day, x }, nth) => (
        <g key={day}>
          <line x1={percent(x)} x2={percent(x)} y1="0" y2="6" />
          <text x={percent(x)} y="18" textAnchor={x > 0.93 ? 'end' : x < 0.08 ? 'start' : 'middle'}>
            {tickInWords(day, language, nth === 0)}
          </text>
        </g>
      ))}
    </svg>
  );
}
