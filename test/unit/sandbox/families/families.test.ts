import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { readRegistry } from '../../../../gateway/registry.ts';
import { conceptChecker } from '../../../../profiles/check-concept.ts';
import type { ConceptName } from '../../../../profiles/concept-names.ts';
import type { Story } from '../../../../sandbox/families/story.ts';
import { answerFrom } from '../../../../sandbox/partners/answer-from.ts';
import { storiesAt } from './a-telling.ts';

const NOW = new Date('2026-02-18T15:00:00Z');
const stories = storiesAt(NOW);
const stepsOf = (told: readonly Story[]) => told.flatMap((story) => story.steps.map((step) => ({ story, step })));
const steps = stepsOf(stories);
/** A Monday at midnight, a Sunday evening, a leap day, the two changes of the clock. */
const MOMENTS = [
  '2026-02-16T05:00:00Z',
  '2026-02-23T04:59:00Z',
  '2028-02-29T12:00:00Z',
  '2026-03-08T12:00:00Z',
  '2026-11-01T12:00:00Z',
];
const registry = readRegistry(fileURLToPath(new URL('../../../../sandbox/registry.yaml', import.meta.url)));

const SINGULAR: Readonly<Record<string, ConceptName>> = {
  'care-circles': 'care-circle',
  'action-plans': 'action-plan',
  'social-prescriptions': 'social-prescription',
  'legal-referrals': 'legal-referral',
  'service-referrals': 'service-referral',
};

test.each(MOMENTS)('told at %s, everything that a centre writes passes its schema without a warning', (moment) => {
  const check = conceptChecker({ now: () => new Date(moment) });
  const issues = stepsOf(storiesAt(new Date(moment))).flatMap(
    ({ story: { centre }, step: { happenedAt, ...step } }) => {
      switch (step.act) {
        case 'write': {
          const name = SINGULAR[step.concept.plural];
          if (name === undefined) throw new Error(step.concept.plural);
          return check(name, { id: step.concept.id, centre, happenedAt, ...step.concept.body });
        }
        case 'note-answer':
          return check('answer', { happenedAt, ...step.body });
        case 'dispatch':
          return check('dispatch', { happenedAt, ...step.body });
        default:
          return [];
      }
    },
  );
  expect(issues).toEqual([]);
});

test('everything that a partner answers in the stories is an answer its stand-in can give', () => {
  const answers = steps.flatMap(({ step }) => (step.act === 'partner-answers' ? [step.answer] : []));
  expect(answers.length).toBeGreaterThan(0);
  for (const answer of answers) expect(answerFrom({ ...answer }).act).toBe(answer.act);
});

test('every centre and recipient of the stories is in the registry of the sandbox', () => {
  for (const { centre, loops } of stories) {
    expect(registry.centre(centre)?.id).toBe(centre);
    for (const { id } of loops.flatMap(({ recipients }) => recipients)) expect(registry.partner(id)?.id).toBe(id);
  }
});

test('every request that a story writes has an expected end, and every expected end a request', () => {
  for (const { steps: told, loops } of stories) {
    const written = told.flatMap((step) =>
      step.act === 'write' && 'safeContact' in step.concept.body ? [step.concept.id] : [],
    );
    expect(new Set(written)).toEqual(new Set(loops.map(({ request }) => request)));
  }
});

test.each(MOMENTS)('told at %s, a story goes in order and has ended before', (moment) => {
  for (const { steps: told } of storiesAt(new Date(moment))) {
    const moments = told.map(({ happenedAt }) => Date.parse(happenedAt));
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(Math.max(...moments)).toBeLessThan(Date.parse(moment));
  }
});

test('every sentence is there in French and in English, and the two differ', () => {
  for (const { says } of steps.map(({ step }) => step)) {
    expect(says.fr.length).toBeGreaterThan(0);
    expect(says.en.length).toBeGreaterThan(0);
    expect(says.en).not.toBe(says.fr);
  }
});

test('nothing in the child without a card says why there is none', () => {
  const [verdun] = stories;
  const circle = verdun?.steps.find((step) => step.act === 'write' && step.concept.plural === 'care-circles');
  expect(circle).toBeDefined();
  expect(JSON.stringify(circle)).not.toMatch(/card|carte|RAMQ|assurance|statut|immigra/i);
});
