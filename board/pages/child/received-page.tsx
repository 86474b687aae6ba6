import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RegisterTold } from '../../../mappings/domain/register-told.ts';
import { mayRead, mayReadTies, useMe } from '../../access/me.ts';
import { useApi } from '../../api/api-context.tsx';
import type { ApiError } from '../../api/api-error.ts';
import { Page } from '../../layout/page.tsx';
import { Failed, Loading, NoPermission } from '../../states/states.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './child.module.css';
import { useChildAsked } from './child-asked.ts';
import { RegisterPart } from './received/register-part.tsx';

/** Who received what of one child, and who read it, from the centre’s register: for the pivot and the privacy officer. */
export function ReceivedPage() {
  const { t } = useTranslation('child');
  const { id } = useChildAsked();
  const { data: me } = useMe();
  const register = useRegister(id);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = register;
  return (
    <Page title={t('received.title')}>
      {me !== undefined && mayRead(me, 'care-circle') && (
        <p className={styles.links}>
          <Link to=".." relative="path">
            {t('back')}
          </Link>
        </p>
      )}
      <p className={styles.quiet}>{t('received.why')}</p>
      <p className={styles.links}>
        <Link to="extract">{t('extract.link')}</Link>
        {me !== undefined && mayRead(me, 'existence-refusals') && <Link to="refusals">{t('refusals.link')}</Link>}
        {me !== undefined && mayReadTies(me) && (
          <Link to="../ties" relative="path">
            {t('ties.link')}
          </Link>
        )}
      </p>
      {data === undefined && error === null && <Loading />}
      {error !== null &&
        (error.kind === 'forbidden' ? <NoPermission /> : <Failed error={error} again={() => void refetch()} />)}
      {data !== undefined && (
        <div className={styles.part}>
          <RegisterPart lines={data.pages.flatMap(({ entries }) => entries)} />
          {hasNextPage && (
            <Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
              {t('received.more')}
            </Button>
          )}
        </div>
      )}
    </Page>
  );
}

/** Each reading stands in the register: it is read when it is asked for, not again by itself. */
function useRegister(child: string) {
  const api = useApi();
  const language = useLanguage();
  return useInfiniteQuery<RegisterTold, ApiError, { pages: RegisterTold[] }, readonly string[], string | undefined>({
    queryKey: ['/v1/register/_search', child, language],
    queryFn: ({ pageParam, signal }) =>
      api.json<RegisterTold>('/v1/register/_search', {
        method: 'POST',
        body: { child, ...(pageParam !== undefined && { after: pageParam }) },
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
