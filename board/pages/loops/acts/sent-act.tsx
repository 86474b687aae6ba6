import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/api-context.tsx';
import { ApiError } from '../../../api/api-error.ts';
import { ActDialog } from '../../../form/act-dialog.tsx';
import { RadioField } from '../../../form/field.tsx';
import { SENT_HOW } from '../said.ts';
import { AboutLoop } from './about-loop.tsx';
import { type LoopActProps, useNoting } from './use-noting.ts';

/** The page to print, made afresh, then that it left. */
export function SentAct({ loop, onDone, onClose }: LoopActProps) {
  const { t } = useTranslation('loops');
  const api = useApi();
  const { noting, send, pending, error } = useNoting({ loop, onDone });
  const [how, setHow] = useState('');
  const [notPrinted, setNotPrinted] = useState<ApiError | null>(null);
  const { request } = loop;
  const print = async (): Promise<void> => {
    const page = window.open('about:blank');
    try {
      const pdf = await api.blob(`/v1/referrals/${request?.id}/page?recipient=${request?.recipient.id}`);
      page?.location.replace(URL.createObjectURL(pdf));
      setNotPrinted(null);
    } catch (failure) {
      page?.close();
      setNotPrinted(failure instanceof ApiError ? failure : new ApiError('broken'));
    }
  };
  return (
    <ActDialog
      title={t('acts.sent')}
      about={<AboutLoop loop={loop} />}
      submit={t('write')}
      ready={how !== ''}
      pending={pending}
      error={error ?? notPrinted}
      onClose={onClose}
      onSubmit={() => {
        const { by, now } = noting();
        const dispatch = { happenedAt: now.toISOString(), how, recordedBy: by, recipient: request?.recipient.id };
        if (request !== undefined) send(`/v1/referrals/${request.id}/dispatches`, dispatch);
      }}
    >
      <div>
        <Button onPress={() => void print()}>{t('sent.print')}</Button>
      </div>
      <RadioField
        id="how"
        label={t('sent.how')}
        value={how}
        onChange={setHow}
        choices={SENT_HOW.map((it) => ({ value: it, label: t(`channels.${it}`) }))}
      />
    </ActDialog>
  );
}
