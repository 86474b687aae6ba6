import { useTranslation } from 'react-i18next';
import { mayRead, useMe } from '../../../access/me.ts';
import { SelectField, TextField } from '../../../form/field.tsx';
import { nameInWords } from '../../../texts/name-in-words.ts';
import { useChildAsked, useCircle } from '../child-asked.ts';

interface MemberFieldProps {
  readonly value: string;
  readonly onChange: (member: string) => void;
  readonly help: string;
  /** What stands first in the list: that it is anybody, or that somebody is still to be chosen. */
  readonly none: string;
  /** Beside a field for a number, where the circle may not be read. */
  readonly numberLabel: string;
}

/** One person of the family or the community in the circle: by name for whoever may read the circle, else by number. */
export function MemberField({ value, onChange, help, none, numberLabel }: MemberFieldProps) {
  const { t } = useTranslation('child');
  const { path } = useChildAsked();
  const { data: me } = useMe();
  const circle = useCircle(path, me === undefined || !mayRead(me, 'care-circle'));
  const people = (circle.data?.members ?? []).flatMap((it) =>
    (it.kind === 'family' || it.kind === 'community') && it.id !== undefined
      ? [{ value: it.id, label: nameInWords(it.name) }]
      : [],
  );
  if (people.length === 0)
    return (
      <TextField id="field-member" label={numberLabel} help={help} value={value} onChange={onChange} lengthMax={64} />
    );
  return (
    <SelectField
      id="field-member"
      label={t('extract.member')}
      help={help}
      value={value}
      onChange={onChange}
      none={none}
      choices={people}
    />
  );
}
