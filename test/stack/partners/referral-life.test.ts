import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import type { PartnerSandbox } from '../../../sandbox/partners/partner-sandbox.ts';
import { aCircle, anAgreement, anAnswer, aReferral } from '../concept-examples.ts';
import { type Answer, eventually, ownIds, request, type StackSandbox, stackSandbox } from '../stack-sandbox.ts';

/** The life of a request at a partner that speaks our own dialect: what either side does to it, and what the other then sees. */
const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({ DELIVERY_FIRST_RETRY_MS: '100', DELIVERY_RETRY_CAP_MS: '300' });
});
afterAll(() => sandbox?.stop());

const TASK = 'https://fhir.passerelle.example/NamingSystem/task';
const CLSC = 'clsc-hochelaga';
const NEXT = 'clsc-olivier-guimond';

const partner = (name: string): PartnerSandbox => {
  const found = sandbox.partners.get(name);
  if (found === undefined) throw new Error(`no partner ${name}`);
  return found;
};
const put = (number: string, body: unknown): Promise<Answer> =>
  sandbox.call('PUT', `/v1/service-referrals/${number}`, { body });
const say = (number: string, body: unknown): Promise<Answer> =>
  sandbox.call('POST', `/v1/referrals/${number}/answers`, { body });

interface Told {
  readonly loop: { readonly state: string; readonly closed: boolean; readonly why: string };
  readonly deliveries: readonly (Readonly<Record<string, string>> & {
    readonly passedOn?: readonly { to: string; status: string }[];
    readonly proposed?: readonly string[];
  })[];
  readonly replaces?: string;
  readonly replacedBy?: string;
}

const toldWhen = async (number: string, wanted: (told: Told) => boolean): Promise<Told> =>
  (
    await eventually(
      () => sandbox.call('GET', `/v1/service-referrals/${number}`),
      ({ status, body }) => status === 200 && wanted(body.record),
    )
  ).body.record;
const at = (told: Told, recipient: string) => told.deliveries.find((it) => it.recipient === recipient);
const thereWhen = (
  recipient: string,
  number: string,
  wanted: (task: ReturnType<PartnerSandbox['tasks']>[0]) => boolean,
) =>
  eventually(
    async () =>
      partner(recipient)
        .tasks()
        .find(({ identifier }) => identifier.value === number),
    (task) => task !== undefined && wanted(task),
  );
const inHapi = async (number: string): Promise<fhir4.Task> =>
  (await sandbox.hapi(`Task?identifier=${TASK}|${number}`)).body.entry[0].resource;
const actsOf = async (number: string): Promise<readonly { what: string }[]> => {
  const { body } = await say(number, anAnswer('family-told', { recordedBy: 'qui relit' }));
  return (await sandbox.call('GET', `/v1/exchanges/${body.id}`)).body.acts;
};

/** A child, and a request that has reached its recipient. */
async function asked(name: string, recipient = CLSC) {
  const child = id(`${name}-child`);
  await sandbox.call('PUT', `/v1/care-circles/${id(`${name}-circle`)}`, { body: aCircle(id(`${name}-circle`), child) });
  const requestId = id(name);
  const body = (changes: Readonly<Record<string, unknown>> = {}) =>
    aReferral(requestId, child, { recipient, agreements: [anAgreement(recipient)], ...changes });
  expect((await put(requestId, body())).status).toBe(201);
  const number = at(await toldWhen(requestId, (told) => at(told, recipient)?.state === 'sent'), recipient)?.task ?? '';
  await thereWhen(recipient, number, () => true);
  return { requestId, child, number, body };
}

/** The same, accepted by its recipient. */
async function accepted(name: string) {
  const one = await asked(name);
  await partner(CLSC).answer(one.number, { act: 'accept', priority: 'P3', happenedAt: '2026-11-22T01:00:00-05:00' });
  await toldWhen(one.requestId, ({ loop }) => loop.state === 'accepted');
  return one;
}

test('taken back before it was accepted it is cancelled at once, here, in HAPI and there', async () => {
  const { requestId, number, body } = await asked('before');
  await put(requestId, body({ version: 2, status: 'revoked' }));
  expect((await thereWhen(CLSC, number, ({ status }) => status === 'cancelled'))?.withdrawn).toBe(true);
  expect((await toldWhen(requestId, ({ loop }) => loop.state === 'cancelled')).loop.why).toBe('family-not-told');
  expect((await inHapi(number)).status).toBe('cancelled');
});

