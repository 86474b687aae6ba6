import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { LOSSES } from '../../../../../mappings/dialects/by-focus/losses.ts';
import type { Message } from '../../../../../mappings/dialects/dialect.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { bundleOf, CONTEXT, DIALECTS, heardIn, messageOf, onlyOne, THEIRS } from './travelling.ts';

const OURS = { system: IDENTIFIERS.task, value: 'a1b2c3d4-0000-5000-8000-000000000001' };
const BSER = 'http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS';
const GRAVITY = 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes';
const FULFILL = { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] };

/** Our Task, as a platform holds it on its own server. */
const ourTask = (changes: Partial<fhir4.Task> = {}): fhir4.Task => ({
  resourceType: 'Task',
  id: 'task-77',
  meta: { versionId: '3', lastUpdated: '2026-11-20T15:00:00Z' },
  identifier: [OURS],
  status: 'accepted',
  intent: 'order',
  code: FULFILL,
  focus: { reference: 'ServiceRequest/sr-77' },
  for: { reference: 'Patient/p-77' },
  authoredOn: '2026-11-19T09:00:00-05:00',
  lastModified: '2026-11-20T10:00:00-05:00',
  requester: { reference: 'Organization/centre' },
  owner: { display: 'Banque alimentaire' },
  ...changes,
});

/** A request that a platform makes of a centre of ours. */
const asked = (changes: Partial<fhir4.Task> = {}): readonly fhir4.FhirResource[] => [
  ourTask({
    identifier: [THEIRS],
    status: 'requested',
    owner: { reference: 'Organization/centre' },
    requester: { reference: 'Organization/them' },
    ...changes,
  }),
  {
    resourceType: 'ServiceRequest',
    id: 'sr-77',
    status: 'active',
    intent: 'order',
    category: [{ coding: [{ system: GRAVITY, code: 'food-insecurity' }] }],
    code: {
      coding: [{ system: 'http://snomed.info/sct', code: '467771000124109', display: 'Food pantry application' }],
    },
    subject: { reference: 'Patient/p-77' },
    reasonReference: [{ reference: 'Condition/c-1' }],
  },
  {
    resourceType: 'Patient',
    id: 'p-77',
    identifier: [{ system: 'https://plateforme.example/patient', value: 'P-1' }],
    name: [{ family: 'Benhaddou', given: ['Alia'] }],
    birthDate: '2019-04-02',
    telecom: [{ system: 'phone', value: '514 555-0100' }],
  },
  {
    resourceType: 'Condition',
    id: 'c-1',
    code: { text: 'Frigo vide en fin de mois' },
    subject: { reference: 'Patient/p-77' },
  },
  {
    resourceType: 'Organization',
    id: 'centre',
    identifier: [{ system: IDENTIFIERS.centre, value: 'hochelaga' }],
    name: 'Hochelaga',
  },
  {
    resourceType: 'Organization',
    id: 'them',
    name: 'ABC Coordination',
    telecom: [{ system: 'phone', value: '514 555-0150' }],
  },
];

