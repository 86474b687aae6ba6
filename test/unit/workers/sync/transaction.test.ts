import { expect, test } from '@jest/globals';
import { EXTENSIONS } from '../../../../mappings/domain/systems.ts';
import { fencedTransaction, writtenBy } from '../../../../workers/sync/transaction.ts';
import { aPatient } from '../../../builders/a-patient.ts';
import { aTask } from '../../../builders/a-task.ts';

const present = {
  fence: { id: 'fence-1', version: '4', counter: 3 },
  isAllOfChild: false,
  found: new Map(),
  tasks: [],
  passedOn: [],
};
const write = (...writes: Parameters<typeof fencedTransaction>[0]) => fencedTransaction(writes, present).entry ?? [];

test('the fence goes first, by id, one further, and only over the version that was read', () => {
  const [fence, ...rest] = write();
  expect(rest).toEqual([]);
  expect(fence).toEqual({
    resource: expect.objectContaining({
      resourceType: 'Basic',
      id: 'fence-1',
      extension: [{ url: EXTENSIONS.fenceCounter, valueInteger: 4 }],
    }),
    request: { method: 'PUT', url: 'Basic/fence-1', ifMatch: 'W/"4"' },
  });
});

test('what stands is written by its id over the version that was read, what is new is made if missing, a trace under its own id', () => {
  const [, revised, made, trace] = write(
    { resource: aTask(), fullUrl: 'urn:1', ifMatch: '3' },
    { resource: aPatient(), fullUrl: 'urn:2', ifNoneExist: 'identifier=a%7Cb' },
    { resource: { resourceType: 'Provenance', id: 'x-1', target: [], recorded: 'x', agent: [] }, fullUrl: 'urn:3' },
  );
  expect(revised?.request).toEqual({ method: 'PUT', url: 'Task/task-1', ifMatch: 'W/"3"' });
  expect(made?.request).toEqual({ method: 'POST', url: 'Patient', ifNoneExist: 'identifier=a%7Cb' });
  expect(trace?.request).toEqual({ method: 'PUT', url: 'Provenance/x-1' });
});

test('what was written is told by place and version, without the fence', () => {
  const locations = [
    'Basic/fence-1/_history/5',
    'http://hapi:8080/fhir/Task/12/_history/2',
    'Patient/a.b-c/_history/1',
    undefined,
    'nonsense',
  ];
  expect(
    writtenBy({
      resourceType: 'Bundle',
      type: 'transaction-response',
      entry: locations.map((location) => ({
        response: { status: '200', ...(location !== undefined && { location }) },
      })),
    }),
  ).toEqual([
    { reference: 'Task/12', versionId: '2' },
    { reference: 'Patient/a.b-c', versionId: '1' },
  ]);
});
