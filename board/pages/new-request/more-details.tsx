import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../form/field.tsx';
import styles from './new-request.module.css';
import type { DraftField } from './request-draft.ts';

interface MoreDetailsProps {
  readonly field: (name: DraftField) => {
    readonly id: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly wrong?: readonly string[];
  };
  readonly isLegal: boolean;
}

/** What most requests do without; open by itself where something in it is wrong, or where a lawyer needs it. */
export function MoreDetails({ field, isLegal }: MoreDetailsProps) {
  const { t } = useTranslation('newRequest');
  const isWrong = FOLDED.some((name) => field(name).wrong !== undefined);
  return (
    <details className={styles.more} open={isLegal || isWrong || undefined}>
      <summary>{t('more')}</summary>
      <div className={styles.form}>
        <TextField {...field('details')} label={t('details')} lengthMax={500} />
        {isLegal && (
          <>
            <TextField {...field('conflictNames')} label={t('conflictNames')} lengthMax={500} />
            <TextField {...field('bindingDate')} label={t('bindingDate')} type="date" />
            <TextField {...field('facts')} label={t('facts')} lengthMax={2_000} />
          </>
        )}
        <TextField {...field('when')} label={t('when')} lengthMax={200} />
        <SelectField
          {...field('urgency')}
          label={t('urgency')}
          choices={URGENCIES.map((value) => ({ value, label: t(`urgencies.${value}`) }))}
        />
        <SelectField
          {...field('agreedHow')}
          label={t('agreedHow')}
          choices={HOWS.map((value) => ({ value, label: t(`agreedHows.${value}`) }))}
        />
        <TextField {...field('agreedOn')} label={t('agreedOn')} type="date" />
      </div>
    </details>
  );
}

const URGENCIES = ['routine', 'urgent', 'immediate'] as const;
const HOWS = ['oral', 'written'] as const;
const FOLDED = [
  'details',
  'conflictNames',
  'bindingDate',
  'facts',
  'when',
  'urgency',
  'agreedHow',
  'agreedOn',
] as const satisfies readonly DraftField[];
