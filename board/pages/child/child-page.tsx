import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChildLedgerTold } from '../../../mappings/domain/ledger-told.ts';
import type { TimelineTold } from '../../../mappings/domain/timeline-told.ts';
import { mayRead, mayReadTies, mayWrite, useMe } from '../../access/me.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Page } from '../../layout/page.tsx';
import { nameInWords } from '../../texts/name-in-words.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { dateOf, dayOf, endOfDay } from './calendar.ts';
import styles from './child.module.css';
import { calledBy, useChildAsked, useCircle, usePlan, useToday } from './child-asked.ts';
import { ChildPart } from './child-part.tsx';
import { CirclePart } from './circle/circle-part.tsx';
import { momentInWords } from './dates-in-words.ts';
import { LifeLinePart } from './life-line/life-line-part.tsx';
import { HowTold } from './needs/how-told.tsx';
import { NeedsPart } from './needs/needs-part.tsx';

/** One child: what goes well, the circle, the needs day by day, the life line; each part for whoever may read it. */
export function ChildPage() {
  const { t } = useTranslation('child');
  const { t: ofLabels } = useTranslation('labels');
  const { path } = useChildAsked();
  const { today } = useToday();
  const { data: me } = useMe();
  const may = (area: string): boolean => me !== undefined && mayRead(me, area);
  const circle = useCircle(path, !may('care-circle'));
  const name = circle.data === undefined ? t('tab') : nameInWords(circle.data.child.name);
  return (
    <Page title={name} tab={t('tab')}>
      {circle.data !== undefined && <Birth date={circle.data.child.birthDate} />}
      {may('action-plan') && <Strengths path={path} />}
      <ul className={styles.links}>
        {may('requests') && (
          <li>
            <Link to="new-request">{t('newRequest')}</Link>
          </li>
        )}
        {may('action-plan') && (
          <li>
            <Link to="plan">{t('plan.link')}</Link>
          </li>
        )}
        {me !== undefined && mayWrite(me, 'care-circle') && circle.data !== undefined && (
          <li>
            <Link to="labels">{ofLabels('file.link')}</Link>
          </li>
        )}
        {me !== undefined && mayReadTies(me) && (
          <li>
            <Link to="ties">{t('ties.link')}</Link>
          </li>
        )}
        {may('register') && (
          <li>
            <Link to="received">{t('received.link')}</Link>
          </li>
        )}
      </ul>
      {may('care-circle') && (
        <ChildPart title={t('circle.title')} query={circle} none={t('circle.none')}>
          {(data) => <CirclePart circle={data} childName={calledBy(data.child)} today={today} />}
        </ChildPart>
      )}
      {may('ledger') && <Needs path={path} />}
      {may('course') && <LifeLine path={path} />}
    </Page>
  );
}

function Birth({ date }: { readonly date: string | undefined }) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  return date === undefined ? null : (
    <p className={styles.quiet}>{t('birth', { day: momentInWords(date, language) })}</p>
  );
}

/** Before anything else, as the plan says them. */
function Strengths({ path }: { readonly path: string }) {
  const { t } = useTranslation('child');
  const { data } = usePlan(path);
  const { strengths = [] } = data ?? {};
  if (strengths.length === 0) return null;
  return (
    <section className={styles.strengths}>
      <h2>{t('strengths')}</h2>
      <ul>
        {strengths.map(({ id, words }) => (
          <li key={id ?? words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

function Needs({ path }: { readonly path: string }) {
  const { t } = useTranslation('child');
  const { today, timeZone } = useToday();
  const [knownOn, setKnownOn] = useState<string>();
  const asked =
    knownOn === undefined ? '' : `?asOf=${knownOn}&knownAt=${encodeURIComponent(endOfDay(dayOf(knownOn), timeZone))}`;
  const ledger = useAsk<ChildLedgerTold>(`${path}/ledger${asked}`);
  return (
    <ChildPart
      title={t('needs.title')}
      query={ledger}
      none={t('needs.none')}
      choices={<HowTold knownOn={knownOn} today={dateOf(today)} onChange={setKnownOn} />}
    >
      {(data) => <NeedsPart ledger={data} />}
    </ChildPart>
  );
}

const MOMENTS_FIRST = 200;
const MOMENTS_MAX = 1_000;

function LifeLine({ path }: { readonly path: string }) {
  const { t } = useTranslation('child');
  const { timeZone } = useToday();
  const [limit, setLimit] = useState(MOMENTS_FIRST);
  const timeline = useAsk<TimelineTold>(`${path}/timeline?limit=${limit}`);
  return (
    <ChildPart title={t('lifeLine.title')} query={timeline} none={t('lifeLine.none')}>
      {(data) => (
        <LifeLinePart
          timeline={data}
          timeZone={timeZone}
          {...(limit < MOMENTS_MAX && { onEarlier: () => setLimit(MOMENTS_MAX) })}
        />
      )}
    </ChildPart>
  );
}
