import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { ActionPlan, CareCircle, DirectoryResource } from '../../../mappings/domain/concepts.ts';
import type { MeTold } from '../../../mappings/domain/me-told.ts';
import type { PartnerDirectoryTold } from '../../../mappings/domain/partner-told.ts';
import { mayRead, mayWrite, useMe } from '../../access/me.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Page } from '../../layout/page.tsx';
import { Answered, Empty, Loading, NoPermission } from '../../states/states.tsx';
import { nameInWords } from '../../texts/name-in-words.ts';
import { ASKED_FOR } from './asked-for.ts';
import { peopleToName } from './people-to-name.ts';
import { RequestSteps } from './request-steps.tsx';

/** A new request for one child: from a goal of the plan (`?goal=`) or from scratch. */
export function NewRequestPage() {
  const { t } = useTranslation('newRequest');
  const me = useMe();
  return (
    <Page title={t('title')}>
      <Answered query={me}>{(data) => <ForChild me={data} />}</Answered>
    </Page>
  );
}

function ForChild({ me }: { readonly me: MeTold }) {
  const { t } = useTranslation('newRequest');
  const { child = '' } = useParams();
  const [search] = useSearchParams();
  const goal = search.get('goal') ?? undefined;
  const path = `/v1/children/${encodeURIComponent(child)}`;
  const circle = useAsk<CareCircle>(`${path}/care-circle`);
  const plan = useAsk<ActionPlan>(`${path}/action-plan`, { wait: !mayRead(me, 'action-plan') });
  const directory = useAsk<PartnerDirectoryTold>('/v1/partner-directory', { staleMs: Number.POSITIVE_INFINITY });
  const offered = useAsk<{ readonly resources: readonly DirectoryResource[] }>('/v1/resources?limit=1000');
  const choices = ASKED_FOR.filter(({ concept }) => mayWrite(me, concept));
  const { centre } = me;
  if (choices.length === 0 || centre === undefined) return <NoPermission />;
  if (circle.error?.kind === 'notFound') return <Empty>{t('noCircle')}</Empty>;
  // A goal’s words are the first thing that stands in the form. Once there is one it stays: of a child without a plan the answer is asked for anew.
  if (plan.isLoading && !plan.isFetched) return <Loading />;
  return (
    <Answered query={circle}>
      {(around) => (
        <Answered query={directory}>
          {({ partners }) => {
            const today = dayIn(centre.timeZone, new Date());
            return (
              <RequestSteps
                key={goal ?? ''}
                centre={centre.id}
                child={around.child}
                called={around.child.name.given?.[0] ?? nameInWords(around.child.name)}
                people={peopleToName(around, today)}
                today={today}
                choices={choices}
                partners={partners}
                resources={offered.data?.resources ?? []}
                goals={goal === undefined ? goalsIn(plan.data) : []}
                {...fromPlan(plan.data, goal)}
              />
            );
          }}
        </Answered>
      )}
    </Answered>
  );
}

/** What of a plan can still be asked for. */
const goalsIn = (plan: ActionPlan | undefined) =>
  (plan?.goals ?? []).flatMap(({ id, words, status }) =>
    id === undefined || status === 'completed' || status === 'cancelled' ? [] : [{ id, words }],
  );

/** The goal that a request is for, in its words. */
function fromPlan(plan: ActionPlan | undefined, goal: string | undefined) {
  const found = plan?.goals?.find(({ id }) => id !== undefined && id === goal);
  if (plan?.id === undefined || found?.id === undefined) return {};
  return { goal: { id: found.id, plan: plan.id, words: found.words } };
}

/** A day as the centre's clock has it. */
const dayIn = (timeZone: string, at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(at);
