import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  answerIn,
  answersPossible,
  missingIn,
  PAGE_ANSWERS,
  type PageAnswer,
} from '../../../../../gateway/doors/partner-page/page-answers.ts';
import { isTerminal, REFERRAL_STATES } from '../../../../../mappings/domain/referral-state.ts';
import { conceptChecker } from '../../../../../profiles/check-concept.ts';
import { aTask } from '../../../../builders/a-task.ts';

const check = conceptChecker();
const NAMES = Object.keys(PAGE_ANSWERS) as PageAnswer[];
const DOOR = { at: '2026-03-10T12:00:00.000Z', partner: 'maison' };
const FILLED = {
  reason: 'full',
  words: 'En mots',
  outcome: 'Trois samedis',
  appointmentAt: '2026-12-05T09:30:00-05:00',
  saidBy: 'Rosalie',
};

test.each(REFERRAL_STATES.filter(isTerminal))('nothing can be answered to a request that is %s', (status) => {
  expect(answersPossible(aTask({ status }))).toEqual([]);
});

test('nobody is absent from what was not accepted; nobody accepts twice', () => {
  expect(answersPossible(aTask({ status: 'requested' }))).toEqual(NAMES.filter((name) => name !== 'no-show'));
  expect(answersPossible(aTask({ status: 'accepted' }))).not.toContain('accepted');
  expect(answersPossible(aTask({ status: 'accepted' }))).toContain('no-show');
});

describe.each(NAMES)('the answer «%s»', (what) => {
  test('is one that the API takes, with all that its form asks', () => {
    const { answer } = answerIn({ what, ...FILLED }, DOOR);
    expect(missingIn(what, answer)).toBeUndefined();
    expect(check('answer', answer)).toEqual([]);
  });

  test('names the first field that it must have', () => {
    const must = PAGE_ANSWERS[what].find((field: string) => field.endsWith('!'))?.slice(0, -1);
    expect(missingIn(what, answerIn({ what, saidBy: 'Rosalie' }, DOOR).answer)).toBe(must);
  });
});

test('whatever the page sends, only the fields of its answer pass, and who recorded it and when are not its to say', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), fc.dictionary(fc.string(), fc.jsonValue()), (what, more) => {
      const { answer } = answerIn({ ...more, ...FILLED, recordedBy: 'x', happenedAt: 'x', channel: 'x', what }, DOOR);
      const fields = PAGE_ANSWERS[what].map((field: string) => field.replace('!', ''));
      expect(Object.keys(answer).sort()).toEqual(['what', 'happenedAt', 'saidBy', 'recordedBy', ...fields].sort());
      expect([answer.recordedBy, answer.happenedAt]).toEqual([DOOR.partner, DOOR.at]);
    }),
  );
});
