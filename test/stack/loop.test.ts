import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import type { PartnerSandbox } from '../../sandbox/partners/partner-sandbox.ts';
import { aCircle, aLegalReferral, anAgreement, anAnswer, aReferral } from './concept-examples.ts';
import { eventually, ownIds, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({
    DELIVERY_FIRST_RETRY_MS: '100',
    DELIVERY_RETRY_CAP_MS: '300',
    PARTNER_TIMEOUT_MS: '1000',
  });
});
afterAll(() => sandbox.stop());

const put = (path: string, body: unknown) => sandbox.call('PUT', path, { body });
const answer = (request: string, body: unknown) => sandbox.call('POST', `/v1/referrals/${request}/answers`, { body });
const partner = (name: string): PartnerSandbox => {
  const found = sandbox.partners.get(name);
  if (found === undefined) throw new Error(`no partner ${name}`);
  return found;
};

/** A child with a circle, and a name for a request. */
async function aChild(name: string): Promise<{ readonly child: string; readonly request: string }> {
  const child = id(`${name}-child`);
  await put(`/v1/care-circles/${id(`${name}-circle`)}`, aCircle(id(`${name}-circle`), child));
  return { child, request: id(name) };
}

/** The loop as the API tells it, once it is as wanted. */
const loopWhen = async (
  plural: string,
  request: string,
  wanted: (record: {
    loop: { state: string; closed: boolean };
    deliveries: readonly Record<string, string>[];
  }) => boolean,
) =>
  (
    await eventually(
      () => sandbox.call('GET', `/v1/${plural}/${request}`),
      ({ status, body }) => status === 200 && wanted(body.record),
    )
  ).body.record;

const sent = (recipient: string) => (record: { deliveries: readonly Record<string, string>[] }) =>
  record.deliveries.some((it) => it.recipient === recipient && it.state === 'sent');

test('a referral goes out, is wait-listed, served and told to the family: the loop is closed, in HAPI and at the partner', async () => {
  const { child, request } = await aChild('whole');
  await put(`/v1/service-referrals/${request}`, aReferral(request, child));
  const { deliveries } = await loopWhen('service-referrals', request, sent('clsc-hochelaga'));
  const clsc = partner('clsc-hochelaga');
  const number = deliveries[0].task;

  await clsc.answer(number, { act: 'accept', priority: 'P3', happenedAt: '2026-11-22T01:00:00-05:00' });
  await clsc.answer(number, { act: 'waitlist', happenedAt: '2026-11-22T01:05:00-05:00' });
  expect(
    (await loopWhen('service-referrals', request, ({ deliveries: [first] }) => first?.businessStatus === 'waitlisted'))
      .deliveries[0],
  ).toMatchObject({ status: 'accepted', priority: 'P3' });
  await clsc.answer(number, { act: 'start', happenedAt: '2026-11-22T01:10:00-05:00' });
  await clsc.answer(number, { act: 'complete', outcome: 'Trois rencontres', happenedAt: '2026-11-22T01:20:00-05:00' });
  const completed = await loopWhen('service-referrals', request, ({ loop }) => loop.state === 'completed');
  expect(completed.loop).toEqual({ state: 'completed', closed: false, why: 'family-not-told' });
  expect(completed.deliveries[0].outcome).toBe('Trois rencontres');

  expect((await answer(request, anAnswer('family-told'))).status).toBe(201);
  expect((await loopWhen('service-referrals', request, ({ loop }) => loop.closed)).loop.why).toBe('family-told');
  const task = (await sandbox.hapi(`Task?identifier=https://fhir.passerelle.example/NamingSystem/task|${number}`)).body
    .entry[0].resource;
  expect([task.status, task.businessStatus.coding[0].code]).toEqual(['completed', 'family-told']);
  expect(clsc.tasks().find(({ identifier }) => identifier.value === number)?.status).toBe('completed');
  const told = (await sandbox.hapi(`Provenance?target=Task/${task.id}`)).body.entry.map(
    ({ resource }: { resource: fhir4.Provenance }) => resource.activity?.coding?.[0]?.code,
  );
  expect(told).toEqual(
    expect.arrayContaining(['dispatched', 'accepted', 'waitlisted', 'started', 'completed', 'family-told']),
  );
});

