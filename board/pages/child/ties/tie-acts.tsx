import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaidOnce } from '../../../../mappings/domain/ties-told.ts';
import { inItsOwnWords } from '../../../api/api-error.ts';
import { useTell } from '../../../api/use-tell.ts';
import { ActDialog } from '../../../form/act-dialog.tsx';
import { type Choice, SelectField, TextField } from '../../../form/field.tsx';

const PATH = '/v1/ties';
const CODE_LENGTH_MAX = 40;

interface ActProps {
  readonly child: string;
  /** The centre’s own list of this child’s ties. */
  readonly list: string;
  readonly onClose: () => void;
}

interface AmongCentres extends ActProps {
  readonly centres: readonly Choice[];
}

/** The first of the two centres: gives a code, which is shown once. */
export function SayTie({
  child,
  list,
  centres,
  onClose,
  onSaid,
}: AmongCentres & { readonly onSaid: (said: SaidOnce) => void }) {
  const { t } = useTranslation('child');
  const say = useTell<SaidOnce>([list]);
  const [centre, setCentre] = useState(onlyOne(centres));
  return (
    <ActDialog
      title={t('ties.say')}
      about={t('ties.sayAbout')}
      submit={t('ties.sayNow')}
      ready={centre !== ''}
      pending={say.isPending}
      error={inItsOwnWords(say.error)}
      onClose={onClose}
      onSubmit={() => say.mutate({ method: 'POST', path: PATH, body: { child, centre } }, { onSuccess: onSaid })}
    >
      <OtherCentre centres={centres} value={centre} onChange={setCentre} />
    </ActDialog>
  );
}

/** The second: by the code that somebody handed over. */
export function ConfirmTie({ child, list, centres, onClose }: AmongCentres) {
  const { t } = useTranslation('child');
  const confirm = useTell([list]);
  const [centre, setCentre] = useState(onlyOne(centres));
  const [code, setCode] = useState('');
  const body = { child, centre, code: code.trim().toUpperCase() };
  return (
    <ActDialog
      title={t('ties.confirm')}
      about={t('ties.confirmAbout')}
      submit={t('ties.confirmNow')}
      ready={centre !== '' && body.code !== ''}
      pending={confirm.isPending}
      error={inItsOwnWords(confirm.error)}
      onClose={onClose}
      onSubmit={() => confirm.mutate({ method: 'POST', path: `${PATH}/confirm`, body }, { onSuccess: onClose })}
    >
      <OtherCentre centres={centres} value={centre} onChange={setCentre} />
      <TextField
        id="field-code"
        label={t('ties.code')}
        help={t('ties.codeHelp')}
        value={code}
        onChange={setCode}
        lengthMax={CODE_LENGTH_MAX}
      />
    </ActDialog>
  );
}

export function EndTie({
  child,
  list,
  centre,
  name,
  onClose,
}: ActProps & { readonly centre: string; readonly name: string }) {
  const { t } = useTranslation('child');
  const end = useTell([list]);
  return (
    <ActDialog
      title={t('ties.end')}
      about={t('ties.endAbout', { centre: name })}
      submit={t('ties.end')}
      ready
      pending={end.isPending}
      error={inItsOwnWords(end.error)}
      onClose={onClose}
      onSubmit={() =>
        end.mutate({ method: 'POST', path: `${PATH}/end`, body: { child, centre } }, { onSuccess: onClose })
      }
    >
      {null}
    </ActDialog>
  );
}

const onlyOne = ([first, ...others]: readonly Choice[]): string =>
  first !== undefined && others.length === 0 ? first.value : '';

interface OtherCentreProps {
  readonly centres: readonly Choice[];
  readonly value: string;
  readonly onChange: (centre: string) => void;
}

function OtherCentre({ centres, value, onChange }: OtherCentreProps) {
  const { t } = useTranslation('child');
  return (
    <SelectField
      id="field-centre"
      label={t('ties.other')}
      value={value}
      onChange={onChange}
      none={t('ties.choose')}
      choices={centres}
    />
  );
}
