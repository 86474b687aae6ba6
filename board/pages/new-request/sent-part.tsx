import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Dispatch } from '../../../mappings/domain/concepts.ts';
import type { PartnerTold } from '../../../mappings/domain/partner-told.ts';
import type { ExchangeTold } from '../../../mappings/domain/set-aside-told.ts';
import { useMe } from '../../access/me.ts';
import { useApi } from '../../api/api-context.tsx';
import { ApiError } from '../../api/api-error.ts';
import { useTell } from '../../api/use-tell.ts';
import { SelectField } from '../../form/field.tsx';
import { Failed } from '../../states/states.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './new-request.module.css';

interface SentPartProps {
  readonly request: string;
  readonly child: string;
  readonly partner: PartnerTold;
  readonly exchange: ExchangeTold;
  readonly onAnother: () => void;
}

/** What has become of it, and what is left to do by hand. */
export function SentPart({ request, child, partner, exchange, onAnother }: SentPartProps) {
  const { t } = useTranslation('newRequest');
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const warnings = exchange.issues.flatMap(({ details }) => details?.text ?? []);
  return (
    <section className={styles.form}>
      <h2 ref={heading} tabIndex={-1}>
        {t('sent')}
      </h2>
      <p>{t('sentTo', { recipient: partner.name[language] })}</p>
      {(exchange.state === 'accepted' || exchange.state === 'waiting') && <p>{t('stillGoing')}</p>}
      {warnings.map((text) => (
        <p key={text} className={styles.wrong}>
          {text}
        </p>
      ))}
      {partner.channel === 'paper' && <OnPaper request={request} recipient={partner.id} />}
      <ul className={styles.links}>
        <li>
          <Link to={`/children/${encodeURIComponent(child)}`}>{t('toChild')}</Link>
        </li>
        <li>
          <Link to={`/exchanges?number=${exchange.id}`}>{t('follow')}</Link>
        </li>
      </ul>
      <Button onPress={onAnother}>{t('another')}</Button>
    </section>
  );
}

/** The page is made afresh by the gateway, the agreement checked once more; then somebody says that it left. */
function OnPaper({ request, recipient }: { readonly request: string; readonly recipient: string }) {
  const { t } = useTranslation('newRequest');
  const api = useApi();
  const { data: me } = useMe();
  const [how, setHow] = useState<Dispatch['how']>('fax');
  const [failed, setFailed] = useState<ApiError>();
  const note = useTell([]);
  const print = async (): Promise<void> => {
    setFailed(undefined);
    try {
      const page = await api.blob(`/v1/referrals/${request}/page?recipient=${recipient}`);
      window.open(URL.createObjectURL(page), '_blank', 'noopener');
    } catch (error) {
      setFailed(error instanceof ApiError ? error : new ApiError('broken'));
    }
  };
  const dispatch = (): Dispatch => ({
    happenedAt: new Date().toISOString(),
    how,
    recordedBy: me?.professional ?? me?.centre?.name ?? '',
    recipient,
  });
  return (
    <div className={styles.form}>
      <Button className="main" onPress={() => void print()}>
        {t('print')}
      </Button>
      {failed !== undefined && <Failed error={failed} />}
      {note.isSuccess ? (
        <p role="status">{t('noted')}</p>
      ) : (
        <>
          <SelectField
            id="field-left-how"
            label={t('leftHow')}
            value={how}
            onChange={(value) => setHow(HOWS.find((it) => it === value) ?? 'fax')}
            choices={HOWS.map((value) => ({ value, label: t(`leftHows.${value}`) }))}
          />
          <Button
            onPress={() =>
              note.isPending ||
              note.mutate({ method: 'POST', path: `/v1/referrals/${request}/dispatches`, body: dispatch() })
            }
          >
            {t('noteLeft')}
          </Button>
        </>
      )}
      {note.error !== null && <Failed error={note.error} />}
    </div>
  );
}

const HOWS = ['fax', 'mail', 'in-person', 'telephone'] as const satisfies readonly Dispatch['how'][];
