import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/api-context.tsx';
import type { ApiError } from '../../../api/api-error.ts';
import { Answered } from '../../../states/states.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from '../child.module.css';
import type { ExtractAsked } from './extract-review.tsx';
import sheet from './extract-sheet.module.css';

interface SheetProps {
  readonly asked: ExtractAsked;
  readonly onBack: () => void;
}

/** The gateway’s own page, shown as it is printed: on paper nothing else stands beside it. */
export function ExtractSheet({ asked, onBack }: SheetProps) {
  const { t } = useTranslation('child');
  const page = usePageToPrint(asked);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section>
      <div className={sheet.around}>
        <h2 ref={heading} tabIndex={-1}>
          {t('extract.sheet')}
        </h2>
        <p className={styles.quiet}>{t('extract.sheetWhy')}</p>
        <p className={styles.warning}>{t('extract.warning')}</p>
      </div>
      <Answered query={page}>{(html) => <Sheet html={html} />}</Answered>
      <div className={sheet.around}>
        <Button className="main" isDisabled={page.data === undefined} onPress={() => print()}>
          {t('extract.print')}
        </Button>
        <Button onPress={onBack}>{t('extract.backToReview')}</Button>
      </div>
    </section>
  );
}

function Sheet({ html }: { readonly html: string }) {
  // Our own gateway’s page, whose words are escaped there; a script in it would not run (HTML, DOMParser), and the policy allows none inline.
  const show = useCallback(
    (place: HTMLElement | null) =>
      place?.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes),
    [html],
  );
  return <article ref={show} className={sheet.sheet} />;
}

/** To see it stands in the register: asked for once, and kept nowhere. */
function usePageToPrint(asked: ExtractAsked) {
  const api = useApi();
  const language = useLanguage();
  return useQuery<string, ApiError>({
    queryKey: ['/v1/register/_page', asked, language],
    queryFn: async ({ signal }) =>
      (await api.blob('/v1/register/_page', { method: 'POST', body: asked, signal })).text(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