test('taken back after it was accepted it is asked to stop, and goes on until its owner has stopped', async () => {
  const { requestId, number, body } = await accepted('after');
  await put(requestId, body({ version: 2, status: 'revoked', statusReason: 'Un service plus proche' }));
  const there = await thereWhen(CLSC, number, ({ stopAsked }) => stopAsked);
  expect([there?.status, there?.withdrawn]).toEqual(['accepted', false]);
  expect(JSON.stringify(partner(CLSC).log())).not.toContain('plus proche');
  const pending = await toldWhen(requestId, (told) => told.loop.why === 'cancel-requested');
  expect(pending.loop).toEqual({ state: 'accepted', closed: false, why: 'cancel-requested' });
  expect(at(pending, CLSC)?.businessStatus).toBe('cancel-requested');

  await partner(CLSC).answer(number, { act: 'stop', happenedAt: '2026-11-22T02:00:00-05:00' });
  await toldWhen(requestId, ({ loop }) => loop.state === 'cancelled');
  const task = await inHapi(number);
  expect([task.status, task.businessStatus?.coding?.[0]?.code, task.statusReason?.text]).toEqual([
    'cancelled',
    'cancelled',
    'Un service plus proche',
  ]);
  expect((await thereWhen(CLSC, number, () => true))?.status).toBe('cancelled');
});

test('work that was done when it was asked to stop is done', async () => {
  const { requestId, number, body } = await accepted('done');
  await put(requestId, body({ version: 2, status: 'revoked' }));
  await thereWhen(CLSC, number, ({ stopAsked }) => stopAsked);
  await partner(CLSC).answer(number, { act: 'complete', outcome: 'Déjà vu', happenedAt: '2026-11-22T01:30:00-05:00' });
  expect((await toldWhen(requestId, ({ loop }) => loop.state === 'completed')).loop.why).toBe('family-not-told');
});

test('what the family takes back stops at once, accepted or not, and whoever has it is told the bare minimum', async () => {
  const { requestId, number, body } = await accepted('consent');
  const { agreements: _gone, ...noAgreement } = body({ version: 2, status: 'revoked' });
  await put(requestId, noAgreement);
  expect((await thereWhen(CLSC, number, ({ status }) => status === 'cancelled'))?.withdrawn).toBe(true);
  expect((await inHapi(number)).status).toBe('cancelled');

  const other = await accepted('family');
  await say(other.requestId, anAnswer('family-ended', { reason: 'family-not-now' }));
  expect((await toldWhen(other.requestId, ({ loop }) => loop.closed)).loop.why).toBe('family-ended');
  expect((await thereWhen(CLSC, other.number, ({ status }) => status === 'cancelled'))?.withdrawn).toBe(true);
});

test('on paper the call to make is shown until it was made, also when Redis has forgotten', async () => {
  const { requestId, body } = await onPaper('paper-stop');
  await say(requestId, anAnswer('accepted'));
  await put(requestId, body({ version: 2, status: 'revoked' }));
  const toTell = (told: Told) => at(told, 'sippe-hochelaga')?.state === 'to-tell';
  const pending = await toldWhen(requestId, toTell);
  expect(pending.loop.why).toBe('cancel-requested');
  await forget(at(pending, 'sippe-hochelaga')?.task ?? '');
  expect(toTell(await toldWhen(requestId, () => true))).toBe(true);
  await sandbox.call('POST', `/v1/referrals/${requestId}/dispatches`, {
    body: { happenedAt: '2026-11-22T03:00:00-05:00', how: 'telephone', recordedBy: 'la coordonnatrice' },
  });
  await toldWhen(requestId, (told) => at(told, 'sippe-hochelaga')?.state === 'sent');
  expect((await say(requestId, anAnswer('cancelled', { happenedAt: '2026-11-22T03:10:00-05:00' }))).status).toBe(201);
  expect((await toldWhen(requestId, () => true)).loop.state).toBe('cancelled');
});

