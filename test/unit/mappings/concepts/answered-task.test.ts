import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answeredTask } from '../../../../mappings/concepts/answered-task.ts';
import { loopOf } from '../../../../mappings/domain/loop.ts';
import { ANSWER_MEANINGS, effectOf, REFERRAL_STATES } from '../../../../mappings/domain/referral-state.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../../../../mappings/domain/systems.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aReceipt, aTask, becauseOf } from '../../../builders/a-task.ts';
import { anAnswerEvent } from '../../../builders/events.ts';
import { answers } from '../../../generators/answers.ts';

type What = keyof typeof ANSWER_MEANINGS;
const ANSWERS = Object.keys(ANSWER_MEANINGS) as What[];

/** The Task after each answer in turn. */
const after = (task: fhir4.Task, ...said: readonly Parameters<typeof anAnswerEvent>[0][]): fhir4.Task =>
  said.reduce((now, answer) => answeredTask(now, anAnswerEvent(answer)).task ?? now, task);

test.each(ANSWERS)('%s does to a Task in any state what the state machine says', (what) => {
  for (const status of REFERRAL_STATES) {
    // What was done before a cancellation is another rule, tested below.
    if (status === 'cancelled' && what === 'completed') continue;
    const { task, effect, issues } = answeredTask(aTask({ status }), anAnswerEvent({ what }));
    expect(effect).toEqual(effectOf(what, status));
    if (effect.kind === 'recorded-only') {
      expect(task).toBeUndefined();
      expect(issues).toMatchObject([{ severity: 'warning', expression: 'Answer.what' }]);
    } else {
      expect(issues).toEqual([]);
      expect(task?.status).toBe(effect.kind === 'moves' ? effect.to : status);
    }
  }
});

test('any answer leaves alone what the requester said, and everything that it does not speak of', () => {
  fc.assert(
    fc.property(answers(), fc.constantFrom(...REFERRAL_STATES), (answer, status) => {
      const before = aTask({ status, extension: [aReceipt()], priority: 'urgent' });
      const { task = before } = answeredTask(before, anAnswerEvent(answer));
      for (const part of ['id', 'identifier', 'groupIdentifier', 'focus', 'for', 'owner', 'requester'] as const)
        expect(task[part]).toEqual(before[part]);
      expect([task.priority, task.authoredOn, task.intent]).toEqual(['urgent', before.authoredOn, 'order']);
      expect(task.extension).toContainEqual(aReceipt());
    }),
    { numRuns: 300 },
  );
});

test('a priority given by the recipient takes the place of the one before, beside the receipt', () => {
  const task = after(
    aTask({ extension: [aReceipt()] }),
    { what: 'accepted', priority: 'P3' },
    { what: 'waitlisted', priority: 'P2' },
  );
  expect(task.extension).toEqual([aReceipt(), { url: EXTENSIONS.receiverPriority, valueCode: 'P2' }]);
});

test('a new appointment takes the place of the one before, and an outcome stands beside it', () => {
  const task = after(
    aTask(),
    { what: 'scheduled', appointmentAt: '2026-04-01T09:00:00-04:00' },
    { what: 'scheduled', appointmentAt: '2026-04-08T09:00:00-04:00' },
    { what: 'completed', outcome: 'Trois rencontres' },
  );
  const output = (code: string) => ({ coding: [{ system: CODE_SYSTEMS.referralOutput, code }] });
  expect(task.output).toEqual([
    { type: output('appointment'), valueDateTime: '2026-04-08T09:00:00-04:00' },
    { type: output('outcome'), valueString: 'Trois rencontres' },
  ]);
});

test('a decline says why in our code and in the words that were used', () => {
  const { statusReason } = after(aTask(), { what: 'declined', reason: 'full', words: 'Complet jusqu’en mars' });
  expect(statusReason).toMatchObject({ coding: [{ code: 'full' }], text: 'Complet jusqu’en mars' });
});

test('a decline with a code alone is told in words too', () => {
  expect(after(aTask(), { what: 'declined', reason: 'out-of-territory' }).statusReason?.text).toBe('Hors territoire');
});

