import { expect, test } from '@jest/globals';
import { answerFromTask } from '../../../../mappings/dialects/answer-from-task.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../../../../mappings/domain/systems.ts';
import { becauseOf, saying } from '../../../builders/a-task.ts';

const NOW = '2026-03-10T10:30:00-04:00';
const said = (changes: Partial<fhir4.Task>): fhir4.Task => ({
  resourceType: 'Task',
  status: 'accepted',
  intent: 'order',
  lastModified: NOW,
  ...changes,
});
const answerOf = (changes: Partial<fhir4.Task>) => {
  const mapped = answerFromTask(said(changes), 'clsc-verdun');
  if (!mapped.ok) throw new Error(JSON.stringify(mapped.issues));
  return mapped.value;
};
const output = (code: string) => ({ coding: [{ system: CODE_SYSTEMS.referralOutput, code }] });

test.each([
  ['received', undefined, 'acknowledged'],
  ['ready', undefined, 'accepted'],
  ['accepted', undefined, 'accepted'],
  ['rejected', undefined, 'declined'],
  ['in-progress', undefined, 'started'],
  ['on-hold', undefined, 'awaiting-information'],
  ['completed', undefined, 'completed'],
  ['failed', undefined, 'failed'],
  ['received', 'waitlisted', 'waitlisted'],
  ['accepted', 'waitlisted', 'waitlisted'],
  ['accepted', 'scheduled', 'scheduled'],
  ['in-progress', 'scheduled', 'scheduled'],
  ['accepted', 'no-show', 'no-show'],
  ['completed', 'waitlisted', 'completed'],
  ['cancelled', 'cancelled', 'cancelled'],
  ['rejected', 'declined', 'declined'],
  ['completed', 'completed', 'completed'],
] as const)('a Task that is %s, business status %s, says %s', (status, business, what) => {
  const { answer, issues } = answerOf({ status, ...(business !== undefined && { businessStatus: saying(business) }) });
  expect(answer).toEqual({
    what,
    happenedAt: NOW,
    saidBy: 'clsc-verdun',
    recordedBy: 'clsc-verdun',
    channel: 'system',
    // A business status that leaves open where the Task stands comes with that.
    ...(['waitlisted', 'scheduled', 'no-show'].includes(what) && status !== 'received' && { stands: status }),
  });
  expect(issues).toEqual([]);
});

test.each(['draft', 'requested', 'entered-in-error'] as const)('a %s Task is no answer of an owner', (status) => {
  const mapped = answerFromTask(said({ status }), 'clsc-verdun');
  expect(mapped).toMatchObject({
    ok: false,
    issues: [{ severity: 'error', expression: 'Task.status' }],
  });
});

test('an answer without the moment at which it happened is refused', () => {
  const { lastModified: _moment, ...undated } = said({});
  expect(answerFromTask(undated, 'clsc-verdun')).toMatchObject({
    ok: false,
    issues: [{ severity: 'error', code: 'required', expression: 'Task.lastModified' }],
  });
});

test('a reason, a priority, an appointment and an outcome come along, and the last of each', () => {
  const { answer } = answerOf({
    statusReason: becauseOf('full', 'Complet jusqu’en mars'),
    extension: [{ url: EXTENSIONS.receiverPriority, valueCode: 'P3' }],
    output: [
      { type: output('appointment'), valueDateTime: '2026-04-01' },
      { type: output('appointment'), valueDateTime: '2026-04-08' },
      { type: output('outcome'), valueString: 'Trois rencontres' },
    ],
    note: [{ text: 'Une note, qu’une personne lira', authorString: 'M. Roy' }],
    owner: { display: 'CLSC de Verdun' },
  });
  expect(answer).toMatchObject({
    reason: 'full',
    words: 'Complet jusqu’en mars',
    priority: 'P3',
    appointmentAt: '2026-04-08',
    outcome: 'Trois rencontres',
    saidBy: 'M. Roy',
  });
});

test.each([
  [{ statusReason: becauseOf('overbooked', 'Trop de demandes') }, 'Task.statusReason', 'Trop de demandes'],
  [
    { statusReason: { coding: [{ system: 'urn:theirs', code: 'full' }], text: 'Complet' } },
    'Task.statusReason',
    'Complet',
  ],
  [{ businessStatus: { ...saying('en-attente'), text: 'En attente' } }, 'Task.businessStatus', 'En attente'],
  [{ businessStatus: { coding: [{ system: 'urn:bser', code: '5.1.1' }] } }, 'Task.businessStatus', undefined],
  [{ extension: [{ url: EXTENSIONS.receiverPriority, valueCode: 'P9' }] }, 'Task.extension', undefined],
])('a code that we do not know is told, never guessed, and its words are kept: %j', (changes, expression, words) => {
  const { answer, issues } = answerOf(changes);
  expect(issues).toMatchObject([{ severity: 'warning', code: 'not-supported', expression }]);
  expect(answer.what).toBe('accepted');
  expect(answer).not.toHaveProperty('reason');
  expect(answer).not.toHaveProperty('priority');
  expect(answer.words).toBe(words);
});

test('words without a code are no unknown code', () => {
  expect(answerOf({ statusReason: { text: 'Voir la lettre' } })).toMatchObject({
    answer: { words: 'Voir la lettre' },
    issues: [],
  });
});
