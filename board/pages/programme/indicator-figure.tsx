import { useTranslation } from 'react-i18next';
import { StateSwatch } from '../../drawing/state-patterns.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import { type Column, type Mark, type PlotDrawn, quarterParts, STACKED } from './indicator-plots.ts';
import { numbersInWords } from './numbers-in-words.ts';
import styles from './programme.module.css';
import { QuarterPlot } from './quarter-plot.tsx';
import { QuarterTable } from './quarter-table.tsx';

interface FigureProps {
  readonly plot: PlotDrawn;
  /** Of which the numbers are: what was chosen, or the whole centre. */
  readonly of: string;
}

/** One indicator (or the three counts of days): the plot, its table, and what exactly is counted. */
export function IndicatorFigure({ plot, of }: FigureProps) {
  const { t } = useTranslation('programme');
  const [definition, ...others] = plot.definitions;
  const { by, unit } = definition;
  const isStacked = others.length > 0;
  const title = isStacked ? t('days.title') : definition.title;
  const where = plot.isWholeOnly ? t('wholeCentre') : of;
  const how = isStacked ? t('days.how') : by === 'share' ? t('inHundred') : t('byUnit', { by: t(`by.${by}`), unit });
  return (
    <section className={styles.figure}>
      <h3>{title}</h3>
      <p className={styles.how}>{[how, plot.isWholeOnly ? t('wholeOnly') : where].join(' · ')}</p>
      {isStacked && (
        <ul className={styles.key}>
          {STACKED.map((state) => (
            <li key={state}>
              <StateSwatch state={state} />
              {t(`days.${state}`)}
            </li>
          ))}
        </ul>
      )}
      <QuarterPlot plot={plot} said={useSaid(plot, `${title}, ${where}`)} />
      <MarksTold columns={plot.columns} />
      <QuarterTable plot={plot} title={`${title}, ${where}`} />
      <Definition plot={plot} />
    </section>
  );
}

/** The plot in a sentence: from when to when, the last numbers, how many are not shown. */
function useSaid({ definitions, columns }: PlotDrawn, title: string): string {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const named = (column: Column | undefined): string => t('quarter', quarterParts(column?.period ?? ''));
  const { number } = numbersInWords(definitions[0], language);
  const last = columns.findLast(({ mark }) => mark.is === 'numbers');
  const numbers = last?.mark.is === 'numbers' ? last.mark.values.map(number) : [];
  const parts = definitions.map(({ title: part }, nth) =>
    definitions.length > 1 ? t('said.part', { part, number: numbers[nth] ?? '' }) : (numbers[nth] ?? ''),
  );
  const hidden = columns.filter(({ mark }) => mark.is === 'suppressed').length;
  return [
    t('said.span', { title, from: named(columns.at(0)), to: named(columns.at(-1)) }),
    last === undefined ? t('said.none') : t('said.last', { quarter: named(last), numbers: parts.join(', ') }),
    hidden > 0 && t('said.suppressed', { count: hidden }),
    t('said.table'),
  ]
    .filter((it) => it !== false)
    .join(' ');
}

/** What an empty place or a dash is, the page says once. */
const NOT_NUMBERS = ['suppressed', 'among', 'notYet'] as const satisfies readonly Mark['is'][];

/** What the words mean that stand for a number. */
function MarksTold({ columns }: { readonly columns: readonly Column[] }) {
  const { t } = useTranslation('programme');
  const found = NOT_NUMBERS.filter((is) => columns.some(({ mark }) => mark.is === is));
  if (found.length === 0) return null;
  return (
    <ul className={styles.means}>
      {found.map((is) => (
        <li key={is}>{t(`means.${is}`)}</li>
      ))}
    </ul>
  );
}

/** Who is counted, what of them, and why: the indicator’s own definition. */
function Definition({ plot: { definitions } }: { readonly plot: PlotDrawn }) {
  const { t } = useTranslation('programme');
  const [{ who, why }] = definitions;
  return (
    <details className={styles.more}>
      <summary>{t('definition')}</summary>
      <dl>
        <dt>{t('who')}</dt>
        <dd>{who}</dd>
        <dt>{t('what')}</dt>
        {definitions.map(({ name, title, what }) => (
          <dd key={name}>{definitions.length > 1 ? t('whatOf', { title, what }) : what}</dd>
        ))}
        <dt>{t('why')}</dt>
        <dd>{why}</dd>
      </dl>
    </details>
  );
}
