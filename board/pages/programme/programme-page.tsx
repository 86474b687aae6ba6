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
import { choicesIn, filtersFrom, filtersText, type ProgrammeFilters, within } from './programme-filters.ts';
import { TakeAsCsv } from './take-as-csv.tsx';

/** What the centre publishes of its own work, drawn: by quarter and by programme, never by person. */
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

function FilterBar({ told, filters: { period = '', programme = '' }, onChange }: FilterBarProps) {
  const { t } = useTranslation('programme');
  const { years, programmes } = choicesIn(told);
  return (
    <search className={styles.filters} aria-label={t('filters.name')}>
      <SelectField
        id="field-period"
        label={t('filters.period')}
        none={t('filters.lastYears')}
        value={period}
        onChange={(next) => onChange({ period: next, programme })}
        choices={years.map((year) => ({ value: year, label: year }))}
      />
      <SelectField
        id="field-programme"
        label={t('filters.programme')}
        none={t('wholeCentre')}
        value={programme}
        onChange={(next) => onChange({ period, programme: next })}
        choices={programmes.map(({ programme: value, title: label }) => ({ value, label }))}
      />
    </search>
  );
}

const GROUP_NAMES = ['answers', 'ends', 'needs', 'factors'] as const satisfies readonly (keyof typeof GROUPS)[];

function Groups({ told, filters: { period, programme } }: Pick<FilterBarProps, 'told' | 'filters'>) {
  const { t } = useTranslation('programme');
  const shown = within(told, period);
  const of = choicesIn(told).programmes.find((it) => it.programme === programme)?.title ?? t('wholeCentre');
  return (
    <>
      <StatePatterns />
      {GROUP_NAMES.map((group) => (
        <section key={group} className={styles.group}>
          <h2>{t(`groups.${group}`)}</h2>
          <div className={styles.figures}>
            {GROUPS[group].map((names) => {
              const plot = plotDrawn(shown, names, programme);
              return plot === undefined ? null : <IndicatorFigure key={names[0]} plot={plot} of={of} />;
            })}
          </div>
        </section>
      ))}
    </>
  );
}
