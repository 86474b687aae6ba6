import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EXTENSIONS } from '../../../../mappings/domain/systems.ts';
import { whatStands } from '../../../../mappings/domain/what-stands.ts';

const subject = { reference: 'Patient/1' };
const happened = (day: string) => ({
  extension: [{ url: EXTENSIONS.revision, extension: [{ url: 'happened', valueDateTime: day }] }],
});
const plan = (id: string, day: string, changes: Partial<fhir4.CarePlan> = {}): fhir4.CarePlan => ({
  resourceType: 'CarePlan',
  id,
  intent: 'plan',
  status: 'active',
  subject,
  ...happened(day),
  ...changes,
});
const circle = (id: string, day: string, status: NonNullable<fhir4.CareTeam['status']>): fhir4.CareTeam => ({
  resourceType: 'CareTeam',
  id,
  status,
  subject,
  ...happened(day),
});
const replaces = (id: string) => ({ replaces: [{ reference: `CarePlan/${id}` }] });

/** What stands is the same in whatever order the record gives it. */
function standing<T extends fhir4.CareTeam | fhir4.CarePlan>(found: readonly T[]): string | undefined {
  const [first, second] = [whatStands(found)?.id, whatStands([...found].reverse())?.id];
  expect(first).toBe(second);
  return first;
}

test('of two plans the later one stands, until another replaces it', () => {
  const [first, second] = [plan('1', '2026-01-05'), plan('2', '2026-03-05')];
  expect(standing([first, second])).toBe('2');
  expect(standing([first, second, plan('3', '2026-02-01', replaces('2'))])).toBe('3');
});

test('a draft replaces nothing, and a plan entered in error never stood', () => {
  const first = plan('1', '2026-01-05');
  expect(standing([first, plan('2', '2026-03-05', { status: 'draft', ...replaces('1') })])).toBe('1');
  expect(standing([first, plan('2', '2026-03-05', { status: 'entered-in-error', ...replaces('1') })])).toBe('1');
  expect(standing([plan('1', '2026-01-05', { status: 'revoked' })])).toBeUndefined();
});

test('a plan that says that it replaces itself stands', () => {
  expect(standing([plan('1', '2026-01-05', replaces('1'))])).toBe('1');
});

test('a circle in force stands before one that has ended later', () => {
  expect(standing([circle('1', '2026-01-05', 'active'), circle('2', '2026-03-05', 'inactive')])).toBe('1');
  expect(standing([circle('2', '2026-03-05', 'inactive')])).toBe('2');
  expect(standing([circle('2', '2026-03-05', 'entered-in-error')])).toBeUndefined();
});

test('whatever the order of arrival, the same plan stands', () => {
  const days = fc.constantFrom('2026', '2026-01', '2026-01-05', '2026-01-05T10:00:00-05:00');
  const statuses = fc.constantFrom<fhir4.CarePlan['status'][]>('active', 'on-hold', 'completed', 'draft', 'revoked');
  const plans = fc
    .array(fc.tuple(days, statuses, fc.nat(5)), { maxLength: 6 })
    .map((all) => all.map(([day, status, other], nth) => plan(`${nth}`, day, { status, ...replaces(`${other}`) })));
  fc.assert(fc.property(plans, (all) => void standing(all)));
});
