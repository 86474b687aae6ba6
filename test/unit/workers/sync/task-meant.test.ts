import { expect, test } from '@jest/globals';
import { IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { taskMeant } from '../../../../workers/sync/task-meant.ts';
import { aServiceRequest } from '../../../builders/a-service-request.ts';
import { aTask, ownedBy } from '../../../builders/a-task.ts';
import { anAnswerEvent } from '../../../builders/events.ts';

const FOUND = new Map([[`ServiceRequest ${IDENTIFIERS.request('verdun')}|ref-1`, aServiceRequest()]]);
const EVENT = anAnswerEvent({ what: 'accepted' });
const meant = (tasks: readonly fhir4.Task[], recipient?: string) =>
  taskMeant(
    { isAllOfChild: false, fence: { id: 'f', version: '1', counter: 1 }, found: FOUND, tasks, passedOn: [] },
    EVENT,
    recipient,
  );
const at = (partner: string, status: fhir4.Task['status'], authoredOn = '2026-03-02T10:00:00-05:00') =>
  aTask({ id: `${partner}-${status}`, owner: ownedBy(partner), status, authoredOn });

test.each([
  [
    'the one of the recipient named',
    [at('clsc-verdun', 'requested'), at('hopital', 'rejected')],
    'hopital',
    'hopital-rejected',
  ],
  [
    'the only one under way',
    [at('hopital', 'rejected'), at('clsc-verdun', 'accepted')],
    undefined,
    'clsc-verdun-accepted',
  ],
  [
    'that of the present recipient, when none is under way',
    [at('hopital', 'completed', '2026-03-05T10:00:00Z'), at('clsc-verdun', 'rejected')],
    undefined,
    'clsc-verdun-rejected',
  ],
])('an act is about %s', (_which, tasks, recipient, id) => {
  expect(meant(tasks, recipient)).toMatchObject({ kind: 'found', task: { id }, concept: 'service-referral' });
});

test('between two under way it is never guessed', () => {
  expect(meant([at('clsc-verdun', 'requested'), at('hopital', 'accepted')])).toMatchObject({
    kind: 'none',
    decision: { kind: 'refused', failure: 'invalidInput', issues: [{ expression: 'recipient' }] },
  });
});

test('nobody was asked, or not this one: refused', () => {
  for (const it of [meant([]), meant([at('clsc-verdun', 'requested')], 'hopital')])
    expect(it).toMatchObject({ kind: 'none', decision: { kind: 'refused', issues: [{ expression: 'recipient' }] } });
});
