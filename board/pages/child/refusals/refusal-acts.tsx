import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExistenceRefusal } from '../../../../mappings/domain/concepts.ts';
import type { ExistenceRefusalTold } from '../../../../mappings/domain/existence-refusals-told.ts';
import { inItsOwnWords } from '../../../api/api-error.ts';
import { useTell } from '../../../api/use-tell.ts';
import { ActDialog } from '../../../form/act-dialog.tsx';
import { SelectField, TextField } from '../../../form/field.tsx';
import { dateOf } from '../calendar.ts';
import { useToday } from '../child-asked.ts';
import { MemberField } from '../received/member-field.tsx';
import { RefusalInWords } from './refusal-list.tsx';

const PATH = '/v1/existence-refusals';

interface ActProps {
  readonly child: string;
  /** Whoever is signed in, by their number: who decided, unless they say otherwise. */
  readonly by: string;
  readonly onClose: () => void;
}

const BASES = [
  'youth-protection-director',
  'fourteen-consulted',
  'serious-harm',
] as const satisfies readonly ExistenceRefusal['basis'][];

/** A decision, by numbers, days and a word of a list: without a place for what a report says. */
export function RecordRefusal({ child, by, onClose }: ActProps) {
  const { t } = useTranslation('child');
  const { today } = useToday();
  const record = useTell([PATH]);
  const [member, setMember] = useState('');
  const [basis, setBasis] = useState('');
  const [which, setWhich] = useState('');
  const [from, setFrom] = useState(dateOf(today));
  const [until, setUntil] = useState('');
  const [decidedBy, setDecidedBy] = useState(by);
  const requests = which.split(/[\s,]/).filter((it) => it !== '');
  const body = {
    child,
    member: member.trim(),
    decidedBy: decidedBy.trim(),
    basis,
    from,
    ...(until !== '' && { until }),
    ...(requests.length > 0 && { requests }),
  };
  return (
    <ActDialog
      title={t('refusals.record')}
      about={t('refusals.basisHelp')}
      submit={t('refusals.recordNow')}
      ready={[body.member, basis, from, body.decidedBy].every((it) => it !== '')}
      pending={record.isPending}
      error={inItsOwnWords(record.error)}
      onClose={onClose}
      onSubmit={() => record.mutate({ method: 'POST', path: PATH, body }, { onSuccess: onClose })}
    >
      <MemberField
        value={member}
        onChange={setMember}
        help={t('refusals.memberHelp')}
        none={t('refusals.choose')}
        numberLabel={t('refusals.member')}
      />
      <SelectField
        id="field-basis"
        label={t('refusals.basis')}
        value={basis}
        onChange={setBasis}
        none={t('refusals.choose')}
        choices={BASES.map((value) => ({ value, label: t(`refusals.bases.${value}`) }))}
      />
      <TextField
        id="field-requests"
        label={t('refusals.which')}
        help={t('refusals.whichHelp')}
        value={which}
        onChange={setWhich}
        lengthMax={3_000}
      />
      <TextField id="field-from" type="date" label={t('refusals.fromField')} value={from} onChange={setFrom} />
      <TextField
        id="field-until"
        type="date"
        label={t('refusals.untilField')}
        help={t('refusals.untilHelp')}
        value={until}
        onChange={setUntil}
        min={from}
      />
      <DecidedBy value={decidedBy} onChange={setDecidedBy} />
    </ActDialog>
  );
}

/** It stays to be read, with its end. */
export function EndRefusal({ child, by, refusal, onClose }: ActProps & { readonly refusal: ExistenceRefusalTold }) {
  const { t } = useTranslation('child');
  const end = useTell([PATH]);
  const [decidedBy, setDecidedBy] = useState(by);
  const body = { child, decidedBy: decidedBy.trim() };
  return (
    <ActDialog
      title={t('refusals.endOf')}
      about={<RefusalInWords refusal={refusal} />}
      submit={t('refusals.end')}
      ready={body.decidedBy !== ''}
      pending={end.isPending}
      error={inItsOwnWords(end.error)}
      onClose={onClose}
      onSubmit={() =>
        end.mutate(
          { method: 'POST', path: `${PATH}/${encodeURIComponent(refusal.id)}/revoke`, body },
          { onSuccess: onClose },
        )
      }
    >
      <DecidedBy value={decidedBy} onChange={setDecidedBy} />
    </ActDialog>
  );
}

function DecidedBy({ value, onChange }: { readonly value: string; readonly onChange: (by: string) => void }) {
  const { t } = useTranslation('child');
  return (
    <TextField
      id="field-decided-by"
      label={t('refusals.by')}
      help={t('refusals.byHelp')}
      value={value}
      onChange={onChange}
      lengthMax={64}
    />
  );
}