test('the partner sees only what its lens lets through, and numbers of its own', async () => {
  const { child, request } = await aChild('lens');
  await put(
    `/v1/service-referrals/${request}`,
    aReferral(request, child, {
      note: 'note interne',
      agreements: [anAgreement('clsc-verdun')],
      recipient: 'clsc-verdun',
    }),
  );
  await loopWhen('service-referrals', request, sent('clsc-verdun'));
  const bytes = JSON.stringify(partner('clsc-verdun').log());
  expect(bytes).toContain('Nguyễn');
  expect(bytes).toContain('psc-safe-contact');
  for (const hidden of ['note interne', child, request, 'maman', 'psc-agreement', "d'Arcy", 'Provenance'])
    expect(bytes).not.toContain(hidden);
});

test('without an agreement nothing leaves; the answer says so, and a version with one sends it', async () => {
  const { child, request } = await aChild('basis');
  const { agreements: _none, ...noAgreement } = aReferral(request, child, { recipient: 'hopital-enfants' });
  const recorded = await put(`/v1/service-referrals/${request}`, noAgreement);
  expect(recorded.status).toBe(201);
  expect(recorded.body.issues[0]).toMatchObject({ severity: 'warning', expression: ['ServiceReferral.agreements'] });
  expect((await loopWhen('service-referrals', request, () => true)).loop).toEqual({
    state: 'draft',
    closed: false,
    why: 'not-sent',
  });
  expect(partner('hopital-enfants').tasks()).toEqual([]);
  expect((await sandbox.call('GET', `/v1/referrals/${request}/page`)).status).toBe(403);

  await put(`/v1/service-referrals/${request}`, {
    ...noAgreement,
    version: 2,
    agreements: [anAgreement('hopital-enfants')],
  });
  await loopWhen('service-referrals', request, sent('hopital-enfants'));
  expect(partner('hopital-enfants').tasks()).toHaveLength(1);
});

test('declined: the loop stays open, a person sends it to another, and each partner knows only its own', async () => {
  const { child, request } = await aChild('declined');
  await put(`/v1/service-referrals/${request}`, aReferral(request, child));
  const first = await loopWhen('service-referrals', request, sent('clsc-hochelaga'));
  const declined = await partner('clsc-hochelaga').answer(first.deliveries[0].task, {
    act: 'decline',
    reason: 'out-of-territory',
    text: 'Hors secteur',
  });
  expect(declined.result).toBe('taken');
  expect((await loopWhen('service-referrals', request, ({ loop }) => loop.state === 'rejected')).loop).toMatchObject({
    closed: false,
    why: 'declined-nothing-proposed',
  });

  const { deliveries: declinedBy } = (await sandbox.call('GET', `/v1/service-referrals/${request}`)).body.record;
  expect(declinedBy[0].proposed).toEqual(['clsc-olivier-guimond']);

  await put(
    `/v1/service-referrals/${request}`,
    aReferral(request, child, {
      version: 2,
      recipient: 'clsc-olivier-guimond',
      agreements: [anAgreement('clsc-hochelaga'), anAgreement('clsc-olivier-guimond')],
    }),
  );
  const second = await loopWhen('service-referrals', request, sent('clsc-olivier-guimond'));
  const next = second.deliveries.find(({ recipient }: { recipient: string }) => recipient === 'clsc-olivier-guimond');
  expect(next.task).not.toBe(first.deliveries[0].task);
  await partner('clsc-olivier-guimond').answer(next.task, { act: 'complete', outcome: 'Servi' });
  const done = await loopWhen('service-referrals', request, ({ loop }) => loop.state === 'completed');
  expect(
    done.deliveries.map(({ recipient, status }: { recipient: string; status: string }) => [recipient, status]).sort(),
  ).toEqual([
    ['clsc-hochelaga', 'rejected'],
    ['clsc-olivier-guimond', 'completed'],
  ]);
});

test('a new recipient while the first has not answered cancels the first, which is told the bare minimum', async () => {
  const { child, request } = await aChild('moved');
  await put(`/v1/service-referrals/${request}`, aReferral(request, child));
  const first = await loopWhen('service-referrals', request, sent('clsc-hochelaga'));
  const number = first.deliveries[0].task;
  await put(
    `/v1/service-referrals/${request}`,
    aReferral(request, child, { version: 2, recipient: 'clsc-verdun', agreements: [anAgreement('clsc-verdun')] }),
  );
  await eventually(
    async () =>
      partner('clsc-hochelaga')
        .tasks()
        .find(({ identifier }) => identifier.value === number)?.status,
    (status) => status === 'cancelled',
  );
  const messages = partner('clsc-hochelaga')
    .log()
    .received.filter(({ bundle }) => JSON.stringify(bundle).includes(number));
  const cancellation = JSON.stringify(messages.at(-1)?.bundle);
  expect(cancellation).toContain('withdrawn');
  for (const hidden of ['Nguyễn', 'Évaluation', 'Patient', 'ServiceRequest'])
    expect(cancellation).not.toContain(hidden);
});

