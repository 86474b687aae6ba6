import { describe, expect, test } from '@jest/globals';
import { contactMapping } from '../../../../mappings/concepts/contact.ts';
import type { Contact } from '../../../../mappings/domain/concepts.ts';
import { CONTEXT } from './fixtures.ts';
import { resourcesOf } from './stored.ts';

const aContact = (contact: Partial<Contact> = {}) => ({
  id: 'contact-1',
  centre: 'verdun',
  happenedAt: '2026-03-12T09:30:00-04:00',
  child: { id: 'enf-1' },
  kind: 'meeting' as const,
  ...contact,
});

const encounterOf = (contact: Partial<Contact>): fhir4.Encounter => {
  const [first] = resourcesOf(contactMapping.toBundle(aContact(contact), CONTEXT));
  if (first?.resourceType !== 'Encounter') throw new Error('the root of a contact is an Encounter');
  return first;
};

const readBack = (encounter: fhir4.Encounter) => contactMapping.fromResources([encounter]);

describe('the class that FHIR requires', () => {
  test.each([
    ['call', 'VR'],
    ['visit', 'HH'],
    ['meeting', 'AMB'],
    ['session', 'AMB'],
    ['hand-over', 'AMB'],
  ] as const)('is, for a %s of which nobody said where, %s, and says that it is implied', (kind, code) => {
    expect(encounterOf({ kind }).class).toMatchObject({ code, _code: { extension: [{ valueBoolean: true }] } });
  });

  test.each([
    ['on-site', 'AMB'],
    ['home', 'HH'],
    ['elsewhere', 'FLD'],
    ['remote', 'VR'],
  ] as const)('is, of a place %s, %s and not implied', (setting, code) => {
    const { class: coding } = encounterOf({ setting });
    expect(coding).toMatchObject({ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code });
    expect(coding).not.toHaveProperty('_code');
  });

  test('is a reason when it is none of ours, and not a place that nobody named', () => {
    const coding = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'EMER' };
    expect(readBack({ ...encounterOf({}), class: coding })).toMatchObject({
      ok: false,
      issues: [{ code: 'value', expression: 'Encounter.class' }],
    });
  });
});

test('the child is the subject and never a participant, which R4 does not allow; whether they were there is said apart', () => {
  const encounter = encounterOf({ childPresent: false, participants: [{ kind: 'member', id: 'maman' }] });
  expect(encounter.subject?.identifier?.value).toBe('enf-1');
  expect((encounter.participant ?? []).map(({ individual }) => individual?.type)).toEqual(['RelatedPerson']);
  expect(readBack(encounter)).toMatchObject({ ok: true, value: { childPresent: false } });
});

test('a participant who turns out to be the child is a reason', () => {
  const encounter = encounterOf({ participants: [{ kind: 'person', name: 'Rose' }] });
  const [rose] = encounter.participant ?? [];
  const child = { ...rose, individual: encounter.subject };
  expect(readBack({ ...encounter, participant: [child] as fhir4.EncounterParticipant[] })).toMatchObject({
    ok: false,
    issues: [{ expression: 'Encounter.participant.individual' }, expect.anything()],
  });
});

test('a participant whose part we do not know is a reason, and is not dropped in silence', () => {
  const encounter = encounterOf({});
  const participant = [{ individual: { display: 'Rose' } }];
  expect(readBack({ ...encounter, participant })).toMatchObject({
    ok: false,
    issues: [{ code: 'required', expression: 'Encounter.participant.type' }],
  });
});

test('who was there, who hands over and who takes over may be one person', () => {
  const rose = { kind: 'person', name: 'Rose' } as const;
  const contact = aContact({ kind: 'hand-over', participants: [rose, rose], handOver: { from: rose, to: rose } });
  expect(contactMapping.fromResources(resourcesOf(contactMapping.toBundle(contact, CONTEXT)))).toEqual({
    ok: true,
    value: contact,
  });
});

test('the request it follows from and the appointment it keeps are waited for, not pointed to inside the Bundle', () => {
  const { basedOn, appointment } = encounterOf({ request: 'ref-1', appointment: 'rdv-1' });
  for (const reference of [basedOn?.[0], appointment?.[0]]) expect(reference).not.toHaveProperty('reference');
  expect(basedOn?.[0]).toMatchObject({ type: 'ServiceRequest', identifier: { value: 'ref-1' } });
  expect(appointment?.[0]).toMatchObject({ type: 'Appointment', identifier: { value: 'rdv-1' } });
});
