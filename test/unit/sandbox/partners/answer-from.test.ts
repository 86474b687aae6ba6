import { expect, test } from '@jest/globals';
import { ACTS } from '../../../../sandbox/partners/acts.ts';
import { answerFrom } from '../../../../sandbox/partners/answer-from.ts';
import { PartnerProblem } from '../../../../sandbox/partners/problem.ts';

const refusal = (body: unknown): PartnerProblem => {
  try {
    answerFrom(body);
  } catch (error) {
    if (error instanceof PartnerProblem) return error;
    throw error;
  }
  throw new Error('it was accepted');
};

test('a form with empty fields reads like JSON without them', () => {
  const form = { act: 'accept', priority: '', happenedAt: '2026-02-03T10:00', by: ' M. Roy ', note: '' };
  expect(answerFrom(form)).toEqual({ act: 'accept', happenedAt: '2026-02-03T10:00:00.000-05:00', by: 'M. Roy' });
});

test.each([
  [{ act: 'decline' }, 'reason'],
  [{ act: 'schedule' }, 'at'],
  [{ act: 'ask-for-more' }, 'text'],
  [{ act: 'fail', text: '   ' }, 'text'],
])('%j lacks what the act needs', (body, field) => {
  expect(refusal(body)).toMatchObject({ status: 400, field });
});

test.each([
  [{ act: 'refuse' }, 'act'],
  [{ act: 'constructor' }, 'act'],
  [{}, 'act'],
  [{ act: 'accept', priority: 'P5' }, 'priority'],
  [{ act: 'accept', reason: 'full' }, 'reason'],
  [{ act: 'decline', reason: 'family-moved' }, 'reason'],
  [{ act: 'schedule', at: '2026-02-30T10:00:00-05:00' }, 'at'],
  [{ act: 'waitlist', until: 'bientôt' }, 'until'],
  [{ act: 'acknowledge', note: 7 }, 'note'],
  [{ act: 'acknowledge', by: 'x'.repeat(201) }, 'by'],
  [{ act: 'acknowledge', lang: 'es' }, 'lang'],
])('%j is refused, naming the field, in both languages', (body, field) => {
  const { status, field: named, text } = refusal(body);
  expect({ status, named }).toEqual({ status: 400, named: field });
  expect(text.fr).not.toBe(text.en);
});

test.each([undefined, null, 'accept', ['accept']])('%j is no answer', (body) => {
  expect(refusal(body).status).toBe(400);
});

test('every act has both its names', () => {
  for (const { label } of Object.values(ACTS)) expect(label.fr.length * label.en.length).toBeGreaterThan(0);
});