test('a request withdrawn reaches whoever has it', async () => {
  const { child, request } = await aChild('withdrawn');
  await put(
    `/v1/service-referrals/${request}`,
    aReferral(request, child, { recipient: 'clsc-verdun', agreements: [anAgreement('clsc-verdun')] }),
  );
  const { deliveries } = await loopWhen('service-referrals', request, sent('clsc-verdun'));
  await put(
    `/v1/service-referrals/${request}`,
    aReferral(request, child, {
      version: 2,
      status: 'revoked',
      statusReason: 'La famille a changé d’idée',
      recipient: 'clsc-verdun',
      agreements: [anAgreement('clsc-verdun')],
    }),
  );
  await eventually(
    async () =>
      partner('clsc-verdun')
        .tasks()
        .find(({ identifier }) => identifier.value === deliveries[0].task)?.status,
    (status) => status === 'cancelled',
  );
  expect(JSON.stringify(partner('clsc-verdun').log())).not.toContain('changé d’idée');
});

test('a request withdrawn after a send that had no answer reaches whoever kept it all the same', async () => {
  const { child, request } = await aChild('unsure');
  const clsc = partner('clsc-verdun');
  const changes = { recipient: 'clsc-verdun', agreements: [anAgreement('clsc-verdun')] };
  clsc.fault({ kind: 'drop-after-receiving', times: 1_000 });
  await put(`/v1/service-referrals/${request}`, aReferral(request, child, changes));
  const failing = await loopWhen('service-referrals', request, ({ deliveries: [first] }) => first?.state === 'failing');
  await put(
    `/v1/service-referrals/${request}`,
    aReferral(request, child, { ...changes, version: 2, status: 'revoked' }),
  );
  await loopWhen('service-referrals', request, ({ loop }) => loop.state === 'cancelled');
  clsc.fault({ kind: 'none' });
  await eventually(
    async () => clsc.tasks().find(({ identifier }) => identifier.value === failing.deliveries[0].task)?.status,
    (status) => status === 'cancelled',
  );
});

test('a legal request travels in two steps: the facts only after acceptance', async () => {
  const { child, request } = await aChild('legal');
  await put(`/v1/legal-referrals/${request}`, aLegalReferral(request, child));
  const { deliveries } = await loopWhen('legal-referrals', request, sent('avocate-mediatrice'));
  const lawyer = partner('avocate-mediatrice');
  const before = JSON.stringify(lawyer.log().received);
  expect(before).toContain('Gestion Immobilière Invention inc.');
  expect(before).toContain('2026-12-15');
  for (const hidden of ['insalubre', 'Nguyễn', 'Être entendue']) expect(before).not.toContain(hidden);

  await lawyer.answer(deliveries[0].task, { act: 'accept' });
  await eventually(
    async () => JSON.stringify(lawyer.log().received),
    (bytes) => bytes.includes('insalubre') && bytes.includes('Nguyễn'),
  );
  const resource = (
    await sandbox.hapi(
      `ServiceRequest?identifier=https://fhir.passerelle.example/NamingSystem/request/hochelaga|${request}`,
    )
  ).body.entry[0].resource;
  expect(resource.meta.security.map(({ code }: fhir4.Coding) => code).sort()).toEqual(['PSC-RESTRICTED', 'R']);
});

