import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { aCircle, anAnswer, aPlan, aReferral } from './concept-examples.ts';
import { eventually, ownIds, type StackSandbox, withClient } from './stack-sandbox.ts';

const id = ownIds();
let sandbox: StackSandbox;
beforeAll(async () => {
  // Its own HAPI, since it is killed here, on a disk that survives it.
  sandbox = withClient(await startSandbox({ say: () => undefined, log: pino({ level: 'silent' }), durableHapi: true }));
});
afterAll(() => sandbox.stop());

/** The gateway's own default: while the record is away nobody waits for it longer. */
const SHORTLY = { prefer: 'wait=5' };
const put = (path: string, body: unknown, headers: Readonly<Record<string, string>> = SHORTLY) =>
  sandbox.call('PUT', path, { body, headers });

test('HAPI killed before a request: it is acknowledged with 202, and everything appears in order once HAPI is back', async () => {
  const first = aCircle(id('before'), id('child'));
  // A HAPI that has just started on a busy machine needs longer than the five seconds of the default.
  const before = await put(`/v1/care-circles/${id('before')}`, first, { prefer: 'wait=30' });
  expect(before.status).toBe(201);
  await sandbox.stack.hapi.kill();

  const revised = await put(
    `/v1/care-circles/${id('before')}`,
    aCircle(id('before'), id('child'), { version: 2, status: 'suspended' }),
    { prefer: 'wait=1' },
  );
  const plan = await put(`/v1/action-plans/${id('plan')}`, aPlan(id('plan'), id('child')));
  const referral = await put(
    `/v1/service-referrals/${id('ref')}`,
    aReferral(id('ref'), id('child'), { plan: id('plan'), goals: ['parler'] }),
  );
  const answer = await sandbox.call('POST', `/v1/referrals/${id('ref')}/answers`, {
    body: anAnswer('accepted'),
    headers: SHORTLY,
  });
  const newChild = await put(`/v1/care-circles/${id('new')}`, aCircle(id('new'), id('new-child')));
  expect([revised, plan, referral, answer, newChild].map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
  expect(revised.headers.get('location')).toBe(`/v1/exchanges/${revised.body.id}`);
  expect(revised.headers.get('link')).toContain('rel="status"');

  const started = Date.now();
  const whileAway = await put(
    `/v1/care-circles/${id('new')}`,
    aCircle(id('new'), id('new-child'), { version: 2, status: 'proposed' }),
  );
  expect(whileAway.status).toBe(202);
  // HAPI is known to be away: the answer does not wait the five seconds of its default.
  expect(Date.now() - started).toBeLessThan(4_000);
  expect((await sandbox.call('GET', `/v1/exchanges/${plan.body.id}`)).body.state).toBe('accepted');
  expect((await sandbox.call('GET', `/v1/care-circles/${id('before')}`)).status).toBe(503);

  await sandbox.stack.hapi.restart();
  for (const { body } of [revised, plan, referral, answer, newChild, whileAway]) {
    await eventually(
      () => sandbox.call('GET', `/v1/exchanges/${body.id}`),
      ({ body: { state } }) => state === 'synced',
      60_000,
    );
  }
  expect((await sandbox.call('GET', `/v1/care-circles/${id('before')}`)).body.status).toBe('suspended');
  expect((await sandbox.call('GET', `/v1/care-circles/${id('new')}`)).body.version).toBe(2);
  const loop = await eventually(
    () => sandbox.call('GET', `/v1/exchanges/${referral.body.id}`),
    ({ body }) => body.deliveries?.[0]?.state === 'sent',
  );
  expect(loop.body.loop.state).toBe('accepted');
  expect(sandbox.partners.get('clsc-hochelaga')?.tasks()).toHaveLength(1);
});
