import type { ReceiptOnTask } from '../../mappings/domain/receipt-on-task.ts';
import { CODE_SYSTEMS, EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../mappings/domain/systems.ts';

/** The Task by which a CLSC has a request, as the record holds it. */
export const aTask = (changes: Partial<fhir4.Task> = {}): fhir4.Task => ({
  resourceType: 'Task',
  id: 'task-1',
  meta: { versionId: '3', lastUpdated: '2026-03-02T15:00:00.000Z' },
  identifier: [{ system: IDENTIFIERS.task, value: 'a1b2c3d4-0000-5000-8000-000000000001' }],
  groupIdentifier: { system: IDENTIFIERS.request('verdun'), value: 'ref-1' },
  status: 'requested',
  intent: 'order',
  code: { coding: [{ system: FOREIGN.taskCode, code: 'fulfill' }] },
  focus: {
    reference: 'ServiceRequest/request-1',
    type: 'ServiceRequest',
    identifier: { system: IDENTIFIERS.request('verdun'), value: 'ref-1' },
  },
  for: {
    reference: 'Patient/child-1',
    type: 'Patient',
    identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' },
  },
  authoredOn: '2026-03-02T10:00:00-05:00',
  lastModified: '2026-03-02T15:00:00.000Z',
  requester: {
    reference: 'Organization/centre-1',
    type: 'Organization',
    identifier: { system: IDENTIFIERS.centre, value: 'verdun' },
  },
  owner: ownedBy('clsc-verdun'),
  ...changes,
});

/** A Task's owner: a partner. */
export const ownedBy = (partner: string): fhir4.Reference => ({
  reference: `Organization/${partner}`,
  type: 'Organization',
  identifier: { system: IDENTIFIERS.partner, value: partner },
});

/** The receipt that a Task carries once its request has left. */
export const aReceipt = ({
  version = 1,
  stage = 'request',
  at = '2026-03-02T15:05:00.000Z',
  how = 'system',
  child,
}: Partial<Pick<ReceiptOnTask, 'version' | 'stage' | 'at' | 'how' | 'child'>> = {}): fhir4.Extension => ({
  url: EXTENSIONS.delivery,
  extension: [
    { url: 'version', valuePositiveInt: version },
    { url: 'stage', valueCode: stage },
    { url: 'at', valueDateTime: at },
    { url: 'how', valueCode: how },
    ...(child === undefined ? [] : [{ url: 'child', valueString: child }]),
  ],
});

/** A reason in our own codes. */
export const becauseOf = (code: string, text?: string): fhir4.CodeableConcept => ({
  coding: [{ system: CODE_SYSTEMS.declineReason, code }],
  ...(text !== undefined && { text }),
});

/** A business status in our own codes. */
export const saying = (code: string): fhir4.CodeableConcept => ({
  coding: [{ system: CODE_SYSTEMS.businessStatus, code }],
});
