import { expect, test } from '@jest/globals';
import { auditInRecord, type Disclosure, type OperatorAct } from '../../../gateway/audit.ts';
import { GatewayError } from '../../../gateway/failures.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import { breachesOf } from '../../builders/breaches.ts';
import { memoryRecord } from '../../builders/memory-record.ts';
import { hasHoles } from '../../builders/valid-transaction.ts';

const DISCLOSURE: Disclosure = {
  id: '00000000-0000-5000-8000-0000000000a1',
  centre: 'verdun',
  recipient: 'clsc-verdun',
  request: 'Task/task-1',
  lens: 'public-network',
  basis: 'agreement 2026-03-01',
  at: '2026-03-10T12:00:00.000Z',
};

test('a disclosure is an AuditEvent: who gave what to whom, when, on which basis, through which lens', async () => {
  const record = memoryRecord();
  await auditInRecord(record).disclosure(DISCLOSURE);
  const [event] = record.ofType('AuditEvent');
  expect(event).toMatchObject({
    id: DISCLOSURE.id,
    recorded: DISCLOSURE.at,
    outcome: '0',
    purposeOfEvent: [{ text: DISCLOSURE.basis }],
    agent: [
      { requestor: true, who: { identifier: { system: IDENTIFIERS.centre, value: 'verdun' } } },
      { requestor: false, who: { identifier: { system: IDENTIFIERS.partner, value: 'clsc-verdun' } } },
    ],
    entity: [{ what: { reference: 'Task/task-1' }, detail: [{ type: 'lens', valueString: 'public-network' }] }],
  });
  expect(hasHoles(event)).toBe(false);
  expect(event && breachesOf(event)).toEqual([]);
});

test('an attempt made again is one entry', async () => {
  const record = memoryRecord();
  const audit = auditInRecord(record);
  await audit.disclosure(DISCLOSURE);
  await audit.disclosure({ ...DISCLOSURE, at: '2026-03-10T12:00:05.000Z' });
  expect(record.ofType('AuditEvent')).toHaveLength(1);
});

test('an entry that cannot be written is a failure, so that nothing leaves', async () => {
  const put = async () => {
    throw new GatewayError('unavailable', 'x');
  };
  await expect(auditInRecord({ ...memoryRecord(), put }).disclosure(DISCLOSURE)).rejects.toMatchObject({
    kind: 'unavailable',
  });
});

const ACT: OperatorAct = {
  id: '00000000-0000-5000-8000-0000000000a2',
  what: 'replay',
  by: { operator: 'nuit' },
  on: [{ identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:00000000-0000-5000-8000-0000000000a3' } }],
  at: '2026-03-10T12:00:00.000Z',
};

test.each([
  [ACT, 'E', 'operation', { altId: 'nuit', requestor: true }],
  [
    { ...ACT, what: 'look', by: { centre: 'verdun' } },
    'R',
    'read',
    { who: { identifier: { system: IDENTIFIERS.centre, value: 'verdun' } }, requestor: true },
  ],
] as const)('an act of those who operate is an AuditEvent: who did what to which', async (act, action, code, agent) => {
  const record = memoryRecord();
  await auditInRecord(record).act(act);
  const [event] = record.ofType('AuditEvent');
  expect(event).toMatchObject({
    action,
    subtype: [{ code }],
    recorded: act.at,
    agent: [agent],
    entity: [{ what: act.on[0], detail: [{ type: 'act', valueString: act.what }] }],
  });
  expect(hasHoles(event)).toBe(false);
  expect(event && breachesOf(event)).toEqual([]);
});
