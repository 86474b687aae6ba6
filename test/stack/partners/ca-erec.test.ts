import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toldAbout } from '../../../sandbox/partners/messaging/told-about.ts';
import type { PartnerSandbox } from '../../../sandbox/partners/partner-sandbox.ts';
import { aCircle, anAgreement, aReferral } from '../concept-examples.ts';
import { eventually, ownIds, ownMark, request as post, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';

/** What is CA:eReC's own beside the life that every dialect lives (scenarios.test.ts): its messages on the wire, and when the wire fails. */
const TRIAGE = 'triage-ereferral';
const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({
    DELIVERY_FIRST_RETRY_MS: '100',
    DELIVERY_RETRY_CAP_MS: '300',
    PARTNER_TIMEOUT_MS: '1000',
  });
});
afterAll(() => sandbox?.stop());

type Message = fhir4.Bundle<fhir4.FhirResource>;
const triage = (): PartnerSandbox => {
  const found = sandbox.partners.get(TRIAGE);
  if (found === undefined) throw new Error(`nobody stands in for ${TRIAGE}`);
  return found;
};
const headerOf = ({ entry = [] }: Message) => entry[0]?.resource as fhir4.MessageHeader;

interface Told {
  readonly loop: { readonly state: string };
  readonly deliveries: readonly Readonly<Record<string, string>>[];
}
const toldWhen = async (request: string, wanted: (told: Told) => boolean): Promise<Told> =>
  (
    await eventually(
      () => sandbox.call('GET', `/v1/service-referrals/${request}`),
      ({ status, body }) => status === 200 && wanted(body.record),
    )
  ).body.record;

/** A request to the triage office, and its number once it has arrived. */
async function asked(name: string) {
  const [request, child] = [id(name), id(`${name}-child`)];
  await sandbox.call('PUT', `/v1/care-circles/${request}-c`, { body: aCircle(`${request}-c`, child) });
  const body = (changes: Readonly<Record<string, unknown>> = {}) =>
    aReferral(request, child, { recipient: TRIAGE, agreements: [anAgreement(TRIAGE)], ...changes });
  await sandbox.call('PUT', `/v1/service-referrals/${request}`, { body: body({ note: 'note interne' }) });
  const { deliveries } = await toldWhen(request, (told) => told.deliveries[0]?.state === 'sent');
  const number = deliveries[0]?.task ?? '';
  const messages = () =>
    triage()
      .log()
      .received.map(({ bundle }) => bundle as Message)
      .filter((bundle) => JSON.stringify(bundle).includes(number));
  return { request, child, number, body, messages };
}

/** HL7's own validator, in HAPI. */
async function errorsByHl7(message: Message): Promise<readonly unknown[]> {
  const { body } = await post('POST', `${sandbox.stack.hapi.url}/Bundle/$validate`, message, {
    'content-type': 'application/fhir+json',
  });
  return body.issue.filter(({ severity }: fhir4.OperationOutcomeIssue) => ['error', 'fatal'].includes(severity));
}

test('a request, its revision and its withdrawal leave as the events of CA:eReC, valid to HL7’s validator', async () => {
  const { request, number, body, messages } = await asked('events');
  await sandbox.call('PUT', `/v1/service-referrals/${request}`, { body: body({ version: 2, what: 'Autrement dit' }) });
  await eventually(
    async () => messages(),
    (all) => all.length === 2,
  );
  await sandbox.call('PUT', `/v1/service-referrals/${request}`, { body: body({ version: 3, status: 'revoked' }) });
  const all = await eventually(
    async () => messages(),
    (it) => it.length === 3,
  );
  expect(all.map((message) => headerOf(message).eventCoding?.code)).toEqual([
    'add-service-request',
    'notify-update-service-request',
    'revoke-service-request',
  ]);
  expect(triage().tasks()).toContainEqual(
    expect.objectContaining({ identifier: expect.objectContaining({ value: number }), status: 'cancelled' }),
  );
  for (const message of all) expect(await errorsByHl7(message)).toEqual([]);
});

test('the office reads first whom to call, in its language, and nothing beyond its lens', async () => {
  const { request, child, messages } = await asked('lens');
  const [message] = messages();
  const asking = message?.entry?.find(({ resource }) => resource?.resourceType === 'ServiceRequest')?.resource;
  expect(asking?.resourceType === 'ServiceRequest' && asking.note?.[0]?.text).toMatch(/^Call the centre first: 514/);
  const bytes = JSON.stringify(message);
  for (const hidden of ['note interne', child, request, 'psc-agreement', '"Task"']) expect(bytes).not.toContain(hidden);
});

