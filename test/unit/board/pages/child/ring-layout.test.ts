import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Point, ringLayout, type Slot } from '../../../../../board/pages/child/circle/ring-layout.ts';

const sizes = fc.integer({ min: 20, max: 150 });
const slots: fc.Arbitrary<Slot> = fc.record({
  shape: fc.constantFrom('disc' as const, 'box' as const),
  width: sizes,
  height: sizes,
  namedRings: fc.boolean(),
});
/** A disc is as wide as it is high. */
const fittingSlots = slots.map((slot) => (slot.shape === 'disc' ? { ...slot, height: slot.width } : slot));
/** A circle has at most 60 members (its schema), on at most four rings. */
const rings = fc
  .array(fc.integer({ min: 1, max: 60 }), { minLength: 0, maxLength: 4 })
  .filter((lengths) => lengths.reduce((sum, length) => sum + length, 0) <= 60)
  .map((lengths) => lengths.map((length, ring) => Array.from({ length }, (_, nth) => `${ring}-${nth}`)));

const NEAR = 1e-6;
const apart = (a: Point, b: Point, { shape, width, height }: Slot): boolean => {
  const [dx, dy] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  return shape === 'disc' ? Math.hypot(dx, dy) >= width - NEAR : dx >= width - NEAR || dy >= height - NEAR;
};

test('nobody overlaps anybody, nor the child, nor the name of a ring', () => {
  fc.assert(
    fc.property(rings, fittingSlots, (items, slot) => {
      const { centre, rings: placed } = ringLayout(items, slot);
      const points = [centre, ...placed.flatMap(({ name, places }) => [...(name ? [name] : []), ...places])];
      const overlaps = points.flatMap((point, nth) =>
        points.slice(nth + 1).filter((other) => !apart(point, other, slot)),
      );
      expect(overlaps).toEqual([]);
    }),
  );
});

test('everybody is drawn once, on the ring that they belong to, within the drawing', () => {
  fc.assert(
    fc.property(rings, fittingSlots, (items, slot) => {
      const { width, height, rings: placed } = ringLayout(items, slot);
      expect(placed.map(({ places }) => places.map(({ item }) => item))).toEqual(items);
      const within = (at: number, room: number, whole: number): boolean =>
        at >= room / 2 - NEAR && at <= whole - room / 2 + NEAR;
      const points = placed.flatMap(({ places }) => places);
      const outside = points.filter(({ x, y }) => !within(x, slot.width, width) || !within(y, slot.height, height));
      expect(outside).toEqual([]);
    }),
  );
});

test('the nearest ring is the smallest, and each stands on its own line', () => {
  fc.assert(
    fc.property(rings, fittingSlots, (items, slot) => {
      const { centre, rings: placed } = ringLayout(items, slot);
      const radii = placed.map(({ rx }) => rx);
      expect([...radii].sort((a, b) => a - b)).toEqual(radii);
      const away = placed.flatMap(({ rx, ry, places }) =>
        places.map(({ x, y }) => Math.abs(Math.hypot((x - centre.x) / rx, (y - centre.y) / ry) - 1)),
      );
      expect(Math.max(0, ...away)).toBeLessThan(NEAR);
    }),
  );
});

test('a child with nobody written down stands alone in the middle', () => {
  const layout = ringLayout([], { shape: 'disc', width: 40, height: 40, namedRings: true });
  expect(layout).toEqual({ width: 40, height: 40, centre: { x: 20, y: 20 }, rings: [] });
});
