import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryResource } from '../../../mappings/domain/concepts.ts';
import { languagesInWords } from '../../texts/languages-in-words.ts';
import { useDates } from '../../texts/use-dates.ts';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './partners.module.css';
import type { PartnerShown } from './partners-shown.ts';

/** One partner: what is agreed with it, and how to speak with somebody there. */
export function PartnerCard({ partner }: { readonly partner: PartnerShown }) {
  const { t } = useTranslation('partners');
  const language = useLanguage();
  const { name, kind, channel, telephone, fax, email, hours, speaks, where, delays, offers } = partner;
  const agreed = [
    delays?.answerWorkingDays !== undefined && t('answersIn', { count: delays.answerWorkingDays }),
    delays?.firstServiceDays !== undefined && t('servesIn', { count: delays.firstServiceDays }),
  ].filter((it) => it !== false);
  return (
    <li className={styles.card}>
      <h2>{name[language]}</h2>
      <p className={styles.kind}>{t(`kinds.${kind}`)}</p>
      <dl>
        {telephone !== undefined && (
          <Row label={t('telephone')}>
            <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>{telephone}</a>
          </Row>
        )}
        {fax !== undefined && <Row label={t('fax')}>{fax}</Row>}
        {email !== undefined && (
          <Row label={t('email')}>
            <a href={`mailto:${email}`}>{email}</a>
          </Row>
        )}
        {hours !== undefined && <Row label={t('hours')}>{hours[language]}</Row>}
        {speaks.length > 0 && <Row label={t('speaks')}>{languagesInWords(speaks, language)}</Row>}
        <Row label={t('written')}>{languagesInWords([partner.language], language)}</Row>
        {where.length > 0 && <Row label={t('where')}>{where.join(', ')}</Row>}
        <Row label={t('delays')}>{agreed.length === 0 ? t('noDelay') : agreed.join(', ')}</Row>
        <Row label={t('reach')}>{t(`channels.${channel}`)}</Row>
      </dl>
      {offers.length > 0 && (
        <>
          <h3>{t('offers')}</h3>
          <ul>
            {offers.map((offer) => (
              <Offer key={offer.id ?? offer.name} offer={offer} />
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Offer({ offer: { name, capacity, closures = [], cost } }: { readonly offer: DirectoryResource }) {
  const { t } = useTranslation('partners');
  const { day } = useDates();
  const { places, waiting, asOf } = capacity ?? {};
  const room = [
    places === undefined ? t('unknownRoom') : t('room', { count: places }),
    waiting !== undefined && t('waiting', { waiting }),
    asOf?.length === WHOLE_DATE && t('asOf', { day: day(asOf) }),
    cost?.kind !== undefined && t(`cost.${cost.kind}`),
  ].filter((it) => it !== false);
  return (
    <li>
      {name}
      <span className={styles.aside}>{room.join(' · ')}</span>
      {closures.map(({ words }) => (
        <span key={words} className={styles.aside}>
          {t('closed', { words })}
        </span>
      ))}
    </li>
  );
}

const WHOLE_DATE = 'YYYY-MM-DD'.length;
