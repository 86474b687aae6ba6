import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  ExistenceRefusalsTold,
  ExistenceRefusalTold,
} from '../../../../mappings/domain/existence-refusals-told.ts';
import { mayRead, mayWrite, useMe } from '../../../access/me.ts';
import { useApi } from '../../../api/api-context.tsx';
import type { ApiError } from '../../../api/api-error.ts';
import { Page } from '../../../layout/page.tsx';
import { Answered, NoPermission } from '../../../states/states.tsx';
import { useLanguage } from '../../../texts/use-language.ts';
import styles from '../child.module.css';
import { useChildAsked } from '../child-asked.ts';
import { EndRefusal, RecordRefusal } from './refusal-acts.tsx';
import { RefusalList } from './refusal-list.tsx';

/** Who may not know that a child’s file, or a request, exists: recorded, read and ended by the pivot or the privacy officer. */
export function RefusalsPage() {
  const { t } = useTranslation('child');
  const me = useMe();
  return (
    <Page title={t('refusals.title')}>
      <p className={styles.links}>
        <Link to=".." relative="path">
          {t('refusals.back')}
        </Link>
      </p>
      <Answered query={me}>
        {(data) =>
          mayRead(data, 'existence-refusals') ? (
            <Refusals mayDecide={mayWrite(data, 'existence-refusals')} by={data.professional ?? ''} />
          ) : (
            <NoPermission />
          )
        }
      </Answered>
    </Page>
  );
}

function Refusals({ mayDecide, by }: { readonly mayDecide: boolean; readonly by: string }) {
  const { t } = useTranslation('child');
  const { id } = useChildAsked();
  const refusals = useRefusals(id);
  const [act, setAct] = useState<'record' | ExistenceRefusalTold>();
  const close = () => setAct(undefined);
  return (
    <section className={styles.part}>
      <p className={styles.warning}>{t('refusals.why')}</p>
      <Answered query={refusals}>
        {(told) => <RefusalList refusals={told.refusals} {...(mayDecide && { onEnd: setAct })} />}
      </Answered>
      {mayDecide && (
        <Button className="main" onPress={() => setAct('record')}>
          {t('refusals.record')}
        </Button>
      )}
      {act === 'record' && <RecordRefusal child={id} by={by} onClose={close} />}
      {act !== undefined && act !== 'record' && <EndRefusal child={id} by={by} refusal={act} onClose={close} />}
    </section>
  );
}

/** Each reading stands in the register: it is read when it is asked for and after an act, not again by itself, and kept nowhere. */
function useRefusals(child: string) {
  const api = useApi();
  const language = useLanguage();
  return useQuery<ExistenceRefusalsTold, ApiError>({
    queryKey: ['/v1/existence-refusals', child, language],
    queryFn: ({ signal }) =>
      api.json<ExistenceRefusalsTold>('/v1/existence-refusals/_search', { method: 'POST', body: { child }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
