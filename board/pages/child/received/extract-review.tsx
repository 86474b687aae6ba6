import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RegisterExportAsked } from '../../../../mappings/domain/concepts.ts';
import type { RegisterExtractTold } from '../../../../mappings/domain/register-told.ts';
import { useApi } from '../../../api/api-context.tsx';
import type { ApiError } from '../../../api/api-error.ts';
import { Answered, Problem } from '../../../states/states.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from '../child.module.css';
import { ExtractSheet } from './extract-sheet.tsx';

export type ExtractAsked = RegisterExportAsked;

interface ReviewProps {
  readonly asked: ExtractAsked;
  readonly onBack: () => void;
}

/** What would be handed over, line by line, with what was left out; the page to print only once a person says that they read it. */
export function ExtractReview({ asked, onBack }: ReviewProps) {
  const { t } = useTranslation('child');
  const review = useReview(asked);
  const [isRead, setRead] = useState(false);
  const [wantsPage, setWantsPage] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (wantsPage) return <ExtractSheet asked={asked} onBack={() => setWantsPage(false)} />;
  return (
    <section className={styles.part}>
      <h2 ref={heading} tabIndex={-1}>
        {t('extract.review')}
      </h2>
      <p className={styles.warning}>{t('extract.warning')}</p>
      {review.error?.kind === 'invalid' ? (
        <div role="alert">
          <Problem error={review.error} />
        </div>
      ) : (
        <Answered query={review}>
          {(told) => (
            <>
              <Refusals refusals={told.refusals} />
              <Lines told={told} />
              <LeftOut leftOut={told.leftOut} />
              {told.entries.length > 0 && (
                <>
                  <label className={styles.choice}>
                    <input type="checkbox" checked={isRead} onChange={({ target }) => setRead(target.checked)} />
                    {t('extract.done')}
                  </label>
                  <Button className="main" isDisabled={!isRead} onPress={() => setWantsPage(true)}>
                    {t('extract.page')}
                  </Button>
                </>
              )}
            </>
          )}
        </Answered>
      )}
      <Button onPress={onBack}>{t('extract.again')}</Button>
    </section>
  );
}

function Lines({ told: { entries } }: { readonly told: RegisterExtractTold }) {
  const { t } = useTranslation('child');
  if (entries.length === 0) return <p>{t('extract.none')}</p>;
  // Two lines may say the same of the same minute: their place tells them apart, and no line is added or moved here.
  const lines = entries.map((text, nth) => ({ text, key: `${nth}-${text}` }));
  return (
    <>
      <p>{t('extract.lines', { count: entries.length })}</p>
      <ol className={styles.registerLines}>
        {lines.map(({ text, key }) => (
          <li key={key}>{text}</li>
        ))}
      </ol>
    </>
  );
}

/** For whoever prepares the extract; the page to print says nothing of it. */
function Refusals({ refusals }: Pick<RegisterExtractTold, 'refusals'>) {
  const { t } = useTranslation('child');
  if (refusals.length === 0) return null;
  return (
    <div className={styles.warning}>
      <h3>{t('extract.refusals')}</h3>
      <ul>
        {refusals.map(({ id, text, applies }) => (
          <li key={id}>
            {text} {t(applies ? 'extract.refusalApplies' : 'extract.refusalOfAnother')}
          </li>
        ))}
      </ul>
    </div>
  );
}

const REASONS = ['legal', 'restricted', 'askedAlone', 'onlyMentioned', 'refused'] as const;

function LeftOut({ leftOut }: Pick<RegisterExtractTold, 'leftOut'>) {
  const { t } = useTranslation('child');
  const some = REASONS.filter((reason) => leftOut[reason] > 0);
  if (some.length === 0) return <p className={styles.quiet}>{t('extract.nothingLeftOut')}</p>;
  return (
    <div>
      <h3>{t('extract.leftOut')}</h3>
      <ul>
        {some.map((reason) => (
          <li key={reason}>{t(`extract.reasons.${reason}`, { count: leftOut[reason] })}</li>
        ))}
      </ul>
    </div>
  );
}

/** Each reading stands in the register: it is read when it is asked for, not again by itself, and kept nowhere. */
function useReview(asked: ExtractAsked) {
  const api = useApi();
  const language = useLanguage();
  return useQuery<RegisterExtractTold, ApiError>({
    queryKey: ['/v1/register/_review', asked, language],
    queryFn: ({ signal }) =>
      api.json<RegisterExtractTold>('/v1/register/_review', { method: 'POST', body: asked, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
