import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../layout/page.tsx';
import { Answered, Empty } from '../../states/states.tsx';
import styles from './child.module.css';
import { calledBy, useChildAsked, useCircle, usePlan, useToday } from './child-asked.ts';
import { familyPlan } from './plan/family-plan.ts';
import { FamilyPlanPart } from './plan/family-plan-part.tsx';

/** The plan that stands, in plain words, to be printed for the family. */
export function FamilyPlanPage() {
  const { t } = useTranslation('child');
  const { path } = useChildAsked();
  const { today } = useToday();
  const circle = useCircle(path);
  const plan = usePlan(path);
  const name = circle.data === undefined ? t('unnamed') : calledBy(circle.data.child);
  // Who has left the circle is not named: the plan waits for the circle, or for the answer that there is none.
  const isCircleKnown = circle.data !== undefined || circle.error?.kind === 'notFound';
  return (
    <Page
      title={t('plan.title', { name })}
      tab={t('plan.link')}
      actions={
        <Button className={`main ${styles.screenOnly}`} onPress={() => print()}>
          {t('plan.print')}
        </Button>
      }
    >
      <p className={styles.links}>
        <Link to=".." relative="path">
          {t('back')}
        </Link>
      </p>
      {!isCircleKnown && <Answered query={circle}>{() => null}</Answered>}
      {isCircleKnown && plan.error?.kind === 'notFound' && <Empty>{t('plan.none')}</Empty>}
      {isCircleKnown && plan.error?.kind !== 'notFound' && (
        <Answered query={plan}>{(data) => <FamilyPlanPart plan={familyPlan(data, circle.data, today)} />}</Answered>
      )}
    </Page>
  );
}
