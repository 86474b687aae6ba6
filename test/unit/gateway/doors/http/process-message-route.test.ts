import { afterEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Caller } from '../../../../../gateway/doors/http/authenticate.ts';
import { jsonBody } from '../../../../../gateway/doors/http/json-body.ts';
import { processMessageRoute } from '../../../../../gateway/doors/http/process-message-route.ts';
import { GatewayError } from '../../../../../gateway/failures.ts';
import { hearing } from '../../../../../gateway/hearing/hear.ts';
import type { Exchange } from '../../../../../gateway/lanes/exchanges.ts';
import { registryFrom } from '../../../../../gateway/registry.ts';
import { IDENTIFIERS } from '../../../../../mappings/domain/systems.ts';
import { checkResource } from '../../../../../profiles/check-resource.ts';
import { memoryWords, NOBODY_ASKS } from '../../../../builders/a-hearing.ts';
import { aRegistry } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';
import { anIntake } from '../../../../builders/an-intake.ts';
import { quietLog } from '../../../../builders/quiet-log.ts';
import { aFieldMessage } from '../../../mappings/dialects/ca-erec/a-field-message.ts';

const TRIAGE: Caller = { kind: 'partner', id: 'triage-ereferral' };
const registry = registryFrom({
  centres: [
    {
      id: 'vanier',
      name: { fr: 'Vanier', en: 'Vanier' },
      telephone: '613 555-0120',
      timeZone: 'America/Toronto',
      regime: 'on-phipa',
    },
  ],
  partners: [
    {
      id: 'triage-ereferral',
      name: { fr: 'Triage', en: 'Triage' },
      kind: 'hospital',
      province: 'QC',
      lens: 'public-network',
      dialect: 'ca-erec',
      transport: 'fhir-messaging',
      language: 'en',
      endpoint: 'http://127.0.0.1:9010/fhir/$process-message',
      credentials: { token: 'TRIAGE_TOKEN' },
    },
  ],
});

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function aDoor(outcome: Partial<Exchange> | GatewayError = { state: 'synced' }, caller: Caller = TRIAGE) {
  const { intake, accepted } = anIntake(outcome);
  const refused: unknown[] = [];
  const finder = {
    toldUnder: async (number: string) =>
      number === 'n-1'
        ? { centre: 'vanier', child: 'enf-1', request: 'ref-1', partner: 'triage-ereferral' }
        : undefined,
  };
  app = await anApp(
    {
      '/fhir': processMessageRoute({
        registry,
        hearing: hearing({
          registry: aRegistry(),
          intake,
          finder,
          inbound: NOBODY_ASKS,
          words: memoryWords(),
          now: () => new Date('2026-11-25T15:00:00Z'),
        }),
        body: jsonBody({ sizeMaxBytes: 100_000, depthMax: 32 }),
        noteRefusal: async (error) => void refused.push(error),
        log: quietLog(),
      }),
    },
    { caller },
  );
  const { call } = app;
  const post = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    call('POST', '/fhir/$process-message', { body, headers });
  return { accepted, refused, post };
}

const EVENT = {
  system: 'https://ehealthontario.ca/fhir/CodeSystem/message-event-code',
  code: 'notify-update-process-request',
};
const aMessage = (task: object = {}, header: object = {}): fhir4.Bundle<fhir4.FhirResource> => ({
  resourceType: 'Bundle',
  type: 'message',
  entry: [
    {
      fullUrl: 'https://triage.example/fhir/MessageHeader/m-1',
      resource: {
        resourceType: 'MessageHeader',
        id: 'm-1',
        eventCoding: EVENT,
        source: { endpoint: 'https://triage.example/fhir' },
        focus: [{ reference: 'https://triage.example/fhir/Task/t-1' }],
        ...header,
      },
    },
    {
      fullUrl: 'https://triage.example/fhir/Task/t-1',
      resource: {
        resourceType: 'Task',
        id: 't-1',
        status: 'accepted',
        intent: 'order',
        basedOn: [{ identifier: { system: IDENTIFIERS.task, value: 'n-1' } }],
        lastModified: '2026-11-25T10:00:00-05:00',
        ...task,
      },
    },
  ],
});

