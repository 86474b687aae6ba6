import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../../form/act-dialog.tsx';
import { RadioField, SelectField, TextField } from '../../../form/field.tsx';
import { WordsField } from '../../../form/words-field.tsx';
import {
  ANSWERS,
  type AnswerTyped,
  answerFrom,
  CHANNELS,
  DECLINED_FOR,
  dayIn,
  isEnough,
  NOTHING_TYPED,
  PRIORITIES,
} from '../said.ts';
import { AboutLoop } from './about-loop.tsx';
import { type LoopActProps, useNoting } from './use-noting.ts';

/** What the recipient answered, by telephone most often: what, and who said it; the rest only where it belongs to that answer. */
export function AnswerAct({ loop, onDone, onClose }: LoopActProps) {
  const { t } = useTranslation('loops');
  const { noting, send, pending, error } = useNoting({ loop, onDone });
  const [typed, setTyped] = useState<AnswerTyped>(NOTHING_TYPED);
  const put = (changes: Partial<AnswerTyped>) => setTyped((before) => ({ ...before, ...changes }));
  const { request } = loop;
  const { what } = typed;
  return (
    <ActDialog
      title={t('acts.answer')}
      about={<AboutLoop loop={loop} />}
      submit={t('write')}
      ready={isEnough(typed)}
      pending={pending}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        const answer = request && answerFrom(typed, request.recipient.id, noting());
        if (request !== undefined && answer !== undefined) send(`/v1/referrals/${request.id}/answers`, answer);
      }}
    >
      <RadioField
        id="what"
        label={t('answer.what')}
        value={what}
        onChange={(next) => put({ what: ANSWERS.find((it) => it === next) ?? '' })}
        choices={ANSWERS.map((it) => ({ value: it, label: t(`answers.${it}`) }))}
      />
      {what === 'declined' && (
        <SelectField
          id="reason"
          label={t('answer.reason')}
          none={t('answer.choose')}
          value={typed.reason}
          onChange={(reason) => put({ reason })}
          choices={DECLINED_FOR.map((it) => ({ value: it, label: t(`reasons.${it}`) }))}
        />
      )}
      {what === 'scheduled' && (
        <TextField
          id="appointmentAt"
          type="datetime-local"
          label={t('answer.appointmentAt')}
          value={typed.appointmentAt}
          onChange={(appointmentAt) => put({ appointmentAt })}
        />
      )}
      {(what === 'waitlisted' || what === 'accepted') && (
        <SelectField
          id="priority"
          label={t('answer.priority')}
          none={t('answer.none')}
          value={typed.priority}
          onChange={(priority) => put({ priority })}
          choices={PRIORITIES.map((it) => ({ value: it, label: it }))}
        />
      )}
      <TextField
        id="saidBy"
        label={t('answer.saidBy')}
        value={typed.saidBy}
        lengthMax={200}
        onChange={(saidBy) => put({ saidBy })}
      />
      <WordsField
        id="words"
        label={t(what === 'completed' ? 'answer.outcome' : 'answer.words')}
        value={typed.words}
        lengthMax={2_000}
        onChange={(words) => put({ words })}
      />
      <details>
        <summary>{t('answer.more')}</summary>
        <SelectField
          id="channel"
          label={t('answer.channel')}
          value={typed.channel}
          onChange={(channel) => put({ channel })}
          choices={CHANNELS.map((it) => ({ value: it, label: t(`channels.${it}`) }))}
        />
        <TextField
          id="on"
          type="date"
          label={t('answer.on')}
          help={t('answer.onHelp')}
          value={typed.on}
          max={dayIn(0, noting())}
          onChange={(on) => put({ on })}
        />
      </details>
    </ActDialog>
  );
}
