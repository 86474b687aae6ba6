import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import shared from '../child.module.css';

export interface HowToldProps {
  /** The day as which it is told; undefined for what happened. */
  readonly knownOn: string | undefined;
  /** The last day that can be asked for. */
  readonly today: string;
  readonly onChange: (knownOn: string | undefined) => void;
}

/** As it happened, or as it was known on a day. */
export function HowTold({ knownOn, today, onChange }: HowToldProps) {
  const { t } = useTranslation('child');
  const name = useId();
  return (
    <fieldset className={shared.choices}>
      <legend>{t('needs.told')}</legend>
      <label>
        <input type="radio" name={name} checked={knownOn === undefined} onChange={() => onChange(undefined)} />
        {t('needs.asHappened')}
      </label>
      <label>
        <input type="radio" name={name} checked={knownOn !== undefined} onChange={() => onChange(today)} />
        {t('needs.asKnown')}
      </label>
      {knownOn !== undefined && (
        <label>
          <span className={shared.visuallyHidden}>{t('needs.knownOn')}</span>
          <input
            type="date"
            value={knownOn}
            max={today}
            required
            onChange={({ currentTarget: { value } }) => {
              if (value !== '' && value <= today) onChange(value);
            }}
          />
        </label>
      )}
    </fieldset>
  );
}
