import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OpenLoopTold, RequestNamed } from '../../../mappings/domain/open-loops-told.ts';
import { actsFor, type LoopAct } from './loop-acts.ts';
import { URGENCY_NAMES } from './loop-filters.ts';
import styles from './loops.module.css';
import { OtherActs } from './other-acts.tsx';

interface LoopCardProps {
  readonly loop: OpenLoopTold;
  /** A day in words. */
  readonly day: (date: string) => string;
  /** What was written down about it here, just now. */
  readonly done: LoopAct | undefined;
  readonly onAct: (loop: OpenLoopTold, act: LoopAct) => void;
  readonly nth: number;
  /** -1 where there is more than is known. */
  readonly of: number;
}

/** By which a loop is found in the page again, once its form is closed. */
export const loopElement = (loop: string): string => `loop-${loop}`;

/** One open loop: the child, what is wrong, since when; who was asked what, and how to reach them; the next act. */
export const LoopCard = memo(function LoopCard({ loop, day, done, onAct, nth, of }: LoopCardProps) {
  const { t } = useTranslation('loops');
  const id = useId();
  const { child, request, urgency, since, text, todo, need } = loop;
  const name = child.name ?? child.id;
  const [next, ...others] = actsFor(loop);
  return (
    <article
      id={loopElement(loop.id)}
      className={styles.card}
      aria-labelledby={`${id}-child ${id}-what`}
      aria-posinset={nth}
      aria-setsize={of}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: articles of a feed take the focus, so that one goes from one to the next (WAI-ARIA)
      tabIndex={0}
    >
      <p className={styles.when}>
        <span className={styles.urgency} data-urgency={urgency}>
          {t(`urgencies.${URGENCY_NAMES[urgency]}`)}
        </span>
        {since !== undefined && <span>{t('since', { day: day(since) })}</span>}
      </p>
      <h2 id={`${id}-child`}>
        <Link to={`/children/${child.id}`}>{name}</Link>
      </h2>
      <p id={`${id}-what`} className={styles.what}>
        {text}
      </p>
      {need !== undefined && <p>{t('need', { need })}</p>}
      {request !== undefined && <Asked request={request} />}
      <p className={styles.todo}>{todo}</p>
      {done !== undefined && (
        <p className={styles.done} role="status">
          {t(`done.${done}`)}
        </p>
      )}
      <div className={styles.acts}>
        {next !== undefined && (
          <button
            type="button"
            className={done === undefined ? 'main' : ''}
            aria-label={t('actFor', { act: t(`acts.${next}`), child: name })}
            onClick={() => onAct(loop, next)}
          >
            {t(`acts.${next}`)}
          </button>
        )}
        {others.length > 0 && <OtherActs acts={others} child={name} onAct={(act) => onAct(loop, act)} />}
      </div>
    </article>
  );
});

function Asked({ request: { what, kind, recipient } }: { readonly request: RequestNamed }) {
  const { t } = useTranslation('loops');
  return (
    <p>
      {what ?? t(`kinds.${kind}`)}
      {' → '}
      {recipient.name}
      {recipient.telephone !== undefined && (
        <>
          {' · '}
          <a className={styles.telephone} href={`tel:${recipient.telephone.replaceAll(/[^+\d]/g, '')}`}>
            {recipient.telephone}
          </a>
        </>
      )}
    </p>
  );
}
