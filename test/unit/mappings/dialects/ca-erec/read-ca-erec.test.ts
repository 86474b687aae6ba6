import { expect, test } from '@jest/globals';
import { caErec } from '../../../../../mappings/dialects/ca-erec/ca-erec.ts';
import { LOSSES } from '../../../../../mappings/dialects/ca-erec/losses.ts';
import type { Heard } from '../../../../../mappings/dialects/dialect.ts';
import { EXTENSIONS, FOREIGN, IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { isNamed, placesNamed } from '../../../../builders/dialect-tables.ts';
import { aFieldMessage } from './a-field-message.ts';

type Bundle = fhir4.Bundle<fhir4.FhirResource>;
const read = (bundle: Bundle) => caErec.read({ form: 'fhir', bundle }, { partner: 'triage-ereferral' });

function heardIn(bundle: Bundle): { readonly heard: readonly Heard[]; readonly places: readonly string[] } {
  const said = read(bundle);
  if (!said.ok) throw new Error(JSON.stringify(said.issues));
  return { heard: said.value.heard, places: said.value.issues.map(({ expression }) => expression ?? '') };
}

const placesRefused = (bundle: Bundle) => {
  const said = read(bundle);
  return said.ok ? 'was read' : said.issues.map(({ expression }) => expression);
};

/** The owner's Task about one of our requests, in a message of its own. */
function aboutOurs(event: string, ...focus: readonly fhir4.FhirResource[]): Bundle {
  const [header] = aFieldMessage(event).entry ?? [];
  const named = focus.map((resource, nth) => ({ ...resource, id: `focus-${nth}` }));
  return {
    ...aFieldMessage(event),
    entry: [
      {
        resource: {
          ...(header?.resource as fhir4.MessageHeader),
          focus: named.map(({ resourceType, id }) => ({ reference: `${resourceType}/${id}` })),
        },
      },
      ...named.map((resource) => ({ resource })),
      { resource: { resourceType: 'Organization', id: 'clinic', name: 'Triage of Ottawa' } },
    ],
  };
}
const OURS = [{ identifier: { system: IDENTIFIERS.task, value: 'n-1' } }];
const aTask = (more: Partial<fhir4.Task>): fhir4.Task => ({
  resourceType: 'Task',
  status: 'accepted',
  intent: 'order',
  basedOn: OURS,
  lastModified: '2026-11-24T10:00:00-05:00',
  ...more,
});
const anAppointment = (more: Partial<fhir4.Appointment>): fhir4.Appointment => ({
  resourceType: 'Appointment',
  status: 'booked',
  basedOn: OURS,
  start: '2026-12-01T10:00:00-05:00',
  end: '2026-12-01T11:00:00-05:00',
  participant: [{ actor: { display: 'Child' }, status: 'accepted' }],
  ...more,
});

test('a referral from the field is heard with its child, card, letter and who asks; words wait for a person', () => {
  const { heard } = heardIn(aFieldMessage());
  expect(heard).toMatchObject([
    {
      kind: 'request',
      request: {
        number: { system: 'https://a-system.example/referral', value: 'A-77' },
        task: { status: 'requested', priority: 'urgent' },
        request: { status: 'active', code: { text: 'Social pediatrics' }, subject: { type: 'Patient' } },
        child: {
          name: [{ family: 'Obi', given: ['Emeka'] }],
          birthDate: '2019-04-02',
          identifier: [
            {
              system: FOREIGN.ohip,
              value: '9876543217',
              extension: [{ url: EXTENSIONS.healthCardVersion, valueString: 'AB' }],
            },
          ],
        },
        letters: [{ content: [{ attachment: { title: 'Letter' } }] }],
      },
      askedBy: { name: 'Cody Roy', telephone: '613 555-0161' },
      words: [
        { where: 'ServiceRequest.note', words: 'Call after four' },
        { where: 'ServiceRequest.orderDetail', words: 'With an interpreter' },
        { where: 'ServiceRequest.reasonReference', words: 'Speech delay' },
      ],
      thread: '{"reference":"ServiceRequest/sr-1"}',
    },
  ]);
});

test('a request without a safe contact is reached through the centre', () => {
  const [asked] = heardIn(aFieldMessage()).heard;
  const extension = asked?.kind === 'request' ? asked.request.request.extension : undefined;
  expect(extension).toEqual([{ url: EXTENSIONS.safeContact, extension: [{ url: 'through', valueCode: 'centre' }] }]);
});

test('what must never be kept is nowhere in what is heard, and no place that is told has a value', () => {
  const said = read(aFieldMessage());
  for (const secret of ['UNSPOKEN', '046454286', '613 555-0199', 'blue', 'patient-religion', 'Coverage/'])
    expect(JSON.stringify(said)).not.toContain(secret);
  expect(said.ok && said.value.issues.filter(({ code }) => code === 'suppressed').length).toBe(3);
});

test('all that is not carried over is told, and stands in the table of mappings/README.md', () => {
  const named = placesNamed('ca-erec');
  const busy = aTask({
    priority: 'urgent',
    executionPeriod: {},
    extension: [{ url: 'https://a.example/x', valueString: 'y' }],
  });
  const places = [
    ...heardIn(aFieldMessage()).places,
    ...heardIn(aboutOurs('notify-update-process-request', busy)).places,
    ...heardIn(aboutOurs('notify-add-appointment', anAppointment({ priority: 1 }))).places,
    ...Object.keys(LOSSES),
  ];
  expect(places).toEqual(
    expect.arrayContaining([
      'ServiceRequest.locationCode',
      'ServiceRequest.extension',
      'Patient.telecom',
      'DocumentReference.author',
      'Condition',
      'QuestionnaireResponse',
      'Task.priority',
      'Task.extension',
      'Appointment.end',
      'Appointment.priority',
    ]),
  );
  expect(places.filter((place) => !isNamed(place, named))).toEqual([]);
});

test.each([
  ['revoke-service-request', 'revoked', 'cancelled'],
  ['revoke-service-request', 'active', 'cancelled'],
  ['notify-update-service-request', 'revoked', 'cancelled'],
  ['notify-update-service-request', 'entered-in-error', 'entered-in-error'],
])('%s of a request that is %s takes it back as %s', (event, status, state) => {
  const { heard } = heardIn(aFieldMessage(event, status));
  expect(heard).toMatchObject([{ kind: 'cancellation', number: { value: 'A-77' }, state, accepted: false }]);
});

test('a request that is asked otherwise is heard again under its number', () => {
  expect(heardIn(aFieldMessage('notify-update-service-request')).heard).toMatchObject([
    { kind: 'request', request: { number: { value: 'A-77' } } },
  ]);
});

test.each([
  ['notify-add-process-request', aTask({ status: 'received' }), { what: 'acknowledged' }],
  ['notify-update-process-request', aTask({ status: 'ready' }), { what: 'accepted' }],
  [
    'notify-update-process-request',
    aTask({ status: 'rejected', statusReason: { text: 'Full until March' } }),
    { what: 'declined', words: 'Full until March' },
  ],
  ['notify-update-process-request', aTask({ status: 'on-hold' }), { what: 'awaiting-information' }],
  [
    'notify-update-process-request',
    aTask({ status: 'completed', output: [{ type: { text: 'outcome' }, valueString: 'Three meetings' }] }),
    { what: 'completed', outcome: 'Three meetings' },
  ],
])('%s: %j is heard as an answer to our number', (event, task, answer) => {
  expect(heardIn(aboutOurs(event, task)).heard).toMatchObject([
    {
      kind: 'answer',
      number: { system: IDENTIFIERS.task, value: 'n-1' },
      answer: { ...answer, happenedAt: '2026-11-24T10:00:00-05:00', channel: 'system' },
    },
  ]);
});

test.each([
  [aTask({}), anAppointment({}), 'scheduled', '2026-12-01T10:00:00-05:00'],
  [aTask({ status: 'in-progress' }), anAppointment({ status: 'noshow' }), 'no-show', '2026-12-01T10:00:00-05:00'],
  [aTask({}), anAppointment({ status: 'fulfilled' }), 'started', '2026-12-01T10:00:00-05:00'],
  [aTask({ status: 'completed' }), anAppointment({}), 'completed', '2026-12-01T10:00:00-05:00'],
])('beside a Task an Appointment says more, unless the work has ended', (task, appointment, what, appointmentAt) => {
  const message = aboutOurs('notify-update-process-request', appointment, task);
  expect(heardIn(message).heard).toMatchObject([{ kind: 'answer', answer: { what, appointmentAt } }]);
});

test('an Appointment alone is an answer, said by whoever sent it', () => {
  const { created: _none, ...appointment } = anAppointment({});
  expect(heardIn(aboutOurs('notify-add-appointment', appointment)).heard).toMatchObject([
    {
      kind: 'answer',
      answer: { what: 'scheduled', saidBy: 'Triage of Ottawa', happenedAt: '2026-11-24T09:00:00.000-05:00' },
    },
  ]);
});

test('an Appointment that is cancelled is no answer: a person reads of it', () => {
  const cancelled = anAppointment({ status: 'cancelled', cancelationReason: { text: 'Snow storm' } });
  expect(heardIn(aboutOurs('notify-update-process-request', cancelled)).heard).toMatchObject([
    { kind: 'note', words: [{ words: 'cancelled : 2026-12-01T10:00:00-05:00' }, { words: 'Snow storm' }] },
  ]);
});

test('notes and results under foreign codes are words for a person, not the answer’s own', () => {
  const task = aTask({
    note: [{ text: 'Ask for Rita' }],
    output: [{ type: { coding: [{ system: 'https://a.example', code: 'x', display: 'Score' }] }, valueString: '12' }],
  });
  const [answer] = heardIn(aboutOurs('notify-update-process-request', task)).heard;
  expect(answer).toMatchObject({
    words: [
      { where: 'Task.note', words: 'Ask for Rita' },
      { where: 'Task.output', words: 'Score : 12' },
    ],
  });
  expect(answer?.kind === 'answer' && [answer.answer.words, answer.answer.outcome]).toEqual([undefined, undefined]);
});

test.each(['send-communication', 'send-communication-from-provider', 'send-communication-from-requester'])(
  '%s is a note that a person reads',
  (event) => {
    const asked: fhir4.Communication = {
      resourceType: 'Communication',
      status: 'completed',
      basedOn: OURS,
      sent: '2026-11-24T10:00:00-05:00',
      payload: [{ contentString: 'Which school?' }],
    };
    expect(heardIn(aboutOurs(event, asked)).heard).toEqual([
      {
        kind: 'note',
        number: { system: IDENTIFIERS.task, value: 'n-1' },
        happenedAt: '2026-11-24T10:00:00-05:00',
        words: [{ where: 'Communication.payload', words: 'Which school?' }],
        letters: [],
      },
    ]);
  },
);

test('the number may stand in the request that comes along, or in the header', () => {
  const task = aTask({ basedOn: [{ reference: 'ServiceRequest/focus-1' }] });
  const request: fhir4.ServiceRequest = {
    resourceType: 'ServiceRequest',
    identifier: [{ system: 'https://a.example', value: 'theirs' }, ...OURS.map(({ identifier }) => identifier)],
    status: 'active',
    intent: 'order',
    subject: { display: 'x' },
  };
  const number = { system: IDENTIFIERS.task, value: 'n-1' };
  expect(heardIn(aboutOurs('notify-update-process-request', task, request)).heard).toMatchObject([{ number }]);
  const { entry = [], ...rest } = aboutOurs('notify-update-process-request', aTask({ basedOn: [] }));
  const extension = [
    { url: 'http://ehealthontario.ca/fhir/StructureDefinition/ext-referral-identifier', valueIdentifier: number },
  ];
  const header = { ...(entry[0]?.resource as fhir4.MessageHeader), extension };
  expect(heardIn({ ...rest, entry: [{ resource: header }, ...entry.slice(1)] }).heard).toMatchObject([{ number }]);
});

test('what cannot be read is refused by every place that must be repaired', () => {
  const whole = aFieldMessage();
  const [header, request, ...rest] = whole.entry ?? [];
  const of = (changes: object) => ({
    ...whole,
    entry: [header ?? {}, { resource: { ...(request?.resource as fhir4.ServiceRequest), ...changes } }, ...rest],
  });
  expect(placesRefused({ ...whole, type: 'collection' })).toEqual(['Bundle.type']);
  expect(placesRefused({ ...whole, type: 'batch', entry: [] })).toEqual(['Bundle.type', 'Bundle.entry[0].resource']);
  expect(placesRefused({ ...whole, entry: [header ?? {}, ...rest] })).toEqual(['MessageHeader.focus[0]']);
  expect(placesRefused(aFieldMessage('notify-data-correction'))).toEqual(['MessageHeader.eventCoding']);
  expect(placesRefused(of({ identifier: [{ value: '' }], status: 'completed' }))).toEqual([
    'ServiceRequest.identifier',
    'ServiceRequest.status',
  ]);
  expect(placesRefused(of({ modifierExtension: [{ url: 'https://a.example/not' }] }))).toEqual([
    'ServiceRequest.modifierExtension',
  ]);
  expect(placesRefused(aFieldMessage('notify-update-process-request'))).toEqual(['MessageHeader.focus']);
  expect(placesRefused(aboutOurs('notify-update-process-request', aTask({ basedOn: [], status: 'draft' })))).toEqual([
    'Task.basedOn.identifier',
    'Task.status',
  ]);
  expect(caErec.read({ form: 'hl7v2', text: 'MSH|' }, { partner: 'x' })).toMatchObject({ ok: false });
});

test('a reference that may mean two children, or none, is refused: no child is guessed', () => {
  const whole = aFieldMessage();
  const isChild = ({ resource }: fhir4.BundleEntry<fhir4.FhirResource>) => resource?.resourceType === 'Patient';
  const entry = whole.entry ?? [];
  for (const children of [[...entry, ...entry.filter(isChild)], entry.filter((one) => !isChild(one))])
    expect(placesRefused({ ...whole, entry: children })).toEqual(['ServiceRequest.subject']);
});

test('an acknowledgement that comes by itself says nothing new', () => {
  const { entry = [], ...rest } = aFieldMessage();
  const response = { identifier: 'm-0', code: 'ok' as const };
  const answered = { ...(entry[0]?.resource as fhir4.MessageHeader), focus: [], response };
  expect(heardIn({ ...rest, entry: [{ resource: answered }] }).heard).toEqual([]);
});