async function onPaper(name: string) {
  const child = id(`${name}-child`);
  await sandbox.call('PUT', `/v1/care-circles/${id(`${name}-circle`)}`, { body: aCircle(id(`${name}-circle`), child) });
  const requestId = id(name);
  const body = (changes: Readonly<Record<string, unknown>> = {}) =>
    aReferral(requestId, child, {
      recipient: 'sippe-hochelaga',
      agreements: [anAgreement('sippe-hochelaga')],
      ...changes,
    });
  await put(requestId, body());
  await sandbox.call('POST', `/v1/referrals/${requestId}/dispatches`, {
    body: { happenedAt: '2026-11-22T00:10:00-05:00', how: 'fax', recordedBy: 'la coordonnatrice' },
  });
  return { requestId, body };
}

/** As after a year: nothing that Redis knew of this Task, its request and its child is there any more. */
async function forget(number: string): Promise<number> {
  const redis = new Redis(sandbox.stack.redis.url);
  const keys = [
    ...(await redis.keys(`passerelle:*${number}*`)),
    ...(await redis.keys('passerelle:child-of:*')),
    ...(await redis.keys('passerelle:exchange:*')),
  ];
  const gone = keys.length === 0 ? 0 : await redis.del(...keys);
  redis.disconnect();
  return gone;
}

test('an acceptance of yesterday that arrives after the start changes no state, and its priority is kept', async () => {
  const { requestId, number } = await asked('late');
  await partner(CLSC).answer(number, { act: 'start', happenedAt: '2026-11-22T02:00:00-05:00' });
  await toldWhen(requestId, ({ loop }) => loop.state === 'in-progress');
  const late = await partner(CLSC).answer(number, {
    act: 'accept',
    priority: 'P2',
    happenedAt: '2026-11-21T10:00:00-05:00',
  });
  expect(late.result).toBe('taken');
  const told = await toldWhen(requestId, (it) => at(it, CLSC)?.priority === 'P2');
  expect(told.loop.state).toBe('in-progress');
  expect((await actsOf(requestId)).map(({ what }) => what)).toEqual(expect.arrayContaining(['started', 'accepted']));
});

test('what a system says again is an echo: nothing is recorded, nobody is told', async () => {
  const { requestId, number } = await accepted('echo');
  const before = await actsOf(requestId);
  const { body: feed } = await sandbox.call('GET', '/v1/changes?since=0&limit=1000');
  const answer = await request(
    'PUT',
    `${sandbox.gatewayUrl}/fhir/Task?identifier=${TASK}|${number}`,
    {
      resourceType: 'Task',
      status: 'accepted',
      intent: 'order',
      lastModified: '2026-11-22T06:00:00Z',
      businessStatus: {
        coding: [{ system: 'https://fhir.passerelle.example/CodeSystem/referral-business-status', code: 'accepted' }],
        text: 'Acceptée',
      },
      extension: [
        { url: 'https://fhir.passerelle.example/StructureDefinition/psc-receiver-priority', valueCode: 'P3' },
      ],
    },
    { authorization: `Bearer ${await sandbox.partnerToken(CLSC)}`, 'content-type': 'application/fhir+json' },
  );
  expect([answer.status, answer.body.issue[0]]).toMatchObject([
    200,
    { severity: 'information', code: 'informational' },
  ]);
  const { body: since } = await sandbox.call('GET', `/v1/changes?since=${feed.next}`);
  expect(since.changes.filter(({ identifier }: { identifier: string }) => identifier === requestId)).toEqual([]);
  expect((await actsOf(requestId)).filter(({ what }) => what === 'accepted')).toHaveLength(
    before.filter(({ what }) => what === 'accepted').length,
  );
});