test('the reason of a pause does not outlive it', () => {
  const paused = after(aTask(), { what: 'awaiting-information', reason: 'family-not-now', words: 'Après les fêtes' });
  expect(paused.statusReason?.text).toBe('Après les fêtes');
  const done = after(paused, { what: 'started' }, { what: 'completed' });
  expect(done.statusReason).toBeUndefined();
  expect(loopOf([done], aServiceRequest())).toMatchObject({ closed: false, why: 'family-not-told' });
});

test('what only says more keeps the reason that stands', () => {
  const declined = after(aTask(), { what: 'declined', reason: 'full' });
  expect(after(declined, { what: 'family-told', words: 'Par téléphone' }).statusReason).toEqual(declined.statusReason);
});

test('the service runs from its first start to its end, and telling the family later moves neither', () => {
  const task = after(
    aTask(),
    { what: 'started', happenedAt: '2026-03-10T09:00:00-04:00' },
    { what: 'awaiting-information', happenedAt: '2026-03-20T09:00:00-04:00' },
    { what: 'started', happenedAt: '2026-04-10T09:00:00-04:00' },
    { what: 'completed', happenedAt: '2026-05-10T09:00:00-04:00' },
    { what: 'family-told', happenedAt: '2026-05-20T09:00:00-04:00' },
  );
  expect(task.executionPeriod).toEqual({ start: '2026-03-10T09:00:00-04:00', end: '2026-05-10T09:00:00-04:00' });
});

test('a start in the day that is said to end on that day is written so that FHIR can compare both, with what was said', () => {
  const { executionPeriod } = after(
    aTask(),
    { what: 'started', happenedAt: '2026-03-10T09:00:00-04:00' },
    { what: 'completed', happenedAt: '2026-03-10' },
  );
  expect(executionPeriod).toMatchObject({ start: '2026-03-10', end: '2026-03-10' });
  expect(executionPeriod?._start?.extension?.[0]?.valueDateTime).toBe('2026-03-10T09:00:00-04:00');
});

const cancelled = (changes: Partial<fhir4.Task> = {}): fhir4.Task =>
  aTask({
    status: 'cancelled',
    statusReason: becauseOf('withdrawn'),
    lastModified: '2026-03-09T18:00:00.000Z',
    ...changes,
  });
const told = (at: string): Partial<fhir4.Task> => ({ extension: [aReceipt({ stage: 'cancellation', at })] });

test.each<readonly [string, string, Partial<fhir4.Task>, boolean]>([
  ['before the cancellation left us', '2026-03-09T12:00:00-05:00', told('2026-03-10T14:00:00Z'), true],
  ['before the cancellation reached the owner', '2026-03-10T08:00:00-05:00', told('2026-03-10T14:00:00Z'), true],
  ['after the cancellation reached the owner', '2026-03-10T09:30:00-05:00', told('2026-03-10T14:00:00Z'), false],
  ['on the very day, at no known hour', '2026-03-10', told('2026-03-10T14:00:00Z'), false],
  ['the day before a day of which only the date is known', '2026-03-09', told('2026-03-10'), true],
  ['while the owner has the request and was not told', '2026-03-12T08:00:00-05:00', { extension: [aReceipt()] }, true],
  ['before the cancellation of what never left', '2026-03-09T12:00:00-05:00', {}, true],
  ['after the cancellation of what never left', '2026-03-09T14:00:00-05:00', {}, false],
])('a completion that happened %s: at %s', (_when, happenedAt, changes, counts) => {
  const { task, effect } = answeredTask(cancelled(changes), anAnswerEvent({ what: 'completed', happenedAt }));
  if (!counts) expect([task, effect]).toEqual([undefined, { kind: 'recorded-only', why: 'terminal' }]);
  else expect([task?.status, task?.statusReason]).toEqual(['completed', undefined]);
});

test('telling the family of a cancellation does not make a later completion count', () => {
  const ended = cancelled(told('2026-03-10T14:00:00Z'));
  const familyTold = { ...after(ended, { what: 'family-told' }), lastModified: '2026-03-20T14:00:00Z' };
  expect(after(familyTold, { what: 'completed', happenedAt: '2026-03-15T09:00:00-04:00' })).toBe(familyTold);
});

test('a status that we do not use is not guessed at', () => {
  const { task, effect, issues } = answeredTask(aTask({ status: 'ready' }), anAnswerEvent({ what: 'accepted' }));
  expect([task, effect.kind, issues.length]).toEqual([undefined, 'recorded-only', 1]);
});
