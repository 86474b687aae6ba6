import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../../form/act-dialog.tsx';
import { TextField } from '../../../form/field.tsx';
import { WordsField } from '../../../form/words-field.tsx';
import { dayIn } from '../said.ts';
import { AboutLoop } from './about-loop.tsx';
import { type LoopActProps, useNoting } from './use-noting.ts';

const DAYS = 7;
const DAYS_MAX = 90;

/** Put off until a day, for a reason: it comes back then, if it is still so. */
export function SnoozeAct({ loop, onDone, onClose }: LoopActProps) {
  const { t } = useTranslation('loops');
  const { noting, send, pending, error } = useNoting({ loop, onDone });
  const [until, setUntil] = useState(() => dayIn(DAYS, noting()));
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      title={t('acts.snooze')}
      about={<AboutLoop loop={loop} />}
      submit={t('snooze.submit')}
      ready={until !== '' && reason.trim() !== ''}
      pending={pending}
      error={error}
      onClose={onClose}
      onSubmit={() => send(`/v1/findings/${loop.id}/snooze`, { until, reason: reason.trim() })}
    >
      <TextField
        id="until"
        type="date"
        label={t('snooze.until')}
        value={until}
        min={dayIn(1, noting())}
        max={dayIn(DAYS_MAX, noting())}
        onChange={setUntil}
      />
      <WordsField id="reason" label={t('snooze.reason')} value={reason} lengthMax={300} onChange={setReason} />
    </ActDialog>
  );
}
