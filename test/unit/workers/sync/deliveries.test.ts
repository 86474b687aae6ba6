import { expect, test } from '@jest/globals';
import { REFERRAL_STATES } from '../../../../mappings/domain/referral-state.ts';
import { deliveriesFor } from '../../../../workers/sync/deliveries.ts';
import { aPatient } from '../../../builders/a-patient.ts';
import { aReceipt, aTask } from '../../../builders/a-task.ts';

const JOB = { task: 'a1b2c3d4-0000-5000-8000-000000000001', partner: 'clsc-verdun' };

test('an active Task is due, and one taken back, also when no receipt says that it left: it may have arrived', () => {
  const due = (delivered: boolean) =>
    REFERRAL_STATES.filter(
      (status) => deliveriesFor([aTask({ status, extension: delivered ? [aReceipt()] : [] })]).length > 0,
    );
  const active = ['requested', 'received', 'accepted', 'in-progress', 'on-hold'];
  for (const delivered of [true, false]) expect(due(delivered)).toEqual([...active, 'cancelled', 'entered-in-error']);
});

test('a job carries the number and the partner, and nothing else', () => {
  expect(deliveriesFor([aPatient(), aTask(), aTask({ status: 'draft' })])).toEqual([JOB]);
});

test('a Task without a number of ours, or owned by nobody in the registry’s numbering, is not a delivery', () => {
  expect(deliveriesFor([aTask({ identifier: [{ system: 'urn:theirs', value: '1' }] })])).toEqual([]);
  expect(
    deliveriesFor([
      aTask({ owner: { type: 'Organization', identifier: { system: 'urn:theirs', value: 'clsc-verdun' } } }),
    ]),
  ).toEqual([]);
});