test.each([
  { kind: 'error-500', times: 2 },
  { kind: 'hang', times: 1 },
  { kind: 'drop-after-receiving', times: 1 },
  { kind: 'refuse', times: 2 },
] as const)('an office that fails ($kind) gets the request all the same, once in effect', async (fault) => {
  const before = triage().tasks().length;
  triage().fault(fault);
  const { messages } = await asked(fault.kind);
  expect(triage().tasks()).toHaveLength(before + 1);
  expect(new Set(messages().map((message) => headerOf(message).id)).size).toBe(1);
});

test('a message of the office that comes twice is one act, and is answered with the same bytes', async () => {
  const { request, number } = await asked('twice');
  const message: Message = {
    resourceType: 'Bundle',
    type: 'message',
    timestamp: '2026-11-25T10:00:00Z',
    entry: [
      {
        resource: {
          resourceType: 'MessageHeader',
          id: id('message'),
          eventCoding: { code: 'notify-update-process-request' },
          source: { endpoint: 'https://triage.example/fhir' },
          focus: [{ reference: 'Task/t-1' }],
        },
      },
      {
        resource: {
          resourceType: 'Task',
          id: 't-1',
          status: 'accepted',
          intent: 'order',
          lastModified: '2026-11-22T01:00:00-05:00',
          basedOn: [{ identifier: { value: number } }],
          for: { display: 'Confidence' },
        },
      },
    ],
  };
  const token = await sandbox.partnerToken(TRIAGE);
  const send = () =>
    post('POST', `${sandbox.gatewayUrl}/fhir/$process-message`, message, {
      authorization: `Bearer ${token}`,
      'content-type': 'application/fhir+json',
    });
  const [first, again] = [await send(), await send()];
  expect([first.status, again.body]).toEqual([200, first.body]);
  expect(headerOf(first.body).response).toMatchObject({ identifier: id('message'), code: 'ok' });
  await toldWhen(request, ({ loop }) => loop.state === 'accepted');
  const task = (await sandbox.hapi(`Task?identifier=https://fhir.passerelle.example/NamingSystem/task|${number}`)).body
    .entry[0].resource;
  const acts = (await sandbox.hapi(`Provenance?target=Task/${task.id}`)).body.entry.map(
    ({ resource }: { resource: fhir4.Provenance }) => resource.activity?.coding?.[0]?.code,
  );
  expect(acts.filter((code: string) => code === 'accepted')).toHaveLength(1);
  expect(await errorsByHl7(first.body)).toEqual([]);
  expect(sandbox.logged()).not.toContain('Confidence');
});

test('a child is referred with a letter, and each answer of the centre comes back as an event of CA:eReC', async () => {
  const mark = ownMark();
  const call = (method: string, path: string, body?: unknown) =>
    sandbox.call(method, path, { centre: 'carrefour-vanier', ...(body !== undefined && { body }) });
  const number = await triage().refer({
    child: { given: 'Emeka', family: `Obi${mark}`, birthDate: '2019-04-02', language: 'en' },
    what: `Social pediatrics ${mark}`,
    reason: 'Alone at recess',
    note: `Ask for aunt ${mark}`,
    askedBy: 'Dr Cody Roy',
    letter: { title: 'Letter', text: 'Dear colleagues' },
    centre: 'carrefour-vanier',
  });
  const { id: referral, stage } = await eventually(
    async () =>
      (await call('GET', '/v1/inbound-referrals')).body.referrals.find(({ what }: { what?: string }) =>
        what?.includes(mark),
      ),
    (one) => one !== undefined,
  );
  // Where somebody like this child is known, a person says who it is.
  if (stage === 'to-match')
    await call('POST', `/v1/matches/${referral}`, { newChild: true, decidedBy: 'la coordonnatrice' });
  await eventually(
    () => call('GET', `/v1/inbound-referrals/${referral}`),
    ({ body }) => body.child !== undefined,
  );
  const say = (what: string, more: object = {}) =>
    call('POST', `/v1/inbound-referrals/${referral}/answers`, {
      what,
      happenedAt: '2026-11-22T01:00:00-05:00',
      saidBy: 'Dre Tremblay',
      recordedBy: 'la coordonnatrice',
      ...more,
    });
  const told = () => toldAbout(number, triage().log().received);
  await say('accepted');
  await eventually(
    async () => told().at(-1)?.status,
    (status) => status === 'accepted',
  );
  await say('scheduled', { appointmentAt: '2026-12-02T09:30:00-05:00' });
  await eventually(
    async () => told().at(-1)?.event,
    (event) => event === 'notify-add-appointment',
  );
  await say('completed', { outcome: 'Trois rencontres' });
  const all = await eventually(
    async () => told(),
    (it) => it.at(-1)?.status === 'completed',
  );
  expect(all.at(-1)?.words).toContain('Trois rencontres');
  const [last] = triage().log().received.slice(-1);
  expect(await errorsByHl7(last?.bundle as Message)).toEqual([]);
  expect(sandbox.logged()).not.toContain(mark);
});
