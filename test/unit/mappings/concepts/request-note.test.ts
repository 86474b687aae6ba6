import { expect, test } from '@jest/globals';
import { taskIdentifier } from '../../../../mappings/concepts/referral-task.ts';
import { requestNoteMapping } from '../../../../mappings/concepts/request-note.ts';
import { serviceReferralMapping } from '../../../../mappings/concepts/service-referral.ts';
import type { RequestNote } from '../../../../mappings/domain/concepts.ts';
import { deliveriesFor } from '../../../../workers/sync/deliveries.ts';
import { aServiceReferral, CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const aNote = (note: Partial<RequestNote> = {}) => ({
  id: 'note-1',
  centre: 'verdun',
  happenedAt: '2026-03-12T09:30:00-04:00',
  child: { id: 'enf-1' },
  request: 'ref-1',
  words: 'Rappeler le 15',
  ...note,
});

const noteResources = (note: Partial<RequestNote>) => resourcesOf(requestNoteMapping.toBundle(aNote(note), CONTEXT));

const communicationOf = (note: Partial<RequestNote>): fhir4.Communication => {
  const [first] = noteResources(note);
  if (first?.resourceType !== 'Communication') throw new Error('the root of a note is a Communication');
  return first;
};

test('a note is about its request, and waits for it', () => {
  expect(communicationOf({}).about).toEqual([
    { type: 'ServiceRequest', identifier: expect.objectContaining({ value: 'ref-1' }) },
  ]);
});

test('a note about one recipient is about the very Task by which they have the request', () => {
  const task = resourcesOf(serviceReferralMapping.toBundle(aServiceReferral(), CONTEXT)).find(
    ({ resourceType }) => resourceType === 'Task',
  );
  const { about } = communicationOf({ recipient: 'clsc-verdun' });
  expect(task).toMatchObject({ identifier: [about?.[1]?.identifier] });
});

test('a note whose Task is not that of its recipient is told and not guessed', () => {
  const note = communicationOf({ recipient: 'clsc-verdun' });
  const [request, , partner] = note.about ?? [];
  const other = { type: 'Task', identifier: taskIdentifier('verdun', 'ref-2', 'clsc-verdun') };
  for (const about of [
    [request, other, partner],
    [request, other],
    [request, partner],
  ])
    expect(requestNoteMapping.fromResources([{ ...note, about: about as fhir4.Reference[] }])).toMatchObject({
      ok: false,
      issues: [{ code: 'conflict', expression: 'Communication.about' }],
    });
});

test('a note asks for no delivery: it is the centre’s own', () => {
  expect(deliveriesFor(noteResources({ recipient: 'clsc-verdun' }))).toEqual([]);
});