test('on paper: printed afresh, written down as faxed, answered by telephone, rated before and after, closed', async () => {
  const { child, request } = await aChild('paper');
  const prescription = {
    ...aReferral(request, child, { recipient: 'orchestre-vanier', agreements: [anAgreement('orchestre-vanier')] }),
    kind: 'arts-music',
    what: 'Violoncelle',
    ratingsBefore: [{ factor: 'belonging', rating: 2, by: { kind: 'member', id: 'maman' } }],
  };
  const { programme: _p, service: _s, ...body } = prescription as Record<string, unknown>;
  expect((await put(`/v1/social-prescriptions/${request}`, body)).status).toBe(201);
  await loopWhen('social-prescriptions', request, ({ deliveries: [first] }) => first?.state === 'to-print');
  for (const lang of ['fr', 'en']) {
    const page = await sandbox.call('GET', `/v1/referrals/${request}/page?lang=${lang}`);
    expect([page.status, page.headers.get('content-type'), page.headers.get('content-language')]).toEqual([
      200,
      'application/pdf',
      lang,
    ]);
    expect(page.body.subarray(0, 5).toString()).toBe('%PDF-');
  }
  const dispatched = await sandbox.call('POST', `/v1/referrals/${request}/dispatches`, {
    body: { happenedAt: '2026-11-22T00:10:00-05:00', how: 'fax', recordedBy: 'la coordonnatrice' },
  });
  expect(dispatched.status).toBe(201);
  expect((await loopWhen('social-prescriptions', request, sent('orchestre-vanier'))).deliveries[0].how).toBe('fax');

  await answer(request, anAnswer('accepted'));
  await answer(
    request,
    anAnswer('completed', {
      outcome: 'Un an d’orchestre',
      ratings: [{ factor: 'belonging', rating: 4, by: { kind: 'member', id: 'maman' } }],
    }),
  );
  await answer(request, anAnswer('family-told'));
  expect((await loopWhen('social-prescriptions', request, ({ loop }) => loop.closed)).loop).toEqual({
    state: 'completed',
    closed: true,
    why: 'family-told',
  });
  const { body: read } = await sandbox.call('GET', `/v1/social-prescriptions/${request}`);
  expect(read.ratingsBefore).toEqual([{ factor: 'belonging', rating: 2, by: { kind: 'member', id: 'maman' } }]);
  const ratings = (
    await sandbox.hapi(
      `Observation?based-on:ServiceRequest.identifier=https://fhir.passerelle.example/NamingSystem/request/hochelaga|${request}`,
    )
  ).body.entry;
  expect(
    ratings
      .map(({ resource }: { resource: fhir4.Observation }) => resource.valueCodeableConcept?.coding?.[0]?.code)
      .sort(),
  ).toEqual(['2', '4']);
});

test('a late answer changes nothing and is recorded with a warning; an act repeated makes nothing twice', async () => {
  const { child, request } = await aChild('late');
  await put(
    `/v1/service-referrals/${request}`,
    aReferral(request, child, { recipient: 'sippe-hochelaga', agreements: [anAgreement('sippe-hochelaga')] }),
  );
  const declined = anAnswer('declined', { reason: 'full', words: 'Complet jusqu’en mars' });
  const first = await answer(request, declined);
  const again = await answer(request, declined);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  const late = await answer(request, anAnswer('accepted', { happenedAt: '2026-11-22T00:45:00-05:00' }));
  expect(late.status).toBe(201);
  expect(late.body.issues[0]).toMatchObject({ severity: 'warning', expression: ['Answer.what'] });
  expect((await loopWhen('service-referrals', request, () => true)).loop.state).toBe('rejected');
});

test('what the family itself ends is closed at once, without a finding', async () => {
  const { child, request } = await aChild('family');
  await put(
    `/v1/service-referrals/${request}`,
    aReferral(request, child, { recipient: 'sippe-hochelaga', agreements: [anAgreement('sippe-hochelaga')] }),
  );
  await answer(request, anAnswer('family-ended', { reason: 'family-not-now' }));
  expect((await loopWhen('service-referrals', request, () => true)).loop).toEqual({
    state: 'cancelled',
    closed: true,
    why: 'family-ended',
  });
});

test.each([
  { kind: 'error-500', times: 2 },
  { kind: 'hang', times: 1 },
  { kind: 'drop-after-receiving', times: 1 },
  { kind: 'refuse', times: 2 },
] as const)('a partner that fails ($kind) gets the request all the same, once in effect', async (fault) => {
  const { child, request } = await aChild(fault.kind);
  const hospital = partner('hopital-enfants');
  const before = hospital.tasks().length;
  hospital.fault(fault);
  await put(
    `/v1/service-referrals/${request}`,
    aReferral(request, child, { recipient: 'hopital-enfants', agreements: [anAgreement('hopital-enfants')] }),
  );
  await loopWhen('service-referrals', request, sent('hopital-enfants'));
  expect(hospital.tasks()).toHaveLength(before + 1);
});

