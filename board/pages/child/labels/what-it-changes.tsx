import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CirclePreviewTold } from '../../../../mappings/domain/circle-preview-told.ts';
import type { PartnerDirectoryTold } from '../../../../mappings/domain/partner-told.ts';
import type { ApiError } from '../../../api/api-error.ts';
import { useAsk } from '../../../api/use-ask.ts';
import type { FileLabel } from '../../../labels/labels-in-words.ts';
import { Failed } from '../../../states/states.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from './file-labels.module.css';

interface WhatItChangesProps {
  readonly labels: readonly FileLabel[];
  readonly ends: CirclePreviewTold['ends'];
  /** A label is taken off. */
  readonly takesOff: boolean;
  readonly pending: boolean;
  readonly error: ApiError | null;
  readonly onPut: () => void;
  readonly onBack: () => void;
}

/** Before a label is put: how many requests end, and where; what has been read cannot be called back. */
export function WhatItChanges({ labels, ends, takesOff, pending, error, onPut, onBack }: WhatItChangesProps) {
  const { t } = useTranslation('labels');
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { data } = useAsk<PartnerDirectoryTold>('/v1/partner-directory', { staleMs: Number.POSITIVE_INFINITY });
  const nameOf = (id: string): string => data?.partners.find((it) => it.id === id)?.name[language] ?? id;
  const count = ends.length;
  return (
    <section className={styles.form}>
      <h2 ref={heading} tabIndex={-1} className={styles.told}>
        {count === 0 ? t('file.endsNone') : t('file.ends', { count })}
      </h2>
      {count > 0 && (
        <div className={styles.ends}>
          <ul>
            {ends.map(({ request, recipient }) => (
              <li key={`${request} ${recipient}`}>{t('file.endsAt', { recipient: nameOf(recipient) })}</li>
            ))}
          </ul>
          <p>{t('file.told')}</p>
        </div>
      )}
      {takesOff && labels.length === 0 && <p>{t('file.takenOff')}</p>}
      <p>
        {labels.length === 0
          ? t('file.none')
          : t('file.chosen', { labels: labels.map((it) => t(`names.${it}`)).join(', ') })}
      </p>
      {error !== null && <Failed error={error} />}
      <div className={styles.acts}>
        <Button className="main" onPress={() => pending || onPut()}>
          {pending ? t('file.looking') : count > 0 ? t('file.putAndEnd', { count }) : t('file.put')}
        </Button>
        <Button onPress={onBack}>{t('file.back')}</Button>
      </div>
    </section>
  );
}
