import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../calendar.ts';
import styles from './circle.module.css';
import { type PersonAround, presenceOn, RINGS } from './people-around.ts';
import { PersonMark } from './person-mark.tsx';
import { type PlacedRing, type Point, ringLayout, type Slot } from './ring-layout.ts';
import { shortLines } from './short-lines.ts';

/** Where there is room for names, and where there is room for initials. */
const WITH_NAMES: Slot = { shape: 'box', width: 126, height: 80, namedRings: true };
const WITH_INITIALS: Slot = { shape: 'disc', width: 45, height: 45, namedRings: false };
const MARK_RADIUS = 19;
const NAME_LETTERS = 13;

export interface CircleDrawingProps {
  readonly childName: string;
  /** Whom the page may show, on whatever day: each keeps their place while the days go by. */
  readonly people: readonly PersonAround[];
  readonly day: Day;
  readonly hasRoomForNames: boolean;
}

/** The child in the middle, and those around on a given day. The list under it says the same, and more. */
export function CircleDrawing({ childName, people, day, hasRoomForNames }: CircleDrawingProps) {
  const titleId = useId();
  const { t } = useTranslation('child');
  const rings = RINGS.map((ring) => ({ ring, members: people.filter((person) => person.ring === ring) })).filter(
    ({ members }) => members.length > 0,
  );
  const layout = ringLayout(
    rings.map(({ members }) => members),
    hasRoomForNames ? WITH_NAMES : WITH_INITIALS,
  );
  const { width, height, centre } = layout;
  return (
    <svg className={styles.circleDrawing} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{t('circle.drawn', { name: childName })}</title>
      {[...layout.rings].reverse().map(({ rx, ry }) => (
        <ellipse key={rx} className={styles.ring} cx={centre.x} cy={centre.y} rx={rx} ry={ry} />
      ))}
      <g transform={at(centre)}>
        <circle className={styles.child} r={hasRoomForNames ? 40 : MARK_RADIUS} />
        <Name text={hasRoomForNames ? childName : initialOf(childName)} y={0} />
      </g>
      {layout.rings.map((placed, nth) => (
        <RingDrawn
          key={rings[nth]?.ring}
          placed={placed}
          name={t(`circle.rings.${rings[nth]?.ring ?? 'family'}`)}
          day={day}
          hasRoomForNames={hasRoomForNames}
        />
      ))}
    </svg>
  );
}

const at = ({ x, y }: Point): string => `translate(${x} ${y})`;

const initialOf = (name: string): string => [...name][0]?.toLocaleUpperCase() ?? '';

interface RingDrawnProps {
  readonly placed: PlacedRing<PersonAround>;
  readonly name: string;
  readonly day: Day;
  readonly hasRoomForNames: boolean;
}

function RingDrawn({ placed, name, day, hasRoomForNames }: RingDrawnProps) {
  return (
    <g>
      {placed.name && (
        <text className={styles.ringName} x={placed.name.x} y={placed.name.y} dy="0.35em">
          {name}
        </text>
      )}
      {placed.places.map(({ item, x, y }) => {
        const presence = presenceOn(item, day);
        if (presence === 'toCome') return null;
        return (
          <g
            key={item.key}
            className={`${styles.person} ${styles[item.ring]} ${styles[presence]}`}
            transform={at({ x, y })}
          >
            <g transform={hasRoomForNames ? 'translate(0 -18)' : undefined}>
              {item.isPivot && <circle className={styles.pivot} r={MARK_RADIUS + 3.5} />}
              <PersonMark ring={item.ring} radius={item.isPivot && !hasRoomForNames ? MARK_RADIUS - 3 : MARK_RADIUS} />
              <text className={styles.initials} dy="0.35em">
                {item.initials}
              </text>
            </g>
            {hasRoomForNames && <Name text={item.name} y={18} />}
          </g>
        );
      })}
    </g>
  );
}

/** Two lines at most, around or from a height. */
function Name({ text, y }: { readonly text: string; readonly y: number }) {
  const lines = shortLines(text, NAME_LETTERS);
  const first = y === 0 ? -(lines.length - 1) * 8 : y;
  return (
    <text className={styles.name}>
      {lines.map((line, nth) => (
        <tspan key={line} x={0} y={first + nth * 17} dy="0.35em">
          {line}
        </tspan>
      ))}
    </text>
  );
}
