import { expect, test } from '@jest/globals';
import type { Answer } from '../../../../sandbox/partners/acts.ts';
import { taskFromAnswer } from '../../../../sandbox/partners/task-from-answer.ts';

const identifier = { system: 'urn:example:task', value: 'r-1' };
const happenedAt = '2026-02-03T10:00:00-05:00';
const BUSINESS = 'https://fhir.passerelle.example/CodeSystem/referral-business-status';

const taskOf = (answer: Answer, known: { status?: fhir4.Task['status']; startedAt?: string } = {}): fhir4.Task =>
  taskFromAnswer(answer, { identifier, status: 'requested', now: new Date('2026-02-04T12:00:00Z'), ...known });

const head = (status: fhir4.Task['status']) => ({
  resourceType: 'Task',
  identifier: [identifier],
  status,
  intent: 'order',
  lastModified: happenedAt,
});
const business = (code: string, display: string, text = display) => ({
  businessStatus: { coding: [{ system: BUSINESS, code, display }], text },
});
const output = (code: string) => ({
  type: { coding: [{ system: 'https://fhir.passerelle.example/CodeSystem/referral-output', code }] },
});

test.each<[Answer, object]>([
  [
    { act: 'acknowledge', happenedAt },
    { ...head('received'), ...business('acknowledged', 'Reçue') },
  ],
  [
    { act: 'accept', happenedAt },
    { ...head('accepted'), ...business('accepted', 'Acceptée') },
  ],
  [
    { act: 'accept', happenedAt, priority: 'P3' },
    {
      ...head('accepted'),
      ...business('accepted', 'Acceptée'),
      extension: [
        { url: 'https://fhir.passerelle.example/StructureDefinition/psc-receiver-priority', valueCode: 'P3' },
      ],
    },
  ],
  [
    { act: 'decline', happenedAt, reason: 'out-of-territory', text: 'Allez au CLSC Hochelaga' },
    {
      ...head('rejected'),
      ...business('declined', 'Refusée'),
      statusReason: {
        coding: [
          {
            system: 'https://fhir.passerelle.example/CodeSystem/decline-reason',
            code: 'out-of-territory',
            display: 'Hors territoire',
          },
        ],
        text: 'Allez au CLSC Hochelaga',
      },
    },
  ],
  [
    { act: 'waitlist', happenedAt, position: '12e', until: '2026-05-01' },
    {
      ...head('accepted'),
      ...business('waitlisted', 'En liste d’attente', 'En liste d’attente, rang : 12e, jusqu’au 2026-05-01'),
    },
  ],
  [
    { act: 'schedule', happenedAt, at: '2026-02-20T13:30:00-05:00' },
    {
      ...head('accepted'),
      ...business('scheduled', 'Rendez-vous fixé'),
      output: [{ ...output('appointment'), valueDateTime: '2026-02-20T13:30:00-05:00' }],
    },
  ],
  [
    { act: 'start', happenedAt },
    { ...head('in-progress'), executionPeriod: { start: happenedAt } },
  ],
  [
    { act: 'no-show', happenedAt },
    { ...head('accepted'), ...business('no-show', 'Absence au rendez-vous') },
  ],
  [
    { act: 'ask-for-more', happenedAt, text: 'Audiogramme ?' },
    {
      ...head('on-hold'),
      ...business('awaiting-information', 'En attente d’un renseignement'),
      statusReason: { text: 'Audiogramme ?' },
    },
  ],
  [
    { act: 'complete', happenedAt, outcome: 'Dix rencontres, parle en phrases' },
    {
      ...head('completed'),
      ...business('completed', 'Service rendu'),
      executionPeriod: { end: happenedAt },
      output: [{ ...output('outcome'), valueString: 'Dix rencontres, parle en phrases' }],
    },
  ],
  [
    { act: 'complete', happenedAt },
    { ...head('completed'), ...business('completed', 'Service rendu'), executionPeriod: { end: happenedAt } },
  ],
  [
    { act: 'fail', happenedAt, text: 'Orthophoniste en congé' },
    { ...head('failed'), statusReason: { text: 'Orthophoniste en congé' }, executionPeriod: { end: happenedAt } },
  ],
])('%j becomes its Task', (answer, task) => {
  expect(taskOf(answer)).toEqual(task);
});

test('without a time it happened now, told with an offset', () => {
  expect(taskOf({ act: 'acknowledge' }).lastModified).toBe('2026-02-04T07:00:00.000-05:00');
});

test('a decline without words carries those of its reason', () => {
  expect(taskOf({ act: 'decline', reason: 'full' }).statusReason?.text).toBe('Complet');
  expect(taskOf({ act: 'decline', reason: 'full', lang: 'en' }).statusReason?.text).toBe('Full');
});

test('a missed appointment does not undo a service that has begun', () => {
  expect(taskOf({ act: 'no-show' }, { status: 'in-progress' }).status).toBe('in-progress');
});

test('the end of the service keeps the beginning told before, unless it would come after the end', () => {
  const early = '2026-01-10T09:00:00-05:00';
  const late = '2026-02-03T10:00:01-05:00';
  expect(taskOf({ act: 'complete', happenedAt }, { startedAt: early }).executionPeriod).toEqual({
    start: early,
    end: happenedAt,
  });
  expect(taskOf({ act: 'complete', happenedAt }, { startedAt: late }).executionPeriod).toEqual({ end: happenedAt });
});

test('who answers is the author of the note, or the owner of the Task when there is none', () => {
  const time = happenedAt;
  const withNote = taskOf({ act: 'accept', happenedAt, by: 'M. Roy', note: 'Rappelez-moi' });
  expect(withNote.note).toEqual([{ authorString: 'M. Roy', time, text: 'Rappelez-moi' }]);
  expect(withNote).not.toHaveProperty('owner');
  const withoutNote = taskOf({ act: 'accept', happenedAt, by: 'M. Roy' });
  expect(withoutNote.owner).toEqual({ display: 'M. Roy' });
  expect(withoutNote).not.toHaveProperty('note');
  expect(taskOf({ act: 'accept', happenedAt, note: 'Rappelez-moi' }).note).toEqual([{ time, text: 'Rappelez-moi' }]);
});
