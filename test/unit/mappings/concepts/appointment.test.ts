import { expect, test } from '@jest/globals';
import { appointmentMapping } from '../../../../mappings/concepts/appointment.ts';
import { resourceMapping } from '../../../../mappings/concepts/resource.ts';
import type { Appointment } from '../../../../mappings/domain/concepts.ts';
import { CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const TIMES = { start: '2026-03-20T13:30:00-04:00', end: '2026-03-20T14:30:00-04:00' } as const;

const anAppointment = (appointment: Partial<Appointment> = {}) => ({
  id: 'rdv-1',
  centre: 'verdun',
  happenedAt: '2026-03-12T09:30:00-04:00',
  child: { id: 'enf-1' },
  ...appointment,
});

const resourceOf = (appointment: Partial<Appointment>): fhir4.Appointment => {
  const [first] = resourcesOf(appointmentMapping.toBundle(anAppointment(appointment), CONTEXT));
  if (first?.resourceType !== 'Appointment') throw new Error('the root of an appointment is an Appointment');
  return first;
};

test('of which nobody said where it stands, it is booked once its time is known, and marked as implied', () => {
  expect(resourceOf(TIMES)).toMatchObject({ status: 'booked', _status: { extension: [{ valueBoolean: true }] } });
  expect(resourceOf({})).toMatchObject({ status: 'proposed', _status: { extension: [{ valueBoolean: true }] } });
});

test('a booking that was said is not taken for one that was implied', () => {
  const said = anAppointment({ ...TIMES, status: 'booked' });
  expect(appointmentMapping.fromResources(resourcesOf(appointmentMapping.toBundle(said, CONTEXT)))).toEqual({
    ok: true,
    value: said,
  });
});

test('why it was cancelled stands in FHIR’s own element; why the child was absent cannot, since app-4 forbids it there', () => {
  const why = { ...TIMES, statusReason: 'L’autobus n’est pas venu' };
  expect(resourceOf({ ...why, status: 'cancelled' }).cancelationReason).toEqual({ text: why.statusReason });
  const missed = resourceOf({ ...why, status: 'no-show' });
  expect(missed.status).toBe('noshow');
  expect(missed).not.toHaveProperty('cancelationReason');
  expect(JSON.stringify(missed.extension)).toContain(why.statusReason);
});

test('the child is the first whom it brings together, with the family’s answer', () => {
  const { participant } = resourceOf({ familyAnswer: 'tentative', where: 'Au CLSC' });
  expect(participant.map(({ actor, status }) => [actor?.type ?? actor?.display, status])).toEqual([
    ['Patient', 'tentative'],
    ['Au CLSC', 'needs-action'],
  ]);
});

test('who goes along with the child is not who receives them, even under one name', () => {
  const who = { kind: 'person', name: 'Rose' } as const;
  const appointment = anAppointment({
    ...TIMES,
    accompaniedBy: [{ who, answer: 'accepted' }, { who }],
    receivedBy: [{ who, answer: 'declined' }],
    where: 'Rose',
  });
  expect(appointmentMapping.fromResources(resourcesOf(appointmentMapping.toBundle(appointment, CONTEXT)))).toEqual({
    ok: true,
    value: appointment,
  });
});

test('the partner is brought along under its registry name, and takes part without being an actor, which R4 does not allow', () => {
  const resources = resourcesOf(appointmentMapping.toBundle(anAppointment({ partner: 'clsc-verdun' }), CONTEXT));
  expect(resources).toContainEqual(
    expect.objectContaining({ resourceType: 'Organization', name: CONTEXT.recipient?.name }),
  );
  const partner = resourceOf({ partner: 'clsc-verdun' }).participant[1];
  expect(partner).not.toHaveProperty('actor');
  expect(partner?.extension?.[0]?.valueReference?.identifier?.value).toBe('clsc-verdun');
});

test('a resource of the directory is waited for, not made', () => {
  const { participant } = resourceOf({ resource: 'orchestre' });
  expect(participant[1]?.actor).toEqual({
    type: 'HealthcareService',
    identifier: { system: resourceMapping.root('verdun').system, value: 'orchestre' },
  });
});

test('an appointment without the child, or with somebody whose part we do not know, is told and not guessed', () => {
  const appointment = resourceOf(TIMES);
  expect(appointmentMapping.fromResources([{ ...appointment, participant: [] }])).toMatchObject({
    ok: false,
    issues: [{ expression: 'Appointment.participant.actor' }],
  });
  const stranger: fhir4.AppointmentParticipant = { actor: { display: 'Rose' }, status: 'accepted' };
  expect(
    appointmentMapping.fromResources([{ ...appointment, participant: [...appointment.participant, stranger] }]),
  ).toMatchObject({ ok: false, issues: [{ expression: 'Appointment.participant.type' }] });
});
