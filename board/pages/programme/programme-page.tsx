import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { IndicatorsTold } from '../../../mappings/domain/indicators-told.ts';
import { useAsk } from '../../api/use-ask.ts';
import { StatePatterns } from '../../drawing/state-patterns.tsx';
import { SelectField } from '../../form/field.tsx';
import { Page } from '../../layout/page.tsx';
import { Answered, Empty } from '../../states/states.tsx';
import { useDates } from '../../texts/use-dates.ts';
import { IndicatorFigure } from './indicator-figure.tsx';
import { GROUPS, plotDrawn, quarterParts } from './indicator-plots.ts';
import styles from './programme.module.css';
import { CUTS, choicesIn, filtersFrom, filtersText, type ProgrammeFilters, within } from './programme-filters.ts';
import { TakeAsCsv } from './take-as-csv.tsx';

/** What the centre publishes of its own work, drawn: by quarter and by programme, never by person; by partner or district only where the gateway tells it so. */
export function ProgrammePage() {
  const { t } = useTranslation('programme');
  // What is published never changes, and each reading stands in the register: it is read once.
  const told = useAsk<IndicatorsTold>('/v1/indicators', { staleMs: Number.POSITIVE_INFINITY });
  return (
    <Page title={t('title')}>
      <Answered query={told}>
        {(data) => (data.quarters.length === 0 ? <Nothing /> : <Published told={data} />)}
      </Answered>
    </Page>
  );
}

function Nothing() {
  const { t } = useTranslation('programme');
  return (
    <Empty>
      <p>{t('empty')}</p>
      <p>{t('emptyAsk')}</p>
    </Empty>
  );
}

function Published({ told }: { readonly told: IndicatorsTold }) {
  const { t } = useTranslation('programme');
  const { day } = useDates();
  const [search, setSearch] = useSearchParams();
  const filters = filtersFrom(search, told);
  const [latest] = told.quarters;
  return (
    <>
      <p className={styles.intro}>{t('intro')}</p>
      {latest !== undefined && (
        <p className={styles.intro}>
          {t('latest', { quarter: t('quarter', quarterParts(latest.period)), day: day(latest.publishedAt) })}
        </p>
      )}
      <FilterBar told={told} filters={filters} onChange={(next) => setSearch(filtersText(next), { replace: true })} />
      <ul className={styles.means}>
        <li>{t('means.nobody')}</li>
        <li>{t('means.unpublished')}</li>
      </ul>
      <Groups told={told} filters={filters} />
      <TakeAsCsv />
    </>
  );
}

interface FilterBarProps {
  readonly told: IndicatorsTold;
  readonly filters: ProgrammeFilters;
  readonly onChange: (filters: ProgrammeFilters) => void;
}

function FilterBar({ told, filters: { period = '', cut }, onChange }: FilterBarProps) {
  const { t } = useTranslation('programme');
  const { years, cuts } = choicesIn(told);
  return (
    <search className={styles.filters} aria-label={t('filters.name')}>
      <SelectField
        id="field-period"
        label={t('filters.period')}
        none={t('filters.lastYears')}
        value={period}
        onChange={(next) => onChange({ period: next, ...(cut !== undefined && { cut }) })}
        choices={years.map((year) => ({ value: year, label: year }))}
      />
      {CUTS.filter((by) => by === 'programme' || cuts[by].length > 0).map((by) => (
        <SelectField
          key={by}
          id={`field-${by}`}
          label={t(`filters.${by}`)}
          none={t('wholeCentre')}
          value={cut?.by === by ? cut.name : ''}
          onChange={(name) => onChange({ period, ...(name !== '' && { cut: { by, name } }) })}
          choices={cuts[by].map(({ name: value, title: label }) => ({ value, label }))}
        />
      ))}
    </search>
  );
}

const GROUP_NAMES = ['answers', 'ends', 'needs', 'factors'] as const satisfies readonly (keyof typeof GROUPS)[];

function Groups({ told, filters: { period, cut } }: Pick<FilterBarProps, 'told' | 'filters'>) {
  const { t } = useTranslation('programme');
  const shown = within(told, period);
  const chosen = cut && choicesIn(told).cuts[cut.by].find(({ name }) => name === cut.name);
  const of = chosen?.title ?? t('wholeCentre');
  return (
    <>
      <StatePatterns />
      {GROUP_NAMES.map((group) => (
        <section key={group} className={styles.group}>
          <h2>{t(`groups.${group}`)}</h2>
          <div className={styles.figures}>
            {GROUPS[group].map((names) => {
              const plot = plotDrawn(shown, names, cut);
              return plot === undefined ? null : <IndicatorFigure key={names[0]} plot={plot} of={of} />;
            })}
          </div>
        </section>
      ))}
    </>
  );
}