describe.each(DIALECTS)('%s reads', (_name, dialect) => {
  const heard = (...resources: readonly fhir4.FhirResource[]) => heardIn(dialect, messageOf(...resources));
  const answer = (task: fhir4.Task, ...others: readonly fhir4.FhirResource[]) => {
    const one = onlyOne(heard(task, ...others));
    if (one.kind !== 'answer') throw new Error(`a ${one.kind}`);
    return one;
  };
  const placesIn = (...resources: readonly fhir4.FhirResource[]) =>
    heard(...resources).issues.map(({ expression }) => expression);

  test.each([
    ['received', 'acknowledged'],
    ['ready', 'accepted'],
    ['accepted', 'accepted'],
    ['rejected', 'declined'],
    ['in-progress', 'started'],
    ['on-hold', 'awaiting-information'],
    ['completed', 'completed'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
  ] as const)('the status %s as %s', (status, what) => {
    expect(answer(ourTask({ status })).answer).toMatchObject({ what, happenedAt: '2026-11-20T10:00:00-05:00' });
  });

  test('our own Task, still as we wrote it, as no news', () => {
    expect(heard(ourTask({ status: 'requested' }))).toMatchObject({ heard: [], issues: [] });
    expect(heard(...asked({ status: 'in-progress' })).heard).toEqual([]);
  });

  test.each([
    ['accepted', '5.1.1', 'scheduled'],
    ['in-progress', '5.1.2', 'no-show'],
    ['in-progress', '5.1.4', 'started'],
    ['completed', '7.0', 'completed'],
    ['rejected', '4.0', 'declined'],
    ['failed', '6.0', 'failed'],
    ['on-hold', '2.0', 'awaiting-information'],
  ] as const)('%s with BSeR’s %s as %s, without a warning', (status, code, what) => {
    const task = ourTask({ status, businessStatus: { coding: [{ system: BSER, code }] } });
    expect(answer(task).answer.what).toBe(what);
    expect(heard(task).issues).toEqual([]);
  });

  test('a status left at «requested» by its business status, a contradiction by its status, both with a warning', () => {
    const left = ourTask({ status: 'requested', businessStatus: { coding: [{ system: BSER, code: '7.0' }] } });
    const contrary = ourTask({ status: 'accepted', businessStatus: { coding: [{ system: BSER, code: '4.0' }] } });
    expect([answer(left).answer.what, answer(contrary).answer.what]).toEqual(['completed', 'accepted']);
    for (const task of [left, contrary])
      expect(heard(task).issues).toMatchObject([
        { severity: 'warning', code: 'business-rule', expression: 'Task.businessStatus' },
      ]);
  });

  test('a business status in a code that nobody published by the status alone, with a warning', () => {
    const task = ourTask({
      businessStatus: { coding: [{ system: 'urn:example:own', code: 'maybe' }], text: 'Peut-être' },
    });
    expect(answer(task).answer).toMatchObject({ what: 'accepted', words: 'Peut-être' });
    expect(placesIn(task)).toEqual(['Task.businessStatus']);
  });

  test('what was done from a Procedure beside it, contained in it, or from a code', () => {
    const type = { coding: [{ system: GRAVITY, code: 'resulting-activity' }] };
    const procedure = (id: string): fhir4.Procedure => ({
      resourceType: 'Procedure',
      id,
      status: 'completed',
      code: { text: 'Trois paniers' },
      subject: { reference: 'Patient/p-77' },
      note: [{ text: 'Rappeler en janvier' }],
    });
    const done = (reference: string) =>
      ourTask({ status: 'completed', output: [{ type, valueReference: { reference } }] });
    const beside = answer(done('Procedure/pr-1'), procedure('pr-1'));
    expect(beside.answer.outcome).toBe('Trois paniers');
    expect(beside.words).toEqual([{ where: 'Procedure.note', words: 'Rappeler en janvier' }]);
    expect(answer({ ...done('#in'), contained: [procedure('in')] }).answer.outcome).toBe('Trois paniers');
    const coded = ourTask({ status: 'completed', output: [{ type, valueCodeableConcept: { text: 'Panier' } }] });
    expect(answer(coded).answer.outcome).toBe('Panier');
    expect(answer(done('Procedure/nowhere')).answer).not.toHaveProperty('outcome');
    expect(placesIn(done('Procedure/nowhere'))).toEqual(['Task.output.valueReference']);
  });

  test('the date of an appointment from the Appointment that was made', () => {
    const contained: fhir4.Appointment = {
      resourceType: 'Appointment',
      id: 'rv',
      status: 'booked',
      start: '2026-12-02T14:30:00Z',
      participant: [],
    };
    const task = ourTask({
      contained: [contained],
      output: [{ type: { text: 'RV' }, valueReference: { reference: '#rv' } }],
    });
    expect(answer(task).answer.appointmentAt).toBe('2026-12-02T14:30:00Z');
  });

  test('a reason in our codes with its words, notes for a person, and who says it', () => {
    const one = answer(
      ourTask({
        status: 'rejected',
        statusReason: {
          coding: [{ system: 'https://fhir.passerelle.example/CodeSystem/decline-reason', code: 'full' }],
          text: 'Complet en mars',
        },
        note: [{ text: 'Essayez le comptoir Est', authorString: 'M. Roy' }],
      }),
    );
    expect(one.answer).toMatchObject({ what: 'declined', reason: 'full', words: 'Complet en mars', saidBy: 'M. Roy' });
    expect(one.words).toEqual([{ where: 'Task.note', words: 'Essayez le comptoir Est' }]);
  });

  test('a notification and what a poll finds of the same answer as the same message', () => {
    const type = { coding: [{ system: GRAVITY, code: 'resulting-activity' }] };
    const procedure: fhir4.Procedure = {
      resourceType: 'Procedure',
      id: 'in',
      status: 'completed',
      code: { text: 'Servi' },
      subject: { display: 'x' },
    };
    const told = heard({
      ...ourTask({ status: 'completed', output: [{ type, valueReference: { reference: '#in' } }] }),
      contained: [procedure],
    });
    const {
      id: _id,
      meta: _meta,
      ...bare
    } = ourTask({ status: 'completed', output: [{ type, valueReference: { reference: 'Procedure/in' } }] });
    const polled = heard(
      { ...bare, id: 'other', meta: { versionId: '9', lastUpdated: '2026-11-21T00:00:00Z' } },
      procedure,
    );
    expect(polled.messageId).toBe(told.messageId);
    expect(heard(ourTask({ status: 'failed' })).messageId).not.toBe(told.messageId);
  });

  test('a request made of a centre, with who asks whom, words for a person, and what it did not carry', () => {
    const { heard: all, issues } = heard(...asked());
    expect(all).toMatchObject([
      {
        kind: 'request',
        centre: 'hochelaga',
        askedBy: { name: 'ABC Coordination', telephone: '514 555-0150' },
        request: {
          number: THEIRS,
          child: { birthDate: '2019-04-02' },
          request: { code: { coding: [{ code: '467771000124109' }] } },
        },
        words: [{ where: 'ServiceRequest.reasonReference', words: 'Frigo vide en fin de mois' }],
      },
    ]);
    expect(issues.map(({ expression }) => expression).sort()).toEqual(['Condition', 'Patient.telecom']);
    expect(JSON.stringify(all)).not.toContain('514 555-0100');
  });

  test('that nobody may reach the family, also when only a code says so', () => {
    const [task, request, ...others] = asked();
    const orderDetail = [{ coding: [{ system: GRAVITY, code: 'contacting-subject-prohibited' }] }];
    const one = onlyOne(heard(...([task, { ...request, orderDetail }, ...others] as fhir4.FhirResource[])));
    expect('words' in one && one.words).toContainEqual({
      where: 'ServiceRequest.orderDetail',
      words: 'Contacting Subject Prohibited',
    });
  });

  test('a Task that is part of ours as news of it, not as its answer', () => {
    const part = ourTask({
      identifier: [THEIRS],
      status: 'completed',
      partOf: [{ identifier: OURS }],
      owner: { display: 'Comptoir Est' },
    });
    const byReference = [
      ourTask(),
      ourTask({
        id: 'task-78',
        identifier: [THEIRS],
        status: 'accepted',
        partOf: [{ reference: 'Task/task-77' }],
        owner: { display: 'Comptoir Est' },
      }),
    ];
    const passedOn = { to: 'Comptoir Est', number: THEIRS.value };
    expect(onlyOne(heard(part))).toMatchObject({
      kind: 'answer',
      number: OURS,
      answer: { what: 'passed-on', passedOn: { ...passedOn, status: 'completed' } },
    });
    expect(heard(...byReference).heard).toMatchObject([
      { answer: { what: 'accepted' } },
      { number: OURS, answer: { what: 'passed-on', passedOn: { ...passedOn, status: 'accepted' } } },
    ]);
  });

  test('what must never be kept as if it had not come, with a warning that does not say what it was', () => {
    const [task, request, child, ...others] = asked();
    const patient: fhir4.Patient = {
      ...(child as fhir4.Patient),
      identifier: [
        { system: 'http://hl7.org/fhir/sid/us-ssn', value: '444222222' },
        { system: 'https://plateforme.example/patient', value: 'P-1' },
      ],
      extension: [
        {
          url: 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race',
          extension: [{ url: 'text', valueString: 'Purple' }],
        },
      ],
    };
    const said = JSON.stringify(heard(...([task, request, patient, ...others] as fhir4.FhirResource[])));
    for (const never of ['444222222', 'Purple', 'us-core-race']) expect(said).not.toContain(never);
    expect(said).toContain('suppressed');
  });

  test.each([
    ['Bundle.entry', messageOf({ resourceType: 'Patient', id: 'p' })],
    [
      'Task.identifier',
      messageOf({ ...ourTask({ status: 'requested' }), identifier: [{ system: 'urn:x', value: '' }] }),
    ],
    ['Task.focus', messageOf(ourTask({ identifier: [THEIRS], status: 'requested' }))],
    ['Bundle', { form: 'hl7v2', text: 'MSH|' }],
    ['Task.modifierExtension', messageOf(ourTask({ modifierExtension: [{ url: 'urn:x', valueBoolean: true }] }))],
  ] satisfies readonly (readonly [string, Message])[])(
    'nothing where %s is missing or wrong, and says what to repair',
    (place, message) => {
      const read = dialect.read(message, { partner: 'p' });
      expect(read).toMatchObject({ ok: false, issues: [{ severity: 'error', expression: place }] });
    },
  );

  test('an answer without a date, unless the server says when it last changed', () => {
    const { lastModified: _when, ...undated } = ourTask();
    expect(answer(undated).answer.happenedAt).toBe('2026-11-20T15:00:00Z');
    const { meta: _meta, ...bare } = undated;
    expect(dialect.read(messageOf(bare), { partner: 'p' })).toMatchObject({
      ok: false,
      issues: [{ expression: 'Task.lastModified' }],
    });
  });
});

describe.each(DIALECTS)('%s answers', (_name, dialect) => {
  const { thread } = onlyOne(heardIn(dialect, messageOf(...asked()))) as { readonly thread?: string };
  const answered = (happenedAt: string) =>
    dialect.writeAnswer(
      {
        number: THEIRS,
        answer: { what: 'accepted', happenedAt, saidBy: 'Centre', recordedBy: 'Centre', channel: 'system' },
        state: 'accepted',
        letters: [],
        ...(thread !== undefined && { thread }),
      },
      CONTEXT,
    );
  const taskOf = (written: ReturnType<typeof answered>) => bundleOf(written).entry?.[0]?.resource as fhir4.Task;

  test('on the asker’s own Task, whose part stays as it was, without names', () => {
    expect(thread).not.toContain('Benhaddou');
    const written = answered('2026-11-21T10:00:00-05:00');
    expect(bundleOf(written).entry?.[0]?.request).toEqual({ method: 'PUT', url: 'Task/task-77' });
    expect(taskOf(written)).toMatchObject({
      identifier: [THEIRS],
      status: 'accepted',
      focus: { reference: 'ServiceRequest/sr-77' },
      authoredOn: '2026-11-19T09:00:00-05:00',
      lastModified: '2026-11-21T10:00:00-05:00',
    });
  });

  test('what happened before the request was written bears the hour of the message, and that is told', () => {
    const written = answered('2026-11-01T10:00:00-05:00');
    expect(taskOf(written).lastModified).toBe(CONTEXT.at);
    expect(written.lost).toMatchObject([{ expression: 'Task.lastModified' }]);
  });
});

describe('mappings/README.md', () => {
  const page = readFileSync(new URL('../../../../../mappings/README.md', import.meta.url), 'utf8');
  const section = (name: string) => page.split(/^## /m).find((part) => part.startsWith(`\`${name}\``)) ?? '';
  const places = (name: string) => [...section(name).matchAll(/`([^`]+)`/g)].map(([, place = '']) => place);

  test.each(['gravity', 'bser'])('%s: every loss that can be told on the way out stands in its table', (name) => {
    for (const place of Object.keys(LOSSES)) {
      const short = place.replace(/extension\('.*\/([^/]+)'\)/, 'extension($1)');
      expect(places(name)).toContain(short);
    }
  });

  test.each(DIALECTS)('%s: every loss that is told on the way in stands in its table', (name, dialect) => {
    const stray: fhir4.Task = ourTask({
      identifier: [THEIRS],
      status: 'requested',
      owner: { reference: 'Organization/centre' },
      reasonCode: { text: 'x' },
      location: { display: 'x' },
    });
    const everything = asked().map((one) =>
      one.resourceType === 'Task'
        ? stray
        : one.resourceType === 'ServiceRequest'
          ? { ...one, doNotPerform: false, bodySite: [{ text: 'x' }] }
          : one.resourceType === 'Patient'
            ? { ...one, maritalStatus: { text: 'x' } }
            : one,
    );
    const type = { coding: [{ system: GRAVITY, code: 'resulting-activity' }] };
    const odd: fhir4.Procedure = {
      resourceType: 'Procedure',
      id: 'odd',
      status: 'not-done',
      code: { text: 'x' },
      subject: { display: 'x' },
      outcome: { text: 'x' },
    };
    const answered = ourTask({
      businessStatus: { coding: [{ system: 'urn:x', code: 'x' }] },
      statusReason: { coding: [{ system: 'urn:x', code: 'x' }] },
      extension: [{ url: 'urn:x', valueString: 'x' }],
      contained: [
        odd,
        { resourceType: 'Appointment', id: 'a', status: 'proposed', participant: [] } as fhir4.Appointment,
        { resourceType: 'Bundle', id: 'b', type: 'document' } as fhir4.Bundle,
      ],
      output: [
        { type, valueReference: { reference: '#odd' } },
        { type, valueReference: { reference: '#a' } },
        { type, valueReference: { reference: '#b' } },
        { type, valueInteger: 3 },
      ],
    });
    const told = [messageOf(...everything), messageOf(answered)].flatMap((message) => heardIn(dialect, message).issues);
    const known = places(name);
    for (const { expression = '' } of told) {
      const covered = known.some(
        (place) => place === expression || (place.endsWith('*') && expression.startsWith(place.slice(0, -1))),
      );
      expect([expression, covered]).toEqual([expression, true]);
    }
    expect(told.length).toBeGreaterThan(10);
  });
});
