import { expect, test } from '@jest/globals';
import { checkCoherence } from '../../../profiles/check-coherence.ts';

const circle = {
  centre: 'centre-1',
  happenedAt: '2026-09-14',
  child: { id: 'enfant-1', name: { text: 'Minh An' }, birthDate: '2020-05-17', gender: 'female' },
  members: [{ kind: 'family', id: 'maman', name: { text: 'Lan' } }],
  pivot: 'maman',
};
const request = {
  centre: 'centre-1',
  happenedAt: '2026-09-14',
  child: { id: 'enfant-1' },
  programme: 'clsc',
  safeContact: { through: 'centre' },
};
const agreement = (recipient: string): object => ({ recipient, by: { kind: 'child' }, at: '2026-09-14' });
const card = (number: string, more: object = {}): object => ({
  ...circle,
  child: { ...circle.child, ...more, cards: [{ kind: 'nam', number }] },
});

const found = (concept: Parameters<typeof checkCoherence>[0], body: unknown, now?: Date): string[] =>
  checkCoherence(concept, body, now).map(({ severity, expression }) => `${severity} ${expression}`);

test('a circle whose fields agree has nothing to be told', () => {
  expect(found('care-circle', circle, new Date('2026-09-14T12:00:00Z'))).toEqual([]);
});

test('a circle without a pivot is accepted with a warning', () => {
  const { pivot: _none, ...rest } = circle;
  expect(found('care-circle', rest)).toEqual(['warning CareCircle.pivot']);
});

test('a circle of professionals only is accepted with a warning', () => {
  const members = [{ kind: 'professional', id: 'maman', name: 'x' }];
  expect(found('care-circle', { ...circle, members })).toEqual(['warning CareCircle.members']);
});

test('a neighbour is enough for a circle not to be of professionals only', () => {
  const members = [{ kind: 'community', id: 'maman', name: { text: 'x' } }];
  expect(found('care-circle', { ...circle, members })).toEqual([]);
});

test('members without an identifier are not the same one', () => {
  const members = [...circle.members, { kind: 'family', name: { text: 'a' } }, { kind: 'family', name: { text: 'b' } }];
  expect(found('care-circle', { ...circle, members })).toEqual([]);
});

test.each([
  ['TREM20551712', {}],
  ['TREM20551712', { birthDate: '2020' }],
  ['TREM20551712', { birthDate: '2020-05', gender: 'unknown' }],
  ['TREM20051712', { gender: 'male' }],
  ['TREM20051712', { birthDate: undefined, gender: 'other' }],
])('a NAM that agrees with %#', (number, more) => {
  expect(found('care-circle', card(number, more))).toEqual([]);
});

test.each([
  ['TREM20551812', {}],
  ['TREM20561712', {}],
  ['TREM19551712', { birthDate: '2020' }],
  ['TREM20051712', {}],
  ['TREM20551712', { gender: 'male' }],
])('a NAM that differs is a warning, since an infant may use a parent’s card (%#)', (number, more) => {
  expect(found('care-circle', card(number, more))).toEqual(['warning CareCircle.child.cards[0].number']);
});

test('the warning about a card never says its number', () => {
  expect(JSON.stringify(checkCoherence('care-circle', card('TREM88010112')))).not.toContain('TREM88');
});

test('a request that nobody agreed to send is kept, not sent, and says what is missing', () => {
  const [issue] = checkCoherence('service-referral', {
    ...request,
    recipient: 'clsc-1',
    agreements: [agreement('clsc-2')],
  });
  expect(issue).toMatchObject({ severity: 'warning', expression: 'ServiceReferral.agreements' });
  expect(issue?.text.fr).toContain('enregistrée, pas envoyée');
});

test.each([
  ['names no recipient', {}],
  ['is agreed', { recipient: 'clsc-1', agreements: [agreement('clsc-2'), agreement('clsc-1')] }],
  ['is a draft', { recipient: 'clsc-1', status: 'draft' }],
  ['is withdrawn', { recipient: 'clsc-1', status: 'revoked' }],
])('a request that %s is not warned about an agreement', (_why, more) => {
  expect(found('service-referral', { ...request, ...more })).toEqual([]);
});

