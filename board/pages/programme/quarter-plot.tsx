import { useTranslation } from 'react-i18next';
import { fillOf } from '../../drawing/state-patterns.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import { type Column, type PlotDrawn, quarterParts, STACKED } from './indicator-plots.ts';
import { numbersInWords } from './numbers-in-words.ts';
import { heightOf, type Scale, scaleOf } from './plot-scale.ts';
import styles from './programme.module.css';

const TOP = 18;
const HEIGHT = 132;
const UNDER = 40;
const BOTTOM = TOP + HEIGHT;
/** Few quarters do not become wide blocks. */
const COLUMNS_MIN = 6;

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;

/** Quarter by quarter, as columns: `said` tells it in a sentence, and the table under it tells all of it. */
export function QuarterPlot({ plot, said }: { readonly plot: PlotDrawn; readonly said: string }) {
  const language = useLanguage();
  const scale = scaleOf(plot);
  const { number } = numbersInWords(plot.definitions[0], language);
  const slots = Math.max(plot.columns.length, COLUMNS_MIN);
  const up = upOn(scale);
  return (
    <div className={styles.plot} role="img" aria-label={said}>
      <svg className={styles.axis} width="100%" height={BOTTOM + UNDER} aria-hidden="true">
        {scale.ticks.map((tick) => (
          <text key={tick} x="100%" y={up(tick)} dy="0.35em" textAnchor="end">
            {number(tick)}
          </text>
        ))}
      </svg>
      <svg width="100%" height={BOTTOM + UNDER} aria-hidden="true">
        {scale.ticks.map((tick) => (
          <line key={tick} className={tick === 0 ? styles.zero : styles.line} x2="100%" y1={up(tick)} y2={up(tick)} />
        ))}
        {plot.columns.map((column, nth) => (
          <svg
            key={column.period}
            aria-hidden="true"
            x={percent(nth / slots)}
            width={percent(1 / slots)}
            height={BOTTOM + UNDER}
          >
            <MarkDrawn plot={plot} column={column} scale={scale} />
            <PeriodUnder period={column.period} withYear={nth === 0 && !isNewYear(plot.columns[1])} />
          </svg>
        ))}
      </svg>
    </div>
  );
}

/** From a number to its place in the drawing, where down is more. */
const upOn =
  (scale: Scale) =>
  (value: number): number =>
    BOTTOM - heightOf(scale, value) * HEIGHT;

const BAR = { x: '15%', width: '70%' };

interface MarkProps {
  readonly plot: PlotDrawn;
  readonly column: Column;
  readonly scale: Scale;
}

function MarkDrawn({ plot, column: { mark }, scale }: MarkProps) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const up = upOn(scale);
  switch (mark.is) {
    case 'numbers':
      return plot.definitions.length > 1 ? (
        <Stack values={mark.values} up={up} />
      ) : (
        <Bar value={mark.values[0] ?? 0} up={up} words={numbersInWords(plot.definitions[0], language).mark} />
      );
    case 'suppressed':
      return (
        <>
          <rect className={styles.suppressed} {...BAR} y={TOP} height={HEIGHT} />
          <Upright words={t('marks.suppressed')} />
        </>
      );
    case 'among':
      return <Upright words={t('marks.among')} />;
    case 'notYet':
      return <Upright words={t('marks.notYet')} />;
    case 'nobody':
      return (
        <text className={styles.value} x="50%" y={up(0) - 6} textAnchor="middle">
          –
        </text>
      );
    case 'unpublished':
      return null;
  }
}

interface BarProps {
  readonly value: number;
  readonly up: (value: number) => number;
  readonly words: (value: number) => string;
}

function Bar({ value, up, words }: BarProps) {
  const [end, zero] = [up(value), up(0)];
  return (
    <>
      <rect className={styles.bar} {...BAR} y={Math.min(end, zero)} height={Math.abs(zero - end)} />
      <text className={styles.value} x="50%" y={value < 0 ? end + 13 : end - 5} textAnchor="middle">
        {words(value)}
      </text>
    </>
  );
}

/** The three counts one on the other, each with the pattern of its state; no number says their sum. */
function Stack({ values, up }: { readonly values: readonly number[]; readonly up: (value: number) => number }) {
  const tops = values.map((_, nth) => values.slice(0, nth + 1).reduce((sum, it) => sum + it, 0));
  return tops.map((top, nth) => {
    const state = STACKED[nth];
    const value = values[nth] ?? 0;
    return state === undefined || value === 0 ? null : (
      <rect
        key={state}
        className={styles.part}
        {...BAR}
        y={up(top)}
        height={up(top - value) - up(top)}
        fill={fillOf(state)}
      />
    );
  });
}

const Upright = ({ words }: { readonly words: string }) => (
  <text className={styles.upright} x="50%" y={TOP + HEIGHT / 2} dy="0.35em" textAnchor="middle">
    {words}
  </text>
);

/** The first column says its year too, where there is room for it. */
const isNewYear = (column: Column | undefined): boolean =>
  column !== undefined && quarterParts(column.period).nth === 1;

/** « T3 », and under it the year where one begins. */
function PeriodUnder({ period, withYear }: { readonly period: string; readonly withYear: boolean }) {
  const { t } = useTranslation('programme');
  const { year, nth } = quarterParts(period);
  return (
    <>
      <text x="50%" y={BOTTOM + 16} textAnchor="middle">
        {t('quarterShort', { nth })}
      </text>
      {(nth === 1 || withYear) && (
        <text className={styles.year} x="50%" y={BOTTOM + 33} textAnchor="middle">
          {year}
        </text>
      )}
    </>
  );
}
