import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../mappings/domain/concepts.ts';
import { ActDialog } from '../../../form/act-dialog.tsx';
import { RadioField, TextField } from '../../../form/field.tsx';
import { WordsField } from '../../../form/words-field.tsx';
import { FAMILY_REASONS, type Noting } from '../said.ts';
import { AboutLoop } from './about-loop.tsx';
import { type LoopActProps, useNoting } from './use-noting.ts';

/** Child or parent was told how it ended: with it the loop is closed. */
export function TellFamilyAct({ loop, onDone, onClose }: LoopActProps) {
  const { t } = useTranslation('loops');
  const { noting, send, pending, error } = useNoting({ loop, onDone });
  const [saidBy, setSaidBy] = useState('');
  const [words, setWords] = useState('');
  return (
    <ActDialog
      title={t('acts.tellFamily')}
      about={<AboutLoop loop={loop} />}
      submit={t('write')}
      ready={saidBy.trim() !== ''}
      pending={pending}
      error={error}
      onClose={onClose}
      onSubmit={() => answerFamily(send, loop, fromFamily('family-told', { saidBy, words }, noting()))}
    >
      <TextField id="saidBy" label={t('told.saidBy')} value={saidBy} lengthMax={200} onChange={setSaidBy} />
      <WordsField id="words" label={t('told.words')} value={words} lengthMax={2_000} onChange={setWords} />
    </ActDialog>
  );
}

const ERROR = 'entered-in-error';

/** The request stops: the family wants it no more, or it was never to be. */
export function CancelAct({ loop, onDone, onClose }: LoopActProps) {
  const { t } = useTranslation('loops');
  const { noting, send, pending, error } = useNoting({ loop, onDone });
  const [reason, setReason] = useState('');
  const [saidBy, setSaidBy] = useState('');
  const because = FAMILY_REASONS.find((it) => it === reason);
  return (
    <ActDialog
      title={t('acts.cancel')}
      about={<AboutLoop loop={loop} />}
      submit={t('cancel.submit')}
      ready={reason !== '' && saidBy.trim() !== ''}
      pending={pending}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        const what = reason === ERROR ? ERROR : 'family-ended';
        const answer = fromFamily(what, { saidBy, words: '' }, noting());
        answerFamily(send, loop, { ...answer, ...(because !== undefined && { reason: because }) });
      }}
    >
      <RadioField
        id="reason"
        label={t('cancel.why')}
        value={reason}
        onChange={setReason}
        choices={[
          ...FAMILY_REASONS.map((it) => ({ value: it, label: t(`reasons.${it}`) })),
          { value: ERROR, label: t('cancel.error') },
        ]}
      />
      <TextField id="saidBy" label={t('cancel.saidBy')} value={saidBy} lengthMax={200} onChange={setSaidBy} />
    </ActDialog>
  );
}

const fromFamily = (
  what: 'family-told' | 'family-ended' | typeof ERROR,
  { saidBy, words }: { readonly saidBy: string; readonly words: string },
  { by, now }: Noting,
): Answer => ({
  what,
  happenedAt: now.toISOString(),
  saidBy: saidBy.trim(),
  recordedBy: by,
  ...(words.trim() !== '' && { words: words.trim() }),
});

function answerFamily(
  send: (path: string, body: object) => void,
  { request }: LoopActProps['loop'],
  answer: Answer,
): void {
  if (request !== undefined)
    send(`/v1/referrals/${request.id}/answers`, { ...answer, recipient: request.recipient.id });
}
