import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../texts/use-language.ts';
import shared from '../child.module.css';
import { momentInWords } from '../dates-in-words.ts';
import type { Doer, Doing, FamilyGoal, FamilyPlan } from './family-plan.ts';
import styles from './plan.module.css';

/** The plan as its family reads it, to be printed: what goes well first. */
export function FamilyPlanPart({ plan }: { readonly plan: FamilyPlan }) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const { strengths, understoodTogether, goals, otherDoings, rights, meetAgainOn, note, leftToLookAt } = plan;
  return (
    <article className={styles.familyPlan}>
      {leftToLookAt > 0 && (
        <p className={`${shared.screenOnly} ${shared.quiet}`}>{t('plan.leftToLookAt', { count: leftToLookAt })}</p>
      )}
      {plan.title !== undefined && <p className={styles.planTitle}>{plan.title}</p>}
      {strengths.length > 0 && (
        <>
          <h2>{t('strengths')}</h2>
          <ul>
            {strengths.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {understoodTogether !== undefined && (
        <>
          <h2>{t('plan.understood')}</h2>
          <p className={styles.said}>{understoodTogether}</p>
        </>
      )}
      {goals.length > 0 && <h2>{t('plan.goals')}</h2>}
      {goals.map((goal) => (
        <GoalInWords key={goal.key} goal={goal} />
      ))}
      {otherDoings.length > 0 && (
        <>
          <h2>{t('plan.otherDoings')}</h2>
          <Doings doings={otherDoings} />
        </>
      )}
      {rights.length > 0 && (
        <>
          <h2>{t('plan.rights')}</h2>
          <ul>
            {rights.map(({ article, words }) => (
              <li key={`${article}-${words}`} className={shared.asides}>
                {words !== undefined && <span>{words}</span>}
                {article !== undefined && <span className={shared.aside}>{t('plan.article', { article })}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {note !== undefined && <p className={styles.said}>{note}</p>}
      {meetAgainOn !== undefined && (
        <p className={styles.meetAgain}>{t('plan.meetAgain', { day: momentInWords(meetAgainOn, language) })}</p>
      )}
      <p className={shared.quiet}>{t('plan.agreedOn', { day: momentInWords(plan.agreedOn, language) })}</p>
    </article>
  );
}

function GoalInWords({ goal }: { readonly goal: FamilyGoal }) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const nameOf = useNameOf();
  const { words, saidBy, dueDate, isReached, doings } = goal;
  return (
    <section className={styles.familyGoal}>
      <h3>{words}</h3>
      {(saidBy !== undefined || dueDate !== undefined || isReached) && (
        <p className={shared.asides}>
          {isReached && <strong>{t('plan.reached')}</strong>}
          {saidBy !== undefined && <span className={shared.aside}>{t('plan.saidBy', { name: nameOf(saidBy) })}</span>}
          {dueDate !== undefined && (
            <span className={shared.aside}>{t('plan.forWhen', { day: momentInWords(dueDate, language) })}</span>
          )}
        </p>
      )}
      {doings.length > 0 && (
        <>
          <h4>{t('plan.doings')}</h4>
          <Doings doings={doings} />
        </>
      )}
    </section>
  );
}

/** Who, then what, then by when. */
function Doings({ doings }: { readonly doings: readonly Doing[] }) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const nameOf = useNameOf();
  return (
    <ul className={styles.doings}>
      {doings.map(({ key, what, who, byWhen, isDone }) => (
        <li key={key}>
          <strong>{nameOf(who)}</strong>
          {what !== undefined && <span className={styles.what}>{what}</span>}
          {isDone && <span className={shared.aside}>{t('plan.done')}</span>}
          {byWhen !== undefined && (
            <span className={shared.aside}>{t('plan.forWhen', { day: momentInWords(byWhen, language) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function useNameOf(): (doer: Doer) => string {
  const { t } = useTranslation('child');
  return (doer) => {
    if (doer.kind === 'service') return t(`plan.services.${doer.service}`);
    return doer.kind === 'somebody' ? t('plan.somebody') : doer.name;
  };
}