test('a request that its recipient passed on is shown where it is, and answers nothing', async () => {
  const { requestId, number } = await accepted('passed-on');
  const subTask = async (status: string, lastModified: string) =>
    request(
      'PUT',
      `${sandbox.gatewayUrl}/fhir/Task?identifier=urn:plateforme|PF-${number}`,
      {
        resourceType: 'Task',
        identifier: [{ system: 'urn:plateforme', value: `PF-${number}` }],
        partOf: [{ type: 'Task', identifier: { system: TASK, value: number } }],
        status,
        intent: 'order',
        lastModified,
        owner: { display: 'Banque alimentaire du quartier' },
      },
      { authorization: `Bearer ${await sandbox.partnerToken(CLSC)}`, 'content-type': 'application/fhir+json' },
    );
  expect((await subTask('requested', '2026-11-22T07:00:00Z')).status).toBe(200);
  expect((await subTask('completed', '2026-11-22T08:00:00Z')).status).toBe(200);
  expect((await subTask('completed', '2026-11-22T08:00:00Z')).body.issue[0]?.code).toBe('informational');
  const told = await toldWhen(requestId, () => true);
  expect(told.loop.state).toBe('accepted');
  expect(told.deliveries).toHaveLength(1);
  expect(at(told, CLSC)?.passedOn).toMatchObject([{ to: 'Banque alimentaire du quartier', status: 'completed' }]);
  const { body } = await sandbox.hapi(`Task?part-of:Task.identifier=${TASK}|${number}`);
  expect(body.entry).toHaveLength(1);
  const [{ resource }] = body.entry;
  expect(resource.basedOn[0].identifier.value).toBe(requestId);
  expect((await sandbox.hapi(`Task/${resource.id}/$validate`)).body.issue.filter(isError)).toEqual([]);
});

const isError = ({ severity }: fhir4.OperationOutcomeIssue): boolean => severity === 'error' || severity === 'fatal';

test('a declined request goes to another only with an agreement that names it, and each Task tells its own story', async () => {
  const { requestId, number, body } = await asked('re-route');
  await partner(CLSC).answer(number, { act: 'decline', reason: 'full', text: 'Complet' });
  const declined = await toldWhen(requestId, ({ loop }) => loop.state === 'rejected');
  expect([declined.loop.why, at(declined, CLSC)?.proposed]).toEqual(['declined-nothing-proposed', [NEXT]]);

  await put(requestId, body({ version: 2, recipient: NEXT, agreements: [anAgreement(CLSC)] }));
  const proposed = await toldWhen(requestId, (told) => at(told, NEXT) !== undefined);
  expect([at(proposed, NEXT)?.state, proposed.loop.why]).toEqual(['draft', 'not-sent']);
  expect(
    partner(NEXT)
      .tasks()
      .some(({ identifier }) => identifier.value === at(proposed, NEXT)?.task),
  ).toBe(false);

  await put(requestId, body({ version: 3, recipient: NEXT, agreements: [anAgreement(CLSC), anAgreement(NEXT)] }));
  const sent = await toldWhen(requestId, (told) => at(told, NEXT)?.state === 'sent');
  await partner(NEXT).answer(at(sent, NEXT)?.task ?? '', { act: 'complete', outcome: 'Servi' });
  const done = await toldWhen(requestId, ({ loop }) => loop.state === 'completed');
  expect(done.deliveries.map(({ recipient, status }) => [recipient, status]).sort()).toEqual([
    [CLSC, 'rejected'],
    [NEXT, 'completed'],
  ]);
});

test('given to another after the first had accepted, the first is asked to stop and answers, both are shown', async () => {
  const { requestId, number, body } = await accepted('moved');
  await put(requestId, body({ version: 2, recipient: NEXT, agreements: [anAgreement(NEXT)] }));
  await thereWhen(CLSC, number, ({ stopAsked }) => stopAsked);
  const both = await toldWhen(requestId, (told) => at(told, NEXT)?.state === 'sent');
  expect([at(both, CLSC)?.status, at(both, CLSC)?.businessStatus]).toEqual(['accepted', 'cancel-requested']);
  await partner(NEXT).answer(at(both, NEXT)?.task ?? '', { act: 'complete' });
  const waiting = await toldWhen(requestId, (told) => at(told, NEXT)?.status === 'completed');
  expect(waiting.loop).toMatchObject({ closed: false, why: 'cancel-requested' });
  await partner(CLSC).answer(number, { act: 'stop' });
  expect((await toldWhen(requestId, ({ loop }) => loop.state === 'completed')).loop.why).toBe('family-not-told');
});