test('a centre learns of answers from the change feed, and finds a child without a name in a URL', async () => {
  const { child, request } = await aChild('feed');
  const { body: start } = await sandbox.call('GET', '/v1/changes?since=0&limit=1000');
  await put(
    `/v1/service-referrals/${request}`,
    aReferral(request, child, { recipient: 'sippe-hochelaga', agreements: [anAgreement('sippe-hochelaga')] }),
  );
  await answer(request, anAnswer('accepted'));
  const { body } = await sandbox.call('GET', `/v1/changes?since=${start.next}`);
  expect(body.changes.map(({ identifier, change }: Record<string, string>) => [identifier, change])).toEqual([
    [request, 'created'],
    [request, 'accepted'],
  ]);
  expect((await sandbox.call('GET', '/v1/changes?since=0', { centre: 'carrefour-vanier' })).body.changes).toEqual([]);

  const found = await sandbox.call('POST', '/v1/children/_search', {
    body: { name: 'nguyen', birthDate: '2023-05-04' },
  });
  expect(found.body.children.map(({ id: it }: { id: string }) => it)).toContain(child);
  expect(
    (await sandbox.call('POST', '/v1/children/_search', { body: { name: 'nguyen' }, centre: 'carrefour-vanier' })).body
      .children,
  ).toEqual([]);
  const list = await sandbox.call('GET', `/v1/children/${child}/referrals`);
  expect(list.body.referrals).toMatchObject([{ id: request, kind: 'service-referral', loop: { state: 'accepted' } }]);
});

test('another centre and a partner see nothing of it', async () => {
  const { child, request } = await aChild('others');
  const { body } = await put(`/v1/service-referrals/${request}`, aReferral(request, child));
  for (const path of [
    `/v1/service-referrals/${request}`,
    `/v1/exchanges/${body.id}`,
    `/v1/care-circles/${id('others-circle')}`,
    `/v1/referrals/${request}/page`,
  ]) {
    expect((await sandbox.call('GET', path, { centre: 'carrefour-vanier' })).status).toBe(404);
  }
  // In a FHIR search a comma means «or»: an identifier from a URL must not be able to say it.
  const smuggled = encodeURIComponent(
    `x,https://fhir.passerelle.example/NamingSystem/care-circle/hochelaga|${id('others-circle')}`,
  );
  expect((await sandbox.call('GET', `/v1/care-circles/${smuggled}`, { centre: 'carrefour-vanier' })).status).toBe(404);
  expect(
    (
      await sandbox.call('POST', `/v1/referrals/${request}/answers`, {
        body: anAnswer('accepted'),
        centre: 'petits-renards',
      })
    ).status,
  ).toBe(404);
  expect(
    (await sandbox.call('GET', `/v1/service-referrals/${request}`, { headers: { authorization: 'Bearer wrong' } }))
      .status,
  ).toBe(401);
});

/** Words of the families in these tests: names, numbers, what was said; long enough not to occur by chance in a sealed text. */
const TOLD = [
  'Nguyễn',
  "d'Arcy-Côté",
  'Évaluation',
  'Peu de mots',
  'insalubre',
  '514 555-0199',
  'Tremblay',
  'Violoncelle',
  'Trois rencontres',
  'note interne',
  'changé d',
];

test('of all that these families told, nothing stands in the logs', async () => {
  expect(sandbox.logged()).toContain('delivered');
  expect(TOLD.filter((words) => sandbox.logged().includes(words))).toEqual([]);
});

test('and nothing of it can be read in Redis, where it waited sealed', async () => {
  const redis = new Redis(sandbox.stack.redis.url);
  const readers: Readonly<Record<string, (key: string) => Promise<unknown>>> = {
    string: (key) => redis.get(key),
    hash: (key) => redis.hgetall(key),
    list: (key) => redis.lrange(key, 0, -1),
    set: (key) => redis.smembers(key),
    zset: (key) => redis.zrange(key, '0', '-1'),
    stream: (key) => redis.xrange(key, '-', '+'),
  };
  const keys = await redis.keys('*');
  const values = await Promise.all(
    keys.map(async (key) => JSON.stringify([key, await readers[await redis.type(key)]?.(key)])),
  );
  redis.disconnect();
  expect(keys.length).toBeGreaterThan(100);
  expect(TOLD.filter((words) => values.some((value) => value.includes(words)))).toEqual([]);
});
