import { Field, type FieldWords } from './field.tsx';
import styles from './words-field.module.css';

interface WordsFieldProps extends FieldWords {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lengthMax: number;
}

/** A few lines, typed. */
export function WordsField({ id, value, onChange, lengthMax, ...words }: WordsFieldProps) {
  return (
    <Field id={id} {...words}>
      {(tied) => (
        <textarea
          {...tied}
          className={styles.words}
          rows={3}
          value={value}
          maxLength={lengthMax}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
