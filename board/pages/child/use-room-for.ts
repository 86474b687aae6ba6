import { type RefCallback, useCallback, useState } from 'react';

/** Whether an element is at least so wide, and goes on being told when that changes. */
export function useRoomFor(widthPx: number): readonly [RefCallback<Element>, boolean] {
  const [hasRoom, setHasRoom] = useState(false);
  const watch = useCallback<RefCallback<Element>>(
    (element) => {
      if (element === null) return undefined;
      const observer = new ResizeObserver(([entry]) => setHasRoom((entry?.contentRect.width ?? 0) >= widthPx));
      observer.observe(element);
      return () => observer.disconnect();
    },
    [widthPx],
  );
  return [watch, hasRoom];
}
