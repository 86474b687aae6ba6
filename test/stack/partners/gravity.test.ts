import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PartnerSandbox } from '../../../sandbox/partners/partner-sandbox.ts';
import { aCircle, anAgreement, anAnswer, aReferral } from '../concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';
import { errorsByHl7, inboundFrom, settled } from './inbound-steps.ts';

/** What is particular to partners that have a FHIR server of their own; the common life of a request is in scenarios.test.ts. */
const id = ownIds();
const PLATFORM = 'plateforme-sociale';
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({ DELIVERY_FIRST_RETRY_MS: '100', DELIVERY_RETRY_CAP_MS: '300' });
});
afterAll(() => sandbox?.stop());

const partner = (name: string): PartnerSandbox => {
  const found = sandbox.partners.get(name);
  if (found === undefined) throw new Error(`nobody stands in for ${name}`);
  return found;
};
interface Told {
  readonly loop: { readonly state: string };
  readonly deliveries: readonly Readonly<Record<string, string>>[];
}
const put = (request: string, body: unknown) => sandbox.call('PUT', `/v1/service-referrals/${request}`, { body });
const toldWhen = async (request: string, wanted: (told: Told) => boolean, withinMs?: number): Promise<Told> =>
  (
    await eventually(
      () => sandbox.call('GET', `/v1/service-referrals/${request}`),
      ({ status, body }) => status === 200 && wanted(body.record),
      withinMs,
    )
  ).body.record;

async function asked(name: string, recipient: string) {
  const request = id(`${name}-${recipient}`);
  const child = id(`${name}-child-${recipient}`);
  await sandbox.call('PUT', `/v1/care-circles/${request}-c`, { body: aCircle(`${request}-c`, child) });
  const body = (changes: Readonly<Record<string, unknown>> = {}) =>
    aReferral(request, child, { recipient, agreements: [anAgreement(recipient)], ...changes });
  await put(request, body());
  const told = await toldWhen(request, ({ deliveries }) => deliveries[0]?.state === 'sent');
  return { request, number: told.deliveries[0]?.task ?? '', body };
}

test.each([PLATFORM, 'bser-outreach'])(
  'an answer whose notification was lost is found at %s within one poll, with what was done, and once',
  async (recipient) => {
    const { request, number } = await asked('lost', recipient);
    const there = partner(recipient);
    there.fault({ kind: 'notification-lost' });
    try {
      const answered = await there.answer(number, { act: 'complete', outcome: 'Six paniers' });
      expect(answered.result).toBe('not-delivered');
      // The registry says every two seconds; the sync takes its time beside it.
      const told = await toldWhen(request, ({ loop }) => loop.state === 'completed', 15_000);
      expect(told.deliveries[0]?.outcome).toBe('Six paniers');
    } finally {
      there.fault({ kind: 'none' });
    }
    const task = (await sandbox.hapi(`Task?identifier=https://fhir.passerelle.example/NamingSystem/task|${number}`))
      .body.entry[0].resource;
    const acts = (await sandbox.hapi(`Provenance?target=Task/${task.id}&_count=100`)).body.entry.map(
      ({ resource }: { resource: fhir4.Provenance }) => resource.activity?.coding?.[0]?.code,
    );
    expect(acts.filter((act: string) => act === 'completed')).toHaveLength(1);
  },
);

test('what was told and what is polled are one: a notification that came is not heard a second time', async () => {
  const { request, number } = await asked('twice', PLATFORM);
  await partner(PLATFORM).answer(number, { act: 'accept' });
  await toldWhen(request, ({ loop }) => loop.state === 'accepted');
  await partner(PLATFORM).answer(number, { act: 'start' });
  await toldWhen(request, ({ loop }) => loop.state === 'in-progress');
  // A later answer that only a poll can find: the same poll read the one before.
  const other = await asked('twice-other', PLATFORM);
  partner(PLATFORM).fault({ kind: 'notification-lost', times: 1 });
  await partner(PLATFORM).answer(other.number, { act: 'accept' });
  await toldWhen(other.request, ({ loop }) => loop.state === 'accepted', 15_000);
  const task = (await sandbox.hapi(`Task?identifier=https://fhir.passerelle.example/NamingSystem/task|${number}`)).body
    .entry[0].resource;
  const acts = (await sandbox.hapi(`Provenance?target=Task/${task.id}&_count=100`)).body.entry.map(
    ({ resource }: { resource: fhir4.Provenance }) => resource.activity?.coding?.[0]?.code,
  );
  expect(acts.filter((act: string) => act === 'started')).toHaveLength(1);
});