test('goals of another plan and agreements for other recipients are ordinary', () => {
  const actions = [{ kind: 'commitment', what: 'a', who: { kind: 'child' }, goals: ['but-ailleurs'] }];
  expect(found('action-plan', { ...request, actions, goals: [{ id: 'but-1', words: 'a' }] })).toEqual([]);
});

test('a goal named twice by a request is no duplicate of a part', () => {
  expect(found('social-prescription', { ...request, goals: ['g', 'g'] })).toEqual([]);
});

test.each([
  [
    'strengths',
    [
      { id: 'a', words: 'x' },
      { id: 'a', words: 'y' },
    ],
  ],
  [
    'actions',
    [
      { id: 'a', kind: 'centre-service' },
      { id: 'b', kind: 'centre-service' },
      { id: 'a', kind: 'commitment' },
    ],
  ],
])('two %s under one identifier are an error', (list, parts) => {
  expect(found('action-plan', { ...request, [list]: parts })).toEqual([
    `error ActionPlan.${list}[${parts.length - 1}].id`,
  ]);
});

test('an act of tomorrow morning is believed, one of the day after is not', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const at = (happenedAt: string): string[] => found('answer', { what: 'accepted', happenedAt }, now);
  expect(at('2026-11-23T11:59:59Z')).toEqual([]);
  expect(at('2026-11-23')).toEqual([]);
  expect(at('2026-11-23T12:00:01Z')).toEqual(['error Answer.happenedAt']);
  expect(at('2026-11-25')).toEqual(['error Answer.happenedAt']);
});

test('without a clock nothing is said of the future', () => {
  expect(found('dispatch', { happenedAt: '2199-01-01' })).toEqual([]);
});

const contact = { centre: 'centre-1', happenedAt: '2026-09-14', child: { id: 'enfant-1' }, kind: 'meeting' };
const rose = { kind: 'person', name: 'Rose' };

test('only a hand-over says who hands over, and one that does not is told so', () => {
  expect(found('contact', contact)).toEqual([]);
  expect(found('contact', { ...contact, handOver: { to: rose } })).toEqual(['error Contact.handOver']);
  expect(found('contact', { ...contact, kind: 'hand-over' })).toEqual(['warning Contact.handOver']);
  expect(found('contact', { ...contact, kind: 'hand-over', handOver: { to: rose } })).toEqual([]);
});

test.each([undefined, 'planned', 'finished'])(
  'why a contact did not take place is not said of one that is %s',
  (status) => {
    expect(found('contact', { ...contact, status, statusReason: 'x' })).toEqual(['error Contact.statusReason']);
    expect(found('contact', { ...contact, status: 'cancelled', statusReason: 'x' })).toEqual([]);
  },
);

const appointment = { centre: 'centre-1', happenedAt: '2026-09-14', child: { id: 'enfant-1' } };
const times = { start: '2026-09-20T10:00:00-04:00', end: '2026-09-20T11:00:00-04:00' };

test('start and end go together, in their order', () => {
  expect(found('appointment', { ...appointment, ...times })).toEqual([]);
  expect(found('appointment', { ...appointment, start: times.start })).toEqual(['error Appointment.end']);
  expect(found('appointment', { ...appointment, end: times.end })).toEqual(['error Appointment.start']);
  expect(found('appointment', { ...appointment, start: times.end, end: times.start })).toEqual([
    'error Appointment.end',
  ]);
});

test.each([
  ['proposed', []],
  ['waitlist', []],
  ['cancelled', []],
  [undefined, []],
  ['booked', ['error Appointment.start']],
  ['no-show', ['error Appointment.start']],
  ['entered-in-error', ['error Appointment.start']],
])('an appointment that is %s and has no time is found as FHIR’s app-3 says', (status, issues) => {
  expect(found('appointment', { ...appointment, status })).toEqual(issues);
});

