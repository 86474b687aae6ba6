import type { Disclosure } from '../../gateway/audit/disclosure-event.ts';

export const uuidOf = (nth: number): string => `00000000-0000-5000-8000-${String(nth).padStart(12, '0')}`;

/** The nth time that a request was shown to a CLSC, as the audit is told. */
export const aDisclosure = (nth: number, changes: Partial<Disclosure> = {}): Disclosure => ({
  id: uuidOf(nth),
  centre: 'verdun',
  recipient: 'clsc-verdun',
  child: 'enf-1',
  request: 'Task/task-1',
  kind: 'service-referral',
  channel: 'fhir-rest',
  restricted: false,
  lens: 'public-network',
  basis: 'agreement 2026-03-01 (others-consent)',
  at: '2026-03-10T12:00:00.000Z',
  ...changes,
});
