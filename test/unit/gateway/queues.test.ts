import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fenceId, laneKey, laneOf } from '../../../gateway/queues.ts';

const ids = fc.stringMatching(/^[A-Za-z0-9.-]{1,20}$/);

test('everything about one child has one lane, whatever it is', () => {
  fc.assert(
    fc.property(ids, ids, fc.integer({ min: 1, max: 64 }), (centre, child, lanes) => {
      const lane = laneOf(laneKey({ centre, child }), lanes);
      expect(Number.isInteger(lane) && lane >= 0 && lane < lanes).toBe(true);
      expect(laneOf(laneKey({ child, centre }), lanes)).toBe(lane);
    }),
  );
});

test('children are spread over the lanes', () => {
  const counts = new Map<number, number>();
  for (let child = 0; child < 4_000; child += 1) {
    const lane = laneOf(laneKey({ centre: 'verdun', child: `enf-${child}` }), 4);
    counts.set(lane, (counts.get(lane) ?? 0) + 1);
  }
  for (const lane of [0, 1, 2, 3]) expect(counts.get(lane)).toBeGreaterThan(850);
});

test('a fence tells nothing of its child, and a child always has the same', () => {
  const id = fenceId(laneKey({ centre: 'verdun', child: 'enf-1' }));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(fenceId(laneKey({ centre: 'verdun', child: 'enf-1' }))).toBe(id);
});
