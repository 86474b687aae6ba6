import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TimelineKind, TimelineTold } from '../../../../mappings/domain/timeline-told.ts';
import { useLanguage } from '../../../texts/use-language.ts';
import { localDayOf } from '../calendar.ts';
import shared from '../child.module.css';
import { dayInWords, momentInWords } from '../dates-in-words.ts';
import styles from './life-line.module.css';
import { kindsIn, type LifeMoment, lifeLine, TOLD_FIRST } from './life-line.ts';
import { MOMENT_KINDS } from './moment-kinds.ts';

export interface LifeLinePartProps {
  readonly timeline: TimelineTold;
  readonly timeZone: string;
  /** Asks for what was left out; absent where there is no more to be had. */
  readonly onEarlier?: () => void;
}

/** A child’s course, oldest first, by the kinds that the reader chooses. */
export function LifeLinePart({ timeline, timeZone, onEarlier }: LifeLinePartProps) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const { entries, earlier, legalReferral } = timeline;
  const [kinds, setKinds] = useState<ReadonlySet<TimelineKind>>(new Set(TOLD_FIRST));
  const found = kindsIn(entries);
  const months = lifeLine(entries, { kinds, timeZone });
  const toggle = (kind: TimelineKind) =>
    setKinds(new Set(MOMENT_KINDS.filter((it) => (it === kind ? !kinds.has(it) : kinds.has(it)))));
  if (entries.length === 0) return <p className={shared.quiet}>{t('lifeLine.none')}</p>;
  return (
    <>
      {legalReferral !== undefined && <p className={shared.quiet}>{t('lifeLine.legalReferral')}</p>}
      <fieldset className={shared.choices}>
        <legend>{t('lifeLine.show')}</legend>
        {MOMENT_KINDS.filter((kind) => found.has(kind)).map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={kinds.has(kind)} onChange={() => toggle(kind)} />
            {t(`lifeLine.kinds.${kind}`)}
          </label>
        ))}
      </fieldset>
      {earlier > 0 && onEarlier !== undefined && <Button onPress={onEarlier}>{t('lifeLine.earlier')}</Button>}
      {months.length === 0 && <p className={shared.quiet}>{t('lifeLine.noneOfThese')}</p>}
      <ol className={styles.lifeLine}>
        {months.map(({ month, moments }) => (
          // The same month may come twice, once with days and once without.
          <li key={moments[0]?.key}>
            <h3>{momentInWords(month, language)}</h3>
            <ol>
              {moments.map((moment) => (
                <Moment key={moment.key} moment={moment} timeZone={timeZone} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </>
  );
}

function Moment({ moment, timeZone }: { readonly moment: LifeMoment; readonly timeZone: string }) {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const { at, kind, knownAt, isLearntLate, ratings } = moment;
  return (
    <li className={styles.moment}>
      <p>
        <span className={styles.kind}>{t(`lifeLine.kinds.${kind}`)}</span>
        <time dateTime={at}>{momentInWords(at, language)}</time>
        {isLearntLate && (
          <span className={shared.aside}>
            {t('lifeLine.learntLate', { day: dayInWords(localDayOf(new Date(knownAt), timeZone), language) })}
          </span>
        )}
      </p>
      <p>{moment.text}</p>
      {moment.words !== undefined && <blockquote>{moment.words}</blockquote>}
      {ratings !== undefined && (
        <ul className={styles.ratings}>
          {ratings.map(({ moment: when, factor, name, rating, meaning, words: said }) => (
            <li key={`${when}-${factor}`}>
              {t('lifeLine.rating', { name, rating, meaning })}
              <span className={shared.aside}>{t(`lifeLine.ratedWhen.${when}`)}</span>
              {said !== undefined && <blockquote>{said}</blockquote>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
