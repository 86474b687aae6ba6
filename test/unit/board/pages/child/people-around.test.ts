import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '../../../../../board/pages/child/calendar.ts';
import {
  drawnOn,
  type PersonAround,
  peopleAround,
  presenceOn,
  stopsOf,
  whoMayBeShown,
} from '../../../../../board/pages/child/circle/people-around.ts';
import type { CareCircle } from '../../../../../mappings/domain/concepts.ts';
import { careCircles } from '../../../../generators/care-circles.ts';

const today = dayOf('2026-11-26');
const days = fc.integer({ min: today - 9_000, max: today + 400 });
const names = (people: readonly PersonAround[]) => people.map(({ name }) => name);
const unasked = { today, withThoseWhoLeft: false };
const asked = { today, withThoseWhoLeft: true };

/** The brother of the example has left, and nobody says why. */
const CIRCLE: Pick<CareCircle, 'members' | 'pivot'> = {
  members: [
    { kind: 'institution', id: 'ecole', name: 'École du Fleuve', role: 'maternelle', period: { start: '2025-08' } },
    { kind: 'family', id: 'maman', name: { given: ['Thị Lan'], family: 'Nguyễn' }, kinship: 'MTH' },
    { kind: 'family', id: 'frere', name: { text: 'Duc' }, period: { start: '2024-01-15', end: '2025-03-01' } },
    { kind: 'professional', id: 'claire', name: 'Claire Roy', period: { start: '2024-09-03T10:00:00-04:00' } },
  ],
  pivot: 'claire',
};

test('the circle is told from the nearest ring to the furthest, and says who holds the thread', () => {
  const people = peopleAround(CIRCLE);
  expect(people.map(({ ring, name, initials, isPivot }) => [ring, name, initials, isPivot])).toEqual([
    ['family', 'Thị Lan Nguyễn', 'TN', false],
    ['family', 'Duc', 'D', false],
    ['professional', 'Claire Roy', 'CR', true],
    ['institution', 'École du Fleuve', 'ÉF', false],
  ]);
});

test('whoever has left is on no day of the slider, nor is the day on which they came or left, until they are asked for', () => {
  const people = peopleAround(CIRCLE);
  const stops = stopsOf(people, unasked);
  expect(stops.map(({ day }) => day)).toEqual([dayOf('2024-09-03'), dayOf('2025-08-01'), today]);
  for (const { day, joining, leaving } of stops)
    expect(names([...drawnOn(people, day, unasked), ...joining, ...leaving])).not.toContain('Duc');

  const withDuc = stopsOf(people, asked);
  expect(withDuc.map(({ day, joining, leaving }) => [day, names(joining), names(leaving)])).toEqual([
    [dayOf('2024-01-15'), ['Duc'], []],
    [dayOf('2024-09-03'), ['Claire Roy'], []],
    [dayOf('2025-03-02'), [], ['Duc']],
    [dayOf('2025-08-01'), ['École du Fleuve'], []],
    [today, [], []],
  ]);
  expect(names(drawnOn(people, dayOf('2024-02-01'), asked))).toEqual(['Thị Lan Nguyễn', 'Duc']);
});

test('the last day that is written is still a day in the circle, and the next one is not', () => {
  const [duc] = peopleAround({ members: [{ kind: 'family', name: { text: 'Duc' }, period: { end: '2025-03' } }] });
  expect(duc && [presenceOn(duc, dayOf('2025-03-31')), presenceOn(duc, dayOf('2025-04-01'))]).toEqual([
    'there',
    'left',
  ]);
});

test('whoever leaves on a day that is still to come is in the circle today', () => {
  const people = peopleAround({ members: [{ kind: 'family', name: { text: 'Duc' }, period: { end: '2026-11-26' } }] });
  expect(names(drawnOn(people, today, unasked))).toEqual(['Duc']);
});

test('of any circle everybody is told once', () => {
  fc.assert(
    fc.property(careCircles(), (circle) => {
      const people = peopleAround(circle);
      expect(people.length).toBe(circle.members?.length ?? 0);
      expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
    }),
  );
});

test('of any circle, on any day, nobody who has left is shown unasked, and everybody who is there is', () => {
  fc.assert(
    fc.property(careCircles(), days, (circle, day) => {
      const people = peopleAround(circle);
      const gone = people.filter((person) => presenceOn(person, today) === 'left');
      const drawn = drawnOn(people, day, unasked);
      expect(drawn.filter((person) => gone.includes(person))).toEqual([]);
      expect(whoMayBeShown(people, asked)).toEqual(people);
      expect(drawnOn(people, today, unasked)).toEqual(people.filter((it) => presenceOn(it, today) === 'there'));
    }),
  );
});

test('the slider ends today, goes forward, and nobody comes or goes between two of its days', () => {
  fc.assert(
    fc.property(careCircles(), fc.boolean(), (circle, withThoseWhoLeft) => {
      const looking = { today, withThoseWhoLeft };
      const people = peopleAround(circle);
      const stops = stopsOf(people, looking).map(({ day }) => day);
      expect(stops.at(-1)).toBe(today);
      for (const [nth, day] of stops.slice(0, -1).entries()) {
        const next = stops[nth + 1] ?? today;
        expect(next).toBeGreaterThan(day);
        const presences = (on: number) => whoMayBeShown(people, looking).map((person) => presenceOn(person, on));
        expect(presences(next - 1)).toEqual(presences(day));
      }
    }),
  );
});
