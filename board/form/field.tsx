import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

/** What every field has: its name, a word of help, and what is wrong with it; all three told to a screen reader. */
export interface FieldWords {
  readonly label: string;
  readonly help?: string;
  readonly wrong?: readonly string[];
}

interface ValueOf<T> {
  /** Also where an error leads: the id of the control. */
  readonly id: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A field around one control; `children` draws it with what ties it to its words. */
export function Field({
  id,
  label,
  help,
  wrong = [],
  children,
}: FieldWords & {
  readonly id: string;
  readonly children: (tied: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}) {
  const saidId = useId();
  const isSaid = help !== undefined || wrong.length > 0;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(isSaid && { 'aria-describedby': saidId }),
        ...(wrong.length > 0 && { 'aria-invalid': true }),
      })}
      {isSaid && (
        <div id={saidId}>
          <Said help={help} wrong={wrong} />
        </div>
      )}
    </div>
  );
}

function Said({ help, wrong }: { readonly help: string | undefined; readonly wrong: readonly string[] }) {
  return (
    <>
      {help !== undefined && <p className={styles.help}>{help}</p>}
      {wrong.map((text) => (
        <p key={text} className={styles.wrong}>
          {text}
        </p>
      ))}
    </>
  );
}

interface TextFieldProps extends FieldWords, ValueOf<string> {
  readonly type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local' | 'search';
  readonly lengthMax?: number;
  /** Of a date. */
  readonly min?: string;
  readonly max?: string;
  readonly autoComplete?: 'off';
}

/** One line, typed. */
export function TextField({ id, value, onChange, type = 'text', lengthMax, min, max, ...words }: TextFieldProps) {
  return (
    <Field id={id} {...words}>
      {(tied) => (
        <input
          {...tied}
          type={type}
          value={value}
          maxLength={lengthMax}
          min={min}
          max={max}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

interface SelectFieldProps extends FieldWords, ValueOf<string> {
  /** What stands there before anything is chosen; absent where something always is. */
  readonly none?: string;
  readonly choices?: readonly Choice[];
  readonly groups?: readonly ChoiceGroup[];
}

/** One of several, from a list that the telephone draws in its own way. */
export function SelectField({ id, value, onChange, none, choices = [], groups = [], ...words }: SelectFieldProps) {
  return (
    <Field id={id} {...words}>
      {(tied) => (
        <select {...tied} value={value} onChange={({ target }) => onChange(target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          <Options choices={choices} />
          {groups.map(({ label, choices: among }) => (
            <optgroup key={label} label={label}>
              <Options choices={among} />
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

const Options = ({ choices }: { readonly choices: readonly Choice[] }) =>
  choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

interface GroupProps {
  readonly label: string;
  readonly help: string | undefined;
  readonly wrong: readonly string[];
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** Several boxes under one name, with what is said of them all. */
function Group({ className, label, help, wrong, children }: GroupProps) {
  const saidId = useId();
  const isSaid = help !== undefined || wrong.length > 0;
  return (
    <fieldset className={className} {...(isSaid && { 'aria-describedby': saidId })}>
      <legend>{label}</legend>
      {isSaid && (
        <div id={saidId}>
          <Said help={help} wrong={wrong} />
        </div>
      )}
      {children}
    </fieldset>
  );
}

interface ChecksFieldProps<T extends string> extends FieldWords, ValueOf<readonly T[]> {
  readonly choices: readonly (Choice & { readonly value: T })[];
}

/** Any of several, in the order in which they stand. The first has the id that an error leads to. */
export function ChecksField<T extends string>(props: ChecksFieldProps<T>) {
  const { id, value, onChange, label, help, wrong = [], choices } = props;
  const put = (changed: T, isOn: boolean): void =>
    onChange(choices.map((it) => it.value).filter((it) => (it === changed ? isOn : value.includes(it))));
  return (
    <Group className={styles.checks} label={label} help={help} wrong={wrong}>
      {choices.map((choice, nth) => (
        <label key={choice.value} className={styles.check}>
          <input
            type="checkbox"
            id={nth === 0 ? id : `${id}-${choice.value}`}
            checked={value.includes(choice.value)}
            onChange={({ target }) => put(choice.value, target.checked)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </Group>
  );
}

interface RadioFieldProps extends FieldWords, ValueOf<string> {
  readonly choices: readonly (Choice & { readonly more?: ReactNode })[];
}

/** One of several, each with what helps to choose it. The first has the id that an error leads to. */
export function RadioField({ id, value, onChange, label, help, wrong = [], choices }: RadioFieldProps) {
  return (
    <Group className={styles.choices} label={label} help={help} wrong={wrong}>
      {choices.map((choice, nth) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name={id}
            id={nth === 0 ? id : `${id}-${choice.value}`}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.more}
          </span>
        </label>
      ))}
    </Group>
  );
}