const responseIn = (bundle: fhir4.Bundle<fhir4.FhirResource>) => {
  const header = bundle.entry?.[0]?.resource as fhir4.MessageHeader;
  const outcome = bundle.entry?.[1]?.resource as fhir4.OperationOutcome | undefined;
  return { header, outcome, code: header.response?.code, answers: header.response?.identifier };
};

test('a message is answered by a message that names it and says ok, once it is durable', async () => {
  const { post, accepted } = await aDoor();
  const { status, body } = await post(aMessage());
  expect(status).toBe(200);
  expect(responseIn(body)).toMatchObject({
    code: 'ok',
    answers: 'm-1',
    header: { eventCoding: EVENT },
    outcome: undefined,
  });
  expect(accepted).toMatchObject([{ event: { kind: 'answer', answer: { what: 'accepted' } }, identifier: 'ref-1' }]);
});

test('durable and not yet in the record is ok too, as 202', async () => {
  const { post } = await aDoor({ state: 'waiting' });
  const { status, body } = await post(aMessage());
  expect([status, responseIn(body).code]).toEqual([202, 'ok']);
});

test('the same message again gets the same bytes and makes the same event', async () => {
  const { post, accepted } = await aDoor();
  const [first, again] = [await post(aMessage()), await post(aMessage())];
  expect(again.text).toBe(first.text);
  expect(new Set(accepted.map(({ event }) => event.exchangeId)).size).toBe(1);
});

test('a message as Ontario’s systems send it, without a fullUrl, is taken', async () => {
  const { post } = await aDoor();
  const { entry = [], ...rest } = aMessage({}, { focus: [{ reference: 'Task/t-1' }] });
  const { status, body } = await post({ ...rest, entry: entry.map(({ resource }) => ({ resource })) });
  expect([status, responseIn(body).code]).toEqual([200, 'ok']);
});

test('what was not carried over comes as warnings, in the language asked for', async () => {
  const { post } = await aDoor();
  const { body } = await post(aMessage({ priority: 'urgent' }), { 'accept-language': 'en' });
  const { code, outcome, header } = responseIn(body);
  expect([code, outcome?.language]).toEqual(['ok', 'en']);
  expect(outcome?.issue).toMatchObject([{ severity: 'warning', code: 'not-supported', expression: ['Task.priority'] }]);
  expect(header.response?.details?.reference).toBe(body.entry[1].fullUrl);
});

test.each([
  ['a number that is not this partner’s', aMessage({ basedOn: [{ identifier: { value: 'n-9' } }] }), 404, undefined],
  ['an event that nobody reads', aMessage({}, { eventCoding: { code: 'add-cake' } }), 422, 'MessageHeader.eventCoding'],
  ['a Task that says nothing', aMessage({ status: 'draft' }), 422, 'Task.status'],
  ['what is no R4', aMessage({ remarque: 'PSEUDO' }), 422, 'Bundle.entry[1].resource.remarque'],
  ['a focus that leads nowhere', aMessage({}, { focus: [{ reference: 'Task/t-9' }] }), 422, 'MessageHeader.focus[0]'],
])('%s is a fatal error that says what to repair, and nothing is kept', async (_what, message, wanted, place) => {
  const { post, accepted } = await aDoor();
  const { status, body, text } = await post(message);
  const { code, answers, outcome } = responseIn(body);
  expect([status, code, answers, accepted]).toEqual([wanted, 'fatal-error', 'm-1', []]);
  if (place !== undefined) expect(outcome?.issue[0]?.expression?.[0]).toContain(place.split('.').at(-1));
  expect(text).not.toContain('PSEUDO');
});

test('what is our failure is transient, and asks for the same message again', async () => {
  const { post } = await aDoor(new GatewayError('unavailable', 'lane 1 is full'));
  const { status, body, headers } = await post(aMessage());
  expect([status, responseIn(body).code, headers.get('retry-after')]).toEqual([503, 'transient-error', '5']);
});

