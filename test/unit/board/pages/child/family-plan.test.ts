import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '../../../../../board/pages/child/calendar.ts';
import { familyPlan } from '../../../../../board/pages/child/plan/family-plan.ts';
import type { ActionPlan, CareCircle } from '../../../../../mappings/domain/concepts.ts';
import { actionPlans } from '../../../../generators/action-plans.ts';

const today = dayOf('2026-11-26');
const CIRCLE: CareCircle = {
  centre: 'verdun',
  happenedAt: '2026-09-14',
  child: { id: 'enf-1', name: { given: ['Minh An'], family: 'Nguyễn' } },
  members: [
    { kind: 'family', id: 'maman', name: { given: ['Thị Lan'] }, kinship: 'MTH' },
    { kind: 'family', id: 'oncle', name: { text: 'Oncle Duc' }, period: { end: '2026-03' } },
  ],
};
const PLAN: ActionPlan = {
  centre: 'verdun',
  happenedAt: '2026-09-21',
  child: { id: 'enf-1' },
  strengths: [{ words: 'Elle chante.' }],
  goals: [
    { id: 'parler', words: 'Que les autres me comprennent.', expressedBy: { kind: 'child' } },
    { id: 'amis', words: 'Une amie à l’école.', expressedBy: { kind: 'member', id: 'oncle', name: 'Oncle Duc' } },
    { id: 'piano', words: 'Du piano.', status: 'cancelled' },
  ],
  actions: [
    { kind: 'commitment', what: 'Lire le soir', who: { kind: 'member', id: 'maman' }, goals: ['parler', 'amis'] },
    { kind: 'commitment', what: 'Conduire', who: { kind: 'member', id: 'oncle', name: 'Oncle Duc' }, goals: ['amis'] },
    { kind: 'commitment', what: 'Chercher un piano', who: { kind: 'child' }, status: 'cancelled' },
    { kind: 'centre-service', service: 'psychosocial', what: 'Groupe de jeux', status: 'completed' },
  ],
};

test('a family reads who does what for each thing that they want, in names', () => {
  const { goals, otherDoings, strengths } = familyPlan(PLAN, CIRCLE, today);
  expect(strengths).toEqual(['Elle chante.']);
  expect(goals.map(({ words, saidBy }) => [words, saidBy])).toEqual([
    ['Que les autres me comprennent.', { kind: 'child', name: 'Minh An' }],
    ['Une amie à l’école.', undefined],
  ]);
  const lire = expect.objectContaining({ what: 'Lire le soir', who: { kind: 'person', name: 'Thị Lan' } });
  expect(goals.map(({ doings }) => doings)).toEqual([[lire], [lire]]);
  expect(otherDoings).toEqual([
    expect.objectContaining({
      what: 'Groupe de jeux',
      who: { kind: 'service', service: 'psychosocial' },
      isDone: true,
    }),
  ]);
});

test('whoever has left the circle is named nowhere on it, and the person who prints is told that something is to be looked at again', () => {
  const plan = familyPlan(PLAN, CIRCLE, today);
  expect(JSON.stringify(plan)).not.toContain('Duc');
  expect(JSON.stringify(plan)).not.toContain('Conduire');
  expect(plan.leftToLookAt).toBe(1);
});

test('without a circle people are named as the plan names them', () => {
  const { goals } = familyPlan(PLAN, undefined, today);
  expect(goals[0]?.saidBy).toEqual({ kind: 'somebody' });
  expect(goals[1]?.doings.map(({ who }) => who)).toEqual([{ kind: 'somebody' }, { kind: 'person', name: 'Oncle Duc' }]);
});

test('of any plan, each goal that is still wanted is told once, and nothing that somebody still does is lost', () => {
  fc.assert(
    fc.property(actionPlans(), (plan) => {
      const told = familyPlan(plan, undefined, today);
      const wanted = (plan.goals ?? []).filter(({ status }) => status !== 'cancelled');
      expect(told.goals.map(({ words }) => words)).toEqual(wanted.map(({ words }) => words));
      const doings = [...told.goals.flatMap((goal) => goal.doings), ...told.otherDoings];
      const standing = (plan.actions ?? []).filter(({ status }) => status !== 'cancelled');
      expect(new Set(doings.map(({ key }) => key)).size).toBe(standing.length);
      expect(told.leftToLookAt).toBe(0);
    }),
  );
});
