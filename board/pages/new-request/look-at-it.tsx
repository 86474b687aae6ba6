import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PartnerTold } from '../../../mappings/domain/partner-told.ts';
import type { IssueTold, RequestPreviewTold } from '../../../mappings/domain/request-preview-told.ts';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './new-request.module.css';
import { PageSeen } from './page-seen.tsx';

interface LookAtItProps {
  readonly preview: RequestPreviewTold;
  readonly partner: PartnerTold;
  readonly sending: boolean;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

/** Exactly what the recipient will see, before anything leaves; and what would keep it from leaving. */
export function LookAtIt({ preview, partner, sending, onSend, onBack }: LookAtItProps) {
  const { t } = useTranslation('newRequest');
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { views, missing, lost, channel } = preview;
  return (
    <section className={styles.look}>
      <h2 ref={heading} tabIndex={-1}>
        {t('willSee', { recipient: partner.name[language] })}
      </h2>
      <p>
        {t(`channels.${channel}`)} {t('nothingElse')}
      </p>
      <Told title={t('missing')} issues={missing} />
      {views.length === 0 && <p>{t('seesNothing')}</p>}
      {views.map(({ when, page }) => (
        <PageSeen key={when} page={page} {...(views.length > 1 && { when: t(when) })} />
      ))}
      <Told title={t('lost')} issues={lost} />
      <div className={styles.acts}>
        <Button className="main" isDisabled={missing.length > 0} onPress={() => sending || onSend()}>
          {t(sending ? 'looking' : channel === 'paper' ? 'sendPaper' : 'send')}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
    </section>
  );
}

function Told({ title, issues }: { readonly title: string; readonly issues: readonly IssueTold[] }) {
  const texts = issues.flatMap(({ details }) => details?.text ?? []);
  if (texts.length === 0) return null;
  return (
    <div className={styles.told}>
      <h3>{title}</h3>
      <ul>
        {[...new Set(texts)].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
