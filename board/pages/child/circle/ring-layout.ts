/** The room that one person takes: a disc, or a box that holds a name too. */
export interface Slot {
  readonly shape: 'disc' | 'box';
  readonly width: number;
  readonly height: number;
  /** Whether each ring’s name takes a place at its top. */
  readonly namedRings: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedRing<T> {
  readonly rx: number;
  readonly ry: number;
  /** Where its name stands, when it does. */
  readonly name?: Point;
  readonly places: readonly (Point & { readonly item: T })[];
}

export interface RingLayout<T> {
  readonly width: number;
  readonly height: number;
  readonly centre: Point;
  readonly rings: readonly PlacedRing<T>[];
}

/** How far each ring is turned from the upright, as a part of the room that it has: nobody stands in a row with the next ring. */
const TURNS = [0.55, -0.55, 0.85, -0.3];
/** So that rounding brings nobody too near. */
const APART = 1 + 1e-9;

/**
 * Places every item once on the ring that it belongs to, so that nothing overlaps: neither two places, nor a place and a ring’s name, nor the
 * centre. It is first done for discs of diameter 1 on circles that are at least 1 apart. Boxes are √2 wider and higher apart: two points at a
 * distance of 1 are at least 1/√2 apart in one direction, which is then a whole box.
 */
export function ringLayout<T>(rings: readonly (readonly T[])[], slot: Slot): RingLayout<T> {
  const stretch = (slot.shape === 'box' ? Math.SQRT2 : 1) * APART;
  const [sx, sy] = [slot.width * stretch, slot.height * stretch];
  const extra = slot.namedRings ? 1 : 0;
  const radii: number[] = [];
  for (const ring of rings) radii.push(Math.max((radii.at(-1) ?? 0) + 1, radiusFor(ring.length + extra)));
  const outer = radii.at(-1) ?? 0;
  const [width, height] = [2 * outer * sx + slot.width, 2 * outer * sy + slot.height];
  const centre = { x: width / 2, y: height / 2 };
  return {
    width,
    height,
    centre,
    rings: rings.map((items, nth) => {
      const radius = radii[nth] ?? 1;
      const at = (angle: number): Point => ({
        x: centre.x + radius * sx * Math.sin(angle),
        y: centre.y - radius * sy * Math.cos(angle),
      });
      const angles = anglesOn(radius, items.length, extra, TURNS[nth % TURNS.length] ?? 0);
      return {
        rx: radius * sx,
        ry: radius * sy,
        ...(slot.namedRings && { name: at(0) }),
        places: items.map((item, rank) => ({ item, ...at(angles[rank] ?? 0) })),
      };
    }),
  };
}

/** The smallest circle on which so many discs of diameter 1 stand side by side. */
const radiusFor = (count: number): number => (count < 2 ? 0 : 1 / (2 * Math.sin(Math.PI / count)));

/** From the top, clockwise; the name of the ring, if any, stands at the top. */
function anglesOn(radius: number, count: number, extra: number, turn: number): readonly number[] {
  const step = (2 * Math.PI) / (count + extra);
  const room = step - 2 * Math.asin(Math.min(1, 1 / (2 * radius)));
  return Array.from({ length: count }, (_, rank) => (rank + extra) * step + turn * Math.max(0, room));
}
