import { expect, test } from '@jest/globals';
import { auditInRecord, type Disclosure } from '../../../gateway/audit.ts';
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
