import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { handedOver } from '../../../../../operate/administration/leave/handed-over.ts';
import { careCircles } from '../../../../generators/care-circles.ts';

const FROM = '2026-12-01';
const leaving = { professional: 'leaver', from: FROM, timeZone: 'America/Toronto' };
const successor = { id: 'next', name: 'Léa Roy' };

/** Circles in which the leaver stands: as the pivot, as a member, or as a pivot whom the circle does not list. */
const circles = fc
  .tuple(
    careCircles(),
    fc.constantFrom('pivot', 'member', 'elsewhere'),
    fc.boolean(),
    fc.constantFrom('active', 'inactive', undefined),
  )
  .map(([{ pivot, members = [], status: _status, ...circle }, place, successorIsThere, status]) => ({
    ...circle,
    ...(status !== undefined && { status: status as 'active' | 'inactive' }),
    members: [
      ...members.filter(({ id }) => id !== 'leaver' && id !== 'next'),
      ...(place === 'elsewhere'
        ? []
        : [
            {
              kind: 'professional' as const,
              id: 'leaver',
              name: 'X',
              pillar: 'law' as const,
              period: { start: '2020' },
            },
          ]),
      ...(successorIsThere ? [{ kind: 'professional' as const, id: 'next', name: 'Léa Roy' }] : []),
    ],
    ...(place === 'member' ? pivot !== undefined && { pivot } : { pivot: 'leaver' }),
  }));

test('once handed over, a circle has the next pivot, the one who left only until that day, everybody else as before; and a second time changes nothing', () => {
  fc.assert(
    fc.property(circles, (circle) => {
      const outcome = handedOver(circle, leaving, successor);
      if (circle.status === 'inactive') return expect(outcome).toEqual({ kind: 'nothing' });
      if (outcome.kind !== 'revised') throw new Error(outcome.kind);
      const { circle: after, wasPivot } = outcome;
      expect(wasPivot).toBe(circle.pivot === 'leaver');
      expect(after.pivot).toBe(wasPivot ? 'next' : circle.pivot);
      expect(after.happenedAt).toBe(FROM);
      for (const member of after.members ?? [])
        if (member.id === 'leaver') expect(member.period).toEqual({ start: '2020', end: FROM });
      if (wasPivot) expect(after.members?.filter(({ id }) => id === 'next')).toHaveLength(1);
      const others = (list: typeof circle.members = []) => list.filter(({ id }) => id !== 'leaver' && id !== 'next');
      expect(others(after.members as typeof circle.members)).toEqual(others(circle.members));
      expect(handedOver(after, leaving, successor)).toEqual({ kind: 'nothing' });
    }),
  );
});

test('a pivot whom nobody follows stays: the circle is left as it is, and it is said', () => {
  fc.assert(
    fc.property(circles, (circle) => {
      const { kind } = handedOver(circle, leaving, undefined);
      const expected =
        circle.status === 'inactive' ? 'nothing' : circle.pivot === 'leaver' ? 'no-successor' : 'revised';
      expect(kind).toBe(expected);
    }),
  );
});

test('a newcomer begins that day, in the pillar of whom they follow; one who had left the circle comes back', () => {
  const circle = {
    id: 'c',
    centre: 'verdun',
    happenedAt: '2025-01-01',
    child: { id: 'e', name: { text: 'Zoé' } },
    members: [{ kind: 'professional' as const, id: 'leaver', name: 'X', pillar: 'law' as const }],
    pivot: 'leaver',
  };
  expect(handedOver(circle, leaving, successor)).toMatchObject({
    circle: {
      members: [{ period: { end: FROM } }, { id: 'next', name: 'Léa Roy', pillar: 'law', period: { start: FROM } }],
    },
  });
  const before = { kind: 'professional' as const, id: 'next', name: 'Léa Roy', period: { start: '2020', end: '2024' } };
  expect(handedOver({ ...circle, members: [...circle.members, before] }, leaving, successor)).toMatchObject({
    circle: { members: [{ id: 'leaver' }, { id: 'next', period: { start: FROM } }] },
  });
});