test('nobody missed what is still to come', () => {
  const body = { ...appointment, ...times, status: 'no-show' };
  expect(found('appointment', body, new Date('2026-09-18T00:00:00Z'))).toEqual(['error Appointment.status']);
  expect(found('appointment', body, new Date('2026-09-20T00:00:00Z'))).toEqual([]);
  expect(found('appointment', { ...body, status: 'booked' }, new Date('2026-09-18T00:00:00Z'))).toEqual([]);
});

test('a reason belongs to what was cancelled or missed, an answer of the partner to a partner', () => {
  const because = { ...appointment, ...times, statusReason: 'x' };
  expect(found('appointment', because)).toEqual(['error Appointment.statusReason']);
  expect(found('appointment', { ...because, status: 'cancelled' })).toEqual([]);
  expect(found('appointment', { ...because, status: 'no-show' })).toEqual([]);
  expect(found('appointment', { ...appointment, partnerAnswer: 'accepted' })).toEqual([
    'error Appointment.partnerAnswer',
  ]);
  expect(found('appointment', { ...appointment, partner: 'clsc-1', partnerAnswer: 'accepted' })).toEqual([]);
});

const enrolment = { centre: 'centre-1', happenedAt: '2026-09-14', child: { id: 'enfant-1' }, programme: 'sippe' };
const step = (status: string, start?: string, end?: string): object => ({
  status,
  period: { ...(start !== undefined && { start }), ...(end !== undefined && { end }) },
});

test('the history of an enrolment goes forward and leads to where it stands', () => {
  const history = [step('waitlist', '2026-01', '2026-03'), step('active', '2026-03')];
  expect(found('enrolment', { ...enrolment, history })).toEqual([]);
  expect(found('enrolment', { ...enrolment, status: 'finished', history })).toEqual([
    'warning Enrolment.history[1].status',
  ]);
  expect(found('enrolment', { ...enrolment, status: 'entered-in-error', history })).toEqual([]);
  expect(found('enrolment', { ...enrolment, history: history.toReversed() })).toEqual([
    'error Enrolment.history[1].period.start',
    'warning Enrolment.history[0].period.end',
  ]);
});

test('a status of an enrolment ends after it starts', () => {
  expect(found('enrolment', { ...enrolment, history: [step('waitlist', '2026-03', '2026-01')] })).toEqual([
    'error Enrolment.history[0].period.end',
  ]);
});

test.each(['on-hold', 'finished', 'cancelled'])(
  'why an enrolment ended is said of one that is %s, not of others',
  (status) => {
    expect(found('enrolment', { ...enrolment, status, endedBecause: 'x' })).toEqual([]);
    expect(found('enrolment', { ...enrolment, endedBecause: 'x' })).toEqual(['error Enrolment.endedBecause']);
  },
);
const entry = { centre: 'centre-1', happenedAt: '2026-09-14', name: 'École de musique' };

test.each([
  [{ eligibility: { ageFrom: 6, ageTo: 17 } }, []],
  [{ eligibility: { ageFrom: 6, ageTo: 6 } }, []],
  [{ eligibility: { ageTo: 5 } }, []],
  [{ eligibility: { ageFrom: 17, ageTo: 6 } }, ['error DirectoryResource.eligibility.ageTo']],
  [{ hours: [{ allDay: true }, { from: '09:00', to: '17:00' }] }, []],
  [{ hours: [{ from: '09:00' }, { allDay: true, to: '17:00' }] }, ['error DirectoryResource.hours[1].allDay']],
  [{ places: [{ id: 'a' }, { name: 'x' }, { name: 'x' }] }, []],
  [{ places: [{ id: 'a' }, { id: 'a' }] }, ['error DirectoryResource.places[1].id']],
  [
    { closures: [{ words: 'Été', period: { start: '2026-08', end: '2026-07' } }] },
    ['error DirectoryResource.closures[0].period.end'],
  ],
])('a resource that says %j has %j', (changes, issues) => {
  expect(found('resource', { ...entry, ...changes })).toEqual(issues);
});
