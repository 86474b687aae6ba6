import { useTranslation } from 'react-i18next';
import type { SensitivityLabel } from '../../../mappings/domain/concepts.ts';
import { ChecksField, SelectField, TextField } from '../../form/field.tsx';
import { LABELS_OF_REQUEST } from '../../labels/labels-in-words.ts';
import styles from './new-request.module.css';
import type { TextDraftField } from './request-draft.ts';

interface FieldOf<T> {
  readonly id: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly wrong?: readonly string[];
}

interface MoreDetailsProps {
  readonly field: (name: TextDraftField) => FieldOf<string>;
  readonly labels: FieldOf<readonly SensitivityLabel[]>;
  readonly isLegal: boolean;
}

/** What most requests do without; open by itself where something in it is wrong, or where a lawyer needs it. */
export function MoreDetails({ field, labels, isLegal }: MoreDetailsProps) {
  const { t } = useTranslation('newRequest');
  const { t: said } = useTranslation('labels');
  const isWrong = labels.wrong !== undefined || FOLDED.some((name) => field(name).wrong !== undefined);
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
        {!isLegal && (
          <ChecksField
            {...labels}
            label={said('title')}
            help={said('help')}
            choices={LABELS_OF_REQUEST.map((value) => ({ value, label: said(`names.${value}`) }))}
          />
        )}
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
] as const satisfies readonly TextDraftField[];
