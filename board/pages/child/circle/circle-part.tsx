import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareCircle } from '../../../../mappings/domain/concepts.ts';
import { useLanguage } from '../../../texts/use-language.ts';
import type { Day } from '../calendar.ts';
import shared from '../child.module.css';
import { dayInWords, listed } from '../dates-in-words.ts';
import { useRoomFor } from '../use-room-for.ts';
import styles from './circle.module.css';
import { CircleDrawing } from './circle-drawing.tsx';
import { CircleList } from './circle-list.tsx';
import { drawnOn, peopleAround, type Stop, stopsOf, whoMayBeShown } from './people-around.ts';

const NAMES_FROM_PX = 700;

export interface CirclePartProps {
  readonly circle: CareCircle;
  readonly childName: string;
  readonly today: Day;
}

/** The circle on a day that the reader chooses; those who have left are asked for anew each time the page is opened. */
export function CirclePart({ circle, childName, today }: CirclePartProps) {
  const { t } = useTranslation('child');
  const [withThoseWhoLeft, setWithThoseWhoLeft] = useState(false);
  const [chosen, setChosen] = useState<Day>();
  const [drawing, hasRoomForNames] = useRoomFor(NAMES_FROM_PX);
  const hintId = useId();
  const looking = { today, withThoseWhoLeft };
  const everybody = peopleAround(circle);
  const stops = stopsOf(everybody, looking);
  const nearest = stops.findLastIndex(({ day }) => day <= (chosen ?? today));
  const position = Math.max(0, nearest);
  const day = stops[position]?.day ?? today;
  return (
    <>
      {stops.length > 1 && <DaySlider stops={stops} position={position} today={today} onChoose={setChosen} />}
      <div ref={drawing} className={styles.circlePlace}>
        <CircleDrawing
          childName={childName}
          people={whoMayBeShown(everybody, looking)}
          day={day}
          hasRoomForNames={hasRoomForNames}
        />
      </div>
      <CircleList people={drawnOn(everybody, day, looking)} day={day} />
      <p className={styles.askedFor}>
        <label className={shared.choice}>
          <input
            type="checkbox"
            checked={withThoseWhoLeft}
            aria-describedby={hintId}
            onChange={(event) => setWithThoseWhoLeft(event.currentTarget.checked)}
          />
          {t('circle.showThoseWhoLeft')}
        </label>
        <span id={hintId} className={shared.quiet}>
          {t('circle.beforeShowing')}
        </span>
      </p>
    </>
  );
}

interface DaySliderProps {
  readonly stops: readonly Stop[];
  readonly position: number;
  readonly today: Day;
  readonly onChoose: (day: Day | undefined) => void;
}

/** From change to change: a day on which nobody came or went looks like the one before. */
function DaySlider({ stops, position, today, onChoose }: DaySliderProps) {
  const { t } = useTranslation('child');
  const id = useId();
  const said = useStopInWords(stops[position], today);
  return (
    <p className={styles.daySlider}>
      <label htmlFor={id}>{t('circle.slider')}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={position}
        aria-valuetext={said}
        onChange={(event) => onChoose(stops[Number(event.currentTarget.value)]?.day)}
      />
      <output htmlFor={id}>{said}</output>
    </p>
  );
}

/** The day, and who came or went on it. */
function useStopInWords(stop: Stop | undefined, today: Day): string {
  const { t } = useTranslation('child');
  const language = useLanguage();
  if (stop === undefined) return '';
  const { day, joining, leaving } = stop;
  const names = (people: Stop['joining']) => ({
    names: listed(
      people.map(({ name }) => name),
      language,
    ),
  });
  return [
    day === today ? `${dayInWords(day, language)} (${t('circle.today')})` : dayInWords(day, language),
    ...(joining.length > 0 ? [t('circle.joining', names(joining))] : []),
    ...(leaving.length > 0 ? [t('circle.leaving', names(leaving))] : []),
  ].join(' · ');
}