test('an ended request is resumed by a new one that replaces it, once, of the same child', async () => {
  const { requestId, child, number } = await asked('old');
  const next = (name: string, changes: Readonly<Record<string, unknown>> = {}) =>
    aReferral(id(name), child, { recipient: NEXT, agreements: [anAgreement(NEXT)], replaces: requestId, ...changes });
  const early = await put(id('early'), next('early'));
  expect([early.status, early.body.issue[0].expression]).toEqual([422, ['replaces']]);

  await partner(CLSC).answer(number, { act: 'decline', reason: 'not-eligible' });
  await toldWhen(requestId, ({ loop }) => loop.state === 'rejected');
  const resumed = await put(id('resumed'), next('resumed'));
  expect(resumed.status).toBe(201);
  expect((await toldWhen(id('resumed'), () => true)).replaces).toBe(requestId);
  expect((await sandbox.call('GET', `/v1/service-referrals/${id('resumed')}`)).body.replaces).toBe(requestId);
  const old = await toldWhen(requestId, () => true);
  expect([old.replacedBy, old.loop]).toEqual([id('resumed'), { state: 'rejected', closed: true, why: 'replaced' }]);

  const twice = await put(id('twice'), next('twice'));
  expect([twice.status, twice.body.issue[0].expression]).toEqual([422, ['replaces']]);
  const otherChild = id('other-child');
  await sandbox.call('PUT', `/v1/care-circles/${id('other-circle')}`, {
    body: aCircle(id('other-circle'), otherChild),
  });
  const stranger = await put(id('stranger'), aReferral(id('stranger'), otherChild, { replaces: requestId }));
  expect(stranger.status).toBe(422);
  const referrals = (await sandbox.call('GET', `/v1/children/${child}/referrals`)).body.referrals;
  expect(
    referrals.map(({ id: it, replaces, replacedBy }: Record<string, string>) => [it, replaces, replacedBy]).sort(),
  ).toEqual(
    [
      [requestId, undefined, id('resumed')],
      [id('resumed'), requestId, undefined],
    ].sort(),
  );
});

test('a person and a system that contradict each other both stand, and the difference is told', async () => {
  const { requestId, number } = await asked('contradictory');
  await say(requestId, anAnswer('declined', { reason: 'full', happenedAt: '2026-11-22T00:30:00-05:00' }));
  const { attempts } = await partner(CLSC).answer(number, { act: 'accept', happenedAt: '2026-11-22T01:30:00-05:00' });
  expect(JSON.stringify(attempts.at(-1))).toContain('conflict');
  expect((await toldWhen(requestId, () => true)).loop.state).toBe('rejected');
  expect(await actsOf(requestId)).toContainEqual(
    expect.objectContaining({ what: 'accepted', channel: 'system', finding: 'contradictory' }),
  );
});

test('a year on the waiting list: nothing that Redis forgot keeps the answer from its request', async () => {
  const { requestId, number } = await asked('year');
  await partner(CLSC).answer(number, { act: 'waitlist', happenedAt: '2026-11-22T01:00:00-05:00' });
  await toldWhen(requestId, (told) => at(told, CLSC)?.businessStatus === 'waitlisted');
  expect(await forget(number)).toBeGreaterThan(0);
  const { result } = await partner(CLSC).answer(number, { act: 'start', happenedAt: '2026-11-22T02:00:00-05:00' });
  expect(result).toBe('taken');
  await toldWhen(requestId, ({ loop }) => loop.state === 'in-progress');
  await forget(number);
  expect((await say(requestId, anAnswer('completed', { happenedAt: '2026-11-22T03:00:00-05:00' }))).status).toBe(201);
  const done = await toldWhen(requestId, ({ loop }) => loop.state === 'completed');
  expect(at(done, CLSC)?.state).toBe('sent');
});

test('more was asked, and a new version gives it: both sides see whose turn it is', async () => {
  const { requestId, number, body } = await asked('more');
  await partner(CLSC).answer(number, {
    act: 'ask-for-more',
    text: 'Quelle langue ?',
  });
  expect((await toldWhen(requestId, ({ loop }) => loop.state === 'on-hold')).loop.why).toBe('awaiting-information');
  await put(requestId, body({ version: 2, what: 'Évaluation ; vietnamien à la maison' }));
  expect((await toldWhen(requestId, ({ loop }) => loop.why !== 'awaiting-information')).loop.why).toBe(
    'information-given',
  );
  await partner(CLSC).answer(number, { act: 'accept' });
  await toldWhen(requestId, ({ loop }) => loop.state === 'accepted' && loop.why === 'under-way');
});
