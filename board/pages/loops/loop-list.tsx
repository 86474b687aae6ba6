import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenLoopTold } from '../../../mappings/domain/open-loops-told.ts';
import { useDates } from '../../texts/use-dates.ts';
import type { LoopAct } from './loop-acts.ts';
import { LoopCard } from './loop-card.tsx';
import styles from './loops.module.css';

interface LoopListProps {
  readonly loops: readonly OpenLoopTold[];
  readonly done: ReadonlyMap<string, LoopAct>;
  readonly onAct: (loop: OpenLoopTold, act: LoopAct) => void;
  readonly more: boolean;
  readonly onMore: () => void;
}

const HEIGHT_GUESSED_PX = 220;
const GAP_PX = 12;
/** So many before the end the next page is asked for. */
const AHEAD = 10;

/** As long as it may be, only what is near the window is drawn; to a screen reader it is a feed (WAI-ARIA), of which each article says its place. */
export function LoopList({ loops, done, onAct, more, onMore }: LoopListProps) {
  const { t } = useTranslation('loops');
  const { day } = useDates();
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: loops.length,
    estimateSize: () => HEIGHT_GUESSED_PX,
    overscan: 4,
    gap: GAP_PX,
    scrollMargin: top,
    getItemKey: (index) => loops[index]?.id ?? index,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= loops.length - AHEAD) onMore();
  }, [more, last, loops.length, onMore]);
  return (
    <div
      ref={list}
      className={styles.list}
      role="feed"
      aria-label={t('title')}
      aria-busy={false}
      style={{ blockSize: rows.getTotalSize() }}
    >
      {drawn.map(({ index, key, start }) => {
        const loop = loops[index];
        if (loop === undefined) return null;
        return (
          <div
            key={key}
            ref={rows.measureElement}
            data-index={index}
            className={styles.row}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            <LoopCard
              loop={loop}
              done={done.get(loop.id)}
              onAct={onAct}
              day={day}
              nth={index + 1}
              of={more ? -1 : loops.length}
            />
          </div>
        );
      })}
    </div>
  );
}
