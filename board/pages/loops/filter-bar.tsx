import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../form/field.tsx';
import { type LoopFilters, URGENCIES, URGENCY_NAMES } from './loop-filters.ts';
import styles from './loops.module.css';
import { loopsTexts } from './loops-texts.ts';

/** Whose, how urgent, what: kept in the address. */
export function FilterBar({
  filters,
  onChange,
}: {
  readonly filters: LoopFilters;
  readonly onChange: (filters: LoopFilters) => void;
}) {
  const { t } = useTranslation('loops');
  const id = useId();
  const { of, urgency, code } = filters;
  return (
    <search className={styles.filters} aria-label={t('filters.name')}>
      <SelectField
        id={`${id}-of`}
        label={t('filters.of')}
        value={of}
        onChange={(next) => onChange({ ...filters, of: next === 'centre' ? 'centre' : 'mine' })}
        choices={[
          { value: 'mine', label: t('filters.mine') },
          { value: 'centre', label: t('filters.centre') },
        ]}
      />
      <SelectField
        id={`${id}-urgency`}
        label={t('filters.urgency')}
        none={t('filters.all')}
        value={urgency ?? ''}
        onChange={(next) => {
          const { urgency: _before, ...rest } = filters;
          const chosen = URGENCIES.find((it) => it === next);
          onChange({ ...rest, ...(chosen !== undefined && { urgency: chosen }) });
        }}
        choices={URGENCIES.map((it) => ({ value: it, label: t(`urgencies.${URGENCY_NAMES[it]}`) }))}
      />
      <SelectField
        id={`${id}-code`}
        label={t('filters.code')}
        none={t('filters.all')}
        value={code ?? ''}
        onChange={(next) => {
          const { code: _before, ...rest } = filters;
          onChange({ ...rest, ...(next !== '' && { code: next }) });
        }}
        choices={CODES.map((it) => ({ value: it, label: t(`codes.${it}`) }))}
      />
    </search>
  );
}

const isCode = (text: string): text is keyof typeof loopsTexts.fr.codes => Object.hasOwn(loopsTexts.fr.codes, text);
const CODES = Object.keys(loopsTexts.fr.codes).filter(isCode);
