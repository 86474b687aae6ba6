import type { DayState } from '../../mappings/domain/ledger-told.ts';
import styles from './state-patterns.module.css';

/** What a state is drawn with: a pattern of its own, told apart without colours and on paper. */
export const fillOf = (state: DayState): string => `url(#state-${state})`;

const TILE = 8;

/** Once on the page. */
export function StatePatterns() {
  return (
    <svg className={styles.statePatterns} aria-hidden="true" width="0" height="0">
      <defs>
        {STATES.map(({ state, strokes, dots }) => (
          <pattern
            key={state}
            id={`state-${state}`}
            className={styles[state]}
            width={TILE}
            height={TILE}
            patternUnits="userSpaceOnUse"
          >
            <rect className={styles.ground} width={TILE} height={TILE} />
            {strokes !== undefined && <path className={styles.stroke} d={strokes} />}
            {dots === true && <circle className={styles.dot} cx={TILE / 2} cy={TILE / 2} r={1.7} />}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

interface Drawn {
  readonly state: DayState;
  readonly strokes?: string;
  readonly dots?: true;
}

/** Full, slanted, dotted, empty, level, crossed. */
const STATES: readonly Drawn[] = [
  { state: 'served' },
  { state: 'waiting', strokes: 'M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6' },
  { state: 'asked', dots: true },
  { state: 'open' },
  { state: 'paused', strokes: 'M0 2 H8 M0 6 H8' },
  { state: 'unknown', strokes: 'M0 0 L8 8 M8 0 L0 8' },
];

/** The pattern beside the word. */
export function StateSwatch({ state }: { readonly state: DayState }) {
  return (
    <svg className={styles.swatch} aria-hidden="true" width="24" height="16">
      <rect x="0.5" y="0.5" width="23" height="15" fill={fillOf(state)} />
    </svg>
  );
}
