import styles from './circle.module.css';
import type { Ring } from './people-around.ts';

/** Each ring has a shape of its own, so that a colour says nothing alone. Drawn around 0,0, within a disc of this radius. */
export function PersonMark({ ring, radius }: { readonly ring: Ring; readonly radius: number }) {
  if (ring === 'family') return <circle className={styles.mark} r={radius} />;
  if (ring === 'professional') {
    const half = radius * 0.86;
    return <rect className={styles.mark} x={-half} y={-half} width={half * 2} height={half * 2} rx={radius * 0.3} />;
  }
  return (
    <polygon className={styles.mark} points={CORNERS[ring].map(([x, y]) => `${x * radius},${y * radius}`).join(' ')} />
  );
}

/** A hexagon, and a house. */
const CORNERS = {
  community: [
    [1, 0],
    [0.5, 0.87],
    [-0.5, 0.87],
    [-1, 0],
    [-0.5, -0.87],
    [0.5, -0.87],
  ],
  institution: [
    [0, -1],
    [0.92, -0.34],
    [0.78, 0.8],
    [-0.78, 0.8],
    [-0.92, -0.34],
  ],
} as const;
