import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../texts/use-language.ts';
import { type Column, type PlotDrawn, quarterParts, STACKED } from './indicator-plots.ts';
import { numbersInWords } from './numbers-in-words.ts';
import styles from './programme.module.css';

interface TableProps {
  readonly plot: PlotDrawn;
  readonly title: string;
}

/** Every number of the plot; what is not told says why. */
export function QuarterTable({ plot, title }: TableProps) {
  const { t } = useTranslation('programme');
  const [{ by, unit }, ...others] = plot.definitions;
  const headings =
    others.length > 0
      ? STACKED.map((state) => t(`days.short.${state}`))
      : by === 'share'
        ? [t('by.share')]
        : [t('byUnit', { by: t(`by.${by}`), unit })];
  return (
    <details className={styles.more}>
      <summary>{t('table')}</summary>
      <table>
        <caption className={styles.hidden}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quarterHeading')}</th>
            <th scope="col">{t('counted')}</th>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plot.columns.map((column) => (
            <Row key={column.period} plot={plot} column={column} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Row({
  plot: { definitions },
  column: { period, mark },
}: {
  readonly plot: PlotDrawn;
  readonly column: Column;
}) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const { number } = numbersInWords(definitions[0], language);
  const head = <th scope="row">{t('quarter', quarterParts(period))}</th>;
  if (mark.is === 'numbers') {
    const { counted, having, values } = mark;
    return (
      <tr>
        {head}
        <td>{having === undefined ? counted : t('of', { having, counted })}</td>
        {definitions.map(({ name }, nth) => (
          <td key={name}>{number(values[nth] ?? 0)}</td>
        ))}
      </tr>
    );
  }
  if (mark.is === 'notYet')
    return (
      <tr>
        {head}
        <td>{mark.counted}</td>
        <td>{t('told.notYet')}</td>
      </tr>
    );
  return (
    <tr>
      {head}
      <td colSpan={definitions.length + 1}>{t(`told.${mark.is}`)}</td>
    </tr>
  );
}