test('a partner that is down slows no other', async () => {
  const { request, number } = await asked('down', PLATFORM);
  const bser = partner('bser-outreach');
  const platform = partner(PLATFORM);
  bser.fault({ kind: 'hang' });
  platform.fault({ kind: 'notification-lost' });
  try {
    await platform.answer(number, { act: 'accept' });
    await toldWhen(request, ({ loop }) => loop.state === 'accepted', 15_000);
  } finally {
    bser.fault({ kind: 'none' });
    platform.fault({ kind: 'none' });
  }
});

test.each([PLATFORM, 'bser-outreach'])(
  'work that %s had accepted is asked to stop, goes on, and ends once it says so',
  async (recipient) => {
    const { request, number, body } = await asked('stop', recipient);
    const there = partner(recipient);
    await there.answer(number, { act: 'accept' });
    await toldWhen(request, ({ loop }) => loop.state === 'accepted');
    await put(request, body({ version: 2, status: 'revoked', statusReason: 'La famille a changé d’idée' }));
    const mine = () => there.tasks().find(({ identifier }) => identifier.value === number);
    await eventually(
      async () => mine()?.stopAsked,
      (stopAsked) => stopAsked === true,
    );
    expect([mine()?.status, (await toldWhen(request, () => true)).loop.state]).toEqual(['accepted', 'accepted']);
    await there.answer(number, { act: 'stop' });
    expect((await toldWhen(request, ({ loop }) => loop.state === 'cancelled')).loop.state).toBe('cancelled');
    expect(JSON.stringify(there.log())).not.toContain('changé d’idée');
  },
);

test('a request that the platform passes on is known to be elsewhere, and still awaits its answer', async () => {
  const { request, number } = await asked('passed', PLATFORM);
  const passed: fhir4.Task = {
    resourceType: 'Task',
    identifier: [{ system: 'https://plateforme.example/task', value: id('P-1') }],
    partOf: [{ identifier: { system: 'https://fhir.passerelle.example/NamingSystem/task', value: number } }],
    status: 'requested',
    intent: 'order',
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
    authoredOn: '2026-11-25T10:00:00-05:00',
    lastModified: '2026-11-25T10:00:00-05:00',
    owner: { display: 'Comptoir alimentaire de l’Est' },
  };
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ fullUrl: 'urn:uuid:0f6d0a55-8a6e-4b86-9a0c-00000000000a', resource: passed }],
  };
  const token = await sandbox.partnerToken(PLATFORM);
  const answered = await sandbox.call('POST', '/fhir', { body: bundle, headers: { authorization: `Bearer ${token}` } });
  expect([answered.status, answered.body]).toEqual([200, expect.anything()]);
  const told = await toldWhen(request, (it) => JSON.stringify(it).includes('Comptoir alimentaire de l’Est'));
  expect(told.loop.state).toBe('requested');
});

test('a child whom the platform refers waits on its server, is found by a poll, and the centre’s answers stand on its Task', async () => {
  const platform = partner(PLATFORM);
  const what = id('Pédiatrie sociale');
  const number = await platform.refer({
    child: { given: 'Alia', family: 'Benhaddou', birthDate: '2019-04-02', language: 'fr' },
    what,
    reason: 'Isolement',
    note: 'La grand-mère sait',
    centre: 'hochelaga',
  });
  const referral = await inboundFrom(sandbox, PLATFORM, what);
  const words = await eventually(
    () => sandbox.call('GET', '/v1/words?limit=100'),
    ({ body }) => JSON.stringify(body).includes('La grand-mère sait'),
  );
  expect(words.status).toBe(200);

  await settled(sandbox, referral.id);
  const say = (said: string, changes = {}) =>
    sandbox.call('POST', `/v1/inbound-referrals/${referral.id}/answers`, { body: anAnswer(said, changes) });
  expect((await say('accepted')).status).toBe(201);
  const mine = () => platform.tasks().find(({ identifier }) => identifier.value === number);
  await eventually(
    async () => mine()?.status,
    (status) => status === 'accepted',
  );
  await say('completed', { outcome: 'Trois rencontres', happenedAt: '2026-11-23T10:00:00-05:00' });
  await eventually(
    async () => mine()?.status,
    (status) => status === 'completed',
  );
  const received = JSON.stringify(platform.log().received.at(-1)?.bundle);
  expect(received).toContain('Trois rencontres');
  // The asker's own part of its Task stands as it was.
  expect(received).toContain('"focus"');
});

test('every message to a server of a partner is valid to HL7’s validator', async () => {
  for (const recipient of [PLATFORM, 'bser-outreach'])
    for (const { bundle } of partner(recipient).log().received) expect(await errorsByHl7(sandbox, bundle)).toEqual([]);
});
