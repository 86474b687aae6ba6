import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../../form/act-dialog.tsx';
import { WordsField } from '../../../form/words-field.tsx';
import { noteFrom } from '../said.ts';
import { AboutLoop } from './about-loop.tsx';
import { type LoopActProps, useNoting } from './use-noting.ts';

/** A note of the centre's own, which no partner sees. */
export function NoteAct(props: LoopActProps) {
  const { t } = useTranslation('loops');
  return <Noted {...props} title={t('acts.note')} first="" help={t('note.help')} />;
}

/** Reminding is done by a person, most often by telephone: the number is at hand, and that it was done is written down. */
export function RemindAct(props: LoopActProps) {
  const { t } = useTranslation('loops');
  const { name = '', telephone } = props.loop.request?.recipient ?? {};
  const help = telephone === undefined ? t('remind.help', { name }) : t('remind.helpAt', { name, telephone });
  return <Noted {...props} title={t('acts.remind')} first={t('remind.first', { name })} help={help} />;
}

function Noted({
  loop,
  onDone,
  onClose,
  title,
  first,
  help,
}: LoopActProps & { readonly title: string; readonly first: string; readonly help: string }) {
  const { t } = useTranslation('loops');
  const { centre, noting, send, pending, error } = useNoting({ loop, onDone });
  const [words, setWords] = useState(first);
  const { request, child } = loop;
  return (
    <ActDialog
      title={title}
      about={<AboutLoop loop={loop} />}
      submit={t('write')}
      ready={words.trim() !== ''}
      pending={pending}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        if (request === undefined) return;
        const about = { centre, child: child.id, request: request.id, recipient: request.recipient.id };
        send('/v1/request-notes', noteFrom(words, about, noting().now));
      }}
    >
      <WordsField id="words" label={t('note.words')} help={help} value={words} lengthMax={10_000} onChange={setWords} />
    </ActDialog>
  );
}
