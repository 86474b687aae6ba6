import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCircle, anAnswer, aPlan, aReferral } from './concept-examples.ts';
import { eventually, ownIds, ownMark, request, type StackSandbox, stackSandbox } from './stack-sandbox.ts';

/** A word that stands for everything personal: wherever it is found, something of a family is. */
const CANARY = `Canari${ownMark()}`;
const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  sandbox = await stackSandbox({
    METRICS_PORT: '0',
    WORKERS_METRICS_PORT: '0',
    BESIDE_MAX_MS: '800',
    BESIDE_LOOK_AGAIN_MS: '300',
    DELIVERY_FIRST_RETRY_MS: '50',
    CIRCUIT_FAILURES_MAX: '3',
    CIRCUIT_OPEN_MS: '1500',
  });
});
afterAll(() => sandbox.stop());

const put = (path: string, body: unknown, headers = {}) => sandbox.call('PUT', path, { body, headers });
const scraped = async (): Promise<string> => {
  const texts = await Promise.all(sandbox.metricsUrls.map(async (url) => (await fetch(url)).text()));
  return texts.join('\n');
};
const member = { kind: 'family', id: 'maman', name: { text: CANARY }, kinship: 'MTH', legalRole: 'tap' };
const circle = (name: string, child: string) =>
  aCircle(id(name), child, {
    child: { id: child, name: { given: [CANARY], family: CANARY }, birthDate: '2023-05-04' },
    members: [member, { kind: 'professional', id: `pivot-${child}`, name: CANARY, pillar: 'medicine' }],
  });
const referral = (name: string, child: string) => aReferral(id(name), child, { what: CANARY, reason: CANARY });
const clsc = () => sandbox.partners.get('clsc-hochelaga');

test('what happened is counted, by kinds and by the ids of partners', async () => {
  const child = id('child');
  await put(`/v1/care-circles/${id('circle')}`, circle('circle', child));
  await put(`/v1/service-referrals/${id('ref')}`, referral('ref', child));
  const words = { saidBy: CANARY, recordedBy: CANARY, reasonText: CANARY };
  await eventually(
    async () => clsc()?.tasks().length,
    (tasks) => tasks === 1,
  );
  const noted = await sandbox.call('POST', `/v1/referrals/${id('ref')}/answers`, {
    body: anAnswer('declined', { ...words, reason: 'full' }),
    headers: { 'idempotency-key': id('declined') },
  });
  expect([200, 201, 202, 422]).toContain(noted.status);
  await sandbox.call('POST', `/v1/referrals/${id('ref')}/answers`, {
    body: anAnswer('accepted', { saidBy: CANARY, recordedBy: CANARY }),
    headers: { 'idempotency-key': id('accepted') },
  });
  const text = await eventually(scraped, (it) => /passerelle_answered_total\{by="person"/.test(it));
  for (const told of [
    /passerelle_accepted_total\{kind="concept",process="gateway"\} [2-9]/,
    /passerelle_settled_total\{kind="concept",state="synced",process="workers"\} [2-9]/,
    /passerelle_delivered_total\{partner="clsc-hochelaga",process="workers"\} 1/,
    /passerelle_waiting\{queue="lane",of="0",process="gateway"\} \d/,
    /passerelle_oldest_waiting_seconds\{queue="deliver",of="clsc-hochelaga",process="gateway"\} \d/,
    /passerelle_circuit_open\{partner="clsc-hochelaga",process="workers"\} 0/,
  ])
    expect(text).toMatch(told);
});

test('a partner that does not answer is left alone, one that answers again is served, and the others never notice', async () => {
  const child = id('child-b');
  await put(`/v1/care-circles/${id('circle-b')}`, circle('circle-b', child));
  clsc()?.fault({ kind: 'refuse' });
  for (const name of ['b-1', 'b-2', 'b-3', 'b-4'])
    await put(`/v1/service-referrals/${id(name)}`, referral(name, child));
  await eventually(scraped, (it) =>
    it.includes('passerelle_circuit_open{partner="clsc-hochelaga",process="workers"} 1'),
  );
  expect(await scraped()).toMatch(/passerelle_delivery_failures_total\{partner="clsc-hochelaga",why="unavailable"/);

  const elsewhere = 'clsc-olivier-guimond';
  const agreements = [{ recipient: elsewhere, by: { kind: 'member', id: 'maman' }, at: '2026-11-20', how: 'oral' }];
  await put(`/v1/service-referrals/${id('other')}`, { ...referral('other', child), recipient: elsewhere, agreements });
  await eventually(
    async () => sandbox.partners.get(elsewhere)?.tasks().length,
    (tasks) => tasks === 1,
  );
  clsc()?.fault({ kind: 'none' });
  await eventually(
    async () => clsc()?.tasks().length,
    (tasks) => tasks === 5,
  );
  await eventually(scraped, (it) =>
    it.includes('passerelle_circuit_open{partner="clsc-hochelaga",process="workers"} 0'),
  );
});

test('whatever fails, nothing of a family is in the logs, the measures or what was set aside', async () => {
  const child = id('child-c');
  const url = `${sandbox.gatewayUrl}/v1`;
  // Refused at the door, unreadable, too much, unknown: each with the word in it.
  await put(`/v1/care-circles/${id('bad')}`, { ...circle('bad', child), happenedAt: CANARY, [CANARY]: CANARY });
  await sandbox.call('PUT', `/v1/care-circles/${id('bad')}`, { body: `{"child": "${CANARY}` });
  await sandbox.call('POST', '/v1/children/_search', { body: { family: CANARY, birthDate: '2023-05-04' } });
  await sandbox.call('GET', `/v1/changes?since=${CANARY}`);
  await request('GET', `${url}/changes?name=${CANARY}`, undefined, { authorization: `Bearer ${CANARY}` });
  await request('POST', `${sandbox.gatewayUrl}/fhir`, { resourceType: 'Bundle', id: CANARY }, {});
  // Set aside, with its content.
  const orphan = aPlan(id('orphan'), child, {
    circle: id('never'),
    goals: [{ id: 'g', words: CANARY, expressedBy: { kind: 'member', id: 'maman' } }],
  });
  const { body } = await put(`/v1/action-plans/${id('orphan')}`, orphan);
  await eventually(
    () => sandbox.call('GET', `/v1/exchanges/${body.id}`),
    ({ body: { state } }) => state === 'parked',
  );
  const letters = await sandbox.call('GET', '/v1/dead-letters');
  expect(letters.body.total).toBeGreaterThan(0);

  const seen = { logs: sandbox.logged(), metrics: await scraped(), letters: JSON.stringify(letters.body) };
  for (const [where, text] of Object.entries(seen)) expect([where, text.includes(CANARY)]).toEqual([where, false]);
  expect(seen.logs.length).toBeGreaterThan(2_000);
  // The word did go through: a centre that looks at its own content finds it.
  const look = await sandbox.call('GET', `/v1/dead-letters/${body.id}/content`);
  expect(JSON.stringify(look.body)).toContain(CANARY);
});
