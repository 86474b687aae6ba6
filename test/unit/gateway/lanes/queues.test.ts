import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fenceId, laneKey, laneOf } from '../../../../gateway/lanes/queues.ts';

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

test('children keep the lanes and the fences that they have had from the first version on', () => {
  const key = laneKey({ centre: 'verdun', child: 'enf-1' });
  expect([key, laneOf(key, 8), fenceId(key)]).toEqual(['verdun|enf-1', 2, '3327a75c-aa32-5131-aeb6-6061b76df789']);
});

test('what is no child’s has a lane of its own, which is no child’s', () => {
  const root = { type: 'HealthcareService', system: 'https://fhir.passerelle.example/NamingSystem/resource/verdun' };
  fc.assert(
    fc.property(ids, ids, ids, (centre, one, other) => {
      const entry = (value: string) => laneKey({ centre, root: { ...root, value } });
      expect(entry(one) === entry(other)).toBe(one === other);
      expect(entry(one)).not.toBe(laneKey({ centre, child: one }));
    }),
  );
});

test('a child’s concept is in the child’s lane, whatever its own identifier', () => {
  const root = { type: 'CareTeam', system: 'https://fhir.passerelle.example/NamingSystem/care-circle/verdun' };
  expect(laneKey({ centre: 'verdun', child: 'enf-1', root: { ...root, value: 'cercle-1' } })).toBe('verdun|enf-1');
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
