import { expect, test } from '@jest/globals';
import { givenThrough } from '../../../../gateway/disclosure/given-through.ts';
import { aRegistry } from '../../../builders/a-registry.ts';
import { aReceipt, aTask, ownedBy } from '../../../builders/a-task.ts';

const { hasSystem, lensGiven } = givenThrough(aRegistry());
const given = (partner: string, status: fhir4.Task['status'], receipt: Parameters<typeof aReceipt>[0] = {}) =>
  lensGiven(aTask({ status, owner: ownedBy(partner), extension: [aReceipt(receipt)] }));

test('a recipient saw what its lens shows; a lawyer the facts only once it accepted, also after that was paused or has ended', () => {
  expect(given('clsc-verdun', 'requested')).toBe('public-network');
  expect(given('orchestre', 'completed', { how: 'fax' })).toBe('community');
  expect(given('avocate', 'requested')).toBe('lawyer-conflict-check');
  expect(given('avocate', 'rejected')).toBe('lawyer-conflict-check');
  expect(given('avocate', 'accepted')).toBe('lawyer-accepted');
  expect(given('avocate', 'completed', { stage: 'facts' })).toBe('lawyer-accepted');
  expect(given('avocate', 'cancelled', { stage: 'facts' })).toBe('lawyer-accepted');
});

test('who read it on the secure page saw little before it accepted, and its whole lens since', () => {
  expect(given('maison', 'requested', { how: 'web-page' })).toBe('page-before-acceptance');
  expect(given('maison', 'accepted', { how: 'web-page' })).toBe('community');
  expect(given('maison', 'requested', { how: 'fax' })).toBe('community');
});

test('of who has left the registry it is not known any more, and what would go there a person takes', () => {
  expect(given('parti', 'requested')).toBeUndefined();
  expect(['clsc-verdun', 'orchestre', 'maison', 'parti'].map(hasSystem)).toEqual([true, false, false, false]);
});