test('an answer that the record refused for good is fatal', async () => {
  const { post } = await aDoor({ state: 'refused', failure: 'invalidInput', issues: [] });
  const { status, body } = await post(aMessage());
  expect([status, responseIn(body).code]).toEqual([422, 'fatal-error']);
});

test('every answer is valid R4, good or bad', async () => {
  const { post } = await aDoor();
  for (const message of [aMessage(), aMessage({ priority: 'urgent' }), aMessage({ status: 'draft' })]) {
    const { body } = await post(message);
    expect(checkResource(body).filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

test.each([
  ['no Bundle', { resourceType: 'Task', status: 'accepted', intent: 'order' }],
  ['a Bundle of nothing', { resourceType: 'Bundle', type: 'message' }],
  ['a Bundle whose entries are none', { resourceType: 'Bundle', type: 'message', entry: null }],
  ['entries of another shape', { resourceType: 'Bundle', type: 'message', entry: { 0: 'x' } }],
  ['a header without an event', aMessage({}, { eventCoding: {} })],
  ['a header whose id is no id', aMessage({}, { id: 'm 1' })],
])('%s cannot be answered as a message: an OperationOutcome says so', async (_what, sent) => {
  const { post, accepted } = await aDoor();
  const { status, body } = await post(sent);
  expect([status, body.resourceType, accepted]).toEqual([422, 'OperationOutcome', []]);
});

/** Where a message can be broken: every member of it, however deep. */
const pathsIn = (node: unknown): readonly (readonly string[])[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, member]) => [[key], ...pathsIn(member).map((path) => [key, ...path])])
    : [];

function broken(node: unknown, [key = '', ...rest]: readonly string[], by: unknown): unknown {
  const members = Object.entries(node ?? {}).flatMap(([name, member]) =>
    name !== key
      ? [[name, member]]
      : rest.length > 0
        ? [[name, broken(member, rest, by)]]
        : by === undefined
          ? []
          : [[name, by]],
  );
  return Array.isArray(node) ? members.map(([, member]) => member) : Object.fromEntries(members);
}

test('wherever and however a message is broken, it is taken or refused with a reason: it is never our failure', async () => {
  const { post } = await aDoor();
  const appointment = {
    resourceType: 'Appointment',
    id: 'a-1',
    status: 'booked',
    start: '2026-12-01T10:00:00Z',
    end: '2026-12-01T11:00:00Z',
    participant: [{ actor: { display: 'x' }, status: 'accepted' }],
    basedOn: [{ identifier: { value: 'n-1' } }],
  };
  const along = aMessage({
    note: [{ text: 'x' }],
    output: [{ type: { text: 'outcome' }, valueString: 'y' }],
    owner: { display: 'z' },
    statusReason: { text: 'w' },
  });
  const focus = [
    { reference: 'https://triage.example/fhir/Task/t-1' },
    { reference: 'https://triage.example/fhir/Appointment/a-1' },
  ];
  const whole: readonly unknown[] = [
    aFieldMessage(),
    aFieldMessage('revoke-service-request', 'revoked'),
    {
      ...along,
      entry: [
        { ...along.entry?.[0], resource: { ...along.entry?.[0]?.resource, focus } },
        along.entry?.[1],
        { fullUrl: 'https://triage.example/fhir/Appointment/a-1', resource: appointment },
      ],
    },
  ];
  const cases = fc.constantFrom(...whole).chain((message) =>
    fc.record({
      message: fc.constant(message),
      path: fc.constantFrom(...pathsIn(message)),
      by: fc.oneof(
        fc.constant(undefined),
        fc.constantFrom(null, '', [], {}, [null], 'x', 0, true, [{}], [[]]),
        fc.jsonValue({ maxDepth: 2 }),
      ),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ message, path, by }) => {
      const { status, body } = await post(broken(message, path, by));
      expect([200, 404, 422]).toContain(status);
      expect(checkResource(body).filter(({ severity }) => severity === 'error')).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('a centre has nothing to say here', async () => {
  const { post } = await aDoor(undefined, { kind: 'centre', id: 'vanier' });
  const { status, body } = await post(aMessage());
  expect([status, body.resourceType]).toEqual([403, 'OperationOutcome']);
});
