import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../texts/use-language.ts';
import type { Day } from '../calendar.ts';
import shared from '../child.module.css';
import { momentInWords } from '../dates-in-words.ts';
import styles from './circle.module.css';
import { type PersonAround, presenceOn, RINGS } from './people-around.ts';
import { PersonMark } from './person-mark.tsx';

export interface CircleListProps {
  /** Who is drawn. */
  readonly people: readonly PersonAround[];
  readonly day: Day;
}

/** The drawing in words: for whoever listens, prints, or has no room for names. */
export function CircleList({ people, day }: CircleListProps) {
  const { t } = useTranslation('child');
  return (
    <div className={styles.circleList}>
      {RINGS.map((ring) => {
        const members = people.filter((person) => person.ring === ring);
        return (
          <section key={ring}>
            <h3>
              <svg className={`${styles.key} ${styles[ring]}`} viewBox="-10 -10 20 20" aria-hidden="true">
                <PersonMark ring={ring} radius={9} />
              </svg>
              {t(`circle.rings.${ring}`)}
            </h3>
            {members.length === 0 ? (
              <p className={shared.quiet}>{t('circle.nobodyIn')}</p>
            ) : (
              <ul>
                {members.map((person) => (
                  <PersonInWords key={person.key} person={person} day={day} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}

/** The name, then what is said of the person, in this order. */
function PersonInWords({ person, day }: { readonly person: PersonAround; readonly day: Day }) {
  const { t } = useTranslation('child');
  const { name, kinship, role, isPivot } = person;
  const presence = presenceOn(person, day);
  const span = useSpanInWords(person, presence === 'left');
  const asides = [
    kinship && t(`circle.kinships.${kinship}`),
    role,
    isPivot ? t('circle.pivot') : undefined,
    presence === 'left' ? t('circle.left') : undefined,
    span,
  ].filter((it) => it !== undefined);
  return (
    <li className={styles[presence]}>
      <strong>{name}</strong>
      {asides.map((aside) => (
        <span key={aside} className={shared.aside}>
          {aside}
        </span>
      ))}
    </li>
  );
}

/** From when to when, as precisely as it was written; of somebody who is there, since when. */
function useSpanInWords({ period }: PersonAround, hasLeft: boolean): string | undefined {
  const { t } = useTranslation('child');
  const language = useLanguage();
  const from = period?.start && momentInWords(period.start, language);
  const until = hasLeft ? period?.end && momentInWords(period.end, language) : undefined;
  if (from !== undefined && until !== undefined) return t('circle.between', { from, until });
  if (until !== undefined) return t('circle.until', { until });
  return from === undefined ? undefined : t('circle.since', { from });
}
