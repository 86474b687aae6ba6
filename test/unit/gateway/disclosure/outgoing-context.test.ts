import { expect, test } from '@jest/globals';
import { outgoingContext } from '../../../../gateway/disclosure/outgoing-context.ts';
import { aCentre, aPartner } from '../../../builders/a-registry.ts';
import { aReceipt, aTask } from '../../../builders/a-task.ts';

const MADE = { messageId: 'm-1', at: '2026-03-10T12:00:00Z' };

test('whatever leaves for a v2 site is addressed as the registry says, in the partner’s language', () => {
  const hl7v2 = { application: 'SIH', facility: 'RIVE', charset: '8859/1' };
  const partner = aPartner({ hl7v2, language: 'en' });
  expect(outgoingContext({ centre: aCentre(), partner, task: aTask() }, MADE)).toEqual({
    ...MADE,
    sender: { id: 'verdun', name: 'The Little Foxes', telephone: '514 555-0110' },
    recipient: { id: 'clsc-verdun', name: 'Verdun CLSC' },
    language: 'en',
    first: true,
    hl7v2,
  });
});

test('what has a receipt is not the first', () => {
  const task = aTask({ extension: [aReceipt()] });
  expect(outgoingContext({ centre: aCentre(), partner: aPartner(), task }, MADE).first).toBe(false);
});
